"""Which concepts a paragraph names, without asking it for every term of the thesaurus.

Each term is known by the stem of it that the fewest terms have, so that of a paragraph's stems only a few
terms need to be looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from core.meaning.thesaurus import Concept

Phrase = tuple[str, ...]
Places = Mapping[str, Sequence[int]]

Often = tuple[int, int]
"""How often something stands in a text, and in how many ways in the heading above it."""

NEAR = 6
"""How far apart, in telling words, the stems of a phrase may stand from its first."""


class ConceptFinder:
    """Finds the concepts that texts of one language name."""

    def __init__(self, terms: Iterable[tuple[Concept, Iterable[Phrase]]]) -> None:
        """The concepts, each with the stems of all terms that texts of the language say for it."""
        self._meant: dict[Phrase, list[str]] = {}
        for concept, phrases in terms:
            for phrase in phrases:
                self._meant.setdefault(phrase, []).append(concept.id)
        often = Counter(stem for phrase, meant in self._meant.items() for stem in set(phrase) for _ in meant)
        self._by_stem: dict[str, list[tuple[Phrase, Phrase]]] = {}
        for phrase in self._meant:
            rarest = min(phrase, key=lambda stem: (often[stem], stem))
            others = tuple(stem for stem in phrase if stem != rarest)
            self._by_stem.setdefault(rarest, []).append((phrase, others))

    def terms(self, text: Places, heading: Places) -> dict[Phrase, Often]:
        """The terms that a paragraph says, given where its stems stand, and how often each stands there."""
        in_text, in_heading = self._said(text), self._said(heading)
        found: dict[Phrase, Often] = {phrase: (often, 0) for phrase, often in in_text.items()}
        for phrase in in_heading:
            found[phrase] = in_text.get(phrase, 0), 1
        return found

    def concepts(self, terms: Mapping[Phrase, Often]) -> dict[str, Often]:
        """The concepts that a paragraph names which says these terms, by their ids.

        Of each: how often its terms stand in the text, and how many of them in the heading.
        """
        found: dict[str, Often] = {}
        for phrase, (in_text, in_heading) in terms.items():
            for concept in self._meant[phrase]:
                before = found.get(concept, (0, 0))
                found[concept] = before[0] + in_text, before[1] + in_heading
        return found

    def _said(self, places: Places) -> dict[Phrase, int]:
        """How often terms stand in a text; those that do not are left out."""
        found: dict[Phrase, int] = {}
        for stem in self._by_stem.keys() & places.keys():
            for phrase, others in self._by_stem[stem]:
                for other in others:
                    if other not in places:
                        break
                else:
                    often = count(places, phrase) if others else len(places[stem])
                    if often:
                        found[phrase] = often
        return found


def count(places: Places, phrase: Phrase) -> int:
    """How often the stems of a phrase stand near one another."""
    for stem in phrase:
        if stem not in places:
            return 0
    first = places[phrase[0]]
    if len(phrase) == 1:
        return len(first)
    others = [places[stem] for stem in phrase[1:]]
    often = 0
    for one in first:
        for each in others:
            for place in each:
                if -NEAR <= place - one <= NEAR:
                    break
            else:
                break
        else:
            often += 1
    return often
