"""Which way a text runs, and which script sets it: told from the text, and from its language where known.

Directions are those of the Unicode Bidirectional Algorithm (UAX #9). Nothing here changes a text that is
stored or copied: ``isolated`` is for what is shown.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

RTL_LANGUAGES = frozenset({"ar", "fa", "he", "ur"})

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
# Letters and signs of the scripts that run from right to left, as code points are laid out (UAX #9, 3.2).
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_HAN = re.compile(
    "[\u2e80-\u2fdf\u3001-\u303f\u3100-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
    "\U00020000-\U0003ffff]"
)
_ISOLATES = {"\u2066": 1, "\u2067": 1, _FIRST_STRONG_ISOLATE: 1, _POP_ISOLATE: -1}


class Script(StrEnum):
    """The scripts that are set in typefaces of their own; all others are served by the usual ones."""

    ARABIC = "arabic"
    HAN = "han"
    OTHER = "other"


def has_right_to_left(text: str) -> bool:
    """Whether any letter of a text runs from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def right_to_left(text: str, language: str = "") -> bool:
    """Whether a paragraph runs from right to left.

    In a document written in such a language it does as soon as it holds a letter of its script, though it
    may begin with a symbol in Latin letters; elsewhere its first letter with a direction decides (UAX #9,
    P2 and P3: what stands in isolates is passed over).
    """
    if not has_right_to_left(text):
        return False
    if language[:2].casefold() in RTL_LANGUAGES:
        return True
    inside = 0
    for character in text:
        inside = max(0, inside + _ISOLATES.get(character, 0))
        direction = "" if inside else unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def script_of(text: str) -> Script:
    """The script that most of a text's letters belong to."""
    if text.isascii():
        return Script.OTHER
    counts = {Script.ARABIC: len(_ARABIC.findall(text)), Script.HAN: len(_HAN.findall(text))}
    script = max(counts, key=lambda each: counts[each])
    others = sum(character.isalpha() for character in text) - sum(counts.values())
    # A Chinese character is a word's worth: a few of them outweigh the Latin letters of a symbol.
    weight = 3 if script is Script.HAN else 1
    return script if counts[script] and counts[script] * weight >= others else Script.OTHER


def is_han(character: str) -> bool:
    """Whether a character is set in a Chinese typeface: ideographs, their punctuation, full-width forms."""
    return _HAN.match(character) is not None


def is_arabic(character: str) -> bool:
    """Whether a character belongs to the Arabic script, its digits and punctuation included."""
    return _ARABIC.match(character) is not None


def isolated(text: str) -> str:
    """A piece for display inside other text, in its own direction; never for what is stored or copied."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
