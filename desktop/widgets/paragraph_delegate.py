"""How a paragraph looks in a list.

Official text is set in a serif beside a rule in its track's colour, with reference and standing; captions
and everything of the delegate's own are in the interface's sans-serif (INTERFACE.md, principle 1).
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.agenda import short_heading
from core.documents import LibraryParagraph, Standing
from desktop.theme.colours import Colours, colours_of
from desktop.theme.type import official_font, scaled
from desktop.widgets.card_ground import paint_ground
from desktop.widgets.paragraph_model import ROW_ROLE, Index, Row
from desktop.widgets.text_layout import draw, height_of, laid_out, snippet

_PAD_X, _PAD_Y, _RULE, _GAP = 16, 8, 3, 8
_LINES = 2


class ParagraphDelegate(QStyledItemDelegate):
    """Draws rows as cards of two lines of text: reference, standing, stance, and the words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines need at the list's width."""
        row: Row | None = index.data(ROW_ROLE)
        font: QFont = option.font
        line = QFontMetricsF(font).height()
        if row is None or row.caption:
            return QSize(100, round(line + 2 * _PAD_Y + 6))
        text_line = QFontMetricsF(official_font(font)).height() * 1.1
        note = line if row.pull and row.pull.note else 0
        return QSize(100, round(2 * _PAD_Y + line + 4 + _LINES * text_line + note + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        row: Row | None = index.data(ROW_ROLE)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(option.palette)
        rect = QRectF(option.rect)
        font: QFont = option.font
        if row.caption:
            _paint_caption(painter, rect, row.caption, font, colours)
        else:
            paint_ground(painter, rect.adjusted(8, 2, -8, -2), option, colours, colours.official)
            _paint_card(painter, rect, row, font, colours)
        painter.restore()


def _paint_caption(painter: QPainter, rect: QRectF, caption: str, font: QFont, colours: Colours) -> None:
    small = scaled(font, 0.86, bold=True)
    small.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
    painter.setFont(small)
    painter.setPen(QColor(colours.muted))
    place = rect.adjusted(_PAD_X, 0, -_PAD_X, -4)
    painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, caption)


def _paint_card(painter: QPainter, rect: QRectF, row: Row, font: QFont, colours: Colours) -> None:
    located = row.located
    inner = rect.adjusted(8 + _PAD_X, _PAD_Y, -8 - _PAD_X, -_PAD_Y)
    track = located.paragraph.track if located else None
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.track(track))
    painter.drawRoundedRect(QRectF(rect.left() + 8, rect.top() + 6, _RULE, rect.height() - 12), 1.5, 1.5)
    line = QFontMetricsF(font).height()
    right = _paint_right(painter, inner, row, font, colours)
    _paint_reference(
        painter, QRectF(inner.left(), inner.top(), right - inner.left(), line), row, font, colours
    )
    text = (
        located.paragraph.text if located else "This document is not in the workspace; import it to read it."
    )
    serif = official_font(font)
    about = int(inner.width() / QFontMetricsF(serif).averageCharWidth() * _LINES * 0.9)
    shown, marks = snippet(" ".join(text.split()) if not row.marks else text, row.marks, about)
    layout = laid_out(shown, serif, inner.width(), lines=_LINES)
    ink = QColor(colours.text if located else colours.muted)
    draw(layout, painter, QPointF(inner.left(), inner.top() + line + 4), ink, marks, QColor(colours.mark))
    if row.pull and row.pull.note:
        _paint_note(painter, inner, row.pull.note, font, colours)


def _paint_note(painter: QPainter, inner: QRectF, note: str, font: QFont, colours: Colours) -> None:
    small = scaled(font, 0.92)
    painter.setFont(small)
    painter.setPen(QColor(colours.other))
    words = "Private: " + " ".join(note.split())
    elided = QFontMetricsF(small).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, elided)


