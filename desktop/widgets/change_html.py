"""What changed from one text to another, as rich text: insertions underlined, deletions struck through.

Colour is never the only mark (INTERFACE.md, principle 7), and ``spoken_change`` says it to those who listen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QPalette

from core.comparing.wording_changes import Edit, Piece, new_text
from core.language.scripts import right_to_left, script_of
from desktop.theme.change_colours import deleted_shade, inserted_shade
from desktop.theme.colours import colours_of
from desktop.theme.kind_colours import Shade
from desktop.theme.type import official_css


def change_html(pieces: Sequence[Piece], language: str, palette: QPalette, size: float) -> str:
    """The pieces of a change in the serif of official text, ``size`` in points, in their own direction."""
    words = new_text(pieces) or "".join(piece.text for piece in pieces)
    direction = "rtl" if right_to_left(words, language) else "ltr"
    face = official_css(size, script_of(words))
    body = "".join(_marked(piece, palette) for piece in pieces)
    ink = colours_of(palette).text
    return f'<p dir="{direction}" style="{face} color:{ink}; margin:0">{body}</p>'


def condensed(pieces: Sequence[Piece], around: int = 6) -> tuple[Piece, ...]:
    """Only what changed, with so many words around it; “…” stands for what stayed."""
    last = len(pieces) - 1
    return tuple(
        piece if piece.edit is not Edit.SAME else Piece(Edit.SAME, _shortened(piece.text, nth, last, around))
        for nth, piece in enumerate(pieces)
    )


def spoken_change(pieces: Sequence[Piece]) -> str:
    """The changes alone, as a screen reader says them."""
    names = {Edit.INSERTED: "inserted", Edit.DELETED: "deleted"}
    told = [f"{names[piece.edit]}: {piece.text.strip()}" for piece in pieces if piece.edit in names]
    return "; ".join(told) or "no change"


def _shortened(text: str, nth: int, last: int, around: int) -> str:
    """What stayed between two changes, or before the first and after the last one."""
    spaces = [found.start() for found in re.finditer(r"\s+", text)]
    room = around if nth in (0, last) else 2 * around
    if len(spaces) <= room + 2:
        return text
    head = text[: spaces[around - 1]] if nth else ""
    tail = text[spaces[-around - 1] :].lstrip() if nth != last else ""
    return f"{head} … {tail}".lstrip(" ") if nth else f"… {tail}"


def _marked(piece: Piece, palette: QPalette) -> str:
    text = escape(piece.text).replace("\n", "<br/>")
    match piece.edit:
        case Edit.INSERTED:
            return _span(text, inserted_shade(palette), "underline")
        case Edit.DELETED:
            return _span(text, deleted_shade(palette), "line-through")
        case _:
            return text


def _span(html: str, shade: Shade, line: str) -> str:
    style = f"color:{shade.ink}; background-color:{shade.tint}; text-decoration:{line}"
    return f'<span style="{style}">{html}</span>'
