"""The table of a document's paragraphs: what it looks like, and what choosing in it does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.library.paragraph_table import SORT_ROLE, ParagraphTable
from desktop.widgets.paragraph_model import ROW_ROLE, Row

_WIDTHS = (140, 96, 150, 84, 110)


class TableView(QTableView):
    """Paragraphs to sort and choose from; ``chosen`` and ``pull_requested`` (Return) carry a row."""

    chosen = Signal(object)
    pull_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is given rows; in the document's order."""
        super().__init__(parent)
        self.setAccessibleName("Paragraphs as a table")
        self._table = ParagraphTable(self)
        proxy = QSortFilterProxyModel(self)
        proxy.setSourceModel(self._table)
        proxy.setSortRole(SORT_ROLE)
        self.setModel(proxy)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._look()
        self.selectionModel().currentChanged.connect(self._on_row)
        self.activated.connect(self._on_entered)

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows the numbered paragraphs among these rows."""
        self._table.set_rows(rows)

    def _on_row(self, index: QModelIndex) -> None:
        if index.data(ROW_ROLE) is not None:
            self.chosen.emit(index.data(ROW_ROLE))

    def _on_entered(self, index: QModelIndex) -> None:
        if index.data(ROW_ROLE) is not None:
            self.pull_requested.emit(index.data(ROW_ROLE))
