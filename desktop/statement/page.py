"""The statement of an agenda item: its fields, the page it is written on, and the time it takes."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from core.agenda import AgendaItem, Meeting
from core.documents import LibraryParagraph
from core.quotations import InsertAs, inserted
from core.revisions import Changes, Entity
from core.statements import Capacity, Statement
from desktop.events import Events
from desktop.statement.autosave import ELSEWHERE, INITIATOR, Autosave, Key, Unsaved, path_of
from desktop.statement.editor import StatementEditor
from desktop.statement.head import StatementHead
from desktop.statement.history_dialog import HistoryDialog
from desktop.statement.jobs import new_statement
from desktop.statement.library_lookup import LibraryLookup
from desktop.statement.no_statement import NoStatement
from desktop.statement.open_statement import OpenStatement
from desktop.statement.page_layout import EMPTY, NOTHING, OPEN, Doubts, Notice, lay_out
from desktop.statement.shelf import Shelf, read_shelf
from desktop.statement.time_column import TimeColumn
from desktop.statement.typed_ahead import TypedAhead
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.work import Work


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
        self._session = 0
        self._item: AgendaItem | None = None
        self._shelf: Shelf | None = None
        self._insert_later: list[Callable[[], object]] = []
        self._starting = False
        self._export_later: Key | None = None
        self.head = StatementHead()
        self.editor = StatementEditor()
        self.times = TimeColumn()
        self.empty = NoStatement()
        self._typed_ahead = TypedAhead(self)
        self.autosave = Autosave(tasks, self)
        self.open = OpenStatement(self.head, self.editor, self.times, self.autosave)
        self._library = LibraryLookup(tasks, self.editor)
        self.notice = Notice(self.flush)
        self.doubts = Doubts()
        self._library.doubts_found.connect(self.doubts.show_doubts)
        self._places = lay_out(self, self.head, self.editor, self.times, self.empty, self.notice, self.doubts)
        self._wire(events)

    def _wire(self, events: Events) -> None:
        self.empty.wanted.connect(self._start_to_write)
        self.head.new_requested.connect(self._start_to_write)
        self.head.chosen.connect(self.choose)
        self.head.delete_requested.connect(self.delete)
        self.head.history_requested.connect(self.show_history)
        self.head.export_requested.connect(self._export)
        self.editor.left.connect(self.flush)
        self.editor.citation_activated.connect(self.citation_activated)
        self.editor.palette_requested.connect(self.palette_requested)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.refused.connect(self._on_unsaved)
        self.open.time_changed.connect(self.time_changed)
        events.changed.connect(self._on_changed)

    @property
    def statement(self) -> Statement | None:
        """The open statement as it stands on the page, saved or not."""
        return self.open.statement

    def show_item(self, item: AgendaItem, meeting: Meeting) -> None:
        """Shows the statements of an agenda item; what was typed on the one before is saved."""
        self.flush()
        if self._item is None or self._item.id != item.id or self._session != self._tasks.session:
            self._show_nothing()
        self._item, self._session = item, self._tasks.session
        self.editor.set_track(item.track)
        self._load()

    def close_workspace(self) -> None:
        """Another workspace is being opened: saves what was typed and shows nothing until ``show_item``."""
        self.flush()
        self._item = None
        self._show_nothing()
        self.notice.hide()
        for left in self.autosave.failed():
            self.notice.say(f"“{left.now.title}”: {ELSEWHERE}")

    def unsaved(self) -> bool:
        """Whether anything was typed that is not confirmed to be in its file."""
        return self.autosave.unsaved()

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

    def _start_to_write(self, capacity: Capacity) -> None:
        """Starts a statement for somebody who goes on typing at once: no letter of that is lost."""
        if self._item is not None and not self._starting:
            self._typed_ahead.begin()
            self.start(capacity)

    def start(self, capacity: Capacity) -> None:
        """Starts a statement on this item, with the usual opening, and opens it to write on."""
        item = self._item
        if item is None or self._starting:
            return
        self._starting, session = True, self._session
        self.flush()

        def job(work: Work) -> Statement:
            return new_statement(work, item, capacity=capacity)

        def done(statement: Statement) -> None:
            self._starting = False
            if self._is_shown(item, session):
                self._load(statement.id, to_write=True)

        self._tasks.write(job, done, self._refused, initiator=INITIATOR)

    def choose(self, statement_id: uuid.UUID) -> None:
        """Opens another of the item's statements."""
        if statement_id != self.open.id:
            self.flush()
            self._load(statement_id)

    def delete(self) -> None:
        """Deletes the open statement; the sentence that says so has an undo."""
        statement, key = self.statement, self.open.key
        if statement is None or key is None:
            return
        self.open.close()
        self._places.setCurrentIndex(NOTHING)

        def done(_: None) -> None:
            self.autosave.forget(key)
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
        item, session = self._item, self._session
        if item is None:
            return

        def job(work: Work) -> Shelf | None:
            return read_shelf(work, path_of(self._tasks), item)

        def done(shelf: Shelf | None) -> None:
            if shelf is not None and self._is_shown(item, session):
                self._show(shelf, wanted or self.open.id)
                if to_write:
                    self.editor.moveCursor(QTextCursor.MoveOperation.End)
                    self.editor.setFocus()
                    self._typed_ahead.hand_to(self.editor)
                self._insert_what_waited()

        def failed(sentence: str) -> None:
            self._typed_ahead.stop()
            self._tasks.failed.emit(sentence)

        self._tasks.read(job, done, failed)

    def _is_shown(self, item: AgendaItem, session: int) -> bool:
        """Whether it is still this item of this workspace that the page shows."""
        return self._item is not None and (self._item.id, self._session) == (item.id, session)

    def _show_nothing(self) -> None:
        self._shelf = self._export_later = None
        self._insert_later.clear()
        self._starting = False
        self._typed_ahead.stop()
        self.open.close()
        self._places.setCurrentIndex(NOTHING)

    def _show(self, shelf: Shelf, wanted: uuid.UUID | None) -> None:
        self._shelf = shelf
        self.head.show_delegation(shelf.delegation)
        found = {statement.id: statement for statement in shelf.statements}
        key = self.open.key
        gone = key is not None and key == (shelf.path, wanted) and wanted not in found
        if key is not None and gone and self.autosave.waits_for(key):
            self.flush()  # deleted elsewhere while it is written on: saving it brings it back
            return
        if not found:
            self.open.close()
            self._places.setCurrentIndex(EMPTY)
            return
        statement = found.get(wanted) if wanted else None
        statement = statement or shelf.statements[0]
        self.head.offer(shelf.statements, statement.id)
        if (shelf.path, statement.id) == key:
            self.open.take(statement)
            self.open.set_meeting(shelf.meeting)
        else:
            self.open.open(shelf.path, statement, shelf.meeting)
        self._places.setCurrentIndex(OPEN)
        self._library.check()

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
        self._typed_ahead.stop()
        self._insert_later.clear()
        self._tasks.failed.emit(sentence)
        self._load()

    def _on_saved(self, handed_on: Unsaved, stored: Statement, when: object) -> None:
        if not self.autosave.failed():
            self.notice.hide()
        self.saved.emit(when)
        shelf = self._shelf
        if shelf is not None and self._item is not None and shelf.path == handed_on.path:
            if shelf.put(stored):
                if self.open.id is not None:
                    self.head.offer(shelf.statements, self.open.id)
            elif stored.item_id == self._item.id:
                self._load()
        self._export_what_waited(handed_on.key)

    def _on_unsaved(self, handed_on: Unsaved, sentence: str) -> None:
        exported = self._export_later == handed_on.key
        if exported:
            self._export_later = None
        if handed_on.key != self.open.key:
            sentence = f"“{handed_on.now.title}”: {sentence}"
        self.notice.say(sentence, exported=exported)

    def _on_changed(self, changes: Changes) -> None:
        if changes.library:
            self._library.check()
        if changes.initiator == INITIATOR and not changes.touches(Entity.MEETING, Entity.DELEGATION):
            return
        if changes.touches(Entity.STATEMENT, Entity.MEETING, Entity.DELEGATION):
            self._load()

    def _export(self) -> None:
        """Asks for the export once the file has what is on the page."""
        self._export_later = self.open.key
        self.flush()
        if self._export_later is not None and not self.autosave.waits_for(self._export_later):
            self._export_what_waited(self._export_later)

    def _export_what_waited(self, saved: Key) -> None:
        if self._export_later == saved:
            self._export_later = None
            self.export_requested.emit(saved[1])
