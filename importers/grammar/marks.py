"""What a line begins with: a number, a letter, "Article 5", "Annex II", "Chapter I", in six languages.

A mark is a form only. Whether a number is a paragraph's, an item's or a quantity is for the order of numbers
to tell, and that is not known here. The first character decides what is tried, so that most lines cost one
look.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from core.numerals import roman_value
from importers.grammar.mark import Form, Mark
from importers.grammar.number_marks import (
    CIRCLED,
    DASHES,
    bracketed_mark,
    circled_mark,
    dash_mark,
    draft_mark,
    letter_mark,
    number_mark,
    parenthesised_mark,
    quoted_number_mark,
)
from importers.grammar.word_marks import arabic_mark, chinese_mark, word_mark
from importers.wording import CYRILLIC

__all__ = ["Form", "Mark", "mark_of"]

_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_HEADING = re.compile(
    r"(?P<number>[IVXLC]{1,7}|[A-Z]|[А-Я])(?P<close>\.|\s?[-–—](?=\s))\s+(?P<rest>\S.*)", re.S
)
_ALONE = re.compile(r"(?P<number>[IVXLC]{1,7}|[A-Z])\.?")


def mark_of(text: str) -> Mark | None:
    """The mark that a line begins with, None if it begins with plain words."""
    first = text[:1]
    if first in _DIRECTIONS:
        return mark_of(text.lstrip(_DIRECTIONS)) if text.strip(_DIRECTIONS) else None
    reader = _BY_FIRST.get(first)
    if reader is not None:
        return reader(text)
    if first.isdigit():
        return number_mark(text)
    if "a" <= first <= "z":
        second = text[1:2]
        if second in ").-– " or text[:7].partition(")")[1] or text[:7].partition(".")[1]:
            return letter_mark(text) or draft_mark(text)
        return draft_mark(text) if text[:2] in ("pp", "op") else None
    if "A" <= first <= "Z":
        return _capital(text)
    return None if first.isascii() else _other_script(text)


def _capital(text: str) -> Mark | None:
    second = text[1:2]
    if second in ("", ".", " ", "-", "–") or "." in text[:9] or (len(text) < 8 and text.isupper()):
        if second.isdigit():
            return number_mark(text)
        if (found := _HEADING.match(text)) is not None:
            return _heading(text, found)
        if (found := _ALONE.fullmatch(text)) is not None:
            return _heading(text, found)
    if second.isdigit() and text[:6].find(".") > 0:
        return number_mark(text)
    if text[:2] in ("PP", "OP"):
        return draft_mark(text)
    return word_mark(text)


def _heading(text: str, found: re.Match[str]) -> Mark | None:
    number, groups = found["number"], found.groupdict()
    rest = groups.get("rest") or ""
    if number[0] > "Z":
        return Mark(
            Form.LETTER, number, rest, text[: len(text) - len(rest)].strip(), (ord(number) - ord("А") + 1,)
        )
    value = roman_value(number)
    typed = text[: len(text) - len(rest)].strip() if rest else text
    if value == 0 and len(number) > 1:
        return word_mark(text)
    letter = ord(number) - ord("A") + 1 if len(number) == 1 else 0
    if value:
        return Mark(Form.ROMAN, number, rest, typed, (value, letter) if letter else (value,))
    return Mark(Form.LETTER, number, rest, typed, (letter,))


def _other_script(text: str) -> Mark | None:
    first = text[0]
    if "\u0600" <= first <= "\u06ff":
        return arabic_mark(text)
    if "\u4e00" <= first <= "\u9fff":
        return chinese_mark(text)
    if first in CYRILLIC or "А" <= first <= "Я":
        if first in CYRILLIC:
            return letter_mark(text)
        found = _HEADING.match(text)
        return _heading(text, found) if found else word_mark(text)
    if first == "ñ":
        return letter_mark(text)
    return word_mark(text)


_BY_FIRST: dict[str, Callable[[str], Mark | None]] = {
    **dict.fromkeys("(（", parenthesised_mark),
    **dict.fromkeys("‘'’", quoted_number_mark),
    **dict.fromkeys(DASHES, dash_mark),
    **dict.fromkeys(CIRCLED, circled_mark),
    "[": bracketed_mark,
}
