"""What can be done with a row of a list by the mouse: small buttons at its far end, while it is pointed at.

The keyboard and the menu of the list do the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.theme.colours import Colours
from desktop.theme.type import scaled

_PAD, _GAP, _ROUND = 9, 6, 4


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do with a row: a key for the program, words for the button."""

    key: str
    words: str


def places(actions: tuple[Action, ...], inner: QRectF, font: QFont, *, rtl: bool) -> list[QRectF]:
    """Where the buttons stand in the first line of a row's inner place: the last one at its far end."""
    metrics = QFontMetricsF(_small(font))
    height = QFontMetricsF(font).height()
    found: list[QRectF] = []
    end = inner.right()
    for action in reversed(actions):
        width = metrics.horizontalAdvance(action.words) + 2 * _PAD
        found.append(QRectF(end - width, inner.top(), width, height))
        end -= width + _GAP
    if rtl:
        found = [QRectF(inner.left() + inner.right() - each.right(), *_rest(each)) for each in found]
    return found[::-1]


def paint(
    painter: QPainter, actions: tuple[Action, ...], inner: QRectF, font: QFont, colours: Colours, *, rtl: bool
) -> float:
    """Draws the buttons; returns the room they take."""
    painter.setFont(_small(font))
    there = places(actions, inner, font, rtl=rtl)
    for action, place in zip(actions, there, strict=True):
        painter.setPen(QPen(QColor(colours.strong_border), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter.setPen(QColor(colours.accent))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, action.words)
    return sum(place.width() + _GAP for place in there) + _GAP


def action_at(
    point: QPointF, actions: tuple[Action, ...], inner: QRectF, font: QFont, *, rtl: bool
) -> Action | None:
    """The action whose button is at a point of the list, None if there is none."""
    there = zip(actions, places(actions, inner, font, rtl=rtl), strict=True)
    return next((action for action, place in there if place.contains(point)), None)


def _small(font: QFont) -> QFont:
    return scaled(font, 0.88, bold=True)


def _rest(place: QRectF) -> tuple[float, float, float]:
    return place.top(), place.width(), place.height()
