"""A line of texts through the years: a dot for each, with its year above and its reference below.

How strong the line is between two dots says how much of the wording was kept; a triangle on it, which way
the strength of the verb went.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.comparing.nearness import Nearness, nearness
from core.comparing.wording_changes import Change
from core.language.strength import Weight
from desktop.reader.years_model import READ_ROLE, TEXT_ROLE, Index, YearsModel, year_of
from desktop.theme.colours import Colours, colours_of
from desktop.theme.type import scaled

if TYPE_CHECKING:
    from desktop.forerunners.years import Years, YearText

_NARROWEST, _WIDEST, _PAD = 62.0, 118.0, 10.0
_DOT, _ROOM = 5.0, 22.0
_WIDTHS = {Nearness.SAME: 3.5, Nearness.NEARLY: 3.5, Nearness.MUCH: 2.0, Nearness.OTHER: 1.4}


class YearsLine(QListView):
    """The line as a list that lies on its side: arrows choose, Return opens; more than fit can be scrolled.

    ``chosen`` carries the text (``YearText``) that is now selected, ``opened`` the one to be read.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is given years."""
        super().__init__(parent)
        self.setAccessibleName("Through the years")
        self.years_model = YearsModel(self)
        self.setModel(self.years_model)
        self._drawing = _Drawing(self)
        self.setItemDelegate(self._drawing)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs one way in all languages
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(lambda now, _: self._on_current(now))
        self.doubleClicked.connect(self._open)

    def show_years(self, years: Years | None) -> None:
        """Shows another line, with the neighbour of the text that is read selected: what it was made from."""
        self.years_model.set_years(years)
        self.setFixedHeight(self._drawing.height(self.font()) + 14)
        if years is None or len(years.line) < 2:
            return
        beside = years.place - 1 if years.place else 1
        self.setCurrentIndex(self.years_model.index(beside))
        self.scrollTo(self.years_model.index(years.place))
        self.scrollTo(self.years_model.index(beside))

    def clear_choice(self) -> None:
        """Nothing of the line is chosen: something beside it is."""
        self.selectionModel().clear()

    def _on_current(self, now: Index) -> None:
        if now.isValid():
            self.chosen.emit(now.data(TEXT_ROLE))

    def _open(self, index: Index) -> None:
        if index.isValid() and not index.data(READ_ROLE):
            self.opened.emit(index.data(TEXT_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return reads the chosen text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that turns downwards scrolls the reader, not the line."""
        if abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            super().wheelEvent(event)
        else:
            event.ignore()


class _Drawing(QStyledItemDelegate):
    """Draws one dot with its half of the line to either side."""

    def height(self, font: QFont) -> int:
        """Year, dot, label and the document's name."""
        return round(QFontMetricsF(font).height() * 2 + QFontMetricsF(scaled(font, 0.86)).height() + _ROOM)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the names below the dot, within bounds."""
        text: YearText | None = index.data(TEXT_ROLE)
        if text is None:
            return QSize(0, 0)
        widest = max(
            QFontMetricsF(scaled(option.font, 1.0, bold=True)).horizontalAdvance(_label(text)),
            QFontMetricsF(scaled(option.font, 0.86)).horizontalAdvance(_document(text)),
        )
        return QSize(round(min(max(widest + _PAD, _NARROWEST), _WIDEST)), self.height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws ground, line, dot and names."""
        text: YearText | None = index.data(TEXT_ROLE)
        if text is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(option.palette)
        cell = QRectF(option.rect)
        _paint_ground(painter, cell, option, colours)
        font: QFont = option.font
        step = QFontMetricsF(font).height()
        middle = QPointF(cell.center().x(), cell.top() + step + _ROOM / 2)
        following = index.model().index(index.row() + 1, 0).data(TEXT_ROLE)
        _paint_half(painter, middle, cell.left(), text.step, colours)
        _paint_half(painter, middle, cell.right() + 1, following.step if following else None, colours)
        if text.step is not None and text.step.weight is not None:
            _paint_weight(painter, QPointF(cell.left() + 1, middle.y()), text.step.weight, colours)
        read = bool(index.data(READ_ROLE))
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.accent if read else colours.surface))
        radius = _DOT + 1.5 if read else _DOT
        painter.drawEllipse(middle, radius, radius)
        _paint_names(painter, cell, text, font, colours, read)
        painter.restore()


def _paint_ground(painter: QPainter, cell: QRectF, option: QStyleOptionViewItem, colours: Colours) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if not (selected or hovered):
        return
    ground = cell.adjusted(1, 0, -1, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.selection if selected else colours.hover))
    painter.drawRoundedRect(ground, 6, 6)
    if selected and isinstance(option.widget, QListView) and option.widget.hasFocus():
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)


def _paint_half(
    painter: QPainter, middle: QPointF, edge: float, step: Change | None, colours: Colours
) -> None:
    """The line from a dot to the edge of its cell, as strong as wording was kept on that step."""
    if step is None:
        return
    near = nearness(step)
    pen = QPen(QColor(colours.muted), _WIDTHS[near])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if near is Nearness.OTHER:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawLine(middle, QPointF(edge, middle.y()))


def _paint_weight(painter: QPainter, at: QPointF, weight: Weight, colours: Colours) -> None:
    """A triangle: pointing down where the verb became weaker, up where it became stronger."""
    way = 1 if weight is Weight.WEAKER else -1
    painter.setPen(QPen(QColor(colours.surface), 1))
    painter.setBrush(QColor(colours.warning if way > 0 else colours.good))
    corners = [QPointF(-6.5, -4.5 * way), QPointF(6.5, -4.5 * way), QPointF(0, 6 * way)]
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))


def _paint_names(
    painter: QPainter, cell: QRectF, text: YearText, font: QFont, colours: Colours, read: bool
) -> None:
    step = QFontMetricsF(font).height()
    small = scaled(font, 0.86)
    below = cell.top() + step + _ROOM
    for top, words, face, ink in (
        (cell.top() + 2, year_of(text), small, colours.muted),
        (below, _label(text), scaled(font, 1.0, bold=read), colours.text),
        (below + step, _document(text), small, colours.muted),
    ):
        painter.setFont(face)
        painter.setPen(QColor(ink))
        metrics = QFontMetricsF(face)
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, cell.width() - 4)
        place = QRectF(cell.left(), top, cell.width(), metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, elided)


def _label(text: YearText) -> str:
    """A text's number, with the part it is in where a reference names that."""
    return text.located.reference.removeprefix(f"{_document(text)}/")


def _document(text: YearText) -> str:
    return text.located.document.name
