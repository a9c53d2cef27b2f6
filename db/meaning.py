"""Search by meaning: the thesaurus and the company that words keep, on top of the full-text index.

The index gives the paragraphs that say the units of a query in any of their words, and tells how rare each
unit is. Up to some hundreds of them are then compared with the query one by one: by how much they say of each
unit, and by how alike their words and the query's are (``word_vectors``). A small library is compared whole.

SQL that only SQLite speaks is allowed here, as in ``db.search``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import numpy as np

from core.meaning import BROADER, NARROWER, RELATED, SAME, Said, Unit, Vocabulary, Way, rarity
from core.search_hits import Expansion
from db.query import Query, near, required, unwanted
from db.vocabulary import said, telling_stem
from db.word_vectors import Vectors, likeness, word_vectors
from db.words import HAN, words_of

Ask = Callable[[str, tuple[Any, ...]], Sequence[Any]]
"""Runs SQL and gives the rows."""

Heading = Callable[[int, int | None], tuple[str, str]]
"""The language of a document's row, and the heading of a section's row in it."""

Known = dict[tuple[str, ...], tuple[list[int], float]]
"""The newest rows that say a concept, and how many there are in all, by the concept's id."""

_MOST_UNITS = 12
_OVERLAP = re.compile(rf"(?<=([{HAN}])) \1")
_WHOLE = 1_500
_CANDIDATES = 100
_MOST_OF_A_UNIT = 1_000
_DISTANCE = 12
_COMPANY = 0.2
_UNKNOWN = 0.5
_ALIKE = 0.55
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Where meanings are looked for: SQL on ``p`` and its values, first and last row, how rows are tiered."""

    sql: str
    values: tuple[Any, ...]
    rows: tuple[int, int]
    tier: str = "0"
    tier_values: tuple[Any, ...] = ()
    commitment: str = "1"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row, its tier, how well it answers (0 to little over 1), and whether mere company speaks for it."""

    row: int
    tier: int
    score: float
    alike: bool


