"""The letters of a line that runs from right to left, put in order by where they stand on the page.

PDFium reverses such a line run by run, and takes a vowel sign, which is set by itself and raised, for a run
of its own; a number or a Latin word beside it then comes out at the wrong place. Where the letters stand
tells the order: from right to left, with numbers and Latin words from left to right, as Unicode's
bidirectional algorithm (UAX 9) lays them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

VOWEL_SIGNS = "\u064b-\u0652\u0670"
"""Those of Arabic, for a class of characters in an expression."""

_SIGN = re.compile(f"[{VOWEL_SIGNS}]+")
_SHADDA = "\u0651"
_LIKE_LATIN = re.compile(
    r"[A-Za-zÀ-ɏ0-9٠-٩](?:[A-Za-zÀ-ɏ0-9٠-٩./,:_@&+'’%–-]*[A-Za-zÀ-ɏ0-9٠-٩%])?"
    r"(?: +[A-Za-zÀ-ɏ0-9](?:[A-Za-zÀ-ɏ0-9./,:_@&+'’%–-]*[A-Za-zÀ-ɏ0-9%])?)*"
)
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_GAP, _OVERLAP = 0.2, 0.5


@dataclass(slots=True)
class _Glyph:
    """What stands at one place: a letter or a ligature, with the vowel signs on it."""

    text: str
    left: float
    right: float
    signs: list[str] = field(default_factory=list)


def by_place(letters: Iterable[tuple[str, float, float]], height: float) -> str:
    """The text of a line from its characters as PDFium gives them, each with both edges of its box.

    ``height`` is that of the type: a gap of a part of it between two words is a space. Arabic letters that
    touch stay in their order, since one may be set above the other; all else is put where it stands.
    Characters without width (spaces that PDFium made up) are passed over.
    """
    glyphs, signs = _glyphs(letters)
    for sign in signs:
        middle = (sign.left + sign.right) / 2
        if glyphs:
            nearest = min(glyphs, key=lambda glyph: max(glyph.left - middle, middle - glyph.right, 0.0))
            nearest.signs.append(sign.text)
    runs = _runs(glyphs, height)
    runs.sort(key=lambda run: -(min(glyph.left for glyph in run) + max(glyph.right for glyph in run)))
    pieces: list[str] = []
    last: list[_Glyph] | None = None
    for run in runs:
        if last and min(glyph.left for glyph in last) - run[0].right > _GAP * height:
            pieces.append(" ")
        pieces += (
            glyph.text + "".join(sorted(glyph.signs, key=lambda sign: sign != _SHADDA)) for glyph in run
        )
        last = run
    return re.sub(" {2,}", " ", _LIKE_LATIN.sub(_left_to_right, "".join(pieces))).strip()


def _glyphs(letters: Iterable[tuple[str, float, float]]) -> tuple[list[_Glyph], list[_Glyph]]:
    """The glyphs of a line, and its vowel signs; characters with one box are one glyph."""
    glyphs: list[_Glyph] = []
    signs: list[_Glyph] = []
    for text, left, right in letters:
        if right - left < 0.01 or text in "\r\n":
            continue
        if _SIGN.fullmatch(text):
            signs.append(_Glyph(text, left, right))
        elif glyphs and (glyphs[-1].left, glyphs[-1].right) == (left, right):
            glyphs[-1].text = text + glyphs[-1].text  # PDFium turned the letters of a ligature, too.
        else:
            glyphs.append(_Glyph(text, left, right))
    return glyphs, signs


def _runs(glyphs: list[_Glyph], height: float) -> list[list[_Glyph]]:
    """The glyphs, with Arabic letters that touch together, and all others by themselves."""
    runs: list[list[_Glyph]] = []
    for glyph in glyphs:
        before = runs[-1][-1] if runs else None
        if (
            before
            and _LETTER.match(before.text)
            and _LETTER.match(glyph.text)
            and -_OVERLAP * height < before.left - glyph.right <= _GAP * height
        ):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return runs


def _left_to_right(found: re.Match[str]) -> str:
    """A stretch of numbers and Latin words, read from left to right.

    Numbers with a space between them and no Latin word before stay in the order of the line.
    """
    turned = found.group()[::-1]
    if _LATIN.match(turned):
        return turned
    first = _LATIN.search(turned)
    words = turned.split(" ")
    if first is None:
        return " ".join(reversed(words))
    kept = next(index for index, word in enumerate(words) if _LATIN.search(word))
    return " ".join([*words[kept:], *reversed(words[:kept])])
