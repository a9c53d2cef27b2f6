"""The table of paragraphs: what it looks like, its columns, and what choosing in it does."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from core.copying import with_citation
from core.documents import LibraryParagraph
from desktop.library.paragraph_table import COLUMNS, HIDDEN_AT_FIRST, SORT_ROLE, Line, ParagraphTable
from desktop.settings import remember_table, table_shape
from desktop.widgets.paragraph_model import ROW_ROLE, Row

_WIDTHS = (128, 96, 130, 92, 104, 96, 140, 110, 140, 160)
_ALWAYS_SHOWN = 0
_COPY_CITATIONS = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_C
)


class TableView(QTableView):
    """Paragraphs to sort and choose from; ``chosen`` and ``pull_requested`` (Return) carry a row.

    Several can be selected; Ctrl+C copies them as tab-separated text. Which columns are shown is chosen in
    the menu of the header or of the table, and remembered.
    """

    chosen = Signal(object)
    pull_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is given lines; in the order given."""
        super().__init__(parent)
        self.setAccessibleName("Paragraphs as a table")
        self._restoring = False
        self._table = ParagraphTable(self)
        proxy = QSortFilterProxyModel(self)
        proxy.setSourceModel(self._table)
        proxy.setSortRole(SORT_ROLE)
        self.setModel(proxy)
        self._look()
        self._restore_columns()
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.selectionModel().currentChanged.connect(self._on_row)
        self.activated.connect(self._on_entered)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self.columns_menu().popup(header.mapToGlobal(at))
        )

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Shows these paragraphs; the selected one stays so, where it was seen, if it is among them."""
        row: Row | None = self.currentIndex().data(ROW_ROLE)
        before = row.located.paragraph.id if row is not None and row.located is not None else None
        at = self.verticalScrollBar().value()
        self._table.set_lines(lines)
        self._restoring = True  # what is read meanwhile may be another paragraph
        there = before is not None and self.select_paragraph(before)
        self._restoring = False
        self.verticalScrollBar().setValue(at if there else 0)

    def select_paragraph(self, paragraph: uuid.UUID) -> bool:
        """Selects a paragraph and brings it in sight; False if it is not here."""
        for nth in range(self.model().rowCount()):
            index = self.model().index(nth, 0)
            if index.data(ROW_ROLE).located.paragraph.id == paragraph:
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return True
        return False

    @property
    def paragraphs(self) -> list[LibraryParagraph]:
        """What is selected, if that is more than one, or all, in the order that is seen."""
        selected = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = selected if len(selected) > 1 else range(self.model().rowCount())
        return [self.model().index(nth, 0).data(ROW_ROLE).located for nth in rows]

    # columns

    def columns_menu(self) -> QMenu:
        """A menu of the columns, those that are shown ticked."""
        menu = QMenu("Columns", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, name in enumerate(COLUMNS):
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.setEnabled(column != _ALWAYS_SHOWN)
            action.toggled.connect(lambda shown, column=column: self.show_column(column, shown))
            menu.addAction(action)
        return menu

    def show_column(self, column: int, shown: bool) -> None:
        """Shows or hides a column from now on."""
        self.setColumnHidden(column, not shown)
        self._remember()

    def _restore_columns(self) -> None:
        header, kept = self.horizontalHeader(), table_shape()
        if kept is None or not header.restoreState(kept) or header.count() != len(COLUMNS):
            for column, width in enumerate(_WIDTHS):
                self.setColumnWidth(column, width)
            for column in HIDDEN_AT_FIRST:
                self.setColumnHidden(column, True)
        header.sectionMoved.connect(lambda *_: self._remember())
        header.sectionResized.connect(lambda *_: self._remember() if self.isVisible() else None)

    def _remember(self) -> None:
        remember_table(self.horizontalHeader().saveState())

    # copying

    def copy_rows(self) -> None:
        """Puts the selected rows on the clipboard as tab-separated text, with the columns that are shown."""
        header = self.horizontalHeader()
        columns = sorted(
            (each for each in range(len(COLUMNS)) if not self.isColumnHidden(each)), key=header.visualIndex
        )
        columns.remove(_ALWAYS_SHOWN)
        columns.insert(0, _ALWAYS_SHOWN)
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        model = self.model()
        lines = ["\t".join(COLUMNS[column] for column in columns)]
        lines += ["\t".join(str(model.index(nth, column).data()) for column in columns) for nth in rows]
        if rows:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def copy_citations(self) -> None:
        """Puts the selected paragraphs on the clipboard, each with its citation."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        told = [with_citation(self.model().index(nth, 0).data(ROW_ROLE).located) for nth in rows]
        if told:
            QGuiApplication.clipboard().setText("\n\n".join(told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies rows, Ctrl+Shift+C their words with citations."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.keyCombination() == _COPY_CITATIONS:
            self.copy_citations()
        else:
            super().keyPressEvent(event)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.selectionModel().hasSelection():
            for words, keys, act in (
                ("Copy as a table", "Ctrl+C", self.copy_rows),
                ("Copy with citations", "Ctrl+Shift+C", self.copy_citations),
            ):
                menu.addAction(f"{words}\t{keys}", act)
            menu.addSeparator()
        menu.addMenu(self.columns_menu())
        menu.popup(self.viewport().mapToGlobal(at))

    def _on_row(self, index: QModelIndex) -> None:
        if index.data(ROW_ROLE) is not None and not self._restoring:
            self.chosen.emit(index.data(ROW_ROLE))

    def _on_entered(self, index: QModelIndex) -> None:
        if index.data(ROW_ROLE) is not None:
            self.pull_requested.emit(index.data(ROW_ROLE))
