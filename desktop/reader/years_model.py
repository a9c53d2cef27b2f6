"""The texts of a line through the years, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.comparing.nearness import nearness
from core.english_dates import long_date
from desktop.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from desktop.forerunners.years import Years, YearText

Index = QModelIndex | QPersistentModelIndex
TEXT_ROLE = Qt.ItemDataRole.UserRole + 1
READ_ROLE = Qt.ItemDataRole.UserRole + 2


class YearsModel(QAbstractListModel):
    """One entry a text, the earliest first: itself under TEXT_ROLE, whether it is read under READ_ROLE."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given a line."""
        super().__init__(parent)
        self.texts: Sequence[YearText] = ()
        self.place = 0

    def set_years(self, years: Years | None) -> None:
        """Shows another line; None shows nothing."""
        self.beginResetModel()
        self.texts = years.line if years is not None else ()
        self.place = years.place if years is not None else 0
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many texts there are."""
        return 0 if parent.isValid() else len(self.texts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text in words, and under the roles above what is drawn."""
        if not index.isValid() or index.row() >= len(self.texts):
            return None
        text = self.texts[index.row()]
        if role == TEXT_ROLE:
            return text
        if role == READ_ROLE:
            return index.row() == self.place
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(index.row(), text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(text))
        return None

    def _spoken(self, place: int, text: YearText) -> str:
        here = ", the paragraph you read" if place == self.place else ""
        step = f", {nearness(text.step)} as the one before; {text.step.summary}" if text.step else ""
        return f"{year_of(text)}, {text.located.reference}{here}{step}"

    def _tip(self, text: YearText) -> str:
        document = text.located.document
        told = [f"{text.located.reference}, {document.title}"]
        if document.date is not None:
            told.append(long_date(document.date))
        if text.step is not None:
            told.append(f"From the text before: {nearness(text.step)}; {text.step.summary}")
        return "\n".join(told)


def year_of(text: YearText) -> str:
    """The year of a text's document."""
    date = text.located.document.date
    return str(date.year) if date else "undated"
