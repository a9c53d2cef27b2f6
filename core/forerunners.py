"""Forerunners and successors: the paragraphs of other documents that carry the same language.

A forerunner stands in a document of an earlier date, a successor in one of a later date, both in the same
language of the United Nations. None is found where there is none: what only shares formulas of the field
is not kin (``core.language.telling``), nor is what is much less alike than the document's best.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from core.documents import Kind, LibraryParagraph, Paragraph
from core.language.collection import Collection
from core.language.kinship import kinship, nearness, similarity

LEAST_KIN = 0.28
"""From here on two paragraphs are called kin; this and ``_STANDING_OUT`` were fitted to judged pairs."""
_STRANGE = 0.36
"""What more is asked the less two documents are on one subject: resolutions on different ones cite the same
instruments and close with the same words."""
_FEW = 10
"""Of a document with so few paragraphs half of what is known of its subject is believed."""
_STANDING_OUT = 0.36
"""What it counts how far a paragraph stands out among all of its document: one that is much more alike than
any other is kin for less, and one that is much less alike than the best is not for the same."""
_USUAL = 0.2
"""How much alike a paragraph and the second best of a document usually are, where no second one is near."""
_TRACK = 0.03
"""What the same track speaks for two paragraphs, and different ones against them: little."""
_OTHER_PLACE = 0.1
"""What it speaks against two paragraphs that one is of a preamble and the other is not: what a preamble
recalls is seldom what is undertaken, however many words they have in common, unless nearly all are."""
_BESIDE_THE_BEST = 0.8
_IN_ONE_DOCUMENT = 3
_COMPARED = 50


@dataclass(frozen=True, slots=True)
class Kin:
    """A paragraph that carries the language of another; ``similarity`` is 1 for the same words."""

    located: LibraryParagraph
    similarity: float


def forerunners(collection: Collection, place: int, others: Iterable[Collection]) -> list[Kin]:
    """The earlier paragraphs that carry the language of the one at ``place``, the most alike first."""
    date = collection.document.date
    if date is None:
        return []
    earlier = [each for each in others if each.document.date is not None and each.document.date < date]
    return _kin(collection, place, earlier)


def successors(collection: Collection, place: int, others: Iterable[Collection]) -> list[Kin]:
    """The later paragraphs that carry the language of the one at ``place``, the most alike first."""
    date = collection.document.date
    if date is None:
        return []
    later = [each for each in others if each.document.date is not None and each.document.date > date]
    return _kin(collection, place, later)


def _kin(collection: Collection, place: int, others: list[Collection]) -> list[Kin]:
    matter, own = collection.matters[place], collection.paragraphs[place]
    alike: dict[int, list[tuple[float, int]]] = {}
    for which, other_place in _nearest(collection, place, others):
        found = kinship(matter, others[which].matters[other_place])
        found = _weighed(found, own, others[which].paragraphs[other_place])
        alike.setdefault(which, []).append((found, other_place))
    kin = [
        Kin(
            others[which].located(other_place),
            round(similarity(matter, others[which].matters[other_place], found), 3),
        )
        for which, of_document in alike.items()
        for found, other_place in _leading(of_document, _asked(collection, others[which]))
    ]
    return sorted(kin, key=lambda each: -each.similarity)


def _weighed(alike: float, one: Paragraph, other: Paragraph) -> float:
    """A kinship a little raised between paragraphs of one track, lowered between those of two, and lowered
    between a paragraph of a preamble and one of the text; the same words are the same."""
    if alike == 1:
        return alike
    if one.track is not None and other.track is not None:
        alike += _TRACK if one.track is other.track else -_TRACK
    if (one.kind is Kind.PREAMBULAR) != (other.kind is Kind.PREAMBULAR):
        alike -= _OTHER_PLACE
    return min(1.0, max(0.0, alike))


def _nearest(collection: Collection, place: int, others: list[Collection]) -> list[tuple[int, int]]:
    """The paragraphs worth comparing word by word: which document, and the place in it."""
    words = collection.stems(place)
    near = (
        (score, which, other_place)
        for which, other in enumerate(others)
        if other.document.language == collection.document.language
        for score, other_place in other.nearest(words)
    )
    return [(which, other_place) for _, which, other_place in heapq.nlargest(_COMPARED, near)]


def _asked(collection: Collection, other: Collection) -> float:
    """How much alike a paragraph of one document and one of another must be to be called kin."""
    fewer = min(len(collection.paragraphs), len(other.paragraphs))
    strange = 1 - nearness(collection.matters.profile, other.matters.profile)
    return LEAST_KIN + _STRANGE * strange * fewer / (fewer + _FEW)


def _leading(of_document: list[tuple[float, int]], asked: float) -> list[tuple[float, int]]:
    """The kin in one document: its best if that stands out enough, and what is nearly as much alike."""
    ranked = sorted(of_document, key=lambda each: (-each[0], each[1]))
    best = ranked[0][0]
    second = max(_USUAL, ranked[1][0] if len(ranked) > 1 else 0.0)
    return [
        each
        for nth, each in enumerate(ranked[:_IN_ONE_DOCUMENT])
        if each[0] >= _BESIDE_THE_BEST * best
        and each[0] + _STANDING_OUT * (each[0] - (best if nth else second)) >= asked
    ]
