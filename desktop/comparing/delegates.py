"""How the rows of a comparison are drawn: in two columns, or as one text; and the folds between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.comparing.side_by_side import Facing
from core.documents import Kind
from core.language.scripts import Script, script_of
from desktop.comparing.blocks import Block, Tone, facing_blocks, font_of, inline_blocks
from desktop.comparing.lines import Line, spans
from desktop.comparing.lines_model import LINE_ROLE, Index
from desktop.comparing.marked_text import draw_marked
from desktop.theme.change_colours import deleted_shade, inserted_shade
from desktop.theme.colours import colours_of
from desktop.theme.icons import icon
from desktop.theme.type import scaled
from desktop.widgets.card_ground import paint_ground
from desktop.widgets.line_counter import LineCounter
from desktop.widgets.paragraph_delegate import leading, sided

_SIDE, _BETWEEN, _GUTTER, _GAP = 16.0, 28.0, 44.0, 10.0
_NARROW_SIDE = 8.0
_WIDEST = 720.0
_FOLD_PAD, _CAPTION_GAP, _BELOW = 8.0, 3.0, 10.0
_SMALL = 0.9
_CHEVRON = 16

Blocks = Callable[[Facing, str], list[Block]]


class ComparedDelegate(QStyledItemDelegate):
    """Draws rows of blocks and folds; remembers how high each row is at a width."""

    columns = 1

    def __init__(self, blocks: Blocks, parent: QObject | None = None) -> None:
        """``blocks`` says what stands in a row."""
        super().__init__(parent)
        self._blocks = blocks
        self._language = ""
        self.forget()

    def forget(self, language: str = "") -> None:
        """Another comparison, or other typefaces: measures anew. ``language`` is that of both documents."""
        self._language = language or self._language
        self._heights: dict[tuple[int, int], int] = {}
        self._counters: dict[str, LineCounter] = {}
        self._looks: dict[tuple[str, int, bool, Script], tuple[LineCounter, float, float]] = {}
        self._made: dict[int, list[Block]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the longest block needs at the list's width."""
        view = option.widget
        width = float(view.viewport().width()) if isinstance(view, QListView) else 600.0
        line: Line | None = index.data(LINE_ROLE)
        return QSize(100, self.height_of(line, option.font, width))

    def height_of(self, line: Line | None, font: QFont, width: float) -> int:
        """The height of a line in a list of this width, which is then known."""
        if line is None or line.row is None:
            return round(QFontMetricsF(font).height() + 2 * _FOLD_PAD + 8)
        key = line.nth, round(width)
        found = self._heights.get(key)
        if found is None:
            column, blocks = self._column(width), self._of(line.nth, line.row)
            band = max((self._caption_height(block, font, column) for block in blocks), default=0.0)
            found = self._heights[key] = round(
                band + max((self._height(block, font, column) for block in blocks), default=8.0)
            )
        return found

    def _of(self, nth: int, row: Facing) -> list[Block]:
        if nth not in self._made:
            self._made[nth] = self._blocks(row, self._language)
        return self._made[nth]

    def _edges(self, width: float) -> tuple[float, float]:
        """Where a page of this width begins and ends within a list of that width."""
        side = _SIDE if width > 560 else _NARROW_SIDE
        page = min(width - 2 * side, self.columns * _WIDEST)
        left = max(side, (width - page) / 2)
        return left, left + page

    def _column(self, width: float) -> float:
        left, right = self._edges(width)
        return (right - left - (self.columns - 1) * _BETWEEN) / self.columns

    def _caption_height(self, block: Block, base: QFont, width: float) -> float:
        if not block.caption:
            return 0.0
        small = self._counter(scaled(base, _SMALL))
        return small.lines(block.caption, width - _gutter(block, base)) * small.line_height + _CAPTION_GAP

    def _height(self, block: Block, base: QFont, width: float) -> float:
        counter, open_, before = self._look(block, base)
        height = before + _BELOW
        if block.text:
            lines = counter.lines(block.text, width - _gutter(block, base))
            if block.struck:  # the number before stands over the new one
                lines = max(lines, 2)
            height += lines * counter.line_height * open_
        return height

    def _look(self, block: Block, base: QFont) -> tuple[LineCounter, float, float]:
        """What counts the lines of a paragraph, their distance, and the space above it."""
        own = block.paragraph
        look = base.key(), own.level, own.kind is Kind.HEADING, script_of(own.text)
        if look not in self._looks:
            font, open_, before = font_of(own, base)
            self._looks[look] = self._counter(font), open_, before
        return self._looks[look]

    def _counter(self, font: QFont) -> LineCounter:
        return self._counters.setdefault(font.key(), LineCounter(font))

    # drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one line."""
        line: Line | None = index.data(LINE_ROLE)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)  # the row may still have the height of another width
        rect = QRectF(option.rect)
        left, right = self._edges(rect.width())
        if line.fold is not None:
            _paint_fold(painter, rect.adjusted(left - 8, 4, right - rect.width() + 8, -4), line, option)
        elif line.row is not None:
            card = QRectF(rect.left() + left - 8, rect.top(), right - left + 16, rect.height() - 2)
            paint_ground(painter, card, option, colours_of(option.palette))
            self._paint_row(painter, rect, line, line.row, option)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, rect: QRectF, line: Line, row: Facing, option: QStyleOptionViewItem
    ) -> None:
        left, right = self._edges(rect.width())
        column = self._column(rect.width())
        if self.columns > 1:
            middle = rect.left() + (left + right) / 2
            painter.setPen(QPen(QColor(colours_of(option.palette).border), 1))
            painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, rect.bottom()))
        blocks = self._of(line.nth, row)
        band = max((self._caption_height(block, option.font, column) for block in blocks), default=0.0)
        for block in blocks:
            at = left + (column + _BETWEEN if block.is_right else 0)
            place = QRectF(rect.left() + at, rect.top(), column, rect.height())
            _paint_block(painter, place, band, block, line.find, option)


