"""What the words of a query name: the terms that people say for the concepts of the thesaurus.

A term is found in its order, with words between that tell nothing ("agencies supposed to talk to each
other"), and a long one with a single word between that does ("where a seized gun came from"). Within a term
of several words, those that the thesaurus calls alike stand for one another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.meaning.concept_finder import Phrase
from core.meaning.thesaurus import Concept, Thesaurus

Divide = Callable[[str, str], list[str]]
"""The stems of a text in a language, in order, without words too common to tell anything."""

_WORD = re.compile(r"\w+")
_SEVERAL = re.compile(r"[\s-]")
_WITHIN = 9
_LONG = 3


@dataclass(frozen=True, slots=True)
class _Term:
    """A term: its words and stems, the stems with those that stand for others like them, and who is meant."""

    words: frozenset[str]
    stems: Phrase
    alike: Phrase
    concepts: Sequence[Concept]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query as one language divides it: its words, their stems, and those that stand for all like them."""

    language: str
    words: Sequence[str]
    stems: Sequence[Phrase]
    alike: Sequence[Phrase]


class SaidTerms:
    """Finds the concepts that a query names, in all languages of the thesaurus."""

    def __init__(self, thesaurus: Thesaurus, languages: Iterable[str], divide: Divide) -> None:
        """The thesaurus, its languages, and how texts are divided."""
        self._thesaurus = thesaurus
        self._languages = tuple(languages)
        self._divide = divide
        self._by_first: dict[str, dict[tuple[bool, str], list[_Term]]] = {}
        self._alike = {language: self._representatives(language) for language in self._languages}

    def groups(
        self, words: Sequence[str], without: Collection[str] = ()
    ) -> Iterator[tuple[list[int], tuple[Concept, ...]]]:
        """The places of words that belong together, with the concepts that they name; single words with none.

        Concepts in ``without`` (ids) are not meant.

        Groups may share words ("seized gun", "where a gun came from"), but none is a part of another. Words
        that tell nothing are left out where they name nothing.
        """
        telling = [not self.tells_nothing(word) for word in words]
        asked = [self._asked(words, language) for language in self._languages]
        longest = [self._longest(asked, start, telling, without) for start in range(len(words))]
        named = [places for places, concepts in longest if concepts]
        covered = {place for places in named for place in places}
        for start, (places, concepts) in enumerate(longest):
            if concepts:
                greater = (each for each in named if (len(each), places[0]) > (len(places), each[0]))
                if not any(set(places).issubset(each) for each in greater):
                    between = range(places[0], places[-1] + 1)
                    yield [each for each in between if each in places or not telling[each]], concepts
            elif telling[start] and start not in covered:
                yield places, ()

    def prepare(self) -> None:
        """Gets the terms of all languages ready, so that the first query does not wait for it."""
        for language in self._languages:
            self._known(language)

    def tells_nothing(self, word: str) -> bool:
        """Whether a word says nothing of what somebody looks for, in any of the languages."""
        ignored = self._thesaurus.ignored
        return (len(word) == 1 and word.isalpha() and word.isascii()) or any(
            word in ignored.get(code, ()) or not self._divide(word, code) for code in self._languages
        )

    def _asked(self, words: Sequence[str], language: str) -> _Asked:
        stems = [tuple(self._divide(word, language)) for word in words]
        return _Asked(language, words, stems, [self._as_one(each, language) for each in stems])

    def _longest(
        self, asked: Iterable[_Asked], start: int, telling: Sequence[bool], without: Collection[str]
    ) -> tuple[list[int], tuple[Concept, ...]]:
        """The places of the longest term that begins here, and who is meant by it; this one place if none.

        Of languages that know a term as long, the one that has the words as they were typed: "dates" is no
        Spanish "datos".
        """
        places, most = [start], (0, 0, 0, 0)
        concepts: dict[str, tuple[int, dict[str, Concept]]] = {}
        for query in asked:
            for term in self._beginning(query, start, single=telling[start]):
                divided = query.alike if len(term.stems) > 1 else query.stems
                found = _followed(term.alike, divided, start, telling)
                if found is None:
                    continue
                meant = {concept.id: concept for concept in term.concepts if concept.id not in without}
                if not meant:
                    continue
                much = (
                    sum(telling[place] for place in found) or 1,
                    len(found),
                    found[0] - found[-1],
                    sum(stem in term.stems for place in found for stem in query.stems[place]),
                )
                if much > most:
                    places, most, concepts = found, much, {}
                if much == most and found == places:
                    as_typed, known = concepts.get(query.language, (0, {}))
                    more = sum(query.words[place] in term.words for place in found)
                    concepts[query.language] = max(as_typed, more), known | meant
        best = max((as_typed for as_typed, _ in concepts.values()), default=0)
        of_best = (known for as_typed, known in concepts.values() if as_typed == best)
        return places, tuple({each.id: each for known in of_best for each in known.values()}.values())

    def _beginning(self, query: _Asked, start: int, *, single: bool) -> Iterator[_Term]:
        """The terms that begin like the query does here; those of one stem only where ``single``."""
        if query.stems[start]:
            known = self._known(query.language)
            if single:
                yield from known.get((False, query.stems[start][0]), ())
            yield from known.get((True, query.alike[start][0]), ())

    def _representatives(self, language: str) -> dict[str, str]:
        """For each stem that is like others, the one that stands for them all."""
        found: dict[str, str] = {}
        for words in self._thesaurus.alike.get(language, ()):
            stems = [stem for word in words for stem in self._divide(word, language)[:1]]
            for stem in stems:
                found.setdefault(stem, stems[0])
        return found

    def _as_one(self, stems: Phrase, language: str) -> Phrase:
        """Stems, each replaced by the one that stands for all like it."""
        alike = self._alike[language]
        return tuple(alike.get(stem, stem) for stem in stems)

    def _known(self, language: str) -> dict[tuple[bool, str], list[_Term]]:
        """The terms said in a language by whether they are longer than a stem, and by the first one."""
        if language not in self._by_first:
            known: dict[tuple[frozenset[str], Phrase], list[Concept]] = {}
            for concept in self._thesaurus.concepts.values():
                for said in concept.said.get(language, ()):
                    for form in (said, f"{said}s") if said.isupper() and said.isascii() else (said,):
                        key = frozenset(_WORD.findall(form.lower())), self._whole(form, language)
                        if key[1] and concept not in known.setdefault(key, []):
                            known[key].append(concept)
            by_first: dict[tuple[bool, str], list[_Term]] = {}
            for (words, phrase), meant in known.items():
                alike = self._as_one(phrase, language) if len(phrase) > 1 else phrase
                term = _Term(words, phrase, alike, meant)
                by_first.setdefault((len(phrase) > 1, alike[0]), []).append(term)
            self._by_first[language] = by_first
        return self._by_first[language]

    def _whole(self, term: str, language: str) -> Phrase:
        """A term's stems; none if of several words only one is left, which may mean much ("hand-in")."""
        phrase = tuple(self._divide(term, language))
        return () if len(phrase) == 1 and _SEVERAL.search(term) else phrase


def _followed(
    term: Phrase, divided: Sequence[Phrase], start: int, telling: Sequence[bool]
) -> list[int] | None:
    """The places from here on that say a term; None if they do not."""
    places = list[int]()
    spare = 1 if len(term) >= _LONG else 0
    nth = 0
    for place in range(start, min(len(divided), start + _WITHIN)):
        stems = divided[place]
        if stems and stems == term[nth : nth + len(stems)]:
            nth += len(stems)
            places.append(place)
            if nth == len(term):
                return places
        elif telling[place]:
            if not spare:
                return None
            spare -= 1
    return None
