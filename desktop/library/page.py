"""Library: the documents by year, each to be read as a document; search; import."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHeaderView,
    QListView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.documents import DocumentHead, Kind, LibraryParagraph, Standing, Track
from core.revisions import Changes
from core.search_hits import Hit
from desktop.events import Events
from desktop.library.documents_model import DOCUMENT_ROLE, DocumentsDelegate, DocumentsModel
from desktop.library.importing import import_documents
from desktop.library.paragraph_table import SORT_ROLE, ParagraphTable
from desktop.tasks import Tasks
from desktop.widgets.choice import Choice
from desktop.widgets.paragraph_delegate import DocumentDelegate
from desktop.widgets.paragraph_list import ParagraphList
from desktop.widgets.paragraph_model import ROW_ROLE, Row
from desktop.widgets.pieces import EmptyPlace, IconButton, button, label, line, row
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from db.work import Work

_TYPING_PAUSE_MS = 40
_DOCUMENT, _TABLE, _HITS, _EMPTY = range(4)


class LibraryPage(QWidget):
    """Reads and searches the library; ``chosen``, ``pull_requested`` and ``insert_requested`` carry rows."""

    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)

    def __init__(self, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Fills itself when ``load`` is called and whenever the library changes."""
        super().__init__(parent)
        self._tasks, self._events = tasks, events
        self._document: DocumentHead | None = None
        self._goto: uuid.UUID | None = None
        self._answered = ""
        self.setAcceptDrops(True)
        self._make_side()
        self._make_middle()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._side)
        splitter.addWidget(self._middle)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([240, 700])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        events.changed.connect(self._on_changed)

    def _make_side(self) -> None:
        self._side = QFrame()
        self._side.setObjectName("side")
        self.documents = QListView()
        self.documents.setAccessibleName("Documents")
        self.documents.setMouseTracking(True)
        self.documents.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.documents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._documents = DocumentsModel(self.documents)
        self.documents.setModel(self._documents)
        self._drawing = DocumentsDelegate(self.documents)
        self.documents.setItemDelegate(self._drawing)
        self.documents.selectionModel().currentChanged.connect(self._on_document)
        title = label("Library", "title")
        add = button("Import…", self.ask_for_files)
        head = row(title, 1, add)
        head.setContentsMargins(16, 0, 12, 0)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 16, 0, 8)
        column.addLayout(head)
        column.addWidget(self.documents, 1)

    def _make_middle(self) -> None:
        self._middle = QFrame()
        self._middle.setObjectName("middle")
        self.search = SearchField("Search the library, or BMS8 62")
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._filters = {
            "track": _filter("Every track", [(t.short_title, t) for t in Track]),
            "standing": _filter("Any standing", [(s.phrase.capitalize(), s) for s in Standing]),
            "kind": _filter("Every kind", [(k.value.capitalize(), k) for k in Kind if k is not Kind.HEADING]),
        }
        for name, combo in self._filters.items():
            combo.setAccessibleName(f"Filter by {name}")
            combo.activated.connect(lambda _: self._ask())
        self._whole = _filter("In every document", [("In this document", True)])
        self._whole.setAccessibleName("Where to search")
        self._whole.activated.connect(lambda _: self._ask())
        self._as_table = IconButton("table", "Show as a table to sort")
        self._as_table.setCheckable(True)
        self._as_table.toggled.connect(lambda _: self._ask())
        self.reading = ParagraphList("Document", DocumentDelegate())
        self.hits = ParagraphList("Paragraphs found")
        self.table = self._make_table()
        for each in (self.reading, self.hits):
            each.chosen.connect(self.chosen)
            each.pull_requested.connect(self.pull_requested)
            each.insert_requested.connect(self.insert_requested)
        self.search.stepped.connect(self._step)
        self.table.activated.connect(self._on_table_entered)
        self.search.entered.connect(self._on_entered)
        self._empty = EmptyPlace(
            "No documents yet", "Drop a document here, or import one.", "Import…", self.ask_for_files
        )
        self._stack = QStackedWidget()
        for page in (self.reading, self.table, self.hits, self._empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        filters = row(*self._filters.values(), self._whole, 1, self._as_table)
        for part in (row(self.search), filters):
            part.setContentsMargins(16, 0, 16, 0)
            column.addLayout(part)
        column.addWidget(line())
        column.addWidget(self._stack, 1)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName("Paragraphs as a table")
        self._table = ParagraphTable(table)
        proxy = QSortFilterProxyModel(table)
        proxy.setSourceModel(self._table)
        proxy.setSortRole(SORT_ROLE)
        table.setModel(proxy)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((140, 96, 150, 84, 110)):
            table.setColumnWidth(column, width)
        table.selectionModel().currentChanged.connect(self._on_table_row)
        return table

    def _step(self, by: int) -> None:
        """Arrow keys in the search field reach what is shown below it."""
        shown = self._stack.currentWidget()
        if isinstance(shown, ParagraphList):
            shown.step(by)
        elif shown is not None:
            shown.setFocus()

    def _on_table_entered(self, index: QModelIndex) -> None:
        if index.data(ROW_ROLE) is not None:
            self.pull_requested.emit(index.data(ROW_ROLE))

    def _on_table_row(self, index: QModelIndex) -> None:
        if index.data(ROW_ROLE) is not None:
            self.chosen.emit(index.data(ROW_ROLE))

    def load(self) -> None:
        """Reads the list of documents, and the open one anew."""
        self._tasks.read(lambda work: work.library.documents(), self._fill_documents, latest="documents")

    def show_paragraph(self, located: LibraryParagraph) -> None:
        """Opens the document of a paragraph at its place."""
        self.search.clear()
        self._goto = located.paragraph.id
        for nth, document in enumerate(self._documents.documents):
            if document.id == located.document.id:
                flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.documents.selectionModel().setCurrentIndex(self._documents.index(nth), flag)
        self._ask()

    def ask_for_files(self) -> None:
        """Asks which documents to import."""
        files, _ = QFileDialog.getOpenFileNames(
            self, "Import documents", "", "Documents (*.txt);;All files (*)"
        )
        self.import_files([Path(name) for name in files])

    def import_files(self, files: list[Path]) -> None:
        """Imports documents beside the window and says what became of them."""
        if files:
            import_documents(self._tasks, files)

    def _fill_documents(self, documents: list[DocumentHead]) -> None:
        self._documents.set_documents(documents)
        if not documents:
            self._stack.setCurrentIndex(_EMPTY)
        elif not self.documents.currentIndex().isValid():
            self.documents.setCurrentIndex(self._documents.index(0))
        else:
            self._ask()

    def _on_document(self) -> None:
        self._document = self.documents.currentIndex().data(DOCUMENT_ROLE)
        self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        words, document = self.search.text().strip(), self._document
        if document is None:
            return
        filters = {name: combo.currentData() for name, combo in self._filters.items()}
        inside = document.name if self._whole.currentData() else None
        if words:
            self._tasks.read(
                lambda work: work.search.find(words, document=inside, limit=200, **filters),
                lambda hits: self._show_hits(words, hits),
                latest="library",
            )
        else:
            self._tasks.read(
                lambda work: _rows(work, document, filters), self._show_document, latest="library"
            )

    def _show_hits(self, words: str, hits: list[Hit]) -> None:
        self._answered = words
        caption = f"FOUND  {len(hits)}" if hits else "NOTHING FOUND: try other words, or take a filter away"
        self._show([Row(caption=caption), *(Row(hit.found, marks=hit.marks) for hit in hits)], self.hits)

    def _show_document(self, rows: list[Row]) -> None:
        self._show(rows, self.reading)
        wanted, self._goto = self._goto, None
        for each in rows:
            if wanted is not None and each.located and each.located.paragraph.id == wanted:
                self.reading.select_paragraph(each.located)

    def _show(self, rows: list[Row], where: ParagraphList) -> None:
        if self._as_table.isChecked():
            self._table.set_rows(rows)
            self._stack.setCurrentIndex(_TABLE)
        else:
            where.set_rows(rows)
            self._stack.setCurrentWidget(where)

    def _on_entered(self, insert: bool) -> None:
        if self._stack.currentWidget() is not self.hits or self._answered != self.search.text().strip():
            return
        if self.hits.current_row() is None:
            self.hits.select_first()
        chosen = self.hits.current_row()
        if chosen is not None and chosen.located is not None:
            (self.insert_requested if insert else self.pull_requested).emit(chosen)

    def _on_changed(self, changes: Changes) -> None:
        if changes.library:
            self.load()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped anywhere on the page."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports what was dropped."""
        self.import_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()


def _filter(everything: str, choices: list[tuple[str, object]]) -> Choice:
    made = Choice()
    made.setProperty("role", "filter")
    made.addItem(everything, None)
    for words, value in choices:
        made.addItem(words, value)
    return made


def _rows(work: Work, document: DocumentHead, filters: dict[str, object]) -> list[Row]:
    track, standing, kind = filters["track"], filters["standing"], filters["kind"]
    filtered = track or standing or kind
    rows = []
    for paragraph in work.library.rows(document.id):
        fits = (
            track in (None, paragraph.track)
            and standing in (None, paragraph.standing)
            and kind in (None, paragraph.kind)
            and not (filtered and paragraph.kind is Kind.HEADING)
        )
        if fits:
            rows.append(Row(LibraryParagraph(document, paragraph)))
    return rows
