"""The renumbering table: sorted by any column, copied with tabs between its cells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.comparing.numbering import ENTRY_ROLE, SORT_ROLE, Entry, NumberingModel, as_table

_WIDTHS = (110, 110, 200)


class NumberingView(QTableView):
    """Old and new numbers; ``chosen`` and ``pull_requested`` (Return) carry the number of a row."""

    chosen = Signal(int)
    pull_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is given entries; in the order of the new document."""
        super().__init__(parent)
        self.setAccessibleName("Old and new numbers")
        self._table = NumberingModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._table)
        self._proxy.setSortRole(SORT_ROLE)
        self.setModel(self._proxy)
        self.setSortingEnabled(True)
        self._look()
        self.in_own_order()
        self.selectionModel().currentChanged.connect(self._on_row)
        self.activated.connect(self._on_entered)

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
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)

    def in_own_order(self) -> None:
        """Sorted by nothing: the order in which the comparison is read."""
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these entries."""
        self._table.set_entries(entries)

    def select(self, nth: int) -> None:
        """Selects the entry of a row of the comparison, if it is there."""
        for place, entry in enumerate(self._table.entries):
            if entry.nth == nth:
                index = self._proxy.mapFromSource(self._table.index(place, 0))
                if index.row() != self.currentIndex().row():
                    self.setCurrentIndex(index)
                self.scrollTo(index)
                return

    def entries(self, *, selected: bool = False) -> list[Entry]:
        """What is shown, in the order in which it is shown; or what of it is selected."""
        rows = (
            sorted(index.row() for index in self.selectionModel().selectedRows())
            if selected
            else range(self._proxy.rowCount())
        )
        return [self._proxy.index(row, 0).data(ENTRY_ROLE) for row in rows]

    def copy(self, *, whole: bool = False) -> None:
        """Puts what is selected on the clipboard as a table, or all of it."""
        chosen = [] if whole else self.entries(selected=True)
        QGuiApplication.clipboard().setText(as_table(chosen or self.entries()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the selected lines as a table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    def _on_row(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ENTRY_ROLE)
        if entry is not None:
            self.chosen.emit(entry.nth)

    def _on_entered(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ENTRY_ROLE)
        if entry is not None:
            self.pull_requested.emit(entry.nth)
