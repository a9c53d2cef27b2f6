"""The agenda as a list, and how an item looks in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.agenda import short_title
from core.language.scripts import right_to_left
from desktop.meeting.jobs import AgendaRow
from desktop.theme.colours import colours_of
from desktop.theme.type import scaled
from desktop.widgets.card_ground import paint_ground
from desktop.widgets.plain_tip import plain_tip

AGENDA_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_DEEPER = 10
"""How much further in sub-items stand ("98 (p)"), in pixels."""


class AgendaModel(QAbstractListModel):
    """The items of a meeting's agenda in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given rows."""
        super().__init__(parent)
        self.rows: Sequence[AgendaRow] = ()

    def set_rows(self, rows: Sequence[AgendaRow]) -> None:
        """Replaces the agenda; keeps selections where only the counts have changed."""
        if [row.item.id for row in rows] == [row.item.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many items there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The item in words; the row itself under AGENDA_ROLE."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == AGENDA_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{row.item.number}. {row.item.title}")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (
                f"Item {row.item.number}: {row.item.title}, {row.pulled} pulled, {row.statements} statements"
            )
        return None


class AgendaDelegate(QStyledItemDelegate):
    """Draws an item: rule in the track's colour, number, title in two lines, what its dossier holds."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Substantive items have two lines of title, procedural ones and sub-items a single line."""
        row: AgendaRow | None = index.data(AGENDA_ROLE)
        line = QFontMetricsF(option.font).height()
        lines = _lines_of(row) if row is not None else 1
        return QSize(100, round(lines * line + (20 if lines == 2 else 12)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one item."""
        row: AgendaRow | None = index.data(AGENDA_ROLE)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(option.palette)
        rect = QRectF(option.rect)
        card = rect.adjusted(8, 1, -8, -1)
        paint_ground(painter, card, option, colours)
        if row.item.track:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.track(row.item.track))
            painter.drawRoundedRect(QRectF(card.left(), card.top() + 4, 3, card.height() - 8), 1.5, 1.5)
        _paint_words(painter, card, row, option.font, QColor(colours.text), QColor(colours.muted))
        painter.restore()


def _paint_words(
    painter: QPainter, card: QRectF, row: AgendaRow, font: QFont, ink: QColor, muted: QColor
) -> None:
    substantive = row.item.track is not None
    metrics = QFontMetricsF(font)
    painter.setFont(scaled(font, 1.0, bold=substantive))
    painter.setPen(ink if substantive else muted)
    lines = _lines_of(row)
    top = card.top() + (8 if lines == 2 else 4)
    deeper = _DEEPER if row.item.is_sub_item else 0
    wide = QFontMetricsF(painter.font()).horizontalAdvance(row.item.number) + 6
    number = QRectF(card.left() + 12 + deeper, top, max(24.0, wide), metrics.height())
    painter.drawText(number, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, row.item.number)
    counts = _counts(row)
    small = scaled(font, 0.9)
    width = QFontMetricsF(small).horizontalAdvance(counts) + 8 if counts else 0
    title = QRectF(number.right() + 2, top, card.right() - number.right() - width - 10, card.bottom() - top)
    painter.setFont(font)
    words = _two_lines(short_title(row.item.title, 200), metrics, title.width(), lines)
    side = Qt.AlignmentFlag.AlignRight if right_to_left(row.item.title) else Qt.AlignmentFlag.AlignLeft
    painter.drawText(title, side | Qt.AlignmentFlag.AlignTop, words)
    painter.setFont(small)
    painter.setPen(muted)
    place = QRectF(card.right() - width - 4, top, width, metrics.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, counts)


def _lines_of(row: AgendaRow) -> int:
    return 2 if row.item.track is not None and not row.item.is_sub_item else 1


def _counts(row: AgendaRow) -> str:
    pulled = str(row.pulled) if row.pulled else ""
    return f"{pulled} ✎".strip() if row.statements else pulled


def _two_lines(text: str, metrics: QFontMetricsF, width: float, lines: int) -> str:
    """The text broken into lines that fit; the last one ends in an ellipsis if there is more."""
    words = text.split()
    broken: list[str] = []
    while words and len(broken) < lines:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line += " " + words.pop(0)
        broken.append(line)
    if words and broken:
        rest = " ".join([broken[-1], *words])
        broken[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in broken)
