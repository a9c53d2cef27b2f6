"""What a query means by the thesaurus, and how much of it a paragraph says.

A query becomes *units*: a concept that its words name, or a single word. A paragraph says a unit in the words
typed, in others of the same concept, or, for less, in those of a narrower, broader or related one. All words
of a concept are weighed as one, by how rare the concept is: so "guns" tells nothing in a library on small
arms, though the word itself is rare there.

Texts come divided into stems (``Divide``), so that this module knows no language.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.thesaurus import Concept, Thesaurus

Divide = Callable[[str, str], list[str]]
"""The stems of a text in a language, in order, without words too common to tell anything."""

Phrase = tuple[str, ...]
"""Stems that stand near one another."""

EXACT = "="
"""What a term begins with that is meant in exactly this form, others of its stem meaning something else."""

JOINED = "·"
"""What joins the stems of a proper name into one, so that its words are not found by themselves."""

SAME, NARROWER, BROADER, RELATED = 0.95, 0.6, 0.3, 0.2
_HEADING = 0.4
_NEAR = 8
_SATURATION = 1.0
_LENGTH = 0.3
_USUAL_LENGTH = 40
_LONGEST_TERM = 8


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a unit: how much it counts, and its phrases, each with the words that they stand for."""

    weight: float
    phrases: Mapping[Phrase, str]


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
            self.text.setdefault(form, []).append(place)
        self.heading = _places(heading)

    def strength(self, phrases: Iterable[Phrase]) -> float:
        """How strongly these phrases are said, from 0 (not at all) towards 1."""
        found = 0.0
        for phrase in phrases:
            first = phrase[0]
            if first in self.text:
                found += _count(self.text, phrase)
            if first in self.heading and _count(self.heading, phrase):
                found += _HEADING
        return found / (found + self.norm) if found else 0.0

    def has(self, phrase: Phrase) -> bool:
        """Whether the text itself says this phrase."""
        return _count(self.text, phrase) > 0

    def share(self, unit: Unit) -> float:
        """How much of a unit is said, from 0 to 1."""
        missing = 1.0
        for way in unit.ways.get(self.language, ()):
            missing *= 1 - way.weight * self.strength(way.phrases)
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
        self._recognised: dict[tuple[str, bool], dict[Phrase, list[Concept]]] = {}
        self._names: dict[str, dict[str, list[Phrase]]] = {}
        self._exact: dict[str, frozenset[str]] = {}
        self._written: dict[tuple[str, str], dict[Phrase, str]] = {}

    def units(self, words: Sequence[str], languages: Sequence[str]) -> list[Unit]:
        """The units of a query, given its words in order, for texts in these languages.

        Concepts are recognised in all languages of the thesaurus, the longest first; several names of one
        concept are one unit. Words that tell nothing are left out, unless there is nothing else.
        """
        merged: dict[tuple[str, ...], tuple[list[Sequence[str]], tuple[Concept, ...]]] = {}
        for typed, concepts in self._spans(words):
            key = tuple(each.id for each in concepts) or ("", *typed)
            merged.setdefault(key, ([], concepts))[0].append(typed)
        units = [self._unit(every, concepts, languages) for every, concepts in merged.values()]
        return units or [self._unit([[word]], (), languages) for word in dict.fromkeys(words)]

    def unit_of(self, concept: Concept, languages: Sequence[str]) -> Unit:
        """The unit of a query that names this concept alone."""
        return self._unit([], (concept,), languages)

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

    def joined(self, stems: Sequence[str], language: str) -> list[str]:
        """A text's stems, those of each proper name joined into one."""
        names = self._names_of(language)
        found = []
        place = 0
        while place < len(stems):
            for name in names.get(stems[place], ()):
                if tuple(stems[place : place + len(name)]) == name:
                    found.append(JOINED.join(name))
                    place += len(name)
                    break
            else:
                found.append(stems[place])
                place += 1
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

    def _spans(self, words: Sequence[str]) -> Iterator[tuple[list[str], tuple[Concept, ...]]]:
        """The words of a query in groups, each with the concepts that it names."""
        stems = {
            language: [tuple(self._divide(word, language)) for word in words] for language in self._languages
        }
        telling = [not self._tells_nothing(word) for word in words]
        left = list(range(len(words)))
        while left:
            taken, concepts = self._longest(stems, left, telling)
            if concepts or telling[left[0]]:
                yield [words[place] for place in taken], concepts
            left = [place for place in left if place not in taken]

    def _longest(
        self, stems: Mapping[str, Sequence[Phrase]], left: Sequence[int], telling: Sequence[bool]
    ) -> tuple[list[int], tuple[Concept, ...]]:
        """The longest term that begins where the words left over do, as it stands or without empty words."""
        best: tuple[list[int], tuple[Concept, ...]] = ([left[0]], ())
        most = 0
        for bare in (False, True):
            places = [place for place in left if telling[place]] if bare else list(left)
            if places[:1] != [left[0]]:
                continue
            for end in range(min(len(places), _LONGEST_TERM), 1 if bare else 0, -1):
                concepts = self._named(stems, places[:end], bare=bare)
                told = sum(telling[place] for place in places[:end]) or 1
                if concepts and told > most:
                    best, most = (places[:end], concepts), told
                if concepts:
                    break
        return best

    def _named(
        self, stems: Mapping[str, Sequence[Phrase]], places: Sequence[int], *, bare: bool
    ) -> tuple[Concept, ...]:
        found: dict[str, Concept] = {}
        for language, divided in stems.items():
            if divided[places[0]] and divided[places[-1]]:
                phrase = tuple(stem for place in places for stem in divided[place])
                for concept in self._known(language, bare=bare).get(phrase, ()):
                    found[concept.id] = concept
        return tuple(found.values())

    def _tells_nothing(self, word: str) -> bool:
        ignored = self.thesaurus.ignored
        return (len(word) == 1 and word.isalpha() and word.isascii()) or any(
            word in ignored.get(code, ()) or not self._divide(word, code) for code in self._languages
        )

    def _known(self, language: str, *, bare: bool) -> dict[Phrase, list[Concept]]:
        """Who is meant by what is said in a language; of an abbreviation the plural is known too.

        ``bare`` gives the terms of several words without the empty ones.
        """
        key = (language, bare)
        if key not in self._recognised:
            known: dict[Phrase, list[Concept]] = {}
            for concept in self.thesaurus.concepts.values():
                for term in concept.said.get(language, ()):
                    for form in (term, f"{term}s") if term.isupper() and term.isascii() else (term,):
                        phrase = self._bare(form, language) if bare else self._whole(form, language)
                        if phrase and concept not in known.setdefault(phrase, []):
                            known[phrase].append(concept)
            self._recognised[key] = known
        return self._recognised[key]

    def _whole(self, term: str, language: str) -> Phrase:
        """A term's stems; none if of several words only one is left, which may mean much ("hand in")."""
        phrase = tuple(self._divide(term, language))
        return () if len(phrase) == 1 and " " in term else phrase

    def _bare(self, term: str, language: str) -> Phrase:
        words = [
            word for word in re.split(r"[\s'’-]+", term) if word and not self._tells_nothing(word.lower())
        ]
        phrase = tuple(stem for word in words for stem in self._divide(word, language))
        return phrase if len(phrase) > 1 else ()

    def _unit(
        self, typed: Sequence[Sequence[str]], concepts: Sequence[Concept], languages: Sequence[str]
    ) -> Unit:
        beside = self._beside(concepts)
        ways = {}
        for language in languages:
            own = {
                tuple(
                    self.joined([stem for word in words for stem in self._divide(word, language)], language)
                ): " ".join(words)
                for words in typed
            }
            known = {phrase: said for phrase, said in own.items() if phrase}
            of_language = [Way(1.0, dict(known))]
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
        return Unit(" ".join(word for words in typed for word in words), tuple(concepts), ways)

    def _beside(self, concepts: Sequence[Concept]) -> list[tuple[float, list[Concept]]]:
        """The concepts around these, by how much they count."""
        taken = {each.id for each in concepts}
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


def _places(stems: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, stem in enumerate(stems):
        places.setdefault(stem, []).append(place)
    return places


def _count(places: Mapping[str, Sequence[int]], phrase: Phrase) -> int:
    """How often the stems of a phrase stand near one another."""
    there = []
    for stem in phrase:
        of_stem = places.get(stem)
        if of_stem is None:
            return 0
        there.append(of_stem)
    first, *others = there
    if not others:
        return len(first)
    return sum(all(any(abs(place - one) <= _NEAR for place in each) for each in others) for one in first)
