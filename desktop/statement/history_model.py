"""The versions of a statement as a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QDate, QLocale, QModelIndex, QPersistentModelIndex, Qt

from core.revisions import Revision
from core.statement_text import Block, parse
from desktop.statement.changes import words_in

_Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """Newest first; each with when, who, its name, and its words against the version before."""

    def __init__(self) -> None:
        """Empty until it is told the versions."""
        super().__init__()
        self._revisions: list[Revision] = []
        self._blocks: list[tuple[Block, ...]] = []

    def show(self, revisions: Sequence[Revision]) -> None:
        """Lists these versions."""
        self.beginResetModel()
        self._revisions = list(revisions)
        self._blocks = [parse(_text(revision)) for revision in revisions]
        self.endResetModel()

    def revision(self, row: int) -> Revision:
        """The version in a row."""
        return self._revisions[row]

    def blocks(self, row: int) -> tuple[Block, ...]:
        """The text of the version in a row; nothing below the oldest."""
        return self._blocks[row] if row < len(self._blocks) else ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many versions there are."""
        return 0 if parent.isValid() else len(self._revisions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Two lines that tell a version from the others."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._lines(index.row())
        return None

    def _lines(self, row: int) -> str:
        revision = self._revisions[row]
        first = revision.name or when(revision.time)
        about = [when(revision.time)] if revision.name else []
        about.extend([revision.author] if revision.author else [])
        about.append("deleted" if revision.content is None else self._words(row))
        return f"{first}\n{' · '.join(about)}"

    def _words(self, row: int) -> str:
        words = words_in(self._blocks[row])
        more = words - words_in(self.blocks(row + 1)) if row + 1 < len(self._revisions) else 0
        change = f", {more:+d}".replace("-", "−") if more else ""
        return f"{words} word{'' if words == 1 else 's'}{change}"


def when(time: dt.datetime) -> str:
    """A moment as the delegate's own clock and language tell it: "today 14:02", "5 Jun 2028 14:02"."""
    local = time.astimezone()
    clock = f"{local:%H:%M}"
    days = (dt.datetime.now().astimezone().date() - local.date()).days
    if days in (0, 1):
        return f"{'Today' if days == 0 else 'Yesterday'} {clock}"
    day = QDate(local.year, local.month, local.day)
    date = QLocale().toString(day, QLocale.FormatType.ShortFormat)
    return f"{date} {clock}"


def _text(revision: Revision) -> str:
    return str(revision.content.get("text", "")) if revision.content is not None else ""
