"""Brings the search index up to date in the background, part by part between what else the file is asked for.

An index has to be made anew when a newer program, or another thesaurus, opens the file; in a large library
that takes minutes, during which search answers from what there is.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from core.revisions import Changes, Entity
from desktop.events import Events
from desktop.tasks import Tasks

_BETWEEN_MS = 30
_BEGUN = "The search index is being made anew; until then search finds the newest documents first."
_DONE = "The search index is made anew; search finds everything again."


class IndexRenewal(QObject):
    """Asks for one part after another, tells when it takes long, and begins again when a concept changed."""

    def __init__(self, tasks: Tasks, events: Events, parent: QObject) -> None:
        """The renewal for whichever workspace is open; ``start`` begins it."""
        super().__init__(parent)
        self._tasks = tasks
        self._events = events
        self._going = False
        self._told = False
        events.changed.connect(self._changed)

    def start(self) -> None:
        """Looks whether the index of the workspace that is open now has to be made anew, and begins."""
        self._told = False
        self._going = True
        self._next()

    def _changed(self, changes: Changes) -> None:
        if changes.touches(Entity.CONCEPT) and not self._going:
            self.start()

    def _next(self) -> None:
        self._tasks.with_workspace(lambda workspace: workspace.renew_part(), self._went_on, self._failed)

    def _went_on(self, left: int) -> None:
        if left and not self._told:
            self._events.said.emit(_BEGUN, None)
            self._told = True
        if left:
            QTimer.singleShot(_BETWEEN_MS, self, self._next)
            return
        self._going = False
        if self._told:
            self._events.said.emit(_DONE, None)

    def _failed(self, _sentence: str) -> None:
        """Where the disk is full, say, search goes on as it is; the next opening tries again."""
        self._going = False
