"""Search by meaning: the thesaurus and the company that words keep, on top of the full-text index.

The index gives the paragraphs that say the units of a query, those first that say all of them, and tells
how rare each unit is: a concept is one token there (``index.about``), or the phrases of all its terms
where the index was made with another thesaurus. The most promising of them are then compared with the
query one by one: by how much they say of each unit, and by how alike their words and the query's are
(``word_vectors``). A small library is compared whole.

SQL that only SQLite speaks is allowed here, as in ``db.search``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import numpy as np

from core.language.words import HAN
from core.meaning.second_look import Compared, looked_at_again
from core.meaning.thesaurus import Concept
from core.meaning.units_said import UnitsSaid
from core.meaning.vocabulary import BROADER, NARROWER, RELATED, SAME, TYPED, Unit, Vocabulary, Way, rarity
from core.search_hits import Expansion
from db.index.about import Sort
from db.index.dividing import telling
from db.index.vocabulary import Read, divided, read
from db.index.words import places_of, script_of_language, script_of_word
from db.searching.choices import any_of
from db.searching.proposing import Proposed, Proposing
from db.searching.query import Query, near
from db.searching.spelling import corrections
from db.searching.terms import Ask, KnownTerm
from db.searching.weighing import Looked, having
from db.searching.word_vectors import Vectors, likeness, word_vectors

Heading = Callable[[int, int | None], tuple[str, str]]
"""The language of a document's row, and the heading of a section's row in it."""

Known = dict[str, float]
"""How many rows say a unit, by its expression in the index's language."""

