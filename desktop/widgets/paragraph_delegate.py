"""How a paragraph looks in a list.

Official text is set in a serif beside a rule in its track's colour, with reference and standing; captions
and everything of the delegate's own are in the interface's sans-serif (INTERFACE.md, principle 1).
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.agenda import short_heading, short_title
from core.documents import LibraryParagraph, Standing
from core.language.scripts import Script, isolated, right_to_left, script_of
from desktop.theme.colours import Colours, colours_of
from desktop.theme.type import official_font, scaled
from desktop.widgets.card_ground import paint_ground
from desktop.widgets.group_head import paint_head
from desktop.widgets.paragraph_model import ROW_ROLE, Index, Row
from desktop.widgets.row_actions import paint as paint_actions
from desktop.widgets.text_layout import draw, laid_out, snippet

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
        script = script_of(row.located.paragraph.text) if row.located else Script.OTHER
        text_line = QFontMetricsF(official_font(font, script=script)).height() * 1.1
        note = line if (row.pull and row.pull.note) or row.because else 0
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
        if row.opens:
            paint_ground(painter, rect.adjusted(8, 2, -8, -2), option, colours)
            inner = rect.adjusted(_PAD_X, 0, -_PAD_X, 0)
            paint_head(painter, inner, row.caption, row.because, font, colours, is_open=row.is_open)
        elif row.caption:
            _paint_caption(painter, rect, row.caption, font, colours)
        else:
            paint_ground(painter, rect.adjusted(8, 2, -8, -2), option, colours, colours.official)
            pointed_at = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
            _paint_card(painter, rect, row, font, colours, with_actions=bool(option.state & pointed_at))
        painter.restore()


def inner_place(rect: QRectF) -> QRectF:
    """Where on a card its words and buttons stand."""
    return rect.adjusted(8 + _PAD_X, _PAD_Y, -8 - _PAD_X, -_PAD_Y)


def _paint_caption(painter: QPainter, rect: QRectF, caption: str, font: QFont, colours: Colours) -> None:
    small = scaled(font, 0.86, bold=True)
    small.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
    painter.setFont(small)
    painter.setPen(QColor(colours.muted))
    place = rect.adjusted(_PAD_X, 0, -_PAD_X, -4)
    painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, caption)


def _paint_card(
    painter: QPainter, rect: QRectF, row: Row, font: QFont, colours: Colours, *, with_actions: bool
) -> None:
    located = row.located
    inner = inner_place(rect)
    track = located.paragraph.track if located else None
    rtl = runs_leftwards(located)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.track(track))
    rule = QRectF(rect.left() + 8, rect.top() + 6, _RULE, rect.height() - 12)
    painter.drawRoundedRect(sided(rule, rect, rtl), 1.5, 1.5)
    line = QFontMetricsF(font).height()
    if with_actions and row.actions:
        taken = paint_actions(painter, row.actions, inner, font, colours, rtl=rtl)
    else:
        taken = _paint_state(painter, inner, row, font, colours, rtl)
    head = QRectF(inner.left(), inner.top(), inner.width() - taken, line)
    _paint_reference(painter, sided(head, inner, rtl), row, font, colours, rtl)
    text = (
        located.paragraph.text if located else "This document is not in the workspace; import it to read it."
    )
    serif = official_font(font, script=script_of(text))
    about = int(inner.width() / QFontMetricsF(serif).averageCharWidth() * _LINES * 0.9)
    shown, marks = snippet(" ".join(text.split()) if not row.marks else text, row.marks, about)
    layout = laid_out(shown, serif, inner.width(), lines=_LINES, rtl=rtl)
    ink = QColor(colours.text if located else colours.muted)
    draw(layout, painter, QPointF(inner.left(), inner.top() + line + 4), ink, marks, QColor(colours.mark))
    if row.pull and row.pull.note:
        note = " ".join(row.pull.note.split())
        _paint_last_line(painter, inner, f"Private: {note}", font, colours.other, rtl=right_to_left(note))
    elif row.because:
        _paint_last_line(painter, inner, row.because, font, colours.muted, rtl=rtl)


def _paint_last_line(
    painter: QPainter, inner: QRectF, words: str, font: QFont, colour: str, *, rtl: bool
) -> None:
    """Draws what is told of a paragraph beneath its words: a private note, or why it is shown."""
    small = scaled(font, 0.92)
    painter.setFont(small)
    painter.setPen(QColor(colour))
    elided = QFontMetricsF(small).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | side, elided)


def runs_leftwards(located: LibraryParagraph | None) -> bool:
    """Whether a paragraph is read from right to left, and so begins at the right edge."""
    return located is not None and right_to_left(located.paragraph.text, located.document.language)


def sided(rect: QRectF, within: QRectF, rtl: bool) -> QRectF:
    """A place measured from the left edge of what it stands in, or the same from the right edge."""
    if not rtl:
        return rect
    return QRectF(within.left() + within.right() - rect.right(), rect.top(), rect.width(), rect.height())


def leading(rtl: bool) -> Qt.AlignmentFlag:
    """The side on which a line begins, in the middle of its height."""
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _paint_reference(
    painter: QPainter, place: QRectF, row: Row, font: QFont, colours: Colours, rtl: bool
) -> None:
    bold = scaled(font, 1.0, bold=True)
    painter.setFont(bold)
    painter.setPen(QColor(colours.text))
    reference = row.located.reference if row.located else row.missing
    painter.drawText(place, leading(rtl), reference)
    taken = QFontMetricsF(bold).horizontalAdvance(reference) + 10
    if row.located is None:
        return
    small = scaled(font, 0.9)
    painter.setFont(small)
    standing = row.located.paragraph.standing
    painter.setPen(colours.standing(standing) if standing is Standing.VOTE else QColor(colours.muted))
    words = _beside(row.located)
    beside = sided(place.adjusted(taken, 0, 0, 0), place, rtl)
    elided = QFontMetricsF(small).elidedText(words, Qt.TextElideMode.ElideRight, max(beside.width(), 0))
    painter.drawText(beside, leading(rtl), elided)


def _beside(located: LibraryParagraph) -> str:
    paragraph = located.paragraph
    words = [paragraph.standing.phrase] if paragraph.standing is not Standing.CONSENSUS else []
    if paragraph.chapeau and paragraph.label.endswith(")"):
        words.append(isolated(short_title(paragraph.chapeau, 80)))
    elif paragraph.section:
        words.append(isolated(short_heading(paragraph.section[-1], 80)))
    return " · ".join(words)


def _paint_state(
    painter: QPainter, inner: QRectF, row: Row, font: QFont, colours: Colours, rtl: bool
) -> float:
    """Draws stance or mark at the far end of the first line; returns the room it takes."""
    words = str(row.pull.stance) if row.pull else "pulled ✓" if row.pulled else ""
    if not words:
        return 0.0
    small = scaled(font, 0.9, bold=True)
    metrics = QFontMetricsF(small)
    width = metrics.horizontalAdvance(words) + 16
    line = QFontMetricsF(font).height()
    pill = sided(QRectF(inner.right() - width, inner.top(), width, line), inner, rtl)
    painter.setFont(small)
    painter.setPen(QPen(QColor(colours.border), 1))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(pill, line / 2, line / 2)
    painter.setPen(QColor(colours.accent))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
    return width + _GAP
