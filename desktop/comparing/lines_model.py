"""The lines of a comparison as a model that both ways of reading it share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.comparing.comparison import Fate
from core.comparing.side_by_side import Facing
from desktop.comparing.lines import Line

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractListModel):
    """Rows and folds. Nothing is fetched here: the lines are given whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty list."""
        super().__init__(parent)
        self._lines: Sequence[Line] = ()

    @property
    def lines(self) -> Sequence[Line]:
        """The lines as they stand."""
        return self._lines

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Replaces all lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line_at(self, index: Index) -> Line | None:
        """The line an index points to, None for an invalid one."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def place_of(self, nth: int, *, fold: bool = False) -> int | None:
        """Where a row of the comparison stands (or the fold that begins with it); None if it is not shown."""
        for place, line in enumerate(self._lines):
            if line.nth == nth and (line.fold is not None) == fold:
                return place
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line in words for screen readers; the line itself under LINE_ROLE."""
        line = self.line_at(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken_line(line)
        return None


def spoken_line(line: Line) -> str:
    """A line as a screen reader says it: numbers, what became of it, the words."""
    if line.fold is not None:
        return f"{line.fold.words}, {'open' if line.is_open else 'folded'}"
    return spoken_row(line.row) if line.row is not None else ""


def spoken_row(row: Facing) -> str:
    """A row in words."""
    shown = row.new or row.old
    if shown is None:
        return ""
    labels = [each.label for each in (row.old, row.new) if each is not None and each.label]
    number = " → ".join(dict.fromkeys(labels))
    fate = "the same" if row.fate is Fate.SAME else str(row.fate)
    told = [each for each in row.told if each != fate]
    head = ", ".join(filter(None, (number, fate, *told)))
    return head if row.pointer else f"{head}: {' '.join(shown.text.split())}"
