"""A second look at what a search by meaning compared: what the best answers have in common, and neighbours.

Who asks for "teaching officials" means the paragraphs on fellowships and on expertise, too, though they say
it in words that no thesaurus gives for teaching: they name the concepts that the best answers name. And a
paragraph between two good answers, under the same heading, is more likely one as well.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import chain

_BEST = 5
_IN_COMMON = 0.35
_NEIGHBOURS = 0.15


@dataclass(frozen=True, slots=True)
class Compared:
    """A paragraph that was compared: how well it answers, what it names, its section, and its place there."""

    score: float
    concepts: frozenset[str]
    section: Hashable
    place: int


def looked_at_again(compared: Sequence[Compared]) -> list[float]:
    """How well each of these answers after a second look, in their order."""
    common = _in_common(compared)
    scores = [each.score + _IN_COMMON * also for each, also in zip(compared, common, strict=True)]
    at = {(each.section, each.place): score for each, score in zip(compared, scores, strict=True)}
    found = []
    for each, score in zip(compared, scores, strict=True):
        beside = [at[spot] for step in (-1, 1) if (spot := (each.section, each.place + step)) in at]
        found.append(score + _NEIGHBOURS * sum(beside) / len(beside) if beside else score)
    return found


def _in_common(compared: Sequence[Compared]) -> list[float]:
    """How much each names what the best name, from 0 to 1 (as much as the one that does most)."""
    often = Counter(chain.from_iterable(each.concepts for each in compared))
    rarities = {
        concept: math.log1p((len(compared) - count + 0.5) / (count + 0.5)) for concept, count in often.items()
    }
    squares = {concept: rare * rare for concept, rare in rarities.items()}
    best = sorted(compared, key=lambda each: -each.score)[:_BEST]
    most = best[0].score if best else 0.0
    worth: dict[str, float] = {}
    for each in best:
        length = math.sqrt(sum(squares[concept] for concept in each.concepts))
        if most and length:
            weight = (each.score / most) ** 2 / length
            for concept in each.concepts:
                worth[concept] = worth.get(concept, 0.0) + weight * squares[concept]
    alike = []
    for each in compared:
        told = sum(map(worth.__getitem__, each.concepts & worth.keys()))
        length = sum(map(squares.__getitem__, each.concepts)) if told else 1.0
        alike.append(told / math.sqrt(length))
    most = max(alike, default=0.0)
    return [each / most if most else 0.0 for each in alike]
