"""Work of the window's own thread that would hold it up, done a little at a time between its events."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

_SLICE = 0.012


class Slices(QObject):
    """Carries out one job at a time in slices of some milliseconds; a new job takes the place of the old."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Idle until ``run``."""
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._done: Callable[[], object] = _nothing
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def is_running(self) -> bool:
        """Whether there is something left to do."""
        return self._steps is not None

    def run(self, steps: Iterator[object], done: Callable[[], object]) -> None:
        """Takes all steps, then calls ``done``: at once if a single slice is enough for it."""
        self._steps, self._done = steps, done
        self._slice()
        if self.is_running:
            self._timer.start()

    def stop(self) -> None:
        """Gives up what is left of the job; its ``done`` is not called."""
        self._steps, self._done = None, _nothing
        self._timer.stop()

    def _slice(self) -> None:
        steps, done = self._steps, self._done
        if steps is None:
            return
        end = time.perf_counter() + _SLICE
        for _ in steps:
            if time.perf_counter() >= end:
                return
        self.stop()
        done()


def _nothing() -> None:
    """Nothing follows."""
