"""The desk: which meeting and agenda item are open, and everything that can be done to its dossier.

The agenda, the commitments, the reader and the palette all act through it, so that none of them needs to
know another.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.agenda import AgendaItem, Delegation, Meeting
from core.commitments import Dismissal, Dossier, Pull, Stance
from core.documents import LibraryParagraph
from core.errors import NameplateError
from core.revisions import Changes, Entity
from desktop.dossier.jobs import PulledCommitment, pulled_commitments
from desktop.events import Events
from desktop.meeting.jobs import AgendaRow, agenda
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.work import Work


@dataclass(frozen=True, slots=True)
class _Agenda:
    meeting: Meeting | None
    delegation: Delegation
    rows: tuple[AgendaRow, ...]


class Desk(QObject):
    """The open meeting and item.

    ``agenda_changed`` says that meeting, delegation or ``rows`` are new; ``item_changed`` carries the open
    AgendaItem or None; ``dossier_changed`` that ``pulled`` or ``dossier`` are new; ``library_changed`` that
    a document was added, ``undone`` that something was taken back.
    """

    agenda_changed = Signal()
    item_changed = Signal(object)
    dossier_changed = Signal()
    library_changed = Signal()
    undone = Signal()

    def __init__(self, tasks: Tasks, events: Events, parent: QObject | None = None) -> None:
        """Nothing is open until ``load`` has read the workspace."""
        super().__init__(parent)
        self._tasks = tasks
        self.meeting: Meeting | None = None
        self.delegation = Delegation()
        self.rows: tuple[AgendaRow, ...] = ()
        self.item: AgendaItem | None = None
        self.pulled: tuple[PulledCommitment, ...] = ()
        self.dossier: Dossier | None = None
        self._begin_at = ""
        self._unsaved_dossiers: dict[uuid.UUID, Dossier] = {}
        self._unsaved_notes: dict[uuid.UUID, tuple[Pull, str]] = {}
        events.changed.connect(self._on_changed)

    def load(self) -> None:
        """Reads meeting and agenda; opens the first substantive item if none is open."""
        self._tasks.read(_read_agenda, self._on_agenda, latest="agenda")

    def forget(self, begin_at: str = "") -> None:
        """Another workspace was opened: nothing of the old one holds; begins at the item of this id."""
        self._begin_at = begin_at
        self.item = None
        self.rows, self.pulled, self.dossier = (), (), None
        self._unsaved_dossiers.clear()
        self._unsaved_notes.clear()
        self.item_changed.emit(None)
        self.load()

    def show_again(self) -> None:
        """Shows the open item anew, as after a workspace that could not be opened."""
        self.item_changed.emit(self.item)
        self._read_dossier()

    def open_item(self, item: AgendaItem) -> None:
        """Opens an agenda item's dossier."""
        if self.item is not None and self.item.id == item.id:
            return
        self.item = item
        self.pulled, self.dossier = (), None
        self.item_changed.emit(item)
        self._read_dossier()

    def pull_of(self, paragraph_id: uuid.UUID) -> Pull | None:
        """The pull of a paragraph in the open item's dossier, None if it was not pulled."""
        return next((p.pull for p in self.pulled if p.pull.paragraph_id == paragraph_id), None)

    def pull(self, paragraphs: Sequence[LibraryParagraph]) -> None:
        """Pulls commitments into the open item."""
        item = self.item
        if item is None:
            self._tasks.failed.emit("Open an agenda item first; then pull commitments into it.")
            return

        def job(work: Work) -> int:
            return len(work.dossiers.pull(item.id, list(paragraphs)))

        def said(count: int) -> str:
            if not count:
                return f"Already in item {item.number}."
            what = paragraphs[0].reference if count == 1 else f"{count} commitments"
            return f"Pulled {what} into item {item.number}"

        self._tasks.write(job, said=said)

    def unpull(self, pull: Pull) -> None:
        """Takes a commitment out of its dossier."""
        self._tasks.write(
            lambda work: work.dossiers.remove_pull(pull.id), said=f"Took {pull.reference} out of the item"
        )

    def dismiss(self, located: LibraryParagraph) -> None:
        """Notes that a commitment is not relevant to the open item: it is not suggested again."""
        item = self.item
        if item is not None:
            self._tasks.write(
                lambda work: work.dossiers.dismiss(item.id, [located]),
                said=f"{located.reference} will not be suggested for item {item.number}",
            )

    def take_back(self, dismissal: Dismissal) -> None:
        """Lets a commitment be suggested again."""
        self._tasks.write(
            lambda work: work.dossiers.take_back(dismissal.item_id, [dismissal.paragraph_id]),
            said=f"{dismissal.reference} may be suggested again",
        )

    def set_stance(self, pull: Pull, stance: Stance) -> None:
        """Sets what the delegation means to do with a commitment."""
        self._tasks.write(
            lambda work: _change_pull(work, pull, stance=stance), said=f"{pull.reference}: {stance.value}"
        )

    def set_note(self, pull: Pull, note: str) -> None:
        """Keeps a private note on a pull; it is tried again until it is in the file."""
        self._unsaved_notes[pull.id] = (pull, note)

        def done(_: None) -> None:
            if self._unsaved_notes.get(pull.id) == (pull, note):
                del self._unsaved_notes[pull.id]

        self._tasks.write(lambda work: _change_pull(work, pull, note=note), done, initiator="reader")

    def move(self, pull: Pull, before: Pull | None) -> None:
        """Puts a pull before another one, or last."""
        self._tasks.write(
            lambda work: work.dossiers.move_pull(pull.id, before.id if before else None),
            said=f"Moved {pull.reference}",
        )

    def save_dossier(self, dossier: Dossier) -> None:
        """Keeps brief, points and note of an item; they are tried again until they are in the file."""
        if self.item is not None and self.item.id == dossier.item_id:
            self.dossier = dossier
        self._unsaved_dossiers[dossier.item_id] = dossier

        def done(_: object) -> None:
            if self._unsaved_dossiers.get(dossier.item_id) == dossier:
                del self._unsaved_dossiers[dossier.item_id]

        self._tasks.write(lambda work: work.dossiers.save(dossier), done, initiator="points")

    def unsaved(self) -> bool:
        """Whether anything typed into a dossier is not in the file yet."""
        return bool(self._unsaved_dossiers or self._unsaved_notes)

    def save_again(self) -> None:
        """Tries once more what could not be saved."""
        for dossier in tuple(self._unsaved_dossiers.values()):
            self.save_dossier(dossier)
        for pull, note in tuple(self._unsaved_notes.values()):
            self.set_note(pull, note)

    def undo(self, changes: Changes) -> None:
        """Takes back what a notice told of."""
        self._tasks.write(lambda work: work.revisions.undo(changes), lambda _: self.undone.emit())

    def _read_dossier(self) -> None:
        item = self.item
        if item is None:
            return

        def job(work: Work) -> tuple[Dossier, list[PulledCommitment]]:
            return work.dossiers.dossier(item.id), pulled_commitments(work, item)

        def done(read: tuple[Dossier, list[PulledCommitment]]) -> None:
            self.dossier = self._unsaved_dossiers.get(item.id, read[0])
            self.pulled = tuple(self._with_unsaved_note(each) for each in read[1])
            self.dossier_changed.emit()

        self._tasks.read(job, done, latest="dossier")

    def _with_unsaved_note(self, pulled: PulledCommitment) -> PulledCommitment:
        """A pull as the delegate last left it, even where that could not be saved yet."""
        if pulled.pull.id not in self._unsaved_notes:
            return pulled
        return replace(pulled, pull=replace(pulled.pull, note=self._unsaved_notes[pulled.pull.id][1]))

    def _on_agenda(self, agenda: _Agenda) -> None:
        self.meeting, self.delegation, self.rows = agenda.meeting, agenda.delegation, agenda.rows
        self.agenda_changed.emit()
        items = [row.item for row in self.rows]
        if self.item is not None:
            current = next((item for item in items if item.id == self.item.id), None)
            if current == self.item:
                return
            self.item = current
            self.item_changed.emit(current)
            if current is not None:
                self._read_dossier()
                return
        left_at = [item for item in items if str(item.id) == self._begin_at]
        substantive = left_at or [item for item in items if item.track is not None] or items
        if substantive:
            self.open_item(substantive[0])

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(
            Entity.MEETING, Entity.AGENDA_ITEM, Entity.DELEGATION, Entity.PULL, Entity.STATEMENT
        ):
            self.load()
        if changes.touches(Entity.PULL, Entity.DOSSIER) or changes.library:
            self._read_dossier()
        if changes.library:
            self.library_changed.emit()


def _read_agenda(work: Work) -> _Agenda:
    delegation = work.meetings.delegation()
    try:
        meeting = work.meetings.current()
    except NameplateError:
        return _Agenda(None, delegation, ())
    return _Agenda(meeting, delegation, tuple(agenda(work)))


def _change_pull(work: Work, pull: Pull, *, stance: Stance | None = None, note: str | None = None) -> None:
    """Changes one thing of a pull and leaves what was changed elsewhere in the meantime."""
    current = next((p for p in work.dossiers.pulls(pull.item_id) if p.id == pull.id), None)
    if current is None:
        raise NameplateError(f"{pull.reference} is no longer in this item; pull it again.")
    changed = replace(
        current,
        stance=current.stance if stance is None else stance,
        note=current.note if note is None else note,
    )
    work.dossiers.save_pull(changed)
