"""The words of a paragraph as two texts are compared by them.

Inflection and spelling do not count. What a summary changed in a quotation is undone first: only four changes
to a quotation need not be shown, all others stand in square brackets (DOMAIN.md, "How texts are cited").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.documents import Paragraph

Stem = Callable[[str, str], str]
"""What the forms of a word have in common, by the word and the code of its language."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f\u3005\u3007"
"""The ranges of Chinese characters, to stand in a character class."""

_WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:[\u064b-\u0652\u0670\u00ad]+[^\W_{HAN}]*)*")
_WITHIN_TITLE = re.compile(r",?\s+|['’-]")
_LITTLE_WORD, _CAPITALS = 3, 3
"""How long the words in small letters are inside a title, and how many capitals make a title."""
_FIRST_LETTER = re.compile(r"\[(\w)\](?=\w)")
_ENDING = re.compile(r"(?<=\w)\[\w+\]")
_BRITISH = re.compile(r"(?<=\w{3})is(?=(?:e|es|ed|ing|ations?)$)")


@dataclass(frozen=True, slots=True)
class Divided:
    """The words of a text in order, in small letters and one spelling, and the stem of each."""

    words: tuple[str, ...]
    stems: tuple[str, ...]


def divided(text: str, language: str, stem: Stem) -> Divided:
    """A text divided into words; a Chinese one into its characters."""
    found = words(text, language)
    return Divided(tuple(found), tuple(stem(word, language) for word in found))


def terms(text: str, language: str, stem: Stem) -> tuple[str, ...]:
    """The words of a text in order, each by its stem; a Chinese text is divided into its characters."""
    return divided(text, language, stem).stems


def words(text: str, language: str) -> list[str]:
    """The words of a text in order, in small letters and one spelling; of a Chinese text its characters."""
    found = _WORD.findall(text.lower())
    return [_one_spelling(word) for word in found] if language == "en" else found


def titles(text: str) -> list[tuple[int, int]]:
    """Where a text has long titles, of instruments, meetings and bodies: the first word of each and its end.

    A title is written with capitals, little words between them; where a script has none, none is seen.
    """
    if text.isupper():
        return []
    matches = list(_WORD.finditer(text))
    spans: list[tuple[int, int]] = []
    start = end = capitals = 0
    for place, match in enumerate(matches):
        word = match.group()
        capital = word[0].isupper() and place > 0  # the first word has a capital whatever it is
        joined = capitals and _WITHIN_TITLE.fullmatch(text, matches[place - 1].end(), match.start())
        if not (joined and (capital or len(word) <= _LITTLE_WORD)):
            _keep(spans, start, end, capitals)
            start, capitals = place, 0
        if capital:
            capitals += 1
            end = place + 1
    _keep(spans, start, end, capitals)
    return spans


def _keep(spans: list[tuple[int, int]], start: int, end: int, capitals: int) -> None:
    if capitals >= _CAPITALS:
        spans.append((start, end))


def own_words(paragraph: Paragraph) -> str:
    """The words of the source in a paragraph: of a summary what it quotes, without the marks of editing."""
    if not paragraph.quoted:
        return paragraph.text
    return without_editing(" … ".join(paragraph.quotations))


def introduction(paragraph: Paragraph) -> str:
    """What a paragraph depends on: its chapeau, or what a summary leads to its quotation with."""
    if paragraph.chapeau or not paragraph.quoted:
        return paragraph.chapeau
    return paragraph.text[: paragraph.quoted[0][0]].rstrip("“‘\"' ")


def without_editing(quotation: str) -> str:
    """A quotation with its changes undone: “[t]o reaffirm[ed] [ITI]” is “to reaffirm ITI” again."""
    plain = _ENDING.sub("", _FIRST_LETTER.sub(r"\1", quotation))
    return plain.replace("[", "").replace("]", "")


def _one_spelling(word: str) -> str:
    """One form for the spellings of both sides of the Atlantic, of which United Nations texts use either."""
    if word.startswith("programme"):
        return word.replace("programme", "program", 1)
    return _BRITISH.sub("iz", word)