def _paint_reference(painter: QPainter, place: QRectF, row: Row, font: QFont, colours: Colours) -> None:
    bold = scaled(font, 1.0, bold=True)
    painter.setFont(bold)
    painter.setPen(QColor(colours.text))
    reference = row.located.reference if row.located else row.missing
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, reference)
    taken = QFontMetricsF(bold).horizontalAdvance(reference) + 10
    if row.located is None:
        return
    small = scaled(font, 0.9)
    painter.setFont(small)
    standing = row.located.paragraph.standing
    painter.setPen(colours.standing(standing) if standing is Standing.VOTE else QColor(colours.muted))
    words = _beside(row.located)
    left = place.adjusted(taken, 0, 0, 0)
    elided = QFontMetricsF(small).elidedText(words, Qt.TextElideMode.ElideRight, max(left.width(), 0))
    painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)


def _beside(located: LibraryParagraph) -> str:
    paragraph = located.paragraph
    words = [paragraph.standing.phrase] if paragraph.standing is not Standing.CONSENSUS else []
    if paragraph.section:
        words.append(short_heading(paragraph.section[-1], 80))
    return " · ".join(words)


def _paint_right(painter: QPainter, inner: QRectF, row: Row, font: QFont, colours: Colours) -> float:
    """Draws what stands at the right end of the first line; returns where it begins."""
    words = str(row.pull.stance) if row.pull else "pulled ✓" if row.pulled else ""
    if not words:
        return inner.right()
    small = scaled(font, 0.9, bold=True)
    metrics = QFontMetricsF(small)
    width = metrics.horizontalAdvance(words) + 16
    line = QFontMetricsF(font).height()
    pill = QRectF(inner.right() - width, inner.top(), width, line)
    painter.setFont(small)
    painter.setPen(QPen(QColor(colours.border), 1))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(pill, line / 2, line / 2)
    painter.setPen(QColor(colours.accent))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
    return pill.left() - _GAP


class DocumentDelegate(QStyledItemDelegate):
    """Draws the rows of a document as the document reads: headings, chapeaux, numbered paragraphs in full."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the whole text needs at the list's width."""
        row: Row | None = index.data(ROW_ROLE)
        if row is None or row.located is None:
            return QSize(100, 8)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 600
        font, before, indent = _document_style(row, option.font)
        layout = laid_out(row.located.paragraph.text, font, _column(width) - indent, leading=1.12)
        return QSize(100, round(height_of(layout, 1.12) + before + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row of the document."""
        row: Row | None = index.data(ROW_ROLE)
        if row is None or row.located is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(option.palette)
        rect = QRectF(option.rect)
        base: QFont = option.font
        paragraph = row.located.paragraph
        font, before, indent = _document_style(row, base)
        column = _column(rect.width())
        left = rect.left() + max(24.0, (rect.width() - column) / 2)
        if row.is_selectable and paragraph.label:
            card = QRectF(left - 14, rect.top(), column + 28, rect.height() - 2)
            paint_ground(painter, card, option, colours)
        top = rect.top() + before + 2
        heading = paragraph.kind == "heading"
        ink = QColor(colours.muted if heading and not paragraph.level else colours.text)
        layout = laid_out(paragraph.text, font, column - indent, leading=1.12)
        draw(layout, painter, QPointF(left + indent, top), ink, row.marks, QColor(colours.mark))
        if paragraph.label:
            painter.setFont(scaled(base, 0.95, bold=True))
            painter.setPen(colours.track(paragraph.track))
            place = QRectF(left, top, indent - 12, QFontMetricsF(font).height())
            painter.drawText(
                place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, paragraph.label
            )
        painter.restore()


def _column(width: float) -> float:
    return min(width - 48, 720.0)


def _document_style(row: Row, base: QFont) -> tuple[QFont, float, float]:
    """The font, the space above and the indent of a document's row."""
    assert row.located is not None
    paragraph = row.located.paragraph
    if paragraph.kind == "heading" and paragraph.level:
        factor = {1: 1.35, 2: 1.18, 3: 1.06}.get(paragraph.level, 1.0)
        return scaled(base, factor, bold=True), 18 if paragraph.level < 3 else 12, 0
    if paragraph.kind == "heading":
        font = official_font(base)
        font.setItalic(True)
        return font, 6, 0
    return official_font(base), 4, 56 if paragraph.label else 0
