"""Brings the search index up to date in the background, part by part between what else the file is asked for.

An index has to be made anew when a newer program, or another thesaurus, opens the file; in a large library
that takes minutes, during which search answers from what there is.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from core.revisions import Changes, Entity
from desktop.events import Events
from desktop.tasks import Tasks

_BETWEEN_MS = 30
_LONG = 2.0
_BEGUN = "The search index is being made anew; until then search finds the newest documents first."
_DONE = "The search index is made anew; search finds everything again."


class IndexRenewal(QObject):
    """Asks for one part after another, tells when it takes long, and begins again when a concept changed.

    ``renewed`` says that the index was made anew: what was found while it was partly made may be other now.
    """

    renewed = Signal()

    def __init__(self, tasks: Tasks, events: Events, parent: QObject) -> None:
        """The renewal for whichever workspace is open; ``start`` begins it."""
        super().__init__(parent)
        self._tasks = tasks
        self._events = events
        self._going = False
        self._told = self._renews = False
        self._since = 0.0
        self._turn = 0
        """Which renewal is under way: an answer to an earlier one, of another workspace, begins nothing."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_BETWEEN_MS)
        self._later.timeout.connect(self._next)
        events.changed.connect(self._changed)

    def start(self) -> None:
        """Looks whether the index of the workspace that is open now has to be made anew, and begins."""
        self._told = self._renews = False
        self._since = time.monotonic()
        self._going = True
        self._later.stop()
        self._turn += 1
        self._next()

    def _changed(self, changes: Changes) -> None:
        if changes.touches(Entity.CONCEPT) and not self._going:
            self.start()
            self._renews = True

    def _next(self) -> None:
        turn = self._turn

        def done(left: int) -> None:
            if turn == self._turn:
                self._went_on(left)

        def failed(_: str) -> None:
            if turn == self._turn:
                self._failed()

        self._tasks.with_workspace(lambda workspace: workspace.renew_part(), done, failed)

    def _went_on(self, left: int) -> None:
        if left:
            self._renews = True
            if not self._told and time.monotonic() - self._since > _LONG:
                self._events.said.emit(_BEGUN, None)
                self._told = True
            self._later.start()
            return
        self._going = False
        if self._told:
            self._events.said.emit(_DONE, None)
        if self._renews:
            self.renewed.emit()

    def _failed(self) -> None:
        """Where the disk is full, say, search goes on as it is; the next opening tries again."""
        self._going = False
