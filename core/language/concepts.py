"""Which concepts of the thesaurus a text names, and where it first does.

Texts that mean the same in other words name the same concepts: "homicides" and "armed violence", "countries
that request assistance" and "recipients". Only words that texts use are looked for (``Concept.written``).
A proper name is one word, so that "Programme of Action to … Eradicate the Illicit Trade …" does not speak of
trade.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from core.language.words import Divided, Stem, divided, words
from core.meaning.thesaurus import Thesaurus
from core.meaning.vocabulary import EXACT, JOINED

_NEAR = 8
"""Within how many words of its first one the others of a term stand, in any order."""

_Token = tuple[str, str, int]
"""A word's stem, the word in its exact form, and its place in the text."""


class Concepts:
    """The concepts of a thesaurus in the words of one language, ready to be looked for."""

    def __init__(self, thesaurus: Thesaurus, language: str, stem: Stem) -> None:
        """The concepts of this thesaurus, for texts in a language, whose words are stemmed so."""
        self._thesaurus = thesaurus
        self._language = language
        self._stem = stem

    def named(self, text: Divided) -> dict[str, int]:
        """The concepts that a text names: the id of each, and its first place."""
        tokens = list(self._joined(text))
        all_stems = [token[0] for token in tokens]
        found: dict[str, int] = {}
        for nth, (stem, form, place) in enumerate(tokens):
            for key in (stem, EXACT + form):
                for others, concept in self._terms.get(key, ()):
                    if concept not in found and _near(others, tokens, all_stems, nth):
                        found[concept] = place
        return found

    def names(self, stems: tuple[str, ...]) -> list[tuple[int, int]]:
        """Where a text, given its stems, has proper names of more than one word: from where to where."""
        found = []
        end = 0
        for place, stem in enumerate(stems):
            if place < end or stem not in self._names:
                continue
            for name in self._names[stem]:
                if stems[place : place + len(name)] == name:
                    end = place + len(name)
                    found.append((place, end))
                    break
        return found

    def neighbours(self, concept: str) -> tuple[str, ...]:
        """The broader, narrower and related concepts of one."""
        known = self._thesaurus.concepts[concept]
        return (*known.broader, *known.narrower, *known.related)

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, ...]]]:
        """The proper names by their first stem, the longest first."""
        every = {
            self._divided(name).stems
            for concept in self._thesaurus.concepts.values()
            for name in concept.names.get(self._language, ())
        }
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(every, key=lambda each: (-len(each), each)):
            if len(name) > 1:
                by_first.setdefault(name[0], []).append(name)
        return by_first

    @cached_property
    def _terms(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """By the first word of each term its other words, and the concept that it names."""
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for concept in self._thesaurus.concepts.values():
            for term in dict.fromkeys(concept.written.get(self._language, ())):
                first, *others = self._term(term)
                if first:
                    by_first.setdefault(first, []).append((tuple(others), concept.id))
        return by_first

    def _term(self, term: str) -> list[str]:
        if term.startswith(EXACT):
            return [EXACT + each for each in words(term[1:], self._language)] or [""]
        return [token[0] for token in self._joined(self._divided(term))] or [""]

    def _divided(self, term: str) -> Divided:
        return divided(term, self._language, self._stem)

    def _joined(self, text: Divided) -> Iterator[_Token]:
        """The words of a text, those of each proper name joined into one."""
        place = 0
        for start, end in [*self.names(text.stems), (len(text.stems), 0)]:
            for single in range(place, start):
                yield text.stems[single], text.words[single], single
            if end:
                yield JOINED.join(text.stems[start:end]), "", start
            place = end


@lru_cache(maxsize=16)
def concepts_of(thesaurus: Thesaurus, language: str, stem: Stem) -> Concepts:
    """The concepts of a thesaurus in a language; the same object as long as the thesaurus is the same."""
    return Concepts(thesaurus, language, stem)


def _near(others: Iterable[str], tokens: list[_Token], all_stems: list[str], nth: int) -> bool:
    """Whether all of these words stand soon after a place."""
    window = all_stems[nth + 1 : nth + 1 + _NEAR]
    return all(
        any(token[1] == each[1:] for token in tokens[nth + 1 : nth + 1 + _NEAR])
        if each.startswith(EXACT)
        else each in window
        for each in others
    )
