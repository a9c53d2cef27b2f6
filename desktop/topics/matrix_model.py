"""Topics by documents as a table: a row a topic, a column a document."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.documents import DocumentHead
from core.topic_matrix import TopicLine, TopicMatrix
from desktop.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
SHARE_ROLE = Qt.ItemDataRole.UserRole + 1
"""How large a number is beside the largest one, 0 to 1."""
LINE_ROLE = Qt.ItemDataRole.UserRole + 2
HEAD_ROLE = Qt.ItemDataRole.UserRole + 3


class MatrixModel(QAbstractTableModel):
    """The numbers of a matrix; its lines and documents stand in the headers under LINE_ROLE and HEAD_ROLE."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given a matrix."""
        super().__init__(parent)
        self.matrix = TopicMatrix((), ())

    def set_matrix(self, matrix: TopicMatrix) -> None:
        """Shows another matrix."""
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many topics are said."""
        return 0 if parent.isValid() else len(self.matrix.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many documents there are."""
        return 0 if parent.isValid() else len(self.matrix.documents)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Topics at the left, documents above."""
        if orientation is Qt.Orientation.Horizontal:
            return self._of_document(section, role)
        if not 0 <= section < len(self.matrix.lines):
            return None
        line = self.matrix.lines[section]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.topic.label}, {stopped_words(line)}" if line.stopped else line.topic.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(line)
        return None

    def _of_document(self, section: int, role: int) -> object:
        if not 0 <= section < len(self.matrix.documents):
            return None
        head = self.matrix.documents[section]
        if role == HEAD_ROLE:
            return head
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{year_of(head)} {head.name}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{head.name}\n{head.title}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A number, or a dot where a document does not speak of a topic."""
        if not index.isValid() or index.row() >= len(self.matrix.lines):
            return None
        line, head = self.matrix.lines[index.row()], self.matrix.documents[index.column()]
        count = line.counts[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(count) if count else "·"
        if role == SHARE_ROLE:
            return count / self.matrix.most if self.matrix.most else 0.0
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            told = f"{count} paragraph{'' if count == 1 else 's'}" if count else "nothing"
            words = f"{line.topic.label} in {head.name} ({year_of(head)}): {told}"
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None


def year_of(head: DocumentHead) -> str:
    """The year of a document."""
    return str(head.date.year) if head.date else "undated"


def stopped_words(line: TopicLine) -> str:
    """What is said of a topic whose language stopped: "no main topic since 2018"; empty while it goes on.

    A paragraph has its strongest topics only, so that a later one may still mention it in passing.
    """
    return f"no main topic since {line.stopped}" if line.stopped else ""


def _tip(line: TopicLine) -> str:
    count = sum(line.counts)
    told = f"{line.topic.label}: {count} paragraph{'' if count == 1 else 's'}"
    if line.first is None:
        return told
    told += f", {line.first} to {line.last}" if line.first != line.last else f", in {line.first}"
    return f"{told}; {stopped_words(line)}, though later texts may mention it" if line.stopped else told
