"""A text divided once: its words as they are compared, and their stems, for the index and for meanings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from db.index.stems import stem, stems_of
from db.index.stop_words import STOP_WORDS_OF
from db.index.words import folded, is_han, typed_words

_WORDS_KEPT = 200_000


@dataclass(frozen=True, slots=True)
class Divided:
    """A text in its language.

    ``typed`` are its words in lower case; ``words`` the same folded, and ``stems`` those of the words that
    tell something, in order; ``telling`` a stem for each of these words, without the second one that an
    accented word has.
    """

    typed: list[str]
    words: str
    stems: str
    telling: list[str]

    @property
    def asked(self) -> tuple[list[str], list[str]]:
        """The words and telling stems as somebody asks for them (``db.index.words.asked_words``)."""
        if len(self.typed) > 1 and len(self.typed[-1]) == 1 and is_han(self.typed[-1]):
            before, last = self.typed[-2:]
            if len(before) == 2 and before[1] == last:
                telling = self.telling[:-1] if self.telling[-1:] == [last] else self.telling
                return self.typed[:-1], telling
        return self.typed, self.telling


def divide(text: str, language: str) -> Divided:
    """The words and stems of a text."""
    known = _words_of(language)
    typed = typed_words(text)
    found = [known[word] for word in typed]
    return Divided(
        typed,
        " ".join([word for word, _, _ in found]),
        " ".join([stems for _, stems, _ in found if stems]),
        [told for _, _, told in found if told],
    )


def telling_stem(word: str, language: str) -> str:
    """The stem of a word, or nothing if it is too common to tell anything."""
    return _words_of(language)[word][2]


def telling_stems(words: Iterable[str], language: str) -> list[str]:
    """The stems of those words that tell something, in order."""
    known = telling(language)
    return [told for word in words if (told := known[word])]


def telling(language: str) -> Mapping[str, str]:
    """Of each word of a language its stem, or nothing if it is too common to tell anything."""
    return _words_of(language).telling


def folded_and_telling(word: str, language: str) -> tuple[str, str]:
    """A word in lower case as it is compared, and its stem, or nothing if it is too common."""
    plain, _, told = _words_of(language)[word]
    return plain, told


class _Words(dict[str, tuple[str, str, str]]):
    """Of each word of a language: folded, the stems by which the index knows it, and the one that tells."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._common = STOP_WORDS_OF.get(language[:2], frozenset())
        self.telling = _Telling(self)

    def __missing__(self, word: str) -> tuple[str, str, str]:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        plain = folded(word)
        if plain in self._common:
            found = plain, "", ""
        else:
            found = plain, " ".join(stems_of(word, self._language)), stem(word, self._language)
        self[word] = found
        return found


class _Telling(dict[str, str]):
    """Of each word the stem that tells, by itself: this is asked for more often than all else."""

    def __init__(self, words: _Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, word: str) -> str:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        found = self[word] = self._words[word][2]
        return found


@lru_cache(maxsize=16)
def _words_of(language: str) -> _Words:
    return _Words(language)
