"""Which paragraph of one document is which of another, by their words.

Several rounds, each on what the one before left over: the same words; much alike; alike; a short paragraph
taken into a longer one; pieces that were split off or joined; what is still a little alike and stands between
the same neighbours; and at last a preambular paragraph that became an operative one, or the other way round.

Alike are two texts by the share of words that they have in common in runs, and by the share of their telling
words (``core.language.telling``): the first knows the frame that is kept when all names and years are new,
the second does not take two paragraphs for one that share a frame only. Limits were set on judged resolutions
(``tests/scoring``). Documents that have little in common are not each other's successor, so there more is
asked: resolutions on different subjects cite the same instruments and close with the same words.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from core.comparing.rising import longest_rising
from core.documents import Kind
from core.language.collection import Collection
from core.language.sharing import SINGLE, Run, Text, shared_runs

_SURE = 0.6
_ALIKE = 0.43
"""From here on two paragraphs are taken for one that was changed."""
_NEIGHBOURS = 0.25
"""And from here on, if they stand between the same neighbours."""
_STRANGERS = 0.55
"""And from here on in documents that have little in common, or of a preambular and an operative paragraph."""
_KIN = 0.3
"""The share of the shorter document that must be surely the other's for the two to have much in common."""
_TAKEN_IN = 0.75
_CONTAINED, _OWN = 0.6, 0.5
"""What share of a paragraph must stand in another one for it to be split off that or joined to it, and what
share of this the other one's partner must not have."""
_CONTAINED_BESIDE, _OWN_BESIDE = 0.5, 0.3
"""The same where it stands next to that partner, as pieces mostly do."""
_LONG = 60_000
"""From this product of their lengths on two texts are long: half a page each."""
_NEAREST = 8
_GLANCE = 0.05
_ORDER = 0.05
"""What standing at the other end of a document costs."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Places of paragraphs in two collections that are each other's.

    ``pairs`` are old places with their new ones. ``split`` are further new places with the old one that they
    were split off, ``joined`` further old places with the new one that they were joined to.
    """

    pairs: Mapping[int, int]
    split: Mapping[int, int]
    joined: Mapping[int, int]


def aligned(old: Collection, new: Collection) -> Alignment:
    """The paragraphs of an old document and of a new one that are each other's."""
    search = _Search(old, new, _identical(old, new))
    search.take(search.of_one_kind(_SURE))
    related = len(search.pairs) >= _KIN * min(len(old.texts), len(new.texts))
    search.take(search.of_one_kind(_ALIKE if related else _STRANGERS))
    if not related:
        return Alignment(search.pairs, {}, {})
    search.take(search.taken_in())
    split = _pieces(new, old, {other: place for place, other in search.pairs.items()})
    joined = _pieces(old, new, search.pairs)
    search.take(
        each
        for each in (*search.between_neighbours(), *search.of_other_kinds())
        if each[1] not in joined and each[2] not in split
    )
    return Alignment(search.pairs, split, joined)


_Likely = tuple[float, int, int]
"""How much alike, the old place and the new one."""


class _Search:
    """The pairs found so far, and what else may be a pair."""

    def __init__(self, old: Collection, new: Collection, pairs: dict[int, int]) -> None:
        self._old, self._new = old, new
        self.pairs = pairs
        self._taken = set(pairs.values())
        self._likely = list(self._found())

    def take(self, likely: Iterable[_Likely]) -> None:
        """Takes what is most alike first, each paragraph once; order decides between equals."""
        for _, place, other in sorted(likely, key=self._rank):
            if self._free(place, other):
                self.pairs[place] = other
                self._taken.add(other)

    def of_one_kind(self, limit: float) -> list[_Likely]:
        """What is alike from a limit on."""
        return [each for each in self._likely if each[0] >= limit and self._one_kind(*each[1:])]

    def of_other_kinds(self) -> list[_Likely]:
        """A preambular paragraph and an operative one that are much alike."""
        return [each for each in self._likely if each[0] >= _STRANGERS and not self._one_kind(*each[1:])]

    def taken_in(self) -> list[_Likely]:
        """A short paragraph that stands nearly whole in a longer one."""
        found = []
        for _, place, other in self._likely:
            if self._free(place, other) and self._one_kind(place, other):
                one, two = self._old.texts[place], self._new.texts[other]
                held = max(_contained(one, two), _contained(two, one))
                if held >= _TAKEN_IN:
                    found.append((held, place, other))
        return found

    def between_neighbours(self) -> list[_Likely]:
        """What is a little alike and stands between the same two pairs in both documents."""
        rising = longest_rising(sorted(self.pairs.items()))
        firsts, seconds = [place for place, _ in rising], [other for _, other in rising]
        return [
            each
            for each in self.of_one_kind(_NEIGHBOURS)
            if bisect.bisect_left(firsts, each[1]) == bisect.bisect_left(seconds, each[2])
        ]

    def _found(self) -> Iterable[_Likely]:
        for place, text in enumerate(self._old.texts):
            if place not in self.pairs:
                for other in _nearest(text, self._new):
                    if other not in self._taken:
                        yield _alike(text, self._new.texts[other]), place, other

    def _rank(self, likely: _Likely) -> tuple[float, int, int, int]:
        alike, place, other = likely
        apart = abs(place / max(1, len(self._old.texts)) - other / max(1, len(self._new.texts)))
        return _ORDER * apart - alike, abs(place - other), place, other

    def _free(self, place: int, other: int) -> bool:
        return place not in self.pairs and other not in self._taken

    def _one_kind(self, place: int, other: int) -> bool:
        return _is_preambular(self._old, place) == _is_preambular(self._new, other)


