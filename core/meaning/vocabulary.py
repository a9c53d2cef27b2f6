"""What a query means by the thesaurus, and how much of it a paragraph says.

A query becomes *units*: a concept that its words name, or a single word. A paragraph says a unit in the words
typed, in others of the same concept, or, for less, in those of a narrower, broader or related one. All words
of a concept are weighed as one, by how rare the concept is: so "guns" tells nothing in a library on small
arms, though the word itself is rare there.

Texts come divided into stems (``Divide``), so that this module knows no language.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from core.meaning.concept_finder import ConceptFinder, Phrase, count
from core.meaning.query_terms import Divide, SaidTerms
from core.meaning.spelling import KnownWords
from core.meaning.thesaurus import Concept, Thesaurus

EXACT = "="
"""What a term begins with that is meant in exactly this form, others of its stem meaning something else."""

JOINED = "·"
"""What joins the stems of a proper name into one, so that its words are not found by themselves."""

TYPED = 1.0
SAME, NARROWER, BROADER, RELATED = 0.95, 0.6, 0.3, 0.2
_HEADING = 0.4
_SATURATION = 1.0
_LENGTH = 0.3
_USUAL_LENGTH = 40
_MOST_ONCE = 500
_ONCE = tuple((place,) for place in range(_MOST_ONCE))


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a unit: how much it counts, and its phrases, each with the words that they stand for."""

    weight: float
    phrases: Mapping[Phrase, str]
    _by_first: Mapping[str, Sequence[Phrase]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Orders the phrases by their first stems, so that a text is asked only for those it may say."""
        by_first: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            by_first.setdefault(phrase[0], []).append(phrase)
        object.__setattr__(self, "_by_first", by_first)

    def begun_in(self, *every: Mapping[str, Sequence[int]]) -> list[Phrase]:
        """The phrases whose first stem stands in one of these texts, each once."""
        firsts: set[str] = set()
        for places in every:
            firsts |= self._by_first.keys() & places.keys()
        return [phrase for first in firsts for phrase in self._by_first[first]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a query: the words typed, the concepts they name, and by language how texts say it.

    The ways of a language are the words typed, others of the same concepts, and those of narrower, broader
    and related concepts, the best first.
    """

    typed: str
    concepts: tuple[Concept, ...]
    ways: Mapping[str, tuple[Way, ...]]

    def own(self, language: str) -> Iterator[Phrase]:
        """The phrases that say this unit itself."""
        for way in self.ways.get(language, ()):
            if way.weight >= SAME:
                yield from way.phrases


class Said:
    """A paragraph as it is compared: where its stems stand, in its text and in the headings above it."""

    __slots__ = ("heading", "language", "norm", "text")

    def __init__(
        self,
        language: str,
        text: Sequence[str],
        heading: Sequence[str],
        forms: Iterable[tuple[str, int]] = (),
    ) -> None:
        """A paragraph in this language, whose text and headings have these stems.

        ``forms`` are exact words of its text with their places.
        """
        self.language = language
        self.norm = _SATURATION * (1 - _LENGTH + _LENGTH * len(text) / _USUAL_LENGTH)
        self.text = _places(text)
        for form, place in forms:
            self.text[form] = (*self.text.get(form, ()), place)
        self.heading = _places(heading)

    def strength(self, phrases: Iterable[Phrase]) -> float:
        """How strongly these phrases are said, from 0 (not at all) towards 1."""
        in_text = in_heading = 0
        for phrase in phrases:
            first = phrase[0]
            if first in self.text:
                in_text += count(self.text, phrase)
            if first in self.heading and count(self.heading, phrase):
                in_heading += 1
        return self.saturated(in_text, in_heading)

    def saturated(self, in_text: int, in_heading: int) -> float:
        """How strongly is said what is said so often in the text, and by so many phrases in the heading."""
        found = in_text + _HEADING * in_heading
        return found / (found + self.norm) if found else 0.0

    def has(self, phrase: Phrase) -> bool:
        """Whether the text itself says this phrase."""
        return count(self.text, phrase) > 0

    def share(self, unit: Unit) -> float:
        """How much of a unit is said, from 0 to 1."""
        missing = 1.0
        for way in unit.ways.get(self.language, ()):
            missing *= 1 - way.weight * self.strength(way.begun_in(self.text, self.heading))
        return 1 - missing


class Vocabulary:
    """A thesaurus made ready for queries and texts."""

    def __init__(self, thesaurus: Thesaurus, divide: Divide) -> None:
        """The thesaurus, and how texts are divided."""
        self.thesaurus = thesaurus
        self._divide = divide
        self._languages = tuple(
            dict.fromkeys(
                code for each in thesaurus.concepts.values() for code in (*each.said, *each.written)
            )
        )
        self._terms = SaidTerms(thesaurus, self._languages, divide)
        self._names: dict[str, dict[str, list[Phrase]]] = {}
        self._exact: dict[str, frozenset[str]] = {}
        self._written: dict[tuple[str, str], dict[Phrase, str]] = {}
        self._finders: dict[str, ConceptFinder] = {}

    @cached_property
    def known_words(self) -> KnownWords:
        """The words of the thesaurus, to tell what was typed wrongly."""
        terms = (
            (language, term)
            for each in self.thesaurus.concepts.values()
            for of in (each.said, each.written)
            for language, some in of.items()
            for term in some
        )
        return KnownWords(terms, self._divide, self._terms.tells_nothing)

    def units(
        self, words: Sequence[str], languages: Sequence[str], without: Collection[str] = ()
    ) -> list[Unit]:
        """The units of a query, given its words in order, for texts in these languages.

        Concepts are recognised in all languages of the thesaurus, the longest terms first; several names of
        one concept are one unit. Words that tell nothing are left out, unless there is nothing else.
        Concepts in ``without`` (ids) are neither meant nor looked for.
        """
        merged: dict[tuple[str, ...], tuple[list[list[int]], tuple[Concept, ...]]] = {}
        for places, concepts in self._terms.groups(words, without):
            key = tuple(each.id for each in concepts) or ("", words[places[0]])
            merged.setdefault(key, ([], concepts))[0].append(places)
        units = [
            self._unit(words, places, concepts, languages, without) for places, concepts in merged.values()
        ]
        return units or [
            self._unit(words, [[place]], (), languages) for place in map(words.index, dict.fromkeys(words))
        ]

    def phrases(self, concept: Concept, language: str) -> Mapping[Phrase, str]:
        """What texts in a language say for a concept: stems, and the words they stand for."""
        key = (concept.id, language)
        if key not in self._written:
            made = {
                tuple(self.joined(self._divide(term, language), language)): term.removeprefix(EXACT)
                for term in concept.written.get(language, ())
            }
            self._written[key] = {phrase: term for phrase, term in made.items() if phrase}
        return self._written[key]

    def named(self, paragraph: Said) -> dict[str, float]:
        """The concepts that a paragraph says, in its text or heading, by their ids, each how strongly."""
        finder = self.finder(paragraph.language)
        found = finder.concepts(finder.terms(paragraph.text, paragraph.heading))
        return {concept: paragraph.saturated(*often) for concept, often in found.items()}

    def prepare(self, languages: Iterable[str]) -> None:
        """Gets ready what queries to texts in these languages need first."""
        self._terms.prepare()
        self.known_words.knows("")
        for language in languages:
            self.finder(language)

    def finder(self, language: str) -> ConceptFinder:
        """What finds the terms of this thesaurus in texts of a language."""
        if language not in self._finders:
            every = self.thesaurus.concepts.values()
            self._finders[language] = ConceptFinder((each, self.phrases(each, language)) for each in every)
        return self._finders[language]

    def joined(self, stems: Sequence[str], language: str) -> list[str]:
        """A text's stems, those of each proper name joined into one."""
        names = self._names_of(language)
        found: list[str] = []
        end = 0
        for place in [place for place, stem in enumerate(stems) if stem in names]:
            for name in names[stems[place]] if place >= end else ():
                if tuple(stems[place : place + len(name)]) == name:
                    found += stems[end:place]
                    found.append(JOINED.join(name))
                    end = place + len(name)
                    break
        found += stems[end:]
        return found

    def _names_of(self, language: str) -> dict[str, list[Phrase]]:
        """The proper names of a language by their first stem, the longest first."""
        if language not in self._names:
            every = self.thesaurus.concepts.values()
            divided = {
                tuple(self._divide(name, language)) for each in every for name in each.names.get(language, ())
            }
            by_first: dict[str, list[Phrase]] = {}
            for name in sorted(divided, key=len, reverse=True):
                if len(name) > 1:
                    by_first.setdefault(name[0], []).append(name)
            self._names[language] = by_first
        return self._names[language]

    def exact(self, language: str) -> frozenset[str]:
        """The words of this language that texts are searched for in exactly one form."""
        if language not in self._exact:
            phrases = (self.phrases(each, language) for each in self.thesaurus.concepts.values())
            stems = (stem for known in phrases for phrase in known for stem in phrase)
            self._exact[language] = frozenset(stem[1:] for stem in stems if stem.startswith(EXACT))
        return self._exact[language]

    def _unit(
        self,
        words: Sequence[str],
        spans: Sequence[Sequence[int]],
        concepts: Sequence[Concept],
        languages: Sequence[str],
        without: Collection[str] = (),
    ) -> Unit:
        """The unit of a query whose words at these places name these concepts."""
        beside = self._beside(concepts, without)
        told = [[words[place] for place in places] for places in spans]
        ways = {}
        for language in languages:
            own = {
                tuple(
                    self.joined([stem for word in each for stem in self._divide(word, language)], language)
                ): " ".join(each)
                for each in told
            }
            known = {phrase: said for phrase, said in own.items() if phrase}
            of_language = [Way(TYPED, dict(known))]
            for weight, others in ((SAME, concepts), *beside):
                more = {
                    phrase: said
                    for each in others
                    for phrase, said in self.phrases(each, language).items()
                    if phrase not in known
                }
                known.update(more)
                of_language.append(Way(weight, more))
            ways[language] = tuple(way for way in of_language if way.phrases)
        every = sorted({place for places in spans for place in places})
        return Unit(" ".join(words[place] for place in every), tuple(concepts), ways)

    def _beside(
        self, concepts: Sequence[Concept], without: Collection[str]
    ) -> list[tuple[float, list[Concept]]]:
        """The concepts around these, by how much they count."""
        taken = {each.id for each in concepts}.union(without)
        found = []
        for weight, around in (
            (NARROWER, [each.narrower for each in concepts]),
            (BROADER, [each.broader for each in concepts]),
            (RELATED, [each.related for each in concepts]),
        ):
            names = [name for of_one in around for name in of_one if name not in taken]
            taken.update(names)
            found.append((weight, [self.thesaurus.concepts[name] for name in dict.fromkeys(names)]))
        return found


def rarity(paragraphs: float, saying: float) -> float:
    """What it tells that a paragraph says a unit which so many of all paragraphs say."""
    return math.log1p((max(paragraphs - saying, 0.0) + 0.5) / (saying + 0.5))


def _places(stems: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Where each stem stands; in tuples, of which thousands are no work for the garbage collector.

    Most stems stand once, and share the tuples made for that.
    """
    places: dict[str, tuple[int, ...]] = {}
    for place, stem in enumerate(stems):
        if stem in places:
            places[stem] = (*places[stem], place)
        else:
            places[stem] = _ONCE[place] if place < _MOST_ONCE else (place,)
    return places
