"""Words as the search compares them: folded, and reduced to their stems, language by language.

A language without a stemmer here (Chinese, say) has words that are their own stems; word division for scripts
without spaces belongs into ``words_of``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_STEMMERS = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "ru": "russian"}
_ENDINGS: dict[str, tuple[str, ...]] = {
    "en": (
        *(
            "s",
            "es",
            "ed",
            "ing",
            "ion",
            "ions",
            "ation",
            "ations",
            "ment",
            "ments",
            "ly",
            "ies",
            "ied",
            "ying",
        ),
        *("er", "ers", "or", "ors", "ity", "ities", "al", "ally", "ive", "ized", "izing", "ization", "ised"),
        *("ising", "isation", "ance", "ence", "ability", "able", "ness", "ful", "fully"),
    ),
    "fr": ("s", "es", "er", "ée", "ées", "és", "ant", "ement", "ements", "ation", "ations", "ité", "ités"),
    "es": ("s", "es", "ar", "ado", "ada", "ados", "ando", "ación", "aciones", "mente", "idad", "idades"),
}
STOP_WORDS = frozenset(
    (
        *(
            "a",
            "an",
            "and",
            "are",
            "as",
            "at",
            "be",
            "by",
            "for",
            "from",
            "has",
            "have",
            "in",
            "into",
            "is",
            "it",
        ),
        *(
            "its",
            "of",
            "on",
            "or",
            "such",
            "that",
            "the",
            "their",
            "this",
            "to",
            "was",
            "were",
            "which",
            "with",
        ),
    )
)
"""Words too common to narrow a search by."""


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
    words = []
    for found in _WORD.finditer(text):
        typed = found[0].lower()
        words.append(Word(folded(typed), typed, *found.span()))
    return tuple(words)


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word without case and accents."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """What the inflected forms of a word have in common, folded; the word itself without a stemmer."""
    stemmer = _stemmer(language)
    return folded(stemmer.stemWord(word.lower())) if stemmer else folded(word)


@lru_cache(maxsize=4096)
def stems_begun(beginning: str, language: str) -> frozenset[str]:
    """The stems that a word may have that is still being typed.

    Somebody who types "traci" is on the way to "tracing", whose stem ("trace") does not begin so. Every
    ending that may have been begun is tried, and what a beginning has no room for is left out.
    """
    found = {stem(beginning, language)}
    for ending in _ENDINGS.get(language, ()):
        for begun in range(min(len(ending), len(beginning) - 2)):
            if beginning.endswith(ending[:begun]):
                found.add(stem(beginning + ending[begun:], language))
    return frozenset(each for each in found if not each.startswith(folded(beginning))) | {
        stem(beginning, language)
    }


@lru_cache(maxsize=8)
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    name = _STEMMERS.get(language[:2].lower())
    return Stemmer.Stemmer(name) if name else None
