"""How the paragraphs of a document stand on the page that shows what was understood of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.documents import Kind, Paragraph
from core.language.scripts import Script, right_to_left, script_of
from desktop.library.preview.paragraphs_model import KIND_WORDS, PARAGRAPH_ROLE, Index, ParagraphsModel
from desktop.theme.colours import colours_of
from desktop.theme.kind_colours import group_of, shade_of
from desktop.theme.type import official_font, scaled
from desktop.widgets.card_ground import paint_ground
from desktop.widgets.line_counter import LineCounter
from desktop.widgets.slices import Slices
from desktop.widgets.text_layout import draw, laid_out

_EDGE, _PAD, _RULE = 8, 7, 4
_NUMBER, _BESIDE = 84, 70
_LEADING = 1.12
_MOST_HEIGHTS = 20_000
_Look = tuple[int, bool, Script]
_LEVELS = {1: 1.14, 2: 1.06}


class UnderstoodDelegate(QStyledItemDelegate):
    """Draws a row: the rule and tint of its kind, its number over the kind's word, its text, its page."""

    def __init__(self, parent: QWidget) -> None:
        """Remembers the heights of rows and the widths of words."""
        super().__init__(parent)
        self._counters: dict[_Look | None, LineCounter] = {}
        self._heights: dict[tuple[str, str, int, bool, int], int] = {}

    def forget(self) -> None:
        """Measures anew: the typefaces have changed."""
        self._counters.clear()
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the whole text needs at the list's width."""
        paragraph: Paragraph | None = index.data(PARAGRAPH_ROLE)
        view = option.widget
        if paragraph is None or not isinstance(view, QListView):
            return QSize(100, 24)
        return QSize(100, self.height_of_row(paragraph, option.font, view.viewport().width()))

    def height_of_row(self, paragraph: Paragraph, base: QFont, width: int) -> int:
        """The height of a row in a list of this width, which is then known."""
        two_lines = bool(paragraph.label or paragraph.track)
        look = (paragraph.text, paragraph.kind.value, paragraph.level, two_lines, width)
        height = self._heights.get(look)
        if height is None:
            if len(self._heights) > _MOST_HEIGHTS:
                self._heights.clear()
            height = self._heights[look] = self._height(paragraph, base, width, two_lines)
        return height

    def _height(self, paragraph: Paragraph, base: QFont, width: int, two_lines: bool) -> int:
        look = _look(paragraph)
        if look not in self._counters:
            self._counters[look] = LineCounter(_font(look, base))
        if None not in self._counters:
            self._counters[None] = LineCounter(base)
        counter = self._counters[look]
        text = counter.lines(paragraph.text, _text_width(width)) * counter.line_height * _LEADING
        beside = self._counters[None].line_height * (2 if two_lines else 1)
        return round(max(text, beside) + 2 * _PAD + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row, mirrored for a document that is read from right to left."""
        paragraph: Paragraph | None = index.data(PARAGRAPH_ROLE)
        if paragraph is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)  # the row may still have the height of another width
        whole = QRectF(option.rect)
        card = whole.adjusted(_EDGE, 1, -_EDGE, -1)
        shade = shade_of(group_of(paragraph), option.palette)
        paint_ground(painter, card, option, colours_of(option.palette), shade.tint)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shade.ink))
        rule = QRectF(card.left(), card.top() + 3, _RULE, card.height() - 6)
        painter.drawRoundedRect(_mirrored(option, rule), 2, 2)
        inner = card.adjusted(_RULE + 10, _PAD, -10, -_PAD)
        _paint_number(painter, option, inner, paragraph)
        _paint_text(painter, option, inner, paragraph)
        _paint_beside(painter, option, inner, paragraph)
        painter.restore()


def _text_width(row_width: float) -> float:
    return row_width - 2 * _EDGE - _RULE - 20 - _NUMBER - _BESIDE


def _look(paragraph: Paragraph) -> _Look:
    """What decides on a row's typeface: the level of a heading, else its script and whether it is italic."""
    if paragraph.kind is Kind.HEADING and paragraph.level:
        return paragraph.level, False, Script.OTHER
    return 0, paragraph.kind is Kind.HEADING, script_of(paragraph.text)


def _font(look: _Look, base: QFont) -> QFont:
    level, italic, script = look
    if level:
        return scaled(base, _LEVELS.get(level, 1.0), bold=True)
    font = official_font(base, 1.02, script)
    font.setItalic(italic)
    return font


def _is_mirrored(option: QStyleOptionViewItem) -> bool:
    return bool(option.direction == Qt.LayoutDirection.RightToLeft)


def _mirrored(option: QStyleOptionViewItem, place: QRectF) -> QRectF:
    """A place of a left-to-right row where it is in this row."""
    if not _is_mirrored(option):
        return place
    return QRectF(QStyle.visualRect(option.direction, QRect(option.rect), place.toAlignedRect()))


def _leading_edge(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    """Where a line begins, as a flag that is not mirrored once more."""
    return Qt.AlignmentFlag.AlignRight if _is_mirrored(option) else Qt.AlignmentFlag.AlignLeft


def _paint_number(
    painter: QPainter, option: QStyleOptionViewItem, inner: QRectF, paragraph: Paragraph
) -> None:
    group = group_of(paragraph)
    place = _mirrored(option, QRectF(inner.left(), inner.top(), _NUMBER - 10, inner.height()))
    edge = _leading_edge(option) | Qt.AlignmentFlag.AlignTop
    painter.setPen(QColor(shade_of(group, option.palette).ink))
    below = place
    if paragraph.label:
        bold = scaled(option.font, 1.02, bold=True)
        metrics = QFontMetricsF(bold)
        painter.setFont(bold)
        painter.drawText(
            place, edge, metrics.elidedText(paragraph.label, Qt.TextElideMode.ElideRight, place.width())
        )
        below = place.adjusted(0, metrics.height(), 0, 0)
    small = scaled(option.font, 0.84)
    painter.setFont(small)
    word = KIND_WORDS[group]
    painter.drawText(
        below, edge, QFontMetricsF(small).elidedText(word, Qt.TextElideMode.ElideRight, below.width())
    )


def _paint_text(painter: QPainter, option: QStyleOptionViewItem, inner: QRectF, paragraph: Paragraph) -> None:
    width = inner.width() - _NUMBER - _BESIDE
    place = _mirrored(option, QRectF(inner.left() + _NUMBER, inner.top(), width, inner.height()))
    font = _font(_look(paragraph), option.font)
    backwards = right_to_left(paragraph.text, "ar" if _is_mirrored(option) else "")
    layout = laid_out(paragraph.text, font, place.width(), leading=_LEADING, rtl=backwards)
    ink = option.palette.color(QPalette.ColorRole.Text)
    draw(layout, painter, place.topLeft(), ink, (), ink)


def _paint_beside(
    painter: QPainter, option: QStyleOptionViewItem, inner: QRectF, paragraph: Paragraph
) -> None:
    """The page, the track and how many footnotes, at the far edge."""
    colours = colours_of(option.palette)
    far = QRectF(inner.right() - _BESIDE + 12, inner.top(), _BESIDE - 12, inner.height())
    place = _mirrored(option, far)
    backwards = _is_mirrored(option)
    edge = Qt.AlignmentFlag.AlignLeft if backwards else Qt.AlignmentFlag.AlignRight
    small = scaled(option.font, 0.84)
    painter.setFont(small)
    said = [(f"p. {paragraph.page}", QColor(colours.muted))] if paragraph.page else []
    if paragraph.track is not None and paragraph.label:
        said.append((paragraph.track.short_title, colours.track(paragraph.track)))
    if paragraph.footnotes:
        count = len(paragraph.footnotes)
        said.append((f"{count} note{'s' if count > 1 else ''}", QColor(colours.muted)))
    for words, ink in said:
        painter.setPen(ink)
        painter.drawText(place, edge | Qt.AlignmentFlag.AlignTop, words)
        place = place.adjusted(0, QFontMetricsF(small).height(), 0, 0)


class ParagraphsView(QListView):
    """The paragraphs as understood; ``chosen`` carries the number of the row that is now selected."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until its model is given paragraphs."""
        super().__init__(parent)
        self.setAccessibleName("Paragraphs as understood")
        self.rows = ParagraphsModel(self)
        self._measuring = Slices(self)
        self._measured_for: tuple[Sequence[Paragraph], Callable[[], object]] = ((), lambda: None)
        self.setModel(self.rows)
        self._drawing = UnderstoodDelegate(self)
        self.setItemDelegate(self._drawing)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(lambda now, _: self.chosen.emit(now.row()))

    def measure(self, paragraphs: Sequence[Paragraph], then: Callable[[], object]) -> None:
        """Measures the rows of a document a few at a time, so that showing it does not hold the window up."""
        self._measured_for = paragraphs, then
        font, width = self.font(), self.viewport().width()
        self._measuring.run((self._drawing.height_of_row(each, font, width) for each in paragraphs), then)

    def stop_measuring(self) -> None:
        """What was to be shown is not wanted any more."""
        self._measuring.stop()

    def select(self, row: int) -> None:
        """Selects a row and brings it in sight."""
        if not 0 <= row < self.rows.rowCount():
            return
        index = self.rows.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def changeEvent(self, event: QEvent) -> None:
        """Measures the rows anew in another typeface."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._drawing.forget()
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the rows out anew, since their height follows the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            if self._measuring.is_running:
                self.measure(*self._measured_for)
            else:
                self.measure(self.rows.paragraphs, self.scheduleDelayedItemsLayout)
        if self.currentIndex().isValid() and self._is_in_sight(event.oldSize().height()):
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def _is_in_sight(self, height: int) -> bool:
        """Whether the selected row is seen in a viewport of this height, which a panel or notice may cut."""
        place = self.visualRect(self.currentIndex())
        return place.bottom() >= 0 and place.top() <= height
