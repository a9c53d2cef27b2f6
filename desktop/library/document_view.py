"""The middle of the library: the open document as a document or a table, and what a search finds."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from core.documents import DocumentHead, LibraryParagraph
from core.search_hits import Hit
from desktop.library.filters import FilterBar, Wanted
from desktop.library.table_view import TableView
from desktop.library.version_bar import VersionBar
from desktop.library.versions import Versions, rows_beside, versions_of
from desktop.tasks import Tasks
from desktop.widgets.document_delegate import BesideDelegate, DocumentDelegate
from desktop.widgets.paragraph_list import ParagraphList
from desktop.widgets.paragraph_model import Row
from desktop.widgets.pieces import EmptyPlace, line, row
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from db.work import Work

_TYPING_PAUSE_MS = 40


class DocumentView(QFrame):
    """Reads one document and searches all; ``chosen``, ``pull_requested``, ``insert_requested`` carry rows.

    ``document_wanted`` carries another language or revision to open, ``import_wanted`` that there is nothing
    to read yet, ``opened`` the versions (``versions.Versions``) of the document that was opened.
    """

    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)
    document_wanted = Signal(object)
    opened = Signal(object)
    import_wanted = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Empty until a document is opened."""
        super().__init__(parent)
        self.setObjectName("middle")
        self._tasks = tasks
        self.document: DocumentHead | None = None
        self._shown: DocumentHead | None = None
        self._beside: DocumentHead | None = None
        self._goto: uuid.UUID | None = None
        self.answered = ""
        self._asked = 0
        self.search = SearchField("Search the library, or BMS8 62")
        self.filters = FilterBar()
        self.versions = VersionBar()
        self.reading = ParagraphList("Document", DocumentDelegate())
        self.beside = ParagraphList("Document in two languages", BesideDelegate())
        self.hits = ParagraphList("Paragraphs found")
        self.table = TableView()
        self._empty = EmptyPlace(
            "No documents yet",
            "Drop a document here, or import one.",
            "Import…",
            self.import_wanted.emit,
        )
        self.stack = QStackedWidget()
        for page in (self.reading, self.table, self.hits, self._empty, self.beside):
            self.stack.addWidget(page)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        search = row(self.search)
        search.setContentsMargins(16, 0, 16, 0)
        column.addLayout(search)
        column.addWidget(self.filters)
        column.addWidget(self.versions)
        column.addWidget(line())
        column.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.stepped.connect(self._step)
        self.search.entered.connect(self._on_entered)
        self.filters.changed.connect(self.ask)
        self.versions.language_chosen.connect(self.document_wanted)
        self.versions.document_wanted.connect(self.document_wanted)
        self.versions.beside_chosen.connect(self.put_beside)
        for each in (self.reading, self.beside, self.hits):
            each.chosen.connect(self.chosen)
            each.pull_requested.connect(self.pull_requested)
            each.insert_requested.connect(self.insert_requested)
        self.table.chosen.connect(self.chosen)
        self.table.pull_requested.connect(self.pull_requested)

    # what is shown

    def show_empty(self) -> None:
        """There is no document: says how to get one."""
        self.stack.setCurrentWidget(self._empty)

    def go_to(self, paragraph: uuid.UUID) -> None:
        """The document that is opened next is shown at this paragraph."""
        self._goto = paragraph

    def open(self, document: DocumentHead) -> None:
        """Shows a document, and beside it the language that stood beside the one before, if it has that."""
        self.document = document
        beside = self._beside.language if self._beside is not None else ""

        def done(versions: Versions) -> None:
            if self.document is not None and self.document.id == document.id:
                other = versions.in_language(beside)
                self._beside = other if other is not None and other.id != document.id else None
                self.versions.show_versions(versions, document, self._beside)
                self.ask()
                self.opened.emit(versions)

        self._tasks.read(lambda work: versions_of(work, document.id), done, latest="versions")

    def put_beside(self, document: DocumentHead | None) -> None:
        """Shows another language beside the open document; None shows that alone."""
        self._beside = document
        self.versions.choose_beside(document)
        self.ask()

    def ask(self) -> None:
        """Reads anew what the search, the filters and the open document ask for."""
        self._pause.stop()
        words, document = self.search.text().strip(), self.document
        if document is None:
            return
        wanted, other = self.filters.wanted, self._beside
        inside = document.name if self.filters.in_this_document else None
        if words:
            self._tasks.read(
                lambda work: work.search.find(
                    words,
                    document=inside,
                    limit=200,
                    track=wanted.track,
                    standing=wanted.standing,
                    kind=wanted.kind,
                ),
                lambda hits: self._show_hits(words, hits),
                latest="library",
            )
        elif other is not None and not self.filters.as_table:
            self._tasks.read(
                lambda work: [row for row in rows_beside(work, document, other) if wanted.fits(row)],
                lambda rows: self._show_document(rows, self.beside),
                latest="library",
            )
        else:
            self._tasks.read(
                lambda work: _rows(work, document, wanted),
                lambda rows: self._show_document(rows, self.reading),
                latest="library",
            )

    def _show_hits(self, words: str, hits: list[Hit]) -> None:
        self.answered = words
        caption = f"FOUND  {len(hits)}" if hits else "NOTHING FOUND: try other words, or take a filter away"
        rows = [Row(caption=caption), *(Row(hit.found, marks=hit.marks) for hit in hits)]
        if not self._show_table(rows):
            self._asked += 1
            self.hits.set_rows(rows)
            self.stack.setCurrentWidget(self.hits)

    def _show_document(self, rows: list[Row], where: ParagraphList) -> None:
        if self._show_table(rows):
            return
        self._asked += 1
        asked, document = self._asked, self.document
        is_new, self._shown = document != self._shown, document

        def shown() -> None:
            if asked == self._asked:
                if is_new:
                    where.scrollToTop()
                self._go_to_wanted(rows, where)

        if self.stack.currentWidget() is not where:  # only there does it have the width to be measured at
            where.set_rows(())
            self.stack.setCurrentWidget(where)
        where.show_document(rows, shown)

    def _go_to_wanted(self, rows: list[Row], where: ParagraphList) -> None:
        """Brings the paragraph in sight that the document was opened for."""
        wanted, self._goto = self._goto, None
        for each in rows:
            if wanted is not None and each.located and each.located.paragraph.id == wanted:
                where.select_paragraph(each.located)

    def _show_table(self, rows: list[Row]) -> bool:
        """Shows the rows in the table, if that is what is wished."""
        if self.filters.as_table:
            self._asked += 1
            self.table.set_rows(rows)
            self.stack.setCurrentWidget(self.table)
        return self.filters.as_table

    # the keyboard in the search field

    def _step(self, by: int) -> None:
        """Arrow keys in the search field reach what is shown below it."""
        shown = self.stack.currentWidget()
        if isinstance(shown, ParagraphList):
            shown.step(by)
        elif shown is not None:
            shown.setFocus()

    def _on_entered(self, insert: bool) -> None:
        if self.stack.currentWidget() is not self.hits or self.answered != self.search.text().strip():
            return
        if self.hits.current_row() is None:
            self.hits.select_first()
        chosen = self.hits.current_row()
        if chosen is not None and chosen.located is not None:
            (self.insert_requested if insert else self.pull_requested).emit(chosen)


def _rows(work: Work, document: DocumentHead, wanted: Wanted) -> list[Row]:
    rows = [Row(LibraryParagraph(document, paragraph)) for paragraph in work.library.rows(document.id)]
    return [row for row in rows if wanted.fits(row)]
