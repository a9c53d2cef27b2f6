"""The middle of the library: the open document as a document or a table, and what a search finds."""

from __future__ import annotations

import uuid
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from core.documents import DocumentHead, LibraryParagraph
from desktop.library.filters import FilterBar
from desktop.library.shown import document_rows, lines_of
from desktop.library.table_view import TableView
from desktop.library.version_bar import VersionBar
from desktop.library.versions import Versions, versions_of
from desktop.searching.asking import Asker
from desktop.searching.hit_rows import hit_rows
from desktop.searching.jobs import Answer, Described, Narrowing, Question
from desktop.searching.meaning_line import MeaningLine
from desktop.tasks import Tasks
from desktop.widgets.document_delegate import BesideDelegate, DocumentDelegate
from desktop.widgets.paragraph_list import ParagraphList
from desktop.widgets.paragraph_model import Row
from desktop.widgets.pieces import EmptyPlace, line, row
from desktop.widgets.search_field import SearchField

_MOST = 200


class DocumentView(QFrame):
    """Reads one document and searches all; ``chosen``, ``pull_requested``, ``insert_requested`` carry rows.

    ``document_wanted`` carries another language or revision to open, ``import_wanted`` that there is nothing
    to read yet, ``opened`` the versions (``versions.Versions``) of the document that was opened,
    ``compare_wanted`` the document to compare the open one with, None for one that is still to be chosen.
    ``export_wanted`` carries the paragraphs that are shown, ``thesaurus_wanted`` a concept whose words are to
    be edited.
    """

    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)
    document_wanted = Signal(object)
    opened = Signal(object)
    import_wanted = Signal()
    compare_wanted = Signal(object)
    export_wanted = Signal(object)
    thesaurus_wanted = Signal(str)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Empty until a document is opened."""
        super().__init__(parent)
        self.setObjectName("middle")
        self._tasks = tasks
        self.document: DocumentHead | None = None
        self._shown: DocumentHead | None = None
        self._beside: DocumentHead | None = None
        self._goto: uuid.UUID | None = None
        self.rows: list[Row] = []
        self._asked = 0
        self.search = SearchField("Search the library, or BMS8 62")
        self.filters = FilterBar()
        self.meaning = MeaningLine()
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
        search = row(self.search, *self.filters.buttons, spacing=4)
        for part in (search, row(self.filters), row(self.meaning)):
            part.setContentsMargins(16, 0, 16, 0)
            column.addLayout(part)
        self._of_document = QWidget()
        self._of_document.setLayout(row(self.versions))
        column.addWidget(self._of_document)
        column.addWidget(line())
        column.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.asker = Asker("library", self.search, self._question, self._tasks, self)
        self.asker.watch(self.hits)
        self.asker.answered.connect(self._on_answer)
        self.asker.acted.connect(self._act)
        self.meaning.left_out.connect(self.asker.leave_out)
        self.meaning.taken_in.connect(self.asker.take_in)
        self.meaning.edit_wanted.connect(self.thesaurus_wanted)
        self.search.stepped.connect(self._step)
        self.filters.changed.connect(self.ask)
        self.filters.export_wanted.connect(lambda: self.export_wanted.emit(self._paragraphs()))
        self.filters.columns_wanted.connect(self._choose_columns)
        self.versions.language_chosen.connect(self.document_wanted)
        self.versions.document_wanted.connect(self.document_wanted)
        self.versions.beside_chosen.connect(self.put_beside)
        self.versions.compare_wanted.connect(self.compare_wanted)
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
        """The document that is opened next is shown at this paragraph, whole."""
        self._goto = paragraph
        self.filters.clear()

    def open(self, document: DocumentHead) -> None:
        """Shows a document, and beside it the language that stood beside the one before, if it has that."""
        self.document = document
        if not self.search.text().strip():
            self.filters.stay_in_document_if_listing()
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
        if self.document is None:
            return
        if self._question().is_empty:
            self.asker.forget()
            self._read_document()
        else:
            self.asker.ask()

    def ask_again(self) -> None:
        """What words mean, or paragraphs are about, has changed: what was found by that may be other."""
        wanted = self.filters.wanted
        if not self._question().is_empty or wanted.about or self.filters.as_table:
            self.ask()

    def _question(self) -> Question:
        """What is searched for; nothing while the filters merely narrow the open document."""
        words, filters = self.search.text().strip(), self.filters
        if self.document is None or not (words or (filters.wanted.about and not filters.in_this_document)):
            return Question()
        return Question(words, filters.within(self.document.name), filters.first, _MOST)

    @property
    def narrowing(self) -> Narrowing:
        """What is listed is narrowed to this; to the open document while nothing is searched for."""
        asked = self._question()
        if asked.is_empty and self.document is not None:
            return replace(self.filters.wanted, document=self.document.name)
        return asked.narrowing

    def _on_answer(self, found: Answer) -> None:
        self.meaning.show_answer(found)
        if found.question.is_empty:
            self._read_document()
            return
        count = f"{len(found.hits)}{'+' if len(found.hits) >= _MOST else ''}"
        nothing = "NOTHING FOUND: try other words, or take a filter away"
        rows = [Row(caption=f"FOUND  {count}" if found.hits else nothing), *hit_rows(found.hits)]
        self.rows = rows
        if not self._show_table(rows):
            self._asked += 1
            self.hits.set_rows(rows)
            self.stack.setCurrentWidget(self.hits)
        self._of_document.hide()

    def _read_document(self) -> None:
        self.meaning.show_answer(Answer(Question()))
        document, other, wanted = self.document, self._beside, self.filters.wanted
        if document is None:
            return
        if self.filters.as_table:
            other = None
        self._tasks.read(
            lambda work: document_rows(work, document, wanted, other),
            lambda rows: self._show_document(rows, self.reading if other is None else self.beside),
            latest="library",
        )

    def _paragraphs(self) -> list[LibraryParagraph]:
        """What is shown, in its order."""
        if self.stack.currentWidget() is self.table:
            return self.table.paragraphs
        return [each.located for each in self.rows if each.located is not None and each.located.reference]

    def _show_document(self, rows: list[Row], where: ParagraphList) -> None:
        self.rows = rows
        self._of_document.show()
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
            self._tasks.read(lambda work: lines_of(work, rows), self._fill_table, latest="library table")
        return self.filters.as_table

    def _fill_table(self, lines: list[tuple[Row, Described]]) -> None:
        if self.filters.as_table:
            self.table.set_lines(lines)
            self.stack.setCurrentWidget(self.table)
            if self._goto is not None and self.table.select_paragraph(self._goto):
                self._goto = None

    def _choose_columns(self) -> None:
        beside = self.filters.columns
        self.table.columns_menu().popup(beside.mapToGlobal(beside.rect().bottomLeft()))

    # the keyboard in the search field

    def _step(self, by: int) -> None:
        """Arrow keys in the search field reach what is shown below it."""
        shown = self.stack.currentWidget()
        if isinstance(shown, ParagraphList):
            shown.step(by)
        elif shown is not None:
            shown.setFocus()

    def _act(self, insert: bool) -> None:
        """Acts on what is chosen among the hits, the best one if none is."""
        if self.stack.currentWidget() is not self.hits:
            return
        if self.hits.current_row() is None:
            self.hits.select_first()
        chosen = self.hits.current_row()
        if chosen is not None and chosen.located is not None:
            (self.insert_requested if insert else self.pull_requested).emit(chosen)
