"""The words of a paragraph as two texts are compared by them.

Inflection and spelling do not count. What a summary changed in a quotation is undone first: only four changes
to a quotation need not be shown, all others stand in square brackets (DOMAIN.md, "How texts are cited").
"""

from __future__ import annotations

import re
from collections.abc import Callable

from core.documents import Paragraph

Stem = Callable[[str, str], str]
"""What the forms of a word have in common, by the word and the code of its language."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""The ranges of Chinese characters, to stand in a character class."""

_WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:[\u064b-\u0652\u0670\u00ad]+[^\W_{HAN}]*)*")
_FIRST_LETTER = re.compile(r"\[(\w)\](?=\w)")
_ENDING = re.compile(r"(?<=\w)\[\w+\]")
_BRITISH = re.compile(r"(?<=\w{3})is(?=(?:e|es|ed|ing|ations?)$)")


def terms(text: str, language: str, stem: Stem) -> tuple[str, ...]:
    """The words of a text in order, each by its stem; a Chinese text is divided into its characters."""
    words = _WORD.findall(text.lower())
    if language == "en":
        words = [_one_spelling(word) for word in words]
    return tuple(stem(word, language) for word in words)


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
