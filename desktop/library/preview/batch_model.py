"""The files of a batch: what became of each, those that want a look first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.documents import LANGUAGES
from desktop.library.importing import Fate, Outcome
from desktop.theme.colours import Colours, colours_of
from desktop.theme.type import scaled
from desktop.widgets.card_ground import paint_ground
from desktop.widgets.plain_tip import plain_tip

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_CAPTIONS = {
    Fate.LOOK: "WANT A LOOK",
    Fate.REFUSED: "REFUSED",
    Fate.IMPORTED: "IMPORTED",
    Fate.KNOWN: "IN THE LIBRARY ALREADY",
}
LOOK_WIDTH = 72


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a file, or the caption above files of one fate."""

    outcome: Outcome | None = None
    caption: str = ""


class BatchModel(QAbstractListModel):
    """The files of a batch, grouped by what became of them; each comes in when it is known."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self._groups: dict[Fate, list[Outcome]] = {fate: [] for fate in _CAPTIONS}

    @property
    def outcomes(self) -> list[Outcome]:
        """All files so far."""
        return [each for group in self._groups.values() for each in group]

    def clear(self) -> None:
        """An empty list again."""
        self.beginResetModel()
        self._groups = {fate: [] for fate in _CAPTIONS}
        self.endResetModel()

    def add(self, outcome: Outcome) -> None:
        """One more file is known; its group gets a caption with the first of it."""
        group = self._groups[outcome.fate]
        first = self._first_line(outcome.fate)
        if not group:
            self.beginInsertRows(QModelIndex(), first, first + 1)
            group.append(outcome)
            self.endInsertRows()
            return
        at = first + 1 + len(group)
        self.beginInsertRows(QModelIndex(), at, at)
        group.append(outcome)
        self.endInsertRows()
        self.dataChanged.emit(self.index(first), self.index(first))

    def replace(self, before: Outcome, after: Outcome) -> None:
        """A file was looked at and is another case now."""
        group = self._groups[before.fate]
        if before not in group:
            return
        first, nth = self._first_line(before.fate), group.index(before)
        if len(group) == 1:
            self.beginRemoveRows(QModelIndex(), first, first + 1)
        else:
            self.beginRemoveRows(QModelIndex(), first + 1 + nth, first + 1 + nth)
        del group[nth]
        self.endRemoveRows()
        if group:
            self.dataChanged.emit(self.index(first), self.index(first))
        self.add(after)

    def _first_line(self, fate: Fate) -> int:
        """Where the caption of a group stands, or would stand."""
        lines = 0
        for each, group in self._groups.items():
            if each is fate:
                return lines
            lines += len(group) + 1 if group else 0
        return lines

    def line(self, nth: int) -> Line | None:
        """A line of the list."""
        for fate, group in self._groups.items():
            if not group:
                continue
            if nth == 0:
                return Line(caption=f"{_CAPTIONS[fate]}  {len(group)}")
            if nth <= len(group):
                return Line(group[nth - 1])
            nth -= len(group) + 1
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are, captions too."""
        return 0 if parent.isValid() else sum(len(group) + 1 for group in self._groups.values() if group)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Captions cannot be chosen."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        if line.outcome is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line in words; the line itself under LINE_ROLE."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.ToolTipRole and line.outcome is not None:
            return plain_tip("\n".join((str(line.outcome.path), *line.outcome.reasons)))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.caption if line.outcome is None else f"{title_of(line.outcome)}: {why(line.outcome)}"
        return None


def title_of(outcome: Outcome) -> str:
    """What a file is called: by the name of its document, or its own."""
    document = outcome.document
    return document.name if document is not None and document.name else outcome.path.name


def why(outcome: Outcome) -> str:
    """The line below it: the reason, or what was imported."""
    if outcome.fate in (Fate.LOOK, Fate.REFUSED):
        more = len(outcome.reasons) - 1
        first = outcome.reasons[0] if outcome.reasons else ""
        return f"{first} (and {more} more)" if more > 0 else first
    document = outcome.document
    language = LANGUAGES.get(document.language, "") if document and document.language != "en" else ""
    return " · ".join(filter(None, (outcome.counted, language, *outcome.reasons)))


class BatchDelegate(QStyledItemDelegate):
    """Draws a file: its document's name, the file's name, and why it stands where it does."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, one for a caption."""
        line: Line | None = index.data(LINE_ROLE)
        height = QFontMetricsF(option.font).height()
        caption = line is None or line.outcome is None
        return QSize(100, round(height + 22 if caption else 2 * height + 22))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one line."""
        line: Line | None = index.data(LINE_ROLE)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(option.palette)
        whole = QRectF(option.rect)
        if line.outcome is None:
            painter.setFont(scaled(option.font, 0.86, bold=True))
            painter.setPen(QColor(colours.muted))
            place = whole.adjusted(28, 0, -28, -4)
            painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, line.caption)
        else:
            card = whole.adjusted(16, 2, -16, -2)
            paint_ground(painter, card, option, colours)
            _paint_file(painter, option, card.adjusted(12, 7, -12, -7), line.outcome, colours)
        painter.restore()


def _paint_file(
    painter: QPainter, option: QStyleOptionViewItem, inner: QRectF, outcome: Outcome, colours: Colours
) -> None:
    step = QFontMetricsF(option.font).height()
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    if outcome.fate is Fate.LOOK:
        _paint_look(painter, option, inner, colours)
        inner = inner.adjusted(0, 0, -LOOK_WIDTH - 16, 0)
    bold, small = scaled(option.font, 1.0, bold=True), scaled(option.font, 0.92)
    title = title_of(outcome)
    painter.setFont(bold)
    painter.setPen(QColor(colours.text))
    painter.drawText(inner, left, _elided(title, bold, inner.width()))
    if title != outcome.path.name:
        taken = QFontMetricsF(bold).horizontalAdvance(title) + 12
        beside = inner.adjusted(taken, 0, 0, 0)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        painter.drawText(beside, left, _elided(outcome.path.name, small, max(beside.width(), 0)))
    below = inner.adjusted(0, step + 4, 0, 0)
    painter.setFont(small)
    painter.setPen(QColor(colours.warning if outcome.fate is Fate.REFUSED else colours.muted))
    painter.drawText(below, left, _elided(why(outcome), small, below.width()))


def _paint_look(painter: QPainter, option: QStyleOptionViewItem, inner: QRectF, colours: Colours) -> None:
    place = QRectF(inner.right() - LOOK_WIDTH, inner.center().y() - 14, LOOK_WIDTH, 28)
    painter.setPen(QPen(QColor(colours.strong_border), 1))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(place, 6, 6)
    painter.setFont(option.font)
    painter.setPen(QColor(colours.text))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "Look")


def _elided(words: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
