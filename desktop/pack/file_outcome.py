"""What became of a file: how far it is, that it is there, or why it is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.pack.file_dialogs import open_file, show_in_folder
from desktop.widgets.pieces import button, label, row
from desktop.widgets.plain_tip import plain_tip


class FileOutcome(QWidget):
    """How a file is coming along, and when it is there, the ways to it."""

    wants_stop = Signal()
    status = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until there is something to say."""
        super().__init__(parent)
        self._path: Path | None = None
        self._words = label("", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self._stop = button("Stop", self.wants_stop.emit, "link")
        self._open = button("Open", self._open_file, "link")
        self._folder = button("Show in folder", self._show_in_folder, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addLayout(row(self._stop, self._open, self._folder, 1))
        self._show("", "")

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    def show_nothing(self) -> None:
        """Says nothing."""
        self._show("", "")

    def show_progress(self, words: str, *, known: bool = True, stoppable: bool = True) -> None:
        """Says what is being written; ``known`` if it can be told how far."""
        self._bar.setRange(0, 100 if known else 0)
        self._bar.setValue(0)
        self._show(words, "", bar=True, stop=stoppable)

    def progress(self, share: float) -> None:
        """Moves the bar."""
        self._bar.setValue(round(share * 100))

    def show_done(self, words: str, path: Path, *, opens: bool = True) -> None:
        """Says that the file is there."""
        self._path = path
        self._show(words, "", opens=opens, folder=True)
        self._words.setToolTip(plain_tip(str(path)))

    def show_failed(self, sentence: str) -> None:
        """Says in one sentence what is wrong and what to do."""
        self._show(sentence, "warning")

    def _show(
        self,
        words: str,
        role: str,
        *,
        bar: bool = False,
        stop: bool = False,
        opens: bool = False,
        folder: bool = False,
    ) -> None:
        self._words.setText(words)
        self._words.setToolTip("")
        self._words.setProperty("role", role)
        self._words.style().polish(self._words)
        self._words.setAccessibleName(words)
        for piece, shown in (
            (self._bar, bar),
            (self._stop, stop),
            (self._open, opens),
            (self._folder, folder),
            (self, bool(words)),
        ):
            piece.setVisible(shown)

    def _open_file(self) -> None:
        self._reach(open_file, "No program on this computer opens this kind of file.")

    def _show_in_folder(self) -> None:
        self._reach(show_in_folder, "The folder could not be opened.")

    def _reach(self, way: Callable[[Path], bool], otherwise: str) -> None:
        assert self._path is not None
        if not self._path.exists():
            self.status.emit(f"“{self._path.name}” is no longer in {self._path.parent}.")
        elif not way(self._path):
            self.status.emit(otherwise)
