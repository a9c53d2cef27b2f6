"""A document's paragraphs as a table, for those who sort."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.scripts import right_to_left
from desktop.widgets.paragraph_model import ROW_ROLE, Row

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
_COLUMNS = ("Reference", "Track", "Standing", "Kind", "Section", "Text")


class ParagraphTable(QAbstractTableModel):
    """One line a numbered paragraph; sorting by reference keeps the document's own order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given rows."""
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows the numbered paragraphs among these rows."""
        self.beginResetModel()
        self.rows = [row for row in rows if row.located is not None and row.located.paragraph.label]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many paragraphs there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Reference, track, standing, kind, section and text."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words; the row under ROW_ROLE; what to sort by under SORT_ROLE."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == SORT_ROLE:
            return index.row() if index.column() == 0 else _cell(row, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and row.located is not None:
            leftwards = right_to_left(_cell(row, index.column()), row.located.document.language)
            side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def _cell(row: Row, column: int) -> str:
    assert row.located is not None
    paragraph = row.located.paragraph
    cells = (
        row.located.reference,
        paragraph.track.short_title if paragraph.track else "all",
        paragraph.standing.phrase,
        str(paragraph.kind),
        paragraph.section[-1] if paragraph.section else "",
        " ".join(paragraph.text.split()),
    )
    return cells[column]
