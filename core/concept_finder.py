"""Which concepts a paragraph names, without asking it for every term of the thesaurus.

Each term is known by the stem of it that the fewest terms have, so that of a paragraph's stems only a few
terms need to be looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from core.thesaurus import Concept

Phrase = tuple[str, ...]
Places = Mapping[str, Sequence[int]]

NEAR = 6
"""How far apart, in telling words, the stems of a phrase may stand from its first."""


class ConceptFinder:
    """Finds the concepts that texts of one language name."""

    def __init__(self, terms: Iterable[tuple[Concept, Iterable[Phrase]]]) -> None:
        """The concepts, each with the stems of all terms that texts of the language say for it."""
        every = [(concept, phrase) for concept, phrases in terms for phrase in phrases]
        self._concepts = list(dict.fromkeys(concept.id for concept, _ in every))
        numbers = {concept: number for number, concept in enumerate(self._concepts)}
        often = Counter(stem for _, phrase in every for stem in set(phrase))
        self._by_stem: dict[str, list[tuple[int, Phrase, Phrase]]] = {}
        for concept, phrase in every:
            rarest = min(phrase, key=lambda stem: (often[stem], stem))
            of_stem = self._by_stem.setdefault(rarest, [])
            others = tuple(stem for stem in phrase if stem != rarest)
            of_stem.append((numbers[concept.id], phrase, others))

    def found(self, text: Places, heading: Places) -> dict[str, tuple[int, int]]:
        """The concepts that a paragraph names, by their ids, given where its stems stand.

        Of each: how often its terms stand in the text, and how many of them in the heading.
        """
        in_text: dict[int, int] = {}
        in_heading: dict[int, int] = {}
        for which, places in enumerate((text, heading)):
            for stem in self._by_stem.keys() & places.keys():
                for number, phrase, others in self._by_stem[stem]:
                    for other in others:
                        if other not in places:
                            break
                    else:
                        often = count(places, phrase) if others else len(places[stem])
                        if often and which:
                            in_heading[number] = in_heading.get(number, 0) + 1
                        elif often:
                            in_text[number] = in_text.get(number, 0) + often
        return {
            self._concepts[number]: (in_text.get(number, 0), in_heading.get(number, 0))
            for number in {**in_text, **in_heading}
        }


def count(places: Places, phrase: Phrase) -> int:
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
