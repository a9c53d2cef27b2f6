"""Laying out a few lines of text with highlighted words, for item delegates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

Span = tuple[int, int]

_UNEVEN = 2.0
"""By how much a layout may find words wider than their typeface says: they would begin a new line."""


def laid_out(
    text: str, font: QFont, width: float, *, lines: int = 0, leading: float = 1.1, rtl: bool = False
) -> QTextLayout:
    """A layout of ``text`` at this width; with ``lines`` the rest is cut and an ellipsis put in its place.

    ``rtl`` sets it as a paragraph that runs from right to left, beginning at the right edge.
    """
    if lines:
        text = _cut(text, font, width, lines, rtl)
    layout = QTextLayout(text, font)
    layout.setTextOption(_option(rtl))
    spacing = QFontMetricsF(font).height() * leading
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, top))
        top += spacing
    layout.endLayout()
    return layout


def _option(rtl: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    return option


def height_of(layout: QTextLayout, leading: float = 1.1) -> float:
    """The height a layout needs."""
    return layout.lineCount() * QFontMetricsF(layout.font()).height() * leading


def draw(
    layout: QTextLayout, painter: QPainter, at: QPointF, colour: QColor, marks: Sequence[Span], ground: QColor
) -> None:
    """Draws a layout with some of its characters on a coloured ground."""
    formats = []
    for start, end in marks:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = start, min(end, len(layout.text())) - start
        if mark.length <= 0:
            continue
        style = QTextCharFormat()
        style.setBackground(QBrush(ground))
        mark.format = style
        formats.append(mark)
    painter.setPen(colour)
    layout.draw(painter, at, formats)


def snippet(text: str, marks: Sequence[Span], about: int) -> tuple[str, tuple[Span, ...]]:
    """The stretch of a long text that shows its first mark within ``about`` characters, with its marks."""
    first = marks[0][0] if marks else 0
    if len(text) <= about or first < about * 2 // 3:
        return text, tuple(marks)
    wanted = max(first - about // 3, 1)
    # Chinese has no spaces to begin at: there any character will do.
    start = text.rfind(" ", max(wanted - about // 2, 0), wanted) + 1 or wanted
    return "… " + text[start:], tuple((s - start + 2, e - start + 2) for s, e in marks if s >= start)


def _cut(text: str, font: QFont, width: float, lines: int, rtl: bool) -> str:
    layout = QTextLayout(text[:2000], font)
    layout.setTextOption(_option(rtl))
    layout.beginLayout()
    last = None
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1.0))
        last = line
    rest = layout.createLine() if last is not None else None
    layout.endLayout()
    if last is None or rest is None or not rest.isValid():
        return text
    start = last.textStart()
    room = max(width - _UNEVEN, 1.0)
    tail = QFontMetricsF(font).elidedText(text[start : start + 400], Qt.TextElideMode.ElideRight, room)
    return text[:start] + tail
