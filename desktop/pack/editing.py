"""The pack being edited: which one, as it stands in the fields, and saved by itself."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.briefing_pack import Pack
from core.revisions import Changes, Entity
from desktop.pack.room import Room, new_pack, read_room
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.work import Work

INITIATOR = "packs page"
_SAVE_MS = 400
_CONCERNED = (
    Entity.DELEGATION,
    Entity.MEETING,
    Entity.AGENDA_ITEM,
    Entity.DOSSIER,
    Entity.PULL,
    Entity.STATEMENT,
    Entity.PACK,
)


def concerns_packs(changes: Changes) -> bool:
    """Whether what others wrote can change a pack, its pages, or what can be put into one."""
    return changes.initiator != INITIATOR and (changes.library or changes.touches(*_CONCERNED))


class PackEditing(QObject):
    """Loads the packs of the meeting and keeps the one that is shown, saving it a moment after each edit.

    ``loaded`` says that there is something else to show; a pack that nobody has touched is not saved.
    """

    loaded = Signal()
    failed = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        """Nothing is read before ``load``."""
        super().__init__(parent)
        self._tasks = tasks
        self.room = Room()
        self.pack: Pack | None = None
        self._meeting_id: uuid.UUID | None = None
        self._deleted: uuid.UUID | None = None
        self._unsaved = False
        self._save_soon = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._save_soon.timeout.connect(self.flush)

    def load(self) -> None:
        """Reads meeting, agenda and packs anew; what was typed is saved first."""
        self.flush()
        meeting_id = self._meeting_id
        self._tasks.read(
            lambda work: read_room(work, meeting_id), self._loaded, self.failed.emit, latest=INITIATOR
        )

    def show_meeting(self, meeting_id: uuid.UUID | None) -> None:
        """Turns to the packs of this meeting; None is the one being prepared."""
        self._meeting_id = meeting_id
        self.load()

    def edit(self, pack: Pack) -> None:
        """Takes over what the delegate changed, and saves it when there is a pause."""
        if pack != self.pack:
            self.pack = pack
            self.room = self.room.holds(pack)
            self._unsaved = True
            self._save_soon.start()

    def flush(self) -> None:
        """Saves now what is not saved yet; call it before the workspace is closed."""
        self._save_soon.stop()
        if self._unsaved and self.pack is not None:
            pack, self._unsaved = self.pack, False
            self._tasks.write(
                lambda work: work.packs.save(pack), None, self._could_not_save, initiator=INITIATOR
            )

    def choose(self, pack_id: uuid.UUID) -> None:
        """Turns to another pack."""
        self.flush()
        self.pack = self.room.pack(pack_id) or self.pack
        self.loaded.emit()

    def make_new(self) -> None:
        """Makes another pack and turns to it; the one that was shown is kept even if nobody touched it."""
        if self.room.meeting is None:
            return
        if self.pack is not None and self.room.pack(self.pack.id) is None:
            self.room = self.room.holds(self.pack)
            self._unsaved = True
        self.flush()
        pack = new_pack(self.room, self.pack)
        said = f"Made the pack “{pack.name}”."
        self._tasks.write(
            lambda work: work.packs.save(pack), None, self.failed.emit, initiator=INITIATOR, said=said
        )
        self.pack, self.room = pack, self.room.holds(pack)
        self.loaded.emit()

    def delete(self) -> None:
        """Deletes the pack that is shown, which can be undone, and turns to another."""
        if self.pack is None or self.room.pack(self.pack.id) is None:
            return
        self.flush()
        gone = self._deleted = self.pack.id
        said = f"Deleted the pack “{self.pack.name}”."

        def job(work: Work) -> None:
            work.packs.delete(gone)

        self._tasks.write(job, lambda _: self.load(), self.failed.emit, initiator=INITIATOR, said=said)

    def _loaded(self, room: Room) -> None:
        if self._unsaved and self.pack is not None:
            room = room.holds(self.pack)
        self.room = room
        if room.meeting is None:
            self.pack = None
        else:
            self.pack = self._next_pack(room)
        self.loaded.emit()

    def _next_pack(self, room: Room) -> Pack:
        restored = room.pack(self._deleted)
        if restored is not None:
            self._deleted = None
            return restored
        if self.pack is not None and self.pack.id != self._deleted:
            current = room.pack(self.pack.id)
            if current is not None:
                return current
        return room.packs[0] if room.packs else self._untouched(room)

    def _untouched(self, room: Room) -> Pack:
        """A pack to start with, the same one as long as nobody touched it."""
        fresh, before = new_pack(room), self.pack
        if before is None or before.meeting_id != fresh.meeting_id or before.id == self._deleted:
            return fresh
        return replace(fresh, id=before.id)

    def _could_not_save(self, sentence: str) -> None:
        self._unsaved = True
        self.failed.emit(sentence)
