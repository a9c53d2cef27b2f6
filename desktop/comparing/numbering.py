"""The renumbering table: which number became which, and what became of the paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.comparing.comparison import Comparison, Cut, Fate
from core.comparing.redlines import short_label
from core.comparing.side_by_side import Facing
from core.language.scripts import right_to_left
from desktop.comparing.lines import Show, holds
from desktop.widgets.plain_tip import plain_tip

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
COLUMNS = ("Before", "After", "What became of it", "Text")
_LAST = 1_000_000
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table; ``nth`` is its row in the comparison.

    ``old_place`` and ``new_place`` are those of the documents, by which the columns are sorted.
    """

    nth: int
    before: str
    after: str
    became: str
    text: str
    old_place: int
    new_place: int

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """What stands in the columns."""
        return self.before or "–", self.after or "–", self.became, self.text


def entries_of(
    comparison: Comparison, rows: Sequence[Facing], show: Show = Show.ALL, find: str = ""
) -> list[Entry]:
    """The lines of the table; "changes only" leaves out what has the same words and the same number."""
    found = []
    old_places = {id(row): nth for nth, row in enumerate(comparison.old_rows)}
    new_places = {id(row): nth for nth, row in enumerate(comparison.new_rows)}
    for nth, row in enumerate(rows):
        if not row.is_numbered or row.pointer or (find and not holds(row, find)):
            continue
        entry = _entry(comparison, row, nth, old_places, new_places)
        renumbered = show is Show.CHANGES and entry.before != entry.after
        if show.fits(row) or renumbered:
            found.append(entry)
    return found


def as_table(entries: Iterable[Entry]) -> str:
    """The table as text with tabs between its columns, as a sheet takes it."""
    lines = [COLUMNS, *(entry.cells for entry in entries)]
    return "\n".join("\t".join(cells) for cells in lines) + "\n"


def _entry(
    comparison: Comparison,
    row: Facing,
    nth: int,
    old_places: dict[int, int],
    new_places: dict[int, int],
) -> Entry:
    before = short_label(comparison.old, row.old) if row.old is not None else ""
    after = short_label(comparison.new, row.new) if row.new is not None else ""
    if row.rest and row.cut is Cut.SPLIT:
        before = row.told[0].removeprefix("split from ")
    elif row.rest and row.cut is Cut.JOINED:
        after = row.told[0].removeprefix("joined into ")
    shown = row.new or row.old
    return Entry(
        nth,
        before,
        after,
        _became(row),
        " ".join(shown.text.split()) if shown is not None else "",
        old_places.get(id(row.old), _LAST),
        new_places.get(id(row.new), _LAST),
    )


def _became(row: Facing) -> str:
    if row.cut is not None:
        kept = [each for each in row.told if each.startswith(("split", "joined", "moved"))]
        return ", ".join(kept)
    fate = "the same" if row.fate is Fate.SAME else str(row.fate)
    return f"{fate}, moved" if row.moved else fate


class NumberingModel(QAbstractTableModel):
    """The renumbering table for a view to sort."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given entries."""
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Replaces the table."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many paragraphs there are."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Before, after, what became of it, text."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words; the entry under ENTRY_ROLE; what to sort by under SORT_ROLE."""
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry, column = self.entries[index.row()], index.column()
        if role == ENTRY_ROLE:
            return entry
        if role == SORT_ROLE:
            return (entry.old_place, entry.new_place, entry.became, entry.text)[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole and column == 3:
            return plain_tip(entry.text)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == 3:
            leftwards = right_to_left(entry.text)
            side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