class Meaning:
    """The meaning of one query in one library."""

    def __init__(
        self,
        query: Query,
        vocabulary: Vocabulary,
        languages: Sequence[str],
        ask: Ask,
        heading: Heading,
        known: Known,
    ) -> None:
        """A query for texts in these languages; ``heading`` gives language and heading of a row's place.

        ``known`` keeps which rows say a concept, for the next query to this state of the library.
        """
        self._query = query
        self._languages = languages
        self._ask = ask
        self._heading = heading
        self._known = known
        self.units = vocabulary.units(query.loose, languages) if query.loose else []
        named = " ".join(f" {unit.typed} " for unit in self.units if unit.concepts)
        self.units += [
            _compound(term.words, languages)
            for term in query.compounds
            if f" {' '.join(term.words)} " not in named
        ]

    def expansions(self) -> tuple[Expansion, ...]:
        """What the query's words are also looked for as, whatever the library says."""
        found = []
        for unit in self.units:
            terms = [
                term
                for language in self._languages
                for way in unit.ways.get(language, ())
                if way.weight == SAME
                for term in way.phrases.values()
            ]
            if terms:
                labels = tuple(each.label for each in unit.concepts)
                found.append(
                    Expansion(_as_typed(unit.typed), tuple(dict.fromkeys(terms))[:_MOST_SHOWN], labels)
                )
        return tuple(found)

    def rank(self, place: Place, limit: int) -> list[Ranked]:
        """The rows that answer best, best first, by tier and then by score."""
        last = self._ask("SELECT max(id) FROM search_docsize", ())[0][0] or 0
        found = [self._saying(unit, place.rows, last) for unit in self.units]
        rarities = [
            rarity(last, count) * (1.0 if unit.concepts else _UNKNOWN)
            for unit, (_, count) in zip(self.units, found, strict=True)
        ]
        least = sorted(rarities, reverse=True)[:_MOST_UNITS][-1:]
        rarities = [rare if [rare] >= least else 0.0 for rare in rarities]
        whole = sum(rarities)
        if not whole:
            return []
        candidates = self._candidates(found, rarities, place, last)
        rows = self._read(candidates, place)
        texts = [text for _, _, _, text, _, _ in rows]
        alike = self._likeness(texts)
        ranked = []
        for (row, tier, commitment, text, document, section), company in zip(rows, alike, strict=True):
            language, heading = self._heading(document, section)
            paragraph = said(language, text, heading)
            told = sum(
                rare * paragraph.share(unit) for unit, rare in zip(self.units, rarities, strict=True) if rare
            )
            if told or company > _ALIKE:
                score = (told / whole + _COMPANY * company) * commitment
                ranked.append(Ranked(row, tier, score, not told))
        ranked.sort(key=lambda each: (-each.tier, -each.score))
        return ranked[:limit]

    def because(self, paragraph: Said) -> tuple[tuple[Expansion, ...], frozenset[str]]:
        """By which other words than those typed a paragraph was found, and the stems of these."""
        found = []
        stems = set[str]()
        for unit in self.units:
            terms = list[str]()
            for way in unit.ways.get(paragraph.language, ())[1:]:
                there = {phrase: term for phrase, term in way.phrases.items() if paragraph.has(phrase)}
                terms += there.values()
                stems.update(stem for phrase in there for stem in phrase)
                if there and way.weight < SAME:
                    break
            if terms:
                labels = tuple(each.label for each in unit.concepts)
                found.append(
                    Expansion(_as_typed(unit.typed), tuple(dict.fromkeys(terms))[:_MOST_SHOWN], labels)
                )
        return tuple(found), frozenset(stems)

    def _saying(self, unit: Unit, rows: tuple[int, int], last: int) -> tuple[list[int], float]:
        """The newest rows that say a unit itself, and how many there are in all, reckoned from these."""
        plain = not (self._query.excluded or required(self._query)) and rows[0] == 0
        if not unit.concepts or not plain:
            return self._newest(self._phrases(unit, 1.0, SAME), rows, last)
        key = tuple(each.id for each in unit.concepts)
        if key not in self._known:
            self._known[key] = self._newest(self._phrases(unit, SAME), rows, last)
        by_concept, count = self._known[key]
        typed = [phrase for phrase in self._phrases(unit, 1.0) if len(phrase) == 1 or not by_concept]
        by_words, more = self._newest(typed, rows, last)
        return list({*by_concept, *by_words}), max(count, more)

    def look_up(self, unit: Unit, last: int) -> None:
        """Finds out which rows say a concept, for later queries."""
        self._saying(unit, (0, 2**62), last)

    def _phrases(self, unit: Unit, *weights: float) -> list[Sequence[str]]:
        """The phrases of a unit's ways with these weights, in all languages."""
        return list(
            dict.fromkeys(
                phrase
                for language in self._languages
                for way in unit.ways.get(language, ())
                if way.weight in weights
                for phrase in way.phrases
            )
        )

    def _newest(
        self, phrases: Sequence[Sequence[str]], rows: tuple[int, int], last: int
    ) -> tuple[list[int], float]:
        if not phrases:
            return [], 0.0
        match = near(phrases, _DISTANCE)
        if must := required(self._query):
            match = f"{must} AND ({match})"
        if never := unwanted(self._query):
            match = f"({match}) NOT ({never})"
        sql = (
            "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? "
            "ORDER BY rowid DESC LIMIT ?"
        )
        found = [row for (row,) in self._ask(sql, (match, *rows, _MOST_OF_A_UNIT))]
        if len(found) < _MOST_OF_A_UNIT:
            return found, float(len(found))
        newest = min(rows[1], last)
        return found, len(found) * last / max(1, newest - found[-1] + 1)

    def _candidates(
        self,
        found: Sequence[tuple[list[int], float]],
        rarities: Sequence[float],
        place: Place,
        last: int,
    ) -> list[int] | None:
        """The rows to compare one by one: None for all of a small library."""
        if last <= _WHOLE and not (self._query.excluded or required(self._query)):
            return None
        promise: dict[int, float] = {}
        for (rows, _), rare in zip(found, rarities, strict=True):
            for row in rows:
                promise[row] = promise.get(row, 0.0) + rare
        if len(promise) < _CANDIDATES:
            beside = dict.fromkeys(
                phrase for unit in self.units for phrase in self._phrases(unit, NARROWER, BROADER, RELATED)
            )
            for row in self._newest(list(beside), place.rows, last)[0]:
                promise.setdefault(row, 0.0)
        return sorted(promise, key=lambda row: (-promise[row], -row))[:_CANDIDATES]

    def _read(
        self, candidates: list[int] | None, place: Place
    ) -> list[tuple[int, int, float, str, int, Any]]:
        within = "1" if candidates is None else f"p.row IN ({', '.join(map(str, candidates))})"
        sql = (
            f"SELECT p.row, {place.tier}, {place.commitment}, p.text, p.document_row, p.section_row "
            f"FROM paragraphs p WHERE {within} AND {place.sql}"
        )
        return [tuple(row) for row in self._ask(sql, (*place.tier_values, *place.values))]

    def _likeness(self, texts: Sequence[str]) -> list[float]:
        vectors = word_vectors()
        words = [word for unit in self.units if any(unit.ways.values()) for word in unit.typed.split()]
        if not texts or vectors is None or not any(vectors.knows(word) for word in words):
            return [0.0] * len(texts)
        labels = [each.label for unit in self.units for each in unit.concepts]
        asked = " ".join((*self._query.loose, *labels))
        return likeness(np.stack([_vector(text) for text in texts]), _vector(asked))


def warm(vocabulary: Vocabulary, languages: Sequence[str], ask: Ask, known: Known) -> None:
    """Finds out beforehand what searches will ask first: which rows say each concept, and the vectors."""
    nowhere = Meaning(Query(), vocabulary, languages, ask, lambda document, section: ("", ""), known)
    last = ask("SELECT max(id) FROM search_docsize", ())[0][0] or 0
    for concept in vocabulary.thesaurus.concepts.values():
        nowhere.look_up(vocabulary.unit_of(concept, languages), last)
    word_vectors()


def marks_of(text: str, language: str, stems: frozenset[str]) -> list[tuple[int, int]]:
    """Where in a text the words with these stems stand."""
    if not stems:
        return []
    return [(word.start, word.end) for word in words_of(text) if telling_stem(word.typed, language) in stems]


def _as_typed(words: str) -> str:
    """Words as they were typed: Chinese ones overlap by a character."""
    return _OVERLAP.sub("", words)


def _compound(words: Sequence[str], languages: Iterable[str]) -> Unit:
    typed = " ".join(words)
    ways: Mapping[str, tuple[Way, ...]] = {
        language: (Way(1.0, {tuple(words): typed}),) for language in languages
    }
    return Unit(typed, (), ways)


@lru_cache(maxsize=8192)
def _vector(text: str) -> Vectors:
    vectors = word_vectors()
    assert vectors is not None
    return cast(Vectors, vectors.of([text])[0])
