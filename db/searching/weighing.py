"""How well rows answer the words of a query: by the formula known as "Best Match 25", over few rows.

SQLite's own ranking counts every paragraph that has a word before it ranks the first, which takes seconds
where a million have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from db.index.dividing import divide
from db.searching.proposing import Proposed
from db.searching.terms import KnownTerm

_WORD, _STEM, _WORD_AROUND, _STEM_AROUND = 2.0, 4.0, 0.5, 1.0
_SATURATION, _LENGTH = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Looked:
    """A row as it is weighed: its words and stems and those around it, with a space at either end."""

    words: str
    stems: str
    around: str
    around_stems: str
    length: int


@lru_cache(maxsize=8_192)
def looked(language: str, text: str, named: str, above: str) -> Looked:
    """A row, given its text, its document's short name with its label, and the headings and chapeau above."""
    own, name, (words, stems) = divide(text, language), divide(named, language), _divided(above, language)
    length = len(own.typed) + len(own.telling)
    return Looked(
        f" {own.words} ", f" {own.stems} ", f" {name.words} {words} ", f" {name.stems} {stems} ", length
    )


@lru_cache(maxsize=2048)
def _divided(above: str, language: str) -> tuple[str, str]:
    """Many rows have headings and chapeau in common."""
    divided = divide(above, language)
    return divided.words, divided.stems


def having(
    terms: Sequence[KnownTerm], rows: Sequence[tuple[Proposed, Looked]]
) -> list[tuple[Proposed, Looked]]:
    """Those of the rows that have all of these terms."""
    every = [_Counting(term) for term in terms]
    return [(row, found) for row, found in rows if all(term.often(found) for term in every)]


class Weighing:
    """Weighs rows by the terms of one query."""

    def __init__(self, terms: Sequence[KnownTerm], paragraphs: int) -> None:
        """The terms of a query to a library of so many paragraphs."""
        self._terms = [(_Counting(term), term.rarity(paragraphs)) for term in terms]

    def weights(self, rows: Sequence[Looked]) -> list[float]:
        """How well each row answers, higher for a better one."""
        usual = sum(row.length for row in rows) / max(1, len(rows)) or 1.0
        found = []
        for row in rows:
            norm = _SATURATION * (1 - _LENGTH + _LENGTH * row.length / usual)
            weight = 0.0
            for term, rarity in self._terms:
                often = term.often(row)
                weight += rarity * often * (_SATURATION + 1) / (often + norm)
            found.append(weight)
        return found


class _Counting:
    """Counts one term in rows."""

    def __init__(self, term: KnownTerm) -> None:
        end = "" if term.open else " "
        self._word = f" {term.words}{end}"
        self._stems = () if term.quoted else tuple(f" {stem} " for stem in term.stems)
        self._surface = tuple(f" {word} " for word in term.surface if f" {word} " != self._word)
        self._needs_stem = bool(self._stems) and not (term.open or self._surface)

    def often(self, row: Looked) -> float:
        """How often the term stands in a row, each place by what it counts."""
        found = 0.0
        for stem in self._stems:
            if stem in row.stems:
                found += _STEM * row.stems.count(stem)
            if stem in row.around_stems:
                found += _STEM_AROUND * row.around_stems.count(stem)
        if self._needs_stem and not found:
            return 0.0
        found += _WORD * row.words.count(self._word) + _WORD_AROUND * row.around.count(self._word)
        for word in self._surface:
            if word in row.words:
                found += _WORD * row.words.count(word)
        return found
