"""How much two paragraphs are the same commitment: by their words, and by what they speak of.

Language that was carried forward shares runs of telling words (``core.language.telling``). A commitment made
again in other words does not; but it names the same concepts of the thesaurus, in the same place: what is
asked and of what stands at the beginning, reasons and examples follow. So three measures are taken, each from
0 to 1, and their mean is the kinship:

- the share of telling words that stand in both, of each text's beginning more than of its end;
- the longest run of words that both have, by what it tells;
- the concepts that both name, the rare ones and those named early counting most.

The title of an instrument tells no more than its first word, however long it is: paragraphs are not kin
because they cite the same programme.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from core.language.concepts import Concepts
from core.language.sharing import Text, full_share, shared
from core.language.telling import Formulas
from core.language.words import Stem, divided, titles

_USUAL_SIZE = 60
"""How many paragraphs a document is taken to have at least, when it is told how rare its words are."""
_RUN = 30.0
"""The telling words in one run, in nats, from which on a run says nearly all."""
_OPENING = 30
"""At this word a concept counts half of what it counts at the beginning."""
_NEIGHBOUR = 0.15
"""What a concept counts that is not named itself but is broader, narrower or related."""
_LITTLE = 2.0
"""How much two texts must speak of together for their concepts to be believed: one or two may be chance."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A paragraph as its kin are looked for: its telling words, and the concepts it names with their weights.

    ``size`` is what the concepts weigh together.
    """

    text: Text
    concepts: Mapping[str, float]
    size: float


class Matters(Sequence[Matter]):
    """The paragraphs of one document; what takes time is done for those that are asked for."""

    def __init__(
        self,
        texts: Iterable[str],
        wholes: Iterable[str],
        language: str,
        stem: Stem,
        concepts: Concepts | None,
    ) -> None:
        """The paragraphs with these texts; without concepts only their words are compared.

        ``wholes`` are the texts with all that stands around the source's own words: of a summary also what
        leads to its quotations, which often names what they speak of.
        """
        self._texts = tuple(texts)
        self._concepts = concepts
        self._stems: list[tuple[str, ...]] = []
        self._named: list[dict[str, int]] = []
        for text, whole in zip(self._texts, wholes, strict=True):
            own = divided(text, language, stem)
            self._stems.append(own.stems)
            around = own if whole == text else divided(whole, language, stem)
            self._named.append(concepts.named(around) if concepts is not None else {})
        self._formulas = Formulas(self._stems, _USUAL_SIZE)
        self._made: dict[int, Matter] = {}

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, place: int) -> Matter: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Matter]: ...
    def __getitem__(self, place: int | slice) -> Matter | Sequence[Matter]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if place not in self._made:
            weights = self._weights(self._named[place])
            size = sum(weight * weight for weight in weights.values())
            self._made[place] = Matter(self._text(place), weights, size)
        return self._made[place]

    @cached_property
    def profile(self) -> dict[str, float]:
        """What the document speaks of: its concepts with their weights, squared weights adding up to 1."""
        total = sum(self._counts.values())
        return {concept: math.sqrt(n / total) for concept, n in self._counts.items()}

    @cached_property
    def _counts(self) -> Counter[str]:
        """In how many paragraphs each concept is named."""
        return Counter(concept for each in self._named for concept in each)

    def _text(self, place: int) -> Text:
        """The words of a paragraph; of a title only the first one tells anything."""
        told = list(self._formulas.surprises(place))
        spans = titles(self._texts[place])
        if self._concepts is not None:
            spans += self._concepts.names(self._stems[place])
        for start, end in spans:
            for inside in range(start + 1, min(end, len(told))):
                told[inside] = 0.0
        return Text(self._stems[place], tuple(told))

    def _weights(self, named: Mapping[str, int]) -> dict[str, float]:
        """Concepts by weight, the rare and early ones the most; a little for what stands next to them."""
        found: dict[str, float] = {}
        for concept, place in named.items():
            rarity = math.sqrt(math.log((max(len(self), _USUAL_SIZE) + 1) / (self._counts[concept] - 0.5)))
            found[concept] = rarity / (1 + place / _OPENING)
        if self._concepts is None:
            return found
        around = dict(found)
        for concept, weight in found.items():
            for neighbour in self._concepts.neighbours(concept):
                around[neighbour] = max(around.get(neighbour, 0.0), _NEIGHBOUR * weight)
        return around


def kinship(one: Matter, other: Matter) -> float:
    """How much speaks for two paragraphs being the same commitment: 1 for the same words, 0 for nothing.

    What says little has little to speak for it, so that short texts are not kin by chance.
    """
    if one.text.terms == other.text.terms:
        return float(bool(one.text.terms))
    found = shared(one.text, other.text)
    share = math.sqrt(found.beginning * found.other_beginning)
    return _mean(share, found.longest, _of_one_matter(one, other, share))


def similarity(one: Matter, other: Matter, found: float) -> float:
    """How alike two paragraphs of a kinship are: that kinship by what it would be if they said the same."""
    most = math.sqrt(_with_itself(one) * _with_itself(other))
    return min(1.0, found / most) if most > 0 else 0.0


def _with_itself(one: Matter) -> float:
    """What speaks for a paragraph and another one that says the same."""
    share = full_share(one.text)
    return _mean(share, one.text.telling, one.size / (one.size + _LITTLE) if one.concepts else share)


def _mean(share: float, longest: float, matter: float) -> float:
    return (share + (1 - math.exp(-longest / _RUN)) + matter) / 3


def nearness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much two documents are on one subject, by their profiles: 1 for the same, or if nothing is known.

    Documents on small arms have 0.8 and more among themselves, and 0.5 to 0.7 with others of the field.
    """
    if not one or not other:
        return 1.0
    return sum(weight * other.get(concept, 0.0) for concept, weight in one.items())


def _of_one_matter(one: Matter, other: Matter, share: float) -> float:
    """How much two texts name the same concepts; where either names none, what their words say."""
    if not one.concepts or not other.concepts:
        return share
    few, many = sorted((one.concepts, other.concepts), key=len)
    both = sum(weight * many[concept] for concept, weight in few.items() if concept in many)
    return both / math.sqrt((one.size + _LITTLE) * (other.size + _LITTLE))
