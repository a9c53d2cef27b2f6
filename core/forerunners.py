"""Forerunners and successors: the paragraphs of other documents that carry the same language.

A forerunner stands in a document of an earlier date, a successor in one of a later date, both in the same
language of the United Nations. None is found where there is none: what only shares formulas of the field
is not kin (``core.language.telling``), nor is what is much less alike than the document's best.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from core.documents import LibraryParagraph, Track
from core.language.collection import Collection
from core.language.sharing import Text, likeness

LEAST_ALIKE = 0.39
"""From here on two paragraphs are called kin: set on judged pairs, most of them judged before the first run.
The choice is a broad one: between 0.37 and 0.43 the F1 of the pairs given changes by 0.04."""
_TRACK = 0.1
"""How much the same track speaks for two paragraphs, and different ones against them: little."""
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
    text = collection.texts[place]
    language = collection.document.language
    alike: dict[int, list[tuple[float, int]]] = {}
    for which, other_place in _nearest(text, others, language):
        found = likeness(text, others[which].texts[other_place])
        found = _weighed(
            found, collection.paragraphs[place].track, others[which].paragraphs[other_place].track
        )
        if found >= LEAST_ALIKE:
            alike.setdefault(which, []).append((found, other_place))
    kin = [
        Kin(others[which].located(other_place), round(found, 3))
        for which, of_document in alike.items()
        for found, other_place in _leading(of_document)
    ]
    return sorted(kin, key=lambda each: -each.similarity)


def _weighed(alike: float, track: Track | None, other: Track | None) -> float:
    """A likeness a little raised between paragraphs of one track, and lowered between those of two."""
    if track is None or other is None:
        return alike
    way = _TRACK if track is other else -_TRACK
    return alike + way * alike * (1 - alike)


def _nearest(text: Text, others: list[Collection], language: str) -> list[tuple[int, int]]:
    """The paragraphs worth comparing word by word: which document, and the place in it."""
    near = (
        (score, which, place)
        for which, other in enumerate(others)
        if other.document.language == language
        for score, place in other.near(text)
    )
    return [(which, place) for _, which, place in heapq.nlargest(_COMPARED, near)]


def _leading(of_document: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """The best of one document, and those beside it that are nearly as much alike."""
    ranked = sorted(of_document, key=lambda each: (-each[0], each[1]))
    return [each for each in ranked[:_IN_ONE_DOCUMENT] if each[0] >= _BESIDE_THE_BEST * ranked[0][0]]
