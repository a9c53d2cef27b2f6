"""The rows of a list of paragraphs: search hits, a dossier's pulls, or a whole document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.commitments import Pull
from core.documents import LibraryParagraph
from desktop.widgets.row_actions import Action

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_MIME = "application/x-nameplate-pull"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a paragraph with what is known of it here, or a caption between groups of rows.

    ``marks`` are character spans of the text to highlight. ``pull`` is there in a dossier's own list;
    ``pulled`` only says that the paragraph already is in the dossier at hand. ``missing`` names a pulled
    reference whose document is not in this workspace. ``beside`` is the same paragraph in another language;
    ``alone_beside`` says that ``located`` itself is of that language and has no counterpart here. ``because``
    says in a few words why it is shown, and ``actions`` are its buttons. A row that ``opens`` a group is its
    head: the group's key here, its name the caption, ``is_open`` whether the group is unfolded.
    """

    located: LibraryParagraph | None = None
    caption: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    pull: Pull | None = None
    pulled: bool = False
    missing: str = ""
    beside: LibraryParagraph | None = None
    alone_beside: bool = False
    because: str = ""
    actions: tuple[Action, ...] = ()
    opens: str = ""
    is_open: bool = False

    @property
    def is_selectable(self) -> bool:
        """Whether the row stands for something that can be read."""
        return self.located is not None or bool(self.missing)

    @property
    def is_reachable(self) -> bool:
        """Whether the keyboard goes there: to what can be read, and to what can be opened."""
        return self.is_selectable or bool(self.opens)


class ParagraphModel(QAbstractListModel):
    """Rows of paragraphs. Nothing is fetched here: the rows are given whole.

    ``moved`` is emitted when a pull was dropped elsewhere: the pull, and the pull it now stands before
    (None: last).
    """

    moved = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty list."""
        super().__init__(parent)
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they stand."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Replaces all rows."""
        if list(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """The row an index points to, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text for screen readers and searching by typing; the row itself under ROW_ROLE."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken_row(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Captions cannot be chosen; pulls can be dragged."""
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        if not row.is_reachable:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if row.pull else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only this list's own rows can be dropped on it."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The number of the row that is dragged."""
        data = QMimeData()
        data.setData(_MIME, QByteArray(str(indexes[0].row()).encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Asks for the dragged pull to be moved; the list itself changes when the workspace has."""
        if not data.hasFormat(_MIME):
            return False
        dragged = self._rows[int(bytes(data.data(_MIME).data()).decode())]
        target = parent.row() if parent.isValid() else row
        following = [r.pull for r in self._rows[max(target, 0) :] if r.pull and r.pull != dragged.pull]
        before = following[0] if target >= 0 and following else None
        if dragged.pull is not None:
            self.moved.emit(dragged.pull, before)
        return False


def spoken_row(row: Row) -> str:
    """A row as a screen reader says it."""
    if row.opens:
        return f"{row.caption} {row.because}, {'open' if row.is_open else 'folded'}"
    if row.located is None:
        return row.caption or row.missing
    reference = row.located.reference
    told = "".join(f", {each}" for each in (row.pull.stance if row.pull else "", row.because) if each)
    return f"{reference}{told}: {row.located.paragraph.text}" if reference else row.located.paragraph.text
