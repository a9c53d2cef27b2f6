"""The paragraphs of a document that is not in the library yet, as they were understood."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.documents import Paragraph
from desktop.theme.kind_colours import group_of

PARAGRAPH_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex

KIND_WORDS = {
    "preambular": "Preambular",
    "operative": "Operative",
    "report": "Report",
    "agenda": "Agenda item",
    "summary": "Summary",
    "heading": "Heading",
    "unnumbered": "No number",
}
"""What each group of rows is called on the page."""


class ParagraphsModel(QAbstractListModel):
    """Rows of paragraphs in reading order; after a correction only the rows that it touched are renewed."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given paragraphs."""
        super().__init__(parent)
        self.paragraphs: Sequence[Paragraph] = ()

    def set_paragraphs(self, new: Sequence[Paragraph]) -> None:
        """Shows these; what is the same at both ends stays, so that selection and place stay too."""
        old = self.paragraphs
        start = _alike(old, new, 0)
        end = _alike(tuple(reversed(old)), tuple(reversed(new)), start)
        gone, come = len(old) - start - end, len(new) - start - end
        self._renew(new, start, min(gone, come))
        if gone > come:
            self.beginRemoveRows(QModelIndex(), start + come, start + gone - 1)
            self.paragraphs = new
            self.endRemoveRows()
        elif come > gone:
            self.beginInsertRows(QModelIndex(), start + gone, start + come - 1)
            self.paragraphs = new
            self.endInsertRows()

    def _renew(self, new: Sequence[Paragraph], start: int, count: int) -> None:
        """Rows that stay in number change their content."""
        if not count:
            return
        kept = self.paragraphs[start + count :]
        self.paragraphs = (*self.paragraphs[:start], *new[start : start + count], *kept)
        self.dataChanged.emit(self.index(start), self.index(start + count - 1))

    def paragraph(self, row: int) -> Paragraph | None:
        """The paragraph of a row, None if there is no such row."""
        return self.paragraphs[row] if 0 <= row < len(self.paragraphs) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows the document has."""
        return 0 if parent.isValid() else len(self.paragraphs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row in words; the paragraph itself under PARAGRAPH_ROLE."""
        paragraph = self.paragraph(index.row()) if index.isValid() else None
        if paragraph is None:
            return None
        if role == PARAGRAPH_ROLE:
            return paragraph
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            number = f" {paragraph.label}" if paragraph.label else ""
            return f"{KIND_WORDS[group_of(paragraph)]}{number}: {paragraph.text}"
        return None


def _alike(one: Sequence[Paragraph], other: Sequence[Paragraph], taken: int) -> int:
    """How many rows both begin with, of those that are not taken at the other end."""
    most = min(len(one), len(other)) - taken
    for nth in range(most):
        if one[nth] is not other[nth] and one[nth] != other[nth]:
            return nth
    return max(most, 0)
