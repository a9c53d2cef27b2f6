"""Two lists of switches: the agenda items of a pack, and its parts, which can also be put in order."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.briefing_pack import PackPart
from desktop.pack.room import ItemRow
from desktop.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the lists' delegates ask for beside the usual: the row itself, and whether it can be moved."""

    ROW = Qt.ItemDataRole.UserRole
    MOVABLE = Qt.ItemDataRole.UserRole + 1


class SwitchModel(QAbstractListModel):
    """Rows that are on or off; ``switched`` says that the delegate changed one."""

    switched = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self._rows: list[Any] = []
        self._on: set[Any] = set()

    def key(self, row: int) -> Any:
        """What a row is known by while it is on or off."""
        return self._rows[row]

    def words(self, row: int) -> str:
        """What a screen reader says of a row, and what the row is found by when typing."""
        raise NotImplementedError

    def show(self, rows: Sequence[Any], on: Collection[Any]) -> None:
        """Shows these rows with these on; only what differs is told to the views."""
        if list(rows) == self._rows:
            before, self._on = self._on, set(on)
            for row in range(len(self._rows)):
                if (self.key(row) in before) != (self.key(row) in self._on):
                    self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.CheckStateRole])
            return
        self.beginResetModel()
        self._rows, self._on = list(rows), set(on)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows; none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row, whether it is on, and its words."""
        row = index.row()
        if not 0 <= row < len(self._rows):
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.key(row) in self._on else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.words(row))
        return self._rows[row] if role == Role.ROW else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Switches a row on or off."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        key = self.key(index.row())
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._on.add(key)
        else:
            self._on.discard(key)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.switched.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen and switched."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )


class ItemsModel(SwitchModel):
    """The agenda, in its order, with what is prepared for each item."""

    def key(self, row: int) -> uuid.UUID:
        """The id of the item."""
        shown: ItemRow = self._rows[row]
        return shown.item.id

    def words(self, row: int) -> str:
        """Number, title, track, and what is prepared."""
        shown: ItemRow = self._rows[row]
        item = shown.item
        track = f" ({item.track.short_title})" if item.track else ""
        return f"{item.number}  {item.title}{track}: {counts_in_words(shown)}"

    def item_ids(self) -> tuple[uuid.UUID, ...]:
        """The items that are on, in the order of the agenda."""
        return tuple(row.item.id for row in self._rows if row.item.id in self._on)


def counts_in_words(row: ItemRow) -> str:
    """ "12 pulled · 1 statement", or "nothing prepared"."""
    words = []
    if row.pulled:
        words.append(f"{row.pulled} pulled")
    if row.statements:
        words.append(f"{row.statements} statement{'s' if row.statements != 1 else ''}")
    return " · ".join(words) or "nothing prepared"


PART_NAMES = {
    PackPart.COVER: "Cover",
    PackPart.CONTENTS: "Contents",
    PackPart.BRIEF: "Brief",
    PackPart.TALKING_POINTS: "Talking points",
    PackPart.STATEMENT: "Statements",
    PackPart.COMMITMENTS: "Commitments",
    PackPart.RECORD: "Record of past meetings",
    PackPart.ANNEX: "Annex: texts in full",
}
_FIRST = (PackPart.COVER, PackPart.CONTENTS)
_LAST = (PackPart.ANNEX,)
_MOVABLE = tuple(part for part in PackPart if part not in _FIRST + _LAST)


class PartsModel(SwitchModel):
    """The parts of a pack. Those that repeat for every item can change places; cover, contents, annex not."""

    def words(self, row: int) -> str:
        """The part's name."""
        return PART_NAMES[self._rows[row]]

    def show_parts(self, parts: Sequence[PackPart]) -> None:
        """Shows the parts of a pack in its order; one that is off stands after its usual forerunner."""
        order = [part for part in parts if part in _MOVABLE]
        for place, part in enumerate(_MOVABLE):
            if part not in order:
                before = [order.index(each) for each in _MOVABLE[:place]]
                order.insert(max(before, default=-1) + 1, part)
        if set(parts) == self._on and self._rows == [*_FIRST, *order, *_LAST]:
            return
        self.show([*_FIRST, *order, *_LAST], parts)

    def parts(self) -> tuple[PackPart, ...]:
        """The parts that are on, in order."""
        return tuple(part for part in self._rows if part in self._on)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As every row of switches, and whether it can be moved."""
        if role == Role.MOVABLE:
            return index.isValid() and self._rows[index.row()] in _MOVABLE
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Movable parts can be dragged, and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        movable = self._rows[index.row()] in _MOVABLE
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if movable else Qt.ItemFlag.NoItemFlags)

    def supportedDropActions(self) -> Qt.DropAction:
        """Parts are moved, never copied."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Only between parts that can be moved."""
        return not parent.isValid() and len(_FIRST) <= row <= len(self._rows) - len(_LAST)

    def moveRows(
        self, source_parent: Index, source: int, count: int, destination_parent: Index, destination: int
    ) -> bool:
        """Moves one part before the row ``destination``, among those that can be moved."""
        fits = len(_FIRST) <= destination <= len(self._rows) - len(_LAST)
        if count != 1 or not fits or not 0 <= source < len(self._rows) or self._rows[source] not in _MOVABLE:
            return False
        if not self.beginMoveRows(_NOWHERE, source, source, _NOWHERE, destination):
            return False
        part = self._rows.pop(source)
        self._rows.insert(destination - (destination > source), part)
        self.endMoveRows()
        self.switched.emit()
        return True
