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
ELSEWHERE = "another workspace is open now; it is saved when its own is open again."

Key = tuple[Path | None, uuid.UUID]

Written = Callable[[], tuple[Statement, Statement] | None]
"""Gives a statement as it was last read or saved, and as it is now; None if it is no longer open."""


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

    ``saved`` carries what was handed on (an Unsaved), the statement as it now stands in its file, and when;
    ``refused`` carries what was handed on and a sentence.
    """

    saved = Signal(object, object, object)
    refused = Signal(object, str)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        """Nothing to save yet."""
        super().__init__(parent)
        self._tasks = tasks
        self._written: tuple[Key, Written] | None = None
        self._unconfirmed: dict[Key, Statement] = {}
        self._failed: dict[Key, Unsaved] = {}
        self._pause = self._timer(PAUSE_MS)
        self._longest = self._timer(LONGEST_MS)
        self._retry = self._timer(_RETRY_MS)

    def touch(self, key: Key, written: Written) -> None:
        """Something was written: it is saved after a pause. ``written`` is asked only then."""
        self._written = (key, written)
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Hands on what waits, and what could not be saved before; a second time in a row does nothing."""
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()
        self._collect()
        waiting, self._failed = self._failed, {}
        for unsaved in waiting.values():
            if unsaved.path == path_of(self._tasks):
                self._submit(unsaved)
            else:
                self._failed[unsaved.key] = unsaved

    def forget(self, key: Key) -> None:
        """What waits for this statement need not be saved: it was deleted."""
        self._unconfirmed.pop(key, None)
        self._failed.pop(key, None)

    def newest(self, path: Path | None, statement: Statement) -> Statement:
        """A statement read from a file, or as it was written since if the file does not have that yet."""
        return self._unconfirmed.get((path, statement.id), statement)

    def unsaved(self) -> bool:
        """Whether anything was written, for whatever file, that is not confirmed to be in it."""
        return self._written is not None or bool(self._unconfirmed)

    def waits_for(self, key: Key) -> bool:
        """Whether anything was written on this statement that is not confirmed to be in its file."""
        return key in self._unconfirmed or (self._written is not None and self._written[0] == key)

    def failed(self) -> tuple[Unsaved, ...]:
        """What could not be saved and waits to be tried again."""
        return tuple(self._failed.values())

    def _collect(self) -> None:
        """Asks for what was written, and keeps it with what waits for its file."""
        if self._written is None:
            return
        (path, _), written = self._written
        self._written = None
        pair = written()
        if pair is None:
            return
        base, now = pair
        older = self._failed.get((path, now.id))
        self._failed[path, now.id] = Unsaved(path, older.base if older else base, now)
        self._unconfirmed[path, now.id] = now

    def _submit(self, unsaved: Unsaved) -> None:
        now, key = unsaved.now, unsaved.key

        def save(work: Work) -> Statement:
            # Asked on the worker, where no other file can take this one's place while the job runs.
            if path_of(self._tasks) != unsaved.path:
                raise NameplateError(ELSEWHERE)
            return save_changes(work, unsaved.base, now)

        def done(stored: Statement) -> None:
            if self._unconfirmed.get(key) is now:
                del self._unconfirmed[key]
            self.saved.emit(unsaved, stored, dt.datetime.now().astimezone())

        def refused(sentence: str) -> None:
            if self._unconfirmed.get(key) is now:
                self._failed[key] = unsaved
                self._retry.start()
            elsewhere = path_of(self._tasks) != unsaved.path
            self.refused.emit(unsaved, ELSEWHERE if elsewhere else sentence)

        self._tasks.write(save, done, refused, initiator=INITIATOR)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer


def path_of(tasks: Tasks) -> Path | None:
    """The file that jobs work on; within a job, the one that this job works on."""
    workspace = tasks.workspace
    return workspace.path if workspace is not None else None


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
