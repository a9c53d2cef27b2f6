"""Words as the search compares them: where a text is divided, and what of a word's spelling does not count.

Chinese is written without spaces: each two neighbouring characters are a word (docs/decisions/0008), and the
last character of a run one more, so that every character begins a word and no text is lost. The query is
divided by the same rules, so the two cannot disagree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from core.language.words import HAN

_WITHIN = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed"
_UNSEEN = "\u00ad\u200c\u200d\u2060"
_WORD = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+(?:[{_WITHIN}{_UNSEEN}]+[^\W_{HAN}]*)*")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
_WORD_WITHOUT_HAN = re.compile(rf"[^\W_]+(?:[{_WITHIN}{_UNSEEN}]+[^\W_]*)*")
_IS_HAN = re.compile(rf"[{HAN}]")
_SAME_LETTERS = str.maketrans(
    {"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ک": "ك", "ـ": None, "ё": "е"}
    | {chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)}
)


class Script(Enum):
    """The scripts that the six languages are written in."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    HAN = "han"


_SCRIPT_OF = {"ru": Script.CYRILLIC, "ar": Script.ARABIC, "zh": Script.HAN}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as it is compared, as it was typed (in lower case), and where it stands."""

    folded: str
    typed: str
    start: int
    end: int


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order, without the punctuation between them."""
    if text.isascii():
        found = ((each[0].lower(), each.span()) for each in _WORD.finditer(text))
        return tuple(Word(word, word, *span) for word, span in found)
    found = ((each[0].lower(), each.span()) for each in _WORD.finditer(text))
    if not _IS_HAN.search(text):
        return tuple(Word(folded(word), word, *span) for word, span in found)
    return tuple(_divided(text))


@lru_cache(maxsize=128)
def places_of(text: str) -> list[tuple[str, int, int]]:
    """The words of a text in lower case, each with where it begins and ends: ``words_of`` in short."""
    if text.isascii():
        return [(found[0], *found.span()) for found in _PLAIN_WORD.finditer(text.lower())]
    if _IS_HAN.search(text):
        return [(word.typed, word.start, word.end) for word in words_of(text)]
    lower = text.lower()
    if len(lower) == len(text):
        return [(found[0], *found.span()) for found in _WORD_WITHOUT_HAN.finditer(lower)]
    return [(found[0].lower(), *found.span()) for found in _WORD_WITHOUT_HAN.finditer(text)]


def typed_words(text: str) -> list[str]:
    """The words of a text as they are typed, in lower case: what ``words_of`` finds, without the places."""
    if text.isascii():
        return _PLAIN_WORD.findall(text.lower())
    if _IS_HAN.search(text):
        return [word.typed for word in words_of(text)]
    return _WORD_WITHOUT_HAN.findall(text.lower())


def words_asked(text: str) -> tuple[Word, ...]:
    """The words of what somebody looks for: those of the text, less the last character of a Chinese run.

    That character may be the first of a word in the text that is looked for, so it must not be asked for by
    itself where the run is longer.
    """
    words = words_of(text)
    if len(words) > 1 and is_han(words[-1].folded) and words[-2].end == words[-1].end:
        return words[:-1]
    return words


def asked_words(text: str) -> list[str]:
    """The words of what somebody looks for, in lower case: what ``words_asked`` finds, without the places."""
    if text.isascii():
        return _PLAIN_WORD.findall(text.lower())
    if _IS_HAN.search(text):
        return [word.typed for word in words_asked(text)]
    return _WORD_WITHOUT_HAN.findall(text.lower())


def is_han(word: str) -> bool:
    """Whether a word is written in Chinese characters."""
    return bool(_IS_HAN.match(word))


def script_of_word(word: str) -> Script:
    """The script of a word; Latin for digits and for scripts that none of the six languages uses."""
    first = next((letter for letter in word if letter.isalpha()), "a")
    if "\u0400" <= first <= "\u052f":
        return Script.CYRILLIC
    if "\u0600" <= first <= "\u06ff":
        return Script.ARABIC
    return Script.HAN if is_han(first) else Script.LATIN


def script_of_language(language: str) -> Script:
    """The script that a language is written in; Latin for those that are not among the six."""
    return _SCRIPT_OF.get(language[:2].lower(), Script.LATIN)


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word without case, accents and vowel signs, and with one form of letters that have several."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold()).translate(_SAME_LETTERS)
    return "".join(letter for letter in plain if letter.isalnum()) or word


def _divided(text: str) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        typed, start, end = found[0].lower(), *found.span()
        if not is_han(typed):
            yield Word(folded(typed), typed, start, end)
            continue
        for place in range(start, end):
            pair = text[place : min(place + 2, end)]
            yield Word(folded(pair), pair, place, min(place + 2, end))
