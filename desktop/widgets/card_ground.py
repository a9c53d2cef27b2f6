"""The ground a row of a list stands on: at rest, under the mouse, selected, and with the keyboard on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from desktop.theme.colours import Colours

_ROUND = 6


def paint_ground(
    painter: QPainter, card: QRectF, option: QStyleOptionViewItem, colours: Colours, at_rest: str = ""
) -> None:
    """Draws a card's ground; without a colour ``at_rest`` it shows only when pointed at or selected.

    The keyboard's place is always visible (INTERFACE.md, principle 8).
    """
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    ground = colours.selection if selected else colours.hover if hovered else at_rest
    if ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(card, _ROUND, _ROUND)
    view = option.widget
    if selected and isinstance(view, QListView) and view.hasFocus():
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(card.adjusted(0.75, 0.75, -0.75, -0.75), _ROUND, _ROUND)
