"""What stands on the page behind and beside the words: cards, rules, tints, labels and list marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextBlock, QTextDocument

from core.statement_text import Style
from desktop.statement.shapes import CARD, LABEL, TINT, Numbering, Shape, shape_of
from desktop.statement.typefaces import Fonts
from desktop.theme.colours import Colours

NOT_DELIVERED = "not delivered"
_BULLETS = "•–◦·"
_FAR = 4000.0


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """All that painting needs to know of a page; ``rule`` is the colour of the rule beside quotations."""

    document: QTextDocument
    fonts: Fonts
    colours: Colours
    rule: QColor
    width: float
    scrolled: float

    @property
    def left(self) -> float:
        """Where the words begin."""
        return float(self.document.documentMargin())

    @property
    def right(self) -> float:
        """Where the words end."""
        return self.width - self.left

    def rect(self, block: QTextBlock) -> QRectF:
        """Where a block's lines stand in the view."""
        found = self.document.documentLayout().blockBoundingRect(block)
        return found.translated(0, -self.scrolled)


def paint_page(painter: QPainter, page: Page, first: QTextBlock, clip: QRectF) -> None:
    """Paints everything but the words for the blocks from ``first`` to the end of the clip."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    blocks = list(_seen(page, first, clip))
    shapes = [shape_of(block) for block in blocks]
    seen = list(zip(blocks, shapes, strict=True))
    for run in _runs(seen, lambda shape: shape.private):
        _tint(painter, page, run)
    for run in _runs(seen, lambda shape: shape.quoted, lambda shape: (shape.quoted, shape.private)):
        _card(painter, page, run)
    _marks(painter, page, seen)


_Seen = Sequence[tuple[QTextBlock, Shape]]


def _seen(page: Page, first: QTextBlock, clip: QRectF) -> Iterator[QTextBlock]:
    if first.previous().isValid():
        first = first.previous()
    margin = 3 * page.fonts.em
    while first.isValid() and page.rect(first).top() < clip.bottom() + margin:
        yield first
        first = first.next()


def _runs(
    seen: _Seen, wanted: Callable[[Shape], bool], key: Callable[[Shape], object] | None = None
) -> Iterator[_Seen]:
    for _, run in groupby(seen, lambda pair: (key or wanted)(pair[1])):
        together = list(run)
        if wanted(together[0][1]):
            yield together


def _span(page: Page, run: _Seen, same: Callable[[Shape], bool]) -> tuple[float, float]:
    """Top and bottom of a run; far outside the view where it goes on beyond what is seen."""
    first, last = run[0][0], run[-1][0]
    before, after = first.previous(), last.next()
    top = -_FAR if before.isValid() and same(shape_of(before)) else page.rect(first).top()
    bottom = _FAR if after.isValid() and same(shape_of(after)) else page.rect(last).bottom()
    return top, bottom


def _tint(painter: QPainter, page: Page, run: _Seen) -> None:
    em = page.fonts.em
    top, bottom = _span(page, run, lambda shape: shape.private)
    top -= em * (LABEL + CARD * run[0][1].quoted)
    bottom += em * (TINT + CARD * run[-1][1].quoted)
    area = QRectF(page.left - em, top, page.right - page.left + 2 * em, bottom - top)
    painter.setPen(QColor(page.colours.border))
    painter.setBrush(QColor(page.colours.private))
    painter.drawRoundedRect(area, 6, 6)
    painter.setFont(page.fonts.small())
    painter.setPen(page.colours.muted)
    line = QRectF(page.left, top + 0.4 * em, page.right - page.left, 1.2 * em)
    rtl = run[0][0].textDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, NOT_DELIVERED)


def _card(painter: QPainter, page: Page, run: _Seen) -> None:
    em = page.fonts.em
    top, bottom = _span(page, run, run[0][1].same_frame)
    area = QRectF(page.left, top - CARD * em, page.right - page.left, bottom - top + 2 * CARD * em)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(page.colours.official))
    painter.drawRect(area)
    rule = QRectF(area.left(), area.top(), 3, area.height())
    if run[0][0].textDirection() is Qt.LayoutDirection.RightToLeft:
        rule.moveRight(area.right())
    painter.setBrush(page.rule)
    painter.drawRect(rule)


def _marks(painter: QPainter, page: Page, seen: _Seen) -> None:
    numbering = Numbering()
    if seen:
        _catch_up(numbering, *seen[0])
    for block, shape in seen:
        number = numbering.next(shape)
        if shape.listed:
            bullet = _BULLETS[min(max(shape.level, 1), len(_BULLETS)) - 1]
            _mark(painter, page, block, f"{number}." if shape.style is Style.NUMBERED else bullet)


def _catch_up(numbering: Numbering, block: QTextBlock, shape: Shape) -> None:
    """Counts the items of a list that stand above what is seen."""
    above: list[Shape] = []
    while shape.listed and (block := block.previous()).isValid():
        shape = shape_of(block)
        above.append(shape)
    for earlier in reversed(above):
        numbering.next(earlier)


def _mark(painter: QPainter, page: Page, block: QTextBlock, mark: str) -> None:
    layout = block.layout()
    if not layout.lineCount():
        return
    line = layout.lineAt(0)
    font = page.fonts.official if shape_of(block).quoted else page.fonts.own
    metrics = QFontMetricsF(font)
    at = page.rect(block).topLeft()
    used = line.naturalTextRect()
    gap = 0.45 * page.fonts.em
    baseline = at.y() + line.y() + line.ascent()
    if block.textDirection() is Qt.LayoutDirection.RightToLeft:
        x = at.x() + line.x() + line.width() + gap
    else:
        x = at.x() + min(line.x(), used.left()) - gap - metrics.horizontalAdvance(mark)
    painter.setFont(font)
    painter.setPen(page.colours.muted)
    painter.drawText(QPointF(x, baseline), mark)
