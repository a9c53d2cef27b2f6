"""Paragraphs as a table, for those who sort."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.documents import Kind
from core.language.scripts import right_to_left
from core.language.strength import Strength
from desktop.searching.jobs import Described
from desktop.widgets.paragraph_model import ROW_ROLE, Row
from desktop.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
Line = tuple[Row, Described]
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
COLUMNS = (
    "Reference",
    "Track",
    "Standing",
    "Kind",
    "Strength",
    "Verb",
    "Qualifiers",
    "Addressed to",
    "Topics",
    "Section",
    "Text",
)
"""The columns in their first order."""
STRENGTH = COLUMNS.index("Strength")
HIDDEN_AT_FIRST = tuple(
    COLUMNS.index(name) for name in ("Standing", "Kind", "Verb", "Qualifiers", "Addressed to", "Section")
)
_STRONGEST_FIRST = {each: nth for nth, each in enumerate(Strength)}
"""The classes in their order: the five that have one, the strongest first, then the others."""


class ParagraphTable(QAbstractTableModel):
    """One line a numbered paragraph; sorting by reference keeps the order in which they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given lines."""
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self._cells: list[tuple[str, ...]] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Shows these paragraphs, each as a row and with what is told of it."""
        self.beginResetModel()
        self.lines = list(lines)
        self._cells = [cells_of(told) for _, told in self.lines]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many paragraphs there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """All of ``COLUMNS``; the view hides some."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words, also as its tool tip; the row under ROW_ROLE; what to sort by under SORT_ROLE."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        row, told = self.lines[index.row()]
        words = self._cells[index.row()][index.column()]
        if role == ROW_ROLE:
            return row
        if role == SORT_ROLE:
            if index.column() == STRENGTH:
                last = len(_STRONGEST_FIRST)
                return last if told.strength is None else _STRONGEST_FIRST[told.strength]
            return index.row() if index.column() == 0 else words.casefold()
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole and index.column() != len(COLUMNS) - 1:
            return plain_tip(words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            leftwards = right_to_left(words, told.located.document.language)
            side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def cells_of(told: Described) -> tuple[str, ...]:
    """What the columns say of a paragraph, in their order."""
    located, paragraph = told.located, told.located.paragraph
    track = (
        paragraph.track.short_title if paragraph.track else "all" if paragraph.kind is not Kind.AGENDA else ""
    )
    return (
        located.reference,
        track,
        paragraph.standing.phrase,
        str(paragraph.kind),
        "" if told.strength in (None, Strength.OTHER) else str(told.strength),
        told.verb,
        ", ".join(told.qualifiers),
        ", ".join(told.addressees),
        ", ".join(topic.label for topic in told.topics),
        paragraph.section[-1] if paragraph.section else "",
        " ".join(paragraph.text.split()),
    )
