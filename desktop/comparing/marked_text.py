"""Words with what became of them, drawn: what was put in underlined, what was left out struck."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPalette, QTextCharFormat, QTextLayout

from core.comparing.wording_changes import Edit, Piece
from desktop.theme.change_colours import deleted_shade, inserted_shade
from desktop.theme.colours import colours_of
from desktop.theme.kind_colours import Shade
from desktop.widgets.text_layout import Span, laid_out


def text_of(pieces: Iterable[Piece]) -> str:
    """The words of all pieces."""
    return "".join(piece.text for piece in pieces)


def draw_marked(
    painter: QPainter,
    at: QPointF,
    pieces: Sequence[Piece],
    font: QFont,
    width: float,
    palette: QPalette,
    *,
    leading: float,
    rtl: bool,
    found: Sequence[Span] = (),
) -> None:
    """Draws pieces as one paragraph; ``found`` are characters to be marked."""
    colours = colours_of(palette)
    layout = laid_out(text_of(pieces), font, width, leading=leading, rtl=rtl)
    painter.setPen(QColor(colours.text))
    formats = [*_formats(pieces, palette), *(_range(a, b, _ground(colours.mark)) for a, b in found)]
    layout.draw(painter, at, formats)


def _formats(pieces: Iterable[Piece], palette: QPalette) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for piece in pieces:
        end = start + len(piece.text)
        if piece.edit is not Edit.SAME:
            # the line under or through the words leaves the space around them alone
            words = piece.text.strip()
            if words:
                first = start + piece.text.index(words)
                formats.append(_range(first, first + len(words), _format(piece.edit, palette)))
            else:  # a struck space would look like a hyphen
                formats.append(_range(start, end, _ground(_shade(piece.edit, palette).tint)))
        start = end
    return formats


def _format(edit: Edit, palette: QPalette) -> QTextCharFormat:
    made = QTextCharFormat()
    inserted, shade = edit is Edit.INSERTED, _shade(edit, palette)
    made.setForeground(QBrush(QColor(shade.ink)))
    made.setBackground(QBrush(QColor(shade.tint)))
    made.setFontUnderline(inserted)
    made.setFontStrikeOut(not inserted)
    return made


def _shade(edit: Edit, palette: QPalette) -> Shade:
    return inserted_shade(palette) if edit is Edit.INSERTED else deleted_shade(palette)


def _ground(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QBrush(QColor(colour)))
    return made


def _range(start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, style
    return made
