"""A document as it reads in a list: headings, chapeaux, paragraphs; alone or beside another language.

Every row is laid out in the direction of its own words, its number on the side on which they begin.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.documents import LibraryParagraph
from core.language.scripts import Script, script_of
from desktop.theme.colours import Colours, colours_of
from desktop.theme.type import in_script, official_font, official_leading, scaled
from desktop.widgets.card_ground import paint_ground
from desktop.widgets.line_counter import LineCounter
from desktop.widgets.paragraph_delegate import leading, runs_leftwards, sided
from desktop.widgets.paragraph_model import ROW_ROLE, Index, Row
from desktop.widgets.text_layout import Span, draw, laid_out

_MARK_ROOM, _DEEPER, _MARK_GAP = 56.0, 36.0, 12.0
_WIDEST, _SIDE, _BETWEEN = 720.0, 24.0, 32.0
_MOST_HEIGHTS = 40_000


class Measures:
    """The heights of paragraphs as a document shows them, each measured once for a width."""

    def __init__(self) -> None:
        """Knows none yet."""
        self._forget("")

    def _forget(self, base: str) -> None:
        self._base = base
        self._counters: dict[str, LineCounter] = {}
        self._looks: dict[object, tuple[LineCounter, float, float, float]] = {}
        self._heights: dict[object, float] = {}

    def height(self, located: LibraryParagraph, base: QFont, width: float) -> float:
        """The height that a paragraph needs at a width, with the space above it."""
        key = base.key()
        if key != self._base or len(self._heights) > _MOST_HEIGHTS:
            self._forget(key)
        paragraph = located.paragraph
        place = (paragraph.text, paragraph.label, paragraph.kind == "heading", paragraph.level, round(width))
        found = self._heights.get(place)
        if found is not None:
            return found
        script = script_of(paragraph.text)
        look = (*place[1:4], script)
        if look not in self._looks:
            font, before, indent = _document_style(located, base)
            counter = self._counters.setdefault(font.key(), LineCounter(font))
            self._looks[look] = counter, before, indent, official_leading(script)
        counter, before, indent, open_ = self._looks[look]
        lines = counter.lines(paragraph.text, width - indent)
        height = lines * counter.line_height * open_ + before + 10
        self._heights[place] = height
        return height


class DocumentDelegate(QStyledItemDelegate):
    """Draws the rows of a document as the document reads: headings, chapeaux, numbered paragraphs in full."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Remembers the heights of rows, which the list asks for whenever it lays itself out."""
        super().__init__(parent)
        self._measures = Measures()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the whole text needs at the list's width."""
        return QSize(100, self.height_of_row(index.data(ROW_ROLE), option.font, _width_of(option)))

    def height_of_row(self, row: Row | None, font: QFont, width: float) -> int:
        """The height of a row in a list of this width, which is then known."""
        measured = self._measures.height
        heights = [measured(located, font, wide) for located, _, wide in self._columns(row, width)]
        return round(max(heights, default=8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row of the document."""
        row: Row | None = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        columns = self._columns(row, rect.width())
        if row is None or not columns:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)  # the row may still have the height of another width
        colours = colours_of(option.palette)
        if any(located.paragraph.label for located, _, _ in columns):
            left, right = self._edges(rect.width())
            card = QRectF(rect.left() + left - 14, rect.top(), right - left + 28, rect.height() - 2)
            paint_ground(painter, card, option, colours)
        for located, left, width in columns:
            place = QRectF(rect.left() + left, rect.top(), width, rect.height())
            marks = row.marks if located is row.located else ()
            _paint(painter, place, located, marks, option.font, colours)
        painter.restore()

    def _edges(self, width: float) -> tuple[float, float]:
        """Where a page of this width begins and ends within a list of that width."""
        page = min(width - 2 * _SIDE, _WIDEST)
        left = max(_SIDE, (width - page) / 2)
        return left, left + page

    def _columns(self, row: Row | None, width: float) -> list[tuple[LibraryParagraph, float, float]]:
        """What stands in a row, each with its left edge and its width."""
        left, right = self._edges(width)
        return [(row.located, left, right - left)] if row is not None and row.located else []


class BesideDelegate(DocumentDelegate):
    """Draws a document in two languages, paragraph beside paragraph."""

    def _edges(self, width: float) -> tuple[float, float]:
        page = min(width - 2 * _SIDE, 2 * _WIDEST)
        left = max(_SIDE, (width - page) / 2)
        return left, left + page

    def _columns(self, row: Row | None, width: float) -> list[tuple[LibraryParagraph, float, float]]:
        if row is None:
            return []
        left, right = self._edges(width)
        column = (right - left - _BETWEEN) / 2
        first, second = (None, row.located) if row.alone_beside else (row.located, row.beside)
        places = ((first, left), (second, left + column + _BETWEEN))
        return [(located, at, column) for located, at in places if located is not None]


def _width_of(option: QStyleOptionViewItem) -> float:
    view = option.widget
    return float(view.viewport().width()) if isinstance(view, QListView) else 600.0


def _paint(
    painter: QPainter,
    place: QRectF,
    located: LibraryParagraph,
    marks: tuple[Span, ...],
    base: QFont,
    colours: Colours,
) -> None:
    paragraph, rtl = located.paragraph, runs_leftwards(located)
    font, before, indent = _document_style(located, base)
    top = place.top() + before + 2
    heading = paragraph.kind == "heading"
    ink = QColor(colours.muted if heading and not paragraph.level else colours.text)
    open_ = official_leading(script_of(paragraph.text))
    layout = laid_out(paragraph.text, font, place.width() - indent, leading=open_, rtl=rtl)
    start = place.left() if rtl else place.left() + indent
    draw(layout, painter, QPointF(start, top), ink, marks, QColor(colours.mark))
    if paragraph.label:
        painter.setFont(scaled(base, 0.95, bold=True))
        painter.setPen(colours.track(paragraph.track))
        mark, room = _own_mark(paragraph.label, base)
        number = QRectF(place.left() + indent - room, top, room - _MARK_GAP, QFontMetricsF(font).height())
        painter.drawText(sided(number, place, rtl), leading(rtl), mark)


def _own_mark(label: str, base: QFont) -> tuple[str, float]:
    """What stands before a paragraph, as in the document: the letter of a sub-paragraph; and its room."""
    mark = label[label.rfind("(") :] if "(" in label and label.endswith(")") else label
    wide = QFontMetricsF(scaled(base, 0.95, bold=True)).horizontalAdvance(mark) + _MARK_GAP
    return mark, max(_MARK_ROOM if mark == label else _DEEPER, wide)


def _document_style(located: LibraryParagraph, base: QFont) -> tuple[QFont, float, float]:
    """The font, the space above and the indent of a document's row; sub-paragraphs stand further in."""
    paragraph = located.paragraph
    script = script_of(paragraph.text)
    if paragraph.kind == "heading" and paragraph.level:
        factor = {1: 1.35, 2: 1.18, 3: 1.06}.get(paragraph.level, 1.0)
        return in_script(scaled(base, factor, bold=True), script), 18 if paragraph.level < 3 else 12, 0
    if paragraph.kind == "heading":
        font = official_font(base, script=script)
        font.setItalic(script is Script.OTHER)  # neither Arabic nor Chinese has a slanted form
        return font, 6, 0
    if not paragraph.label:
        return official_font(base, script=script), 4, 0
    mark, room = _own_mark(paragraph.label, base)
    deeper = 0 if mark == paragraph.label else _MARK_ROOM + _DEEPER * (paragraph.label.count("(") - 1)
    return official_font(base, script=script), 4, deeper + room
