"""Saves what is written, soon after it is written, and loses nothing on the way.

A statement that could not be saved is kept here and tried again; whoever opens it meanwhile gets it as it
was last written, not as the file has it.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import NameplateError
from core.statements import Statement
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.work import Work

INITIATOR = "statement"
"""Who the page's own saves are made by, so that it does not read them back over the delegate's typing."""

PAUSE_MS = 800
LONGEST_MS = 5_000
"""After this long what is typed is saved even without a pause."""
_RETRY_MS = 10_000

Key = tuple[Path | None, uuid.UUID]

Written = Callable[[], tuple[Statement, Statement]]
"""Gives a statement as it was last read or saved, and as it is now."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A statement on its way into a file: as it was last read or saved, and as it is now."""

    path: Path | None
    base: Statement
    now: Statement

    @property
    def key(self) -> Key:
        """Which statement of which file it is: a copy of a file holds the same statements."""
        return self.path, self.now.id


class Autosave(QObject):
    """Saves one statement at a time, and remembers those whose saving is not confirmed yet.

    ``saved`` carries the statement as it was handed on, as it now stands in the file, and when; ``refused``
    carries a sentence.
    """

    saved = Signal(object, object, object)
    refused = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        """Nothing to save yet."""
        super().__init__(parent)
        self._tasks = tasks
        self._written: tuple[Path | None, Written] | None = None
        self._unconfirmed: dict[Key, Statement] = {}
        self._failed: dict[Key, Unsaved] = {}
        self._pause = self._timer(PAUSE_MS)
        self._longest = self._timer(LONGEST_MS)
        self._retry = self._timer(_RETRY_MS)

    def touch(self, written: Written) -> None:
        """Something was written: it is saved after a pause. ``written`` is asked only then."""
        self._written = (self._path, written)
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Hands on what waits, and what could not be saved before, now."""
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()
        if self._written is not None:
            path, written = self._written
            base, now = written()
            older = self._failed.get((path, now.id))
            self._written = None
            self._failed[path, now.id] = Unsaved(path, older.base if older else base, now)
        waiting, self._failed = self._failed, {}
        for unsaved in waiting.values():
            if unsaved.path == self._path:
                self._submit(unsaved)
            else:
                self._failed[unsaved.key] = unsaved

    def forget(self, statement_id: uuid.UUID) -> None:
        """What waits for this statement need not be saved: it was deleted."""
        self._unconfirmed.pop((self._path, statement_id), None)
        self._failed.pop((self._path, statement_id), None)

    def newest(self, statement: Statement) -> Statement:
        """A statement read from the file, or as it was written since if the file does not have that yet."""
        return self._unconfirmed.get((self._path, statement.id), statement)

    @property
    def _path(self) -> Path | None:
        workspace = self._tasks.workspace
        return workspace.path if workspace is not None else None

    def _submit(self, unsaved: Unsaved) -> None:
        now, key = unsaved.now, unsaved.key
        self._unconfirmed[key] = now

        def save(work: Work) -> Statement:
            if self._path != unsaved.path:
                raise NameplateError("another workspace is open now; it is saved when its own is open again.")
            return save_changes(work, unsaved.base, now)

        def done(stored: Statement) -> None:
            if self._unconfirmed.get(key) is now:
                del self._unconfirmed[key]
            self.saved.emit(now, stored, dt.datetime.now().astimezone())

        def refused(sentence: str) -> None:
            if self._unconfirmed.get(key) is now:
                self._failed[key] = unsaved
                self._retry.start()
            self.refused.emit(sentence)

        self._tasks.write(save, done, refused, initiator=INITIATOR)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer


def save_changes(work: Work, base: Statement, now: Statement) -> Statement:
    """Writes what was changed since ``base``, and leaves alone what somebody else changed meanwhile.

    A statement that was deleted meanwhile is there again: an edit beats a deletion. Where both wrote the
    text, the delegate's stands and the other is sealed first, so that it stays in the history.
    """
    try:
        stored = work.statements.statement(now.id)
    except NameplateError:
        return work.statements.save(now)
    if stored.text not in (base.text, now.text) and now.text != base.text:
        work.revisions.seal_all()
    return work.statements.save(combined(base, now, stored))


def combined(base: Statement, now: Statement, stored: Statement) -> Statement:
    """What is stored, with everything that was changed between ``base`` and ``now`` as it is now."""
    changed = {
        field.name: getattr(now, field.name)
        for field in fields(Statement)
        if getattr(now, field.name) != getattr(base, field.name)
    }
    return replace(stored, **changed)
