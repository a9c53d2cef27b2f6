"""Words that were typed wrongly: the nearest word that is known.

A letter left out, put in, changed or swapped with the next counts one ("brokring"); a long word may have two
of these ("kalashnikoff"). The first letter is taken to be right, and short words are left alone: too many
others are as near.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain

from core.meaning.query_terms import Divide

_WORD = re.compile(r"\w+")
_SHORTEST = 5
_LONG = 8


class KnownWords:
    """The words of a thesaurus."""

    def __init__(
        self, terms: Iterable[tuple[str, str]], divide: Divide, tells_nothing: Callable[[str], bool]
    ) -> None:
        """The words of these terms, each with its language, how texts are divided, and what tells nothing."""
        self._divide, self._tells_nothing = divide, tells_nothing
        of_language: dict[str, dict[str, None]] = {}
        for language, term in terms:
            of_language.setdefault(language, {}).update(dict.fromkeys(_WORD.findall(term.lower())))
        self.words = tuple(dict.fromkeys(chain.from_iterable(of_language.values())))
        self._stems = {
            language: frozenset(stem for word in words for stem in divide(word, language))
            for language, words in of_language.items()
        }

    def knows(self, word: str) -> bool:
        """Whether a word stands here in any form, or is one of those that tell nothing."""
        return self._tells_nothing(word) or any(
            stem in stems for language, stems in self._stems.items() for stem in self._divide(word, language)
        )


def worth_correcting(word: str) -> bool:
    """Whether a word that nobody knows may be another one, typed wrongly."""
    return len(word) >= _SHORTEST and word.isalpha()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that this one was most likely meant to be; None if none is near enough.

    Of several as near the first given wins.
    """
    most = 2 if len(word) >= _LONG else 1
    best, least = None, most + 1
    for other in known:
        if other[:1] == word[:1] and abs(len(other) - len(word)) < least and other.isalpha():
            steps = _steps(word, other, least)
            if steps < least:
                best, least = other, steps
    return best


def _steps(word: str, other: str, enough: int) -> int:
    """How many letters differ (Damerau and Levenshtein); any number from ``enough`` on where it is more."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(word, start=1):
        now = [row]
        for column, its in enumerate(other, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != its))
            if row > 1 and column > 1 and letter == other[column - 2] and word[row - 2] == its:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) >= enough:
            return enough
        before, last = last, now
    return last[-1]
