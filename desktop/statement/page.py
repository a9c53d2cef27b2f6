"""The statement of an agenda item: its fields, the page it is written on, and the time it takes."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from core.agenda import AgendaItem, Delegation, Meeting
from core.citations import citation_markdown, parse_citation
from core.documents import LibraryParagraph
from core.quotations import InsertAs, inserted
from core.references import parse_reference
from core.revisions import Changes, Entity
from core.statement_text import Cite
from core.statements import Capacity, Statement
from desktop.events import Events
from desktop.statement.autosave import INITIATOR, Autosave
from desktop.statement.editor import StatementEditor
from desktop.statement.head import StatementHead
from desktop.statement.history_dialog import HistoryDialog
from desktop.statement.jobs import new_statement
from desktop.statement.no_statement import NoStatement
from desktop.statement.open_statement import OpenStatement
from desktop.statement.page_layout import EMPTY, NOTHING, OPEN, Notice, lay_out
from desktop.statement.time_column import TimeColumn
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.work import Work
    from db.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is read of an agenda item to show its statements."""

    meeting: Meeting
    delegation: Delegation
    statements: list[Statement]


class StatementPage(QWidget):
    """One agenda item's statements. Whatever is typed here is saved, whatever is done next."""

    citation_activated = Signal(str)
    palette_requested = Signal()
    time_changed = Signal(object)
    saved = Signal(object)
    export_requested = Signal(object)

    def __init__(self, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Empty until it is told which item to show."""
        super().__init__(parent)
        self._tasks = tasks
        self._workspace: Workspace | None = None
        self._item: AgendaItem | None = None
        self._shelf: Shelf | None = None
        self._insert_later: list[Callable[[], object]] = []
        self._starting = False
        self.head = StatementHead()
        self.editor = StatementEditor()
        self.times = TimeColumn()
        self.empty = NoStatement()
        self.autosave = Autosave(tasks, self)
        self.open = OpenStatement(self.head, self.editor, self.times, self.autosave)
        self.notice = Notice(self.flush)
        self._places = lay_out(self, self.head, self.editor, self.times, self.empty, self.notice)
        self._wire(events)

    def _wire(self, events: Events) -> None:
        self.empty.wanted.connect(self.start)
        self.head.new_requested.connect(self.start)
        self.head.chosen.connect(self.choose)
        self.head.delete_requested.connect(self.delete)
        self.head.history_requested.connect(self.show_history)
        self.head.export_requested.connect(self._export)
        self.editor.left.connect(self.flush)
        self.editor.citation_activated.connect(self.citation_activated)
        self.editor.palette_requested.connect(self.palette_requested)
        self.editor.reference_typed.connect(self._look_up)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.refused.connect(self.notice.say)
        self.open.time_changed.connect(self.time_changed)
        events.changed.connect(self._on_changed)

    @property
    def statement(self) -> Statement | None:
        """The open statement as it stands on the page, saved or not."""
        return self.open.statement

    def show_item(self, item: AgendaItem, meeting: Meeting) -> None:
        """Shows the statements of an agenda item; what was typed on the one before is saved."""
        self.flush()
        workspace = self._tasks.workspace
        if self._item is None or self._item.id != item.id or self._workspace is not workspace:
            self._workspace = workspace
            self._shelf = None
            self._insert_later.clear()
            self.open.close()
            self._places.setCurrentIndex(NOTHING)
        self._item = item
        self.editor.set_track(item.track)
        self._load()

    def insert_commitment(self, located: LibraryParagraph, how: InsertAs) -> None:
        """Puts a commitment in at the cursor; starts a statement first if there is none."""
        blocks = inserted(located, how)

        def insert() -> None:
            self.editor.insert_blocks(blocks)
            self.editor.setFocus()

        if self.open.id is not None:
            insert()
        elif self._item is not None:
            self._insert_later.append(insert)
            if self._shelf is not None and len(self._insert_later) == 1:
                self.start(Capacity.NATIONAL)

    def flush(self) -> None:
        """Hands on for saving whatever was typed and not saved yet."""
        self.autosave.flush()

    def start(self, capacity: Capacity) -> None:
        """Starts a statement on this item, with the usual opening, and opens it to write on."""
        item = self._item
        if item is None or self._starting:
            return
        self._starting = True
        self.flush()

        def job(work: Work) -> Statement:
            return new_statement(work, item, capacity=capacity)

        def done(statement: Statement) -> None:
            self._starting = False
            if self._item is not None and self._item.id == statement.item_id:
                self._load(statement.id, to_write=True)

        self._tasks.write(job, done, self._refused, initiator=INITIATOR)

    def choose(self, statement_id: uuid.UUID) -> None:
        """Opens another of the item's statements."""
        if statement_id != self.open.id:
            self.flush()
            self._load(statement_id)

    def delete(self) -> None:
        """Deletes the open statement; the sentence that says so has an undo."""
        statement = self.statement
        if statement is None:
            return
        self.flush()
        self.open.close()
        self._places.setCurrentIndex(NOTHING)

        def done(_: None) -> None:
            self.autosave.forget(statement.id)
            self._load()

        self._tasks.write(
            lambda work: work.statements.delete(statement.id),
            done,
            self._refused,
            initiator=INITIATOR,
            said=f"Deleted “{statement.title}”",
        )

    def show_history(self) -> HistoryDialog | None:
        """Opens the versions of the statement; None if none is open."""
        statement = self.statement
        if statement is None:
            return None
        self.flush()
        dialog = HistoryDialog(self._tasks, statement, self._item.track if self._item else None, self)
        dialog.open()
        return dialog

    def hideEvent(self, event: QHideEvent) -> None:
        """Saves what was typed when the delegate goes elsewhere."""
        super().hideEvent(event)
        self.flush()

    def _load(self, wanted: uuid.UUID | None = None, *, to_write: bool = False) -> None:
        """Reads the item's statements and opens the one that is wanted, that was open, or the first."""
        item = self._item
        if item is None:
            return

        def job(work: Work) -> Shelf:
            return Shelf(
                work.meetings.meeting(item.meeting_id),
                work.meetings.delegation(),
                work.statements.of_item(item.id),
            )

        def done(shelf: Shelf) -> None:
            if self._item is not None and self._item.id == item.id:
                self._show(shelf, wanted or self.open.id)
                if to_write:
                    self.editor.moveCursor(QTextCursor.MoveOperation.End)
                    self.editor.setFocus()
                self._insert_what_waited()

        self._tasks.read(job, done)

    def _show(self, shelf: Shelf, wanted: uuid.UUID | None) -> None:
        self._shelf = shelf
        self.head.show_delegation(shelf.delegation)
        found = {statement.id: statement for statement in shelf.statements}
        if not found:
            self.open.close()
            self._places.setCurrentIndex(EMPTY)
            return
        statement = found.get(wanted) if wanted else None
        statement = statement or shelf.statements[0]
        self.head.offer(shelf.statements, statement.id)
        if statement.id == self.open.id:
            self.open.take(statement)
            self.open.set_meeting(shelf.meeting)
        else:
            self.flush()
            self.open.open(statement, shelf.meeting)
        self._places.setCurrentIndex(OPEN)

    def _insert_what_waited(self) -> None:
        if self._insert_later and self.open.id is None:
            self.start(Capacity.NATIONAL)
            return
        waiting, self._insert_later = self._insert_later, []
        for insert in waiting:
            self.editor.moveCursor(QTextCursor.MoveOperation.End)
            insert()

    def _refused(self, sentence: str) -> None:
        self._starting = False
        self._insert_later.clear()
        self._tasks.failed.emit(sentence)
        self._load()

    def _on_saved(self, _handed_on: Statement, stored: Statement, when: object) -> None:
        self.notice.hide()
        self.saved.emit(when)
        if self._shelf is not None and stored.id == self.open.id:
            there = self._shelf.statements
            there[:] = [stored if statement.id == stored.id else statement for statement in there]
            self.head.offer(there, stored.id)

    def _on_changed(self, changes: Changes) -> None:
        if changes.initiator == INITIATOR and not changes.touches(Entity.MEETING, Entity.DELEGATION):
            return
        if changes.touches(Entity.STATEMENT, Entity.MEETING, Entity.DELEGATION):
            self._load()

    def _export(self) -> None:
        if self.open.id is not None:
            self.flush()
            self.export_requested.emit(self.open.id)

    def _look_up(self, typed: str, place: QTextCursor) -> None:
        """A reference typed in square brackets becomes a citation if it names one paragraph."""

        def job(work: Work) -> str:
            found = work.library.resolve(typed)
            return _citation(typed, found)

        def done(markdown: str) -> None:
            reference = parse_citation(markdown)
            if reference is not None:
                self.editor.put_citation(place, typed, Cite(reference, markdown))

        self._tasks.read(job, done)


def _citation(typed: str, found: list[LibraryParagraph]) -> str:
    """The citation of what was typed; empty if it names no paragraph, or several."""
    if len({located.reference for located in found}) != 1:
        return ""
    document = found[0].document
    reference = parse_reference(typed, [document])
    return citation_markdown(str(reference) if reference else found[0].reference, document)