class SideDelegate(ComparedDelegate):
    """The old words at the left, the new ones at the right."""

    columns = 2

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is measured yet."""
        super().__init__(facing_blocks, parent)


class InlineDelegate(ComparedDelegate):
    """The old and the new words in one text."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is measured yet."""
        super().__init__(inline_blocks, parent)


def _gutter(block: Block, base: QFont) -> float:
    """The room for the number; headings have none."""
    if not block.number:
        return 0.0 if block.paragraph.level else _GUTTER
    metrics = QFontMetricsF(scaled(base, 0.95, bold=True))
    wide = max(metrics.horizontalAdvance(block.number), metrics.horizontalAdvance(block.struck))
    return max(_GUTTER, wide + _GAP)


def _paint_block(
    painter: QPainter, place: QRectF, band: float, block: Block, find: str, option: QStyleOptionViewItem
) -> None:
    """Draws a paragraph below a ``band`` for captions, so that the words of both sides begin together."""
    base, rtl = option.font, block.leftwards
    font, open_, before = font_of(block.paragraph, base)
    gutter = _gutter(block, base)
    top = place.top() + before
    if block.ruled:
        rule = QRectF(place.left() - 6, place.top() + 3, 3, place.height() - 8)
        painter.fillRect(sided(rule, place, rtl), _tone_colour(block.tone, option))
    room = sided(QRectF(place.left() + gutter, top, place.width() - gutter, place.height()), place, rtl)
    if block.caption:
        painter.setFont(scaled(base, _SMALL))
        painter.setPen(_tone_colour(block.tone, option))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, block.caption)
    text_top = top + band
    number = QRectF(place.left(), text_top if block.text else top, gutter - _GAP, 0)
    _paint_number(painter, sided(number, place, rtl), block, font, option)
    if block.text:
        draw_marked(
            painter,
            QPointF(room.left(), text_top),
            block.pieces,
            font,
            room.width(),
            option.palette,
            leading=open_,
            rtl=rtl,
            found=spans(block.text, find),
        )


def _paint_number(
    painter: QPainter, place: QRectF, block: Block, font: QFont, option: QStyleOptionViewItem
) -> None:
    """The number on the line the text begins on; the one before, struck, and below it the new one."""
    bold = scaled(option.font, 0.95, bold=True)
    step = QFontMetricsF(font if block.text else scaled(option.font, _SMALL)).height()
    flags = leading(block.leftwards)
    line = QRectF(place.left(), place.top(), place.width(), step)
    if block.struck:
        struck = scaled(option.font, 0.95)
        struck.setStrikeOut(True)
        painter.setFont(struck)
        painter.setPen(QColor(deleted_shade(option.palette).ink))
        painter.drawText(line, flags, block.struck)
        line.translate(0, step)
        bold.setUnderline(True)
        painter.setPen(QColor(inserted_shade(option.palette).ink))
    else:
        painter.setPen(QColor(colours_of(option.palette).muted))
    painter.setFont(bold)
    painter.drawText(line, flags, block.number)


def _paint_fold(painter: QPainter, place: QRectF, line: Line, option: QStyleOptionViewItem) -> None:
    assert line.fold is not None
    colours = colours_of(option.palette)
    paint_ground(painter, place, option, colours, colours.window)
    small = scaled(option.font, 0.95)
    painter.setFont(small)
    painter.setPen(QColor(colours.muted))
    wide = QFontMetricsF(small).horizontalAdvance(line.fold.words)
    middle = place.center()
    chevron = icon("chevron-down" if line.is_open else "chevron-right", colours.muted)
    at = QRectF(middle.x() - wide / 2 - _CHEVRON - 4, middle.y() - _CHEVRON / 2, _CHEVRON, _CHEVRON)
    chevron.paint(painter, at.toRect())
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line.fold.words)


def _tone_colour(tone: Tone, option: QStyleOptionViewItem) -> QColor:
    colours = colours_of(option.palette)
    return QColor(
        {
            Tone.NEW: inserted_shade(option.palette).ink,
            Tone.DROPPED: deleted_shade(option.palette).ink,
            Tone.WEAKER: colours.warning,
            Tone.STRONGER: colours.good,
        }.get(tone, colours.muted)
    )