def _identical(old: Collection, new: Collection) -> dict[int, int]:
    """Paragraphs with the same words; where several have the same, those in the same surroundings."""
    keys, other_keys = _keys(old), _keys(new)
    pairs: dict[int, int] = {}
    for start, other_start, length in SequenceMatcher(None, keys, other_keys).get_matching_blocks():
        pairs.update((start + nth, other_start + nth) for nth in range(length) if keys[start + nth][1])
    taken = set(pairs.values())
    places: dict[_Key, list[int]] = {}
    for other, key in enumerate(other_keys):
        if other not in taken:
            places.setdefault(key, []).append(other)
    for place, key in enumerate(keys):
        if place not in pairs and key[1] and (waiting := places.get(key)):
            pairs[place] = waiting.pop(0)
    return pairs


_Key = tuple[bool, tuple[str, ...]]


def _keys(collection: Collection) -> list[_Key]:
    """Of each paragraph whether it is preambular, and its words."""
    return [(_is_preambular(collection, place), text.terms) for place, text in enumerate(collection.texts)]


def _is_preambular(collection: Collection, place: int) -> bool:
    return collection.paragraphs[place].kind is Kind.PREAMBULAR


def _nearest(text: Text, collection: Collection) -> list[int]:
    """The paragraphs that share most with a text at a glance; only these are compared word by word."""
    near = sorted(
        ((shared, place) for shared, place in collection.near(text) if shared >= _GLANCE), reverse=True
    )
    return [place for _, place in near[:_NEAREST]]


def _alike(one: Text, other: Text) -> float:
    """The mean of the share of words and of the share of telling words that two texts have in common."""
    words = told = 0.0
    for start, other_start, length in _runs(one, other):
        counted = 1.0 if length > 1 else SINGLE
        words += counted * 2 * length
        told += counted * (one.told[start + length] - one.told[start])
        told += counted * (other.told[other_start + length] - other.told[other_start])
    every = len(one.terms) + len(other.terms)
    telling = one.telling + other.telling
    return (words / every + (told / telling if telling > 0 else 0.0)) / 2 if every else 0.0


def _runs(one: Text, other: Text) -> Iterable[Run]:
    """The runs of words that two texts share; of long ones only those in the same order, which is quick."""
    if len(one.terms) * len(other.terms) <= _LONG:
        return shared_runs(one.terms, other.terms)
    return SequenceMatcher(None, one.terms, other.terms).get_matching_blocks()


def _contained(part: Text, whole: Text) -> float:
    """What share of a text stands in another one, by its words and by its telling words."""
    return _share(part, _covered(part, whole))


def _covered(text: Text, other: Text) -> bytearray:
    """Which words of a text stand in another one with a neighbour."""
    covered = bytearray(len(text.terms))
    for start, _, length in _runs(text, other):
        if length > 1:
            covered[start : start + length] = b"\1" * length
    return covered


def _share(text: Text, marked: bytearray) -> float:
    if not text.terms or text.telling <= 0:
        return 0.0
    told = sum(told for told, here in zip(text.surprises, marked, strict=True) if here)
    return (sum(marked) / len(text.terms) + told / text.telling) / 2


def _pieces(parts: Collection, wholes: Collection, partners: Mapping[int, int]) -> dict[int, int]:
    """Paragraphs without a partner that are a piece of a paired one in the other document: whose each is.

    ``partners`` goes from the places of ``parts`` to those of ``wholes``.
    """
    holders = {whole: part for part, whole in partners.items()}
    found: dict[int, int] = {}
    for place, text in enumerate(parts.texts):
        if place in partners:
            continue
        for other in _nearest(text, wholes):
            holder = holders.get(other)
            if holder is None or _is_preambular(parts, place) != _is_preambular(wholes, other):
                continue
            if _is_piece(text, wholes.texts[other], parts.texts[holder], beside=abs(place - holder) == 1):
                found[place] = other
                break
    return found


def _is_piece(part: Text, whole: Text, partner: Text, *, beside: bool) -> bool:
    """Whether a text stands in another one for the most part, and there where that one's partner does not."""
    contained, least = (_CONTAINED_BESIDE, _OWN_BESIDE) if beside else (_CONTAINED, _OWN)
    if _contained(part, whole) < contained:
        return False
    held, by_partner = _covered(whole, part), _covered(whole, partner)
    own = bytearray(here and not there for here, there in zip(held, by_partner, strict=True))
    return _share(whole, own) >= least * _share(whole, held)
