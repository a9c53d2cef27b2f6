"""Which units of a query a paragraph says, and how much of each: all of them looked for at once.

A whole sentence has dozens of units, each with hundreds of phrases. Which terms of the thesaurus a paragraph
says is known once it was read, whatever is asked; only the words typed are looked for anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.meaning.concept_finder import Often, Phrase, count
from core.meaning.vocabulary import TYPED, Said, Unit

Way = tuple[int, int]
"""A way to say a unit: the unit's place in the query, and the way's among those of the unit."""


class UnitsSaid:
    """Looks in paragraphs of one language for the units of one query."""

    def __init__(self, units: Sequence[Unit], language: str) -> None:
        """The units, in the order in which shares are wanted, for texts in this language."""
        self._ways = [each.ways.get(language, ()) for each in units]
        self._typed: dict[str, list[tuple[Way, Phrase]]] = {}
        self._terms: dict[Phrase, tuple[Way, ...]] = {}
        self._orders: dict[Way, dict[Phrase, int]] = {}
        for unit, ways in enumerate(self._ways):
            for nth, way in enumerate(ways):
                if way.weight == TYPED:
                    for phrase in way.phrases:
                        self._typed.setdefault(phrase[0], []).append(((unit, nth), phrase))
                else:
                    self._add_terms((unit, nth), way.phrases)

    def _add_terms(self, way: Way, phrases: Mapping[Phrase, str]) -> None:
        """Of hundreds of phrases hardly one stands in two ways."""
        added: dict[Phrase, tuple[Way, ...]] = dict.fromkeys(phrases, (way,))
        for phrase in self._terms.keys() & added.keys():
            added[phrase] = (*self._terms[phrase], way)
        self._terms.update(added)

    def shares(self, paragraph: Said, terms: Mapping[Phrase, Often]) -> dict[int, float]:
        """How much of each unit, by its place, a paragraph says, from 0 to 1 (``Said.share``); 0 left out.

        ``terms`` are those of the thesaurus that it says.
        """
        often: dict[Way, Often] = {}
        for way, _, (in_text, in_heading) in self._found(paragraph, terms):
            before = often.get(way, (0, 0))
            often[way] = before[0] + in_text, before[1] + in_heading
        missing: dict[int, float] = {}
        for way in sorted(often):
            unit, nth = way
            share = self._ways[unit][nth].weight * paragraph.saturated(*often[way])
            missing[unit] = missing.get(unit, 1.0) * (1 - share)
        return {unit: 1 - left for unit, left in missing.items()}

    def phrases(self, paragraph: Said, terms: Mapping[Phrase, Often]) -> dict[Way, list[tuple[Phrase, str]]]:
        """By the ways in which a paragraph's own text says units: the phrases, and the words for these.

        The phrases are in the order of the way.
        """
        found: dict[Way, list[Phrase]] = {}
        for way, phrase, (in_text, _) in self._found(paragraph, terms):
            if in_text:
                found.setdefault(way, []).append(phrase)
        told = {}
        for way, said in found.items():
            unit, nth = way
            phrases = self._ways[unit][nth].phrases
            if len(said) > 1:
                said.sort(key=self._order(way, phrases).__getitem__)
            told[way] = [(phrase, phrases[phrase]) for phrase in said]
        return told

    def _order(self, way: Way, phrases: Iterable[Phrase]) -> dict[Phrase, int]:
        if way not in self._orders:
            self._orders[way] = {phrase: place for place, phrase in enumerate(phrases)}
        return self._orders[way]

    def _found(self, paragraph: Said, terms: Mapping[Phrase, Often]) -> Iterator[tuple[Way, Phrase, Often]]:
        """The phrases that a paragraph says by the ways they are of, and how often each stands there."""
        text, heading = paragraph.text, paragraph.heading
        for first, typed in self._typed.items():
            if first in text or first in heading:
                for way, phrase in typed:
                    often = count(text, phrase), 1 if count(heading, phrase) else 0
                    if often != (0, 0):
                        yield way, phrase, often
        for phrase in self._terms.keys() & terms.keys():
            for way in self._terms[phrase]:
                yield way, phrase, terms[phrase]
