"""The head of a group of rows that can be folded: a sign that tells whether it is open, and its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.theme.colours import Colours
from desktop.theme.type import scaled

_SIGN, _GAP = 4.0, 9.0


def paint_head(
    painter: QPainter, inner: QRectF, words: str, beside: str, font: QFont, colours: Colours, *, is_open: bool
) -> None:
    """Draws the head: its words in bold, what is told beside them (how many there are) muted."""
    middle = QPointF(inner.left() + _SIGN, inner.center().y())
    painter.setPen(QPen(QColor(colours.muted), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_open:
        points = [QPointF(-_SIGN, -_SIGN / 2), QPointF(0, _SIGN / 2), QPointF(_SIGN, -_SIGN / 2)]
    else:
        points = [QPointF(-_SIGN / 2, -_SIGN), QPointF(_SIGN / 2, 0), QPointF(-_SIGN / 2, _SIGN)]
    painter.drawPolyline(QPolygonF([middle + point for point in points]))
    bold = scaled(font, 0.95, bold=True)
    place = inner.adjusted(2 * _SIGN + _GAP, 0, 0, 0)
    painter.setFont(bold)
    painter.setPen(QColor(colours.text))
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, side, words)
    taken = QFontMetricsF(bold).horizontalAdvance(words) + 10
    painter.setFont(scaled(font, 0.9))
    painter.setPen(QColor(colours.muted))
    painter.drawText(place.adjusted(taken, 0, 0, 0), side, beside)