_MOST_UNITS = 12
_OVERLAP = re.compile(rf"(?<=([{HAN}])) \1")
_FEWEST, _MOST_CANDIDATES = 64, 300
"""How many rows are compared one by one: the more there are to be read anew, the fewer in a given time. In a
library of some thousand rows 300 find what 64 miss (recall of judged topics 0.93 and 0.90)."""
_IN_TIME = 6_000_000
_TOGETHER = 4
_COUNTED = 1_000
_DISTANCE = 12
_COMPANY, _COMPANY_OF_UNFORESEEN = 0.1, 0.3
_UNKNOWN = 0.5
_ENOUGH = 0.2
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Where meanings are looked for: a library in these languages, how it is asked, and what is known of it.

    ``learn`` reads the headings of several sections at once. ``has_tokens`` says that its index was made with
    the vocabulary that queries are read by.
    """

    languages: Sequence[str]
    ask: Ask
    look: Callable[[Collection[Proposed]], list[tuple[Proposed, Looked]]]
    heading: Heading
    learn: Callable[[Iterable[int | None]], None]
    known: Known
    has_tokens: bool


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
        must: Sequence[KnownTerm],
        vocabulary: Vocabulary,
        library: Place,
        without: Collection[str] = (),
    ) -> None:
        """What a query means by this vocabulary in this library, ``without`` these concepts.

        ``must`` are its quoted phrases.
        """
        self._query = query
        self._must = must
        self._vocabulary = vocabulary
        self._library = library
        self._languages = languages = library.languages
        self._corrected: dict[str, str] = {}
        self._finders: dict[str, UnitsSaid] = {}
        self.units = self._units(without)
        named = " ".join(f" {unit.typed} " for unit in self.units if unit.concepts)
        self.units += [
            _compound(term.words, languages)
            for term in query.compounds
            if f" {' '.join(term.words)} " not in named
        ]

    def _units(self, without: Collection[str]) -> list[Unit]:
        """The units of the loose words; a word that is known nowhere counts as the one nearest to it."""
        words = self._query.loose
        if not words:
            return []
        units = self._vocabulary.units(words, self._languages, without)
        strange = [unit.typed for unit in units if not unit.concepts]
        self._corrected = corrections(strange, self._vocabulary, self._languages, self._library.ask)
        if not self._corrected:
            return units
        return self._vocabulary.units(
            [self._corrected.get(word, word) for word in words], self._languages, without
        )

    def expansions(self) -> tuple[Expansion, ...]:
        """What the query's words are also looked for as, whatever the library says."""
        found = [Expansion(word, (better,)) for word, better in self._corrected.items()]
        for unit in self.units:
            terms = [
                term
                for language in _those_of_its_script_first(self._languages, unit.typed)
                for way in unit.ways.get(language, ())
                if way.weight == SAME
                for term in way.phrases.values()
            ]
            if terms:
                found.append(_expansion(unit, terms))
        return tuple(found)

    def rank(self, proposing: Proposing, limit: int) -> list[Ranked]:
        """The rows that answer best, best first, by tier and then by score."""
        rarities = self._rarities(proposing.last)
        whole = sum(rarities)
        if not whole:
            return []
        rows = self._candidates(rarities, proposing)
        self._library.learn(row.section_row for row in rows)
        alike = self._likeness([row.text for row in rows])
        unforeseen = sum(rare for unit, rare in zip(self.units, rarities, strict=True) if not unit.concepts)
        weight = _COMPANY + _COMPANY_OF_UNFORESEEN * unforeseen / whole
        told = list[tuple[Proposed, bool]]()
        compared = list[Compared]()
        for row, company in zip(rows, alike, strict=True):
            language, heading = self._library.heading(row.document_row, row.section_row)
            paragraph = read(self._vocabulary, language, row.text, heading)
            shares = self._in(language).shares(paragraph.said, paragraph.terms)
            much = sum(rarities[unit] * shares[unit] for unit in sorted(shares))
            score = (much / whole + weight * company) * row.counts
            told.append((row, much > 0))
            place = row.document_row, row.section_row
            compared.append(Compared(score, paragraph.concepts, place, row.row))
        ranked = [
            Ranked(row.row, row.tier, score, not says)
            for score, (row, says) in zip(looked_at_again(compared), told, strict=True)
            if says or score > _ENOUGH
        ]
        ranked.sort(key=lambda each: (-each.tier, -each.score, each.row))
        return ranked[:limit]

    def _rarities(self, last: int) -> list[float]:
        """What each unit tells: a word outside of the thesaurus half, the commonest of very many nothing."""
        rarities = [
            rarity(last, self._count(self._expression(unit), last)) * (1.0 if unit.concepts else _UNKNOWN)
            for unit in self.units
        ]
        least = sorted(rarities, reverse=True)[:_MOST_UNITS][-1:]
        return [rare if [rare] >= least else 0.0 for rare in rarities]

    def because(self, paragraph: Read) -> tuple[tuple[Expansion, ...], frozenset[str]]:
        """By which other words than those typed a paragraph was found, and the stems of these."""
        found = []
        stems = set[str]()
        language = paragraph.said.language
        for word, better in self._corrected.items():
            phrase = tuple(divided(better, language))
            if phrase and paragraph.said.has(phrase):
                found.append(Expansion(word, (better,), instead=True))
                stems.update(phrase)
        every = self._in(language).phrases(paragraph.said, paragraph.terms)
        for place in sorted({unit for unit, _ in every}):
            unit = self.units[place]
            terms = list[str]()
            ways = unit.ways[language]
            typed = {stem for phrase in ways[0].phrases for stem in phrase}
            for nth, way in enumerate(ways[1:], start=1):
                there = every.get((place, nth), ())
                terms += (term for phrase, term in there if not typed.issuperset(phrase))
                stems.update(stem for phrase, _ in there for stem in phrase)
                if there and way.weight < SAME:
                    break
            if terms:
                found.append(_expansion(unit, terms, instead=(place, 0) not in every))
        return tuple(found), frozenset(stems)

    def _in(self, language: str) -> UnitsSaid:
        """What finds the units in texts of a language."""
        if language not in self._finders:
            self._finders[language] = UnitsSaid(self.units, language)
        return self._finders[language]

    def prepare(self) -> None:
        """Gets ready what searches ask first: how many rows say each concept, known words, vectors."""
        last = self._library.ask("SELECT max(id) FROM search_docsize", ())[0][0] or 0
        if self._library.has_tokens:
            for concept in self._vocabulary.thesaurus.concepts:
                self._count(any_of(Sort.CONCEPT, [concept]), last)
        self._vocabulary.prepare(self._languages)
        word_vectors()

    def _expression(self, unit: Unit) -> str:
        """That a row says a unit itself, in the index's language; empty if nothing can."""
        if not (unit.concepts and self._library.has_tokens):
            return near(self._phrases(unit, 1.0, SAME), _DISTANCE)
        typed = near([phrase for phrase in self._phrases(unit, 1.0) if len(phrase) == 1], _DISTANCE)
        concepts = any_of(Sort.CONCEPT, [concept.id for concept in unit.concepts])
        return f"{concepts} OR {typed}" if typed else concepts

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

    def _count(self, match: str, last: int) -> float:
        """How many rows match; where they are many, reckoned from the newest."""
        known = self._library.known
        if match and match not in known:
            sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
            found = self._library.ask(sql, (match, _COUNTED))
            known[match] = float(len(found))
            if len(found) == _COUNTED:
                known[match] *= last / max(1, last - found[-1][0] + 1)
        return known.get(match, 0.0)

    def _candidates(self, rarities: Sequence[float], proposing: Proposing) -> list[Proposed]:
        """The rows to compare one by one: all of a small library, or those that say most of the query."""
        must = " AND ".join(term.expression for term in self._must)
        if proposing.small and not (must or self._query.excluded):
            return proposing.everything()
        enough = max(_FEWEST, min(_MOST_CANDIDATES, _IN_TIME // max(1, proposing.last)))
        found: dict[int, Proposed] = {}
        promise: dict[int, float] = {}
        for stage in self._stages(rarities):
            for several in stage:
                match = " AND ".join([*([must] if must else []), *(f"({each})" for each, _ in several)])
                rare = sum(rarity for _, rarity in several)
                steps = min(self._count(each, proposing.last) for each, _ in several)
                rows = proposing.matching(match, int(steps) if len(several) > 1 else 0, enough)
                if self._must:
                    rows = [row for row, _ in having(self._must, self._library.look(rows))]
                for row in rows:
                    found[row.row] = row
                    promise[row.row] = max(promise.get(row.row, 0.0), rare)
            if len(found) >= enough:
                break
        best = sorted(promise, key=lambda row: (-promise[row], -row))[:enough]
        return [found[row] for row in best]

    def _stages(self, rarities: Sequence[float]) -> Iterator[list[list[tuple[str, float]]]]:
        """What to ask the index for, the most promising first: units together, all but one, each, kin."""
        units = [
            (expression, rare)
            for unit, rare in zip(self.units, rarities, strict=True)
            if rare and (expression := self._expression(unit))
        ]
        units.sort(key=lambda each: -each[1])
        together = units[:_TOGETHER]
        if len(together) > 1:
            yield [together]
        if len(together) > 2:
            yield [together[:left] + together[left + 1 :] for left in reversed(range(len(together)))]
        yield [[unit] for unit in units]
        kin = near(
            dict.fromkeys(
                phrase for unit in self.units for phrase in self._phrases(unit, NARROWER, BROADER, RELATED)
            ),
            _DISTANCE,
        )
        if kin and self._library.has_tokens:
            ids = {name for unit in self.units for each in unit.concepts for name in _kin(each)}
            kin = any_of(Sort.CONCEPT, ids)
        if kin:
            yield [[(kin, 0.0)]]

    def _likeness(self, texts: Sequence[str]) -> list[float]:
        vectors = word_vectors()
        words = [word for unit in self.units if any(unit.ways.values()) for word in unit.typed.split()]
        if not texts or vectors is None or not any(vectors.knows(word) for word in words):
            return [0.0] * len(texts)
        labels = [each.label for unit in self.units for each in unit.concepts]
        asked = " ".join((*self._query.loose, *labels))
        return likeness(np.stack([_vector(text) for text in texts]), _vector(asked))


def marks_of(text: str, language: str, stems: frozenset[str]) -> list[tuple[int, int]]:
    """Where in a text the words with these stems stand."""
    if not stems:
        return []
    known = telling(language)
    return [(start, end) for word, start, end in places_of(text) if known[word] in stems]


def _expansion(unit: Unit, terms: Iterable[str], *, instead: bool = False) -> Expansion:
    return Expansion(
        _as_typed(unit.typed),
        tuple(dict.fromkeys(terms))[:_MOST_SHOWN],
        tuple(each.label for each in unit.concepts),
        tuple(each.id for each in unit.concepts),
        instead,
    )


def _those_of_its_script_first(languages: Iterable[str], words: str) -> list[str]:
    """The languages in the order in which their words tell most to whoever typed these; then English."""
    script = script_of_word(words)
    return sorted(languages, key=lambda each: (script_of_language(each) is not script, each != "en"))


def _as_typed(words: str) -> str:
    """Words as they were typed: Chinese ones overlap by a character."""
    return _OVERLAP.sub("", words)


def _compound(words: Sequence[str], languages: Iterable[str]) -> Unit:
    typed = " ".join(words)
    ways: Mapping[str, tuple[Way, ...]] = {
        language: (Way(TYPED, {tuple(words): typed}),) for language in languages
    }
    return Unit(typed, (), ways)


def _kin(concept: Concept) -> tuple[str, ...]:
    return (*concept.narrower, *concept.broader, *concept.related)


@lru_cache(maxsize=8192)
def _vector(text: str) -> Vectors:
    vectors = word_vectors()
    assert vectors is not None
    return cast(Vectors, vectors.of([text])[0])
