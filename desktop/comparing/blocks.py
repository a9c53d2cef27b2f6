"""What stands in a row of a comparison: one block of words in one text, or two beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QFont

from core.comparing.comparison import Fate
from core.comparing.side_by_side import Facing
from core.comparing.wording_changes import Edit, Piece
from core.documents import Kind, Paragraph
from core.language.scripts import Script, has_right_to_left, isolated, right_to_left, script_of
from core.language.strength import Weight
from desktop.comparing.marked_text import text_of
from desktop.theme.type import in_script, official_font, official_leading, scaled

_LEFT_TO_RIGHT = "\u200e"
_LEVELS = {1: 1.3, 2: 1.16, 3: 1.06}


class Tone(Enum):
    """What a caption says of its paragraph, which its colour repeats."""

    PLAIN = "plain"
    NEW = "new"
    DROPPED = "dropped"
    WEAKER = "weaker"
    STRONGER = "stronger"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it stands in a row: its number, a caption over it, its words with what became of them.

    ``struck`` is the number it bore before, where that stands beside the new one. ``is_right`` says on which
    side it stands where there are two. ``ruled`` blocks have a rule in their tone's colour.
    """

    paragraph: Paragraph
    number: str
    pieces: Sequence[Piece]
    language: str
    caption: str = ""
    tone: Tone = Tone.PLAIN
    struck: str = ""
    is_right: bool = False
    ruled: bool = False

    @property
    def text(self) -> str:
        """Its words, those left out too."""
        return text_of(self.pieces)

    @property
    def leftwards(self) -> bool:
        """Whether it is read from right to left."""
        return right_to_left(self.text or self.paragraph.text, self.language)


def facing_blocks(row: Facing, language: str) -> list[Block]:
    """The blocks of a row with the old words at the left and the new ones at the right."""
    caption, tone = _caption(row)
    about_old = row.new is None
    found = []
    whole = row.fate in (Fate.NEW, Fate.DROPPED)
    if row.old is not None:
        pieces = _unmarked(row.left) if whole else row.left
        found.append(
            Block(
                row.old,
                row.old.label,
                pieces,
                language,
                caption if about_old else "",
                tone,
                ruled=whole and row.is_numbered,
            )
        )
    if row.new is not None:
        pieces = _unmarked(row.right) if whole else row.right
        found.append(
            Block(
                row.new,
                row.new.label,
                pieces,
                language,
                caption,
                tone,
                is_right=True,
                ruled=whole and row.is_numbered,
            )
        )
    return found


def inline_blocks(row: Facing, language: str) -> list[Block]:
    """The one block of a row with the old and the new words in one text."""
    paragraph = row.new or row.old
    if paragraph is None:
        return []
    caption, tone = _caption(row)
    struck = row.old.label if row.old is not None and row.new is not None else ""
    return [
        Block(
            paragraph,
            paragraph.label,
            row.inline,
            language,
            caption,
            tone,
            struck=struck if struck != paragraph.label else "",
            ruled=row.fate in (Fate.NEW, Fate.DROPPED) and row.is_numbered,
        )
    ]


def font_of(paragraph: Paragraph, base: QFont) -> tuple[QFont, float, float]:
    """The typeface of a paragraph, the distance of its lines in heights of that, and the space above it."""
    script = script_of(paragraph.text)
    if paragraph.kind is Kind.HEADING and paragraph.level:
        return in_script(scaled(base, _LEVELS.get(paragraph.level, 1.0), bold=True), script), 1.12, 10.0
    font = official_font(base, script=script)
    if paragraph.kind is Kind.HEADING:
        font.setItalic(script is Script.OTHER)  # neither Arabic nor Chinese has a slanted form
    return font, official_leading(script), 4.0


def _caption(row: Facing) -> tuple[str, Tone]:
    words = " · ".join(row.told)
    tone = {
        Fate.NEW: Tone.NEW,
        Fate.DROPPED: Tone.DROPPED,
    }.get(row.fate, _WEIGHTS.get(row.weight, Tone.PLAIN))
    return _in_latin(words[:1].upper() + words[1:]), tone


def _in_latin(words: str) -> str:
    """A sentence that runs from left to right though what it quotes may not."""
    if not has_right_to_left(words):
        return words
    return _LEFT_TO_RIGHT + re.sub("“([^”]*)”", lambda found: f"“{isolated(found[1])}”", words)


_WEIGHTS: dict[Weight | None, Tone] = {Weight.WEAKER: Tone.WEAKER, Weight.STRONGER: Tone.STRONGER}


def _unmarked(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """A paragraph that is new or dropped as a whole reads better without a line under or through it all."""
    return tuple(Piece(Edit.SAME, piece.text) for piece in pieces)
