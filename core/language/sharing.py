"""What two texts share: the runs of words that stand in both, wherever they stand."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

_SINGLE = 0.5
"""What a word counts that is shared without a neighbour, which may be chance."""
_LENGTH = 60.0
"""The telling words in one run, in nats, that make texts kin however much stands around them."""
_OPENING = 15
"""From this word on each counts less than half for how a paragraph begins, with its deed and object."""


@dataclass(frozen=True)
class Text:
    """The words of a paragraph with the surprise of each (``core.language.telling``), in nats."""

    terms: tuple[str, ...]
    surprises: tuple[float, ...]

    @cached_property
    def told(self) -> tuple[float, ...]:
        """What the words before each place tell together; the last is what the whole text tells."""
        return tuple(accumulate(self.surprises, initial=0.0))

    @cached_property
    def begun(self) -> tuple[float, ...]:
        """As ``told``, each word counting less the farther it stands from the beginning."""
        fading = (told / (1 + place / _OPENING) for place, told in enumerate(self.surprises))
        return tuple(accumulate(fading, initial=0.0))

    @property
    def telling(self) -> float:
        """All that the words tell, in nats."""
        return self.told[-1]


Run = tuple[int, int, int]
"""A shared run: where it begins in the one text, where in the other, and its length."""


def likeness(one: Text, other: Text) -> float:
    """How much two texts are the same language: 1 for the same words, 0 for none in common.

    What share of each text's telling words stands in the other one, of the whole text and of its beginning,
    where the deed and its object stand; the geometric mean of all four, so that neither a long nor a short
    text is kin to everything. It is raised by the longest run of telling words, for a commitment carried
    into a longer paragraph is still that commitment.
    """
    if one.terms == other.terms:
        return float(bool(one.terms))
    if one.telling <= 0 or other.telling <= 0:
        return 0.0
    whole, other_whole, beginning, other_beginning, longest = 0.0, 0.0, 0.0, 0.0, 0.0
    for start, other_start, length in shared_runs(one.terms, other.terms):
        part = 1.0 if length > 1 else _SINGLE
        told = one.told[start + length] - one.told[start]
        other_told = other.told[other_start + length] - other.told[other_start]
        longest = max(longest, min(told, other_told))
        whole += part * told
        other_whole += part * other_told
        beginning += part * (one.begun[start + length] - one.begun[start])
        other_beginning += part * (other.begun[other_start + length] - other.begun[other_start])
    shares = (
        whole / one.telling,
        other_whole / other.telling,
        beginning / one.begun[-1],
        other_beginning / other.begun[-1],
    )
    share = math.prod(min(1.0, max(0.0, each)) for each in shares) ** 0.25
    return 1 - (1 - share) * math.exp(-longest / _LENGTH)


def shared_runs(one: Sequence[str], other: Sequence[str]) -> list[Run]:
    """The runs of words that both texts have, the longest first, none overlapping another in either."""
    places: dict[str, list[int]] = {}
    for place, term in enumerate(other):
        places.setdefault(term, []).append(place)
    waiting = [
        (-_length(one, other, a, b), a, b)
        for a, term in enumerate(one)
        for b in places.get(term, ())
        if not (a and b and one[a - 1] == other[b - 1])
    ]
    heapq.heapify(waiting)
    taken, other_taken = bytearray(len(one)), bytearray(len(other))
    found: list[Run] = []
    while waiting:
        negative, a, b = heapq.heappop(waiting)
        length = -negative
        if not any(taken[a : a + length]) and not any(other_taken[b : b + length]):
            taken[a : a + length] = other_taken[b : b + length] = b"\1" * length
            found.append((a, b, length))
            continue
        for start, end in _free(taken[a : a + length], other_taken[b : b + length]):
            heapq.heappush(waiting, (start - end, a + start, b + start))
    return found


def _length(one: Sequence[str], other: Sequence[str], a: int, b: int) -> int:
    length = 0
    while a + length < len(one) and b + length < len(other) and one[a + length] == other[b + length]:
        length += 1
    return length


def _free(taken: Sequence[int], other_taken: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches that are taken in neither text."""
    found: list[tuple[int, int]] = []
    start = None
    for place, used in enumerate([*(x or y for x, y in zip(taken, other_taken, strict=True)), True]):
        if used and start is not None:
            found.append((start, place))
            start = None
        elif not used and start is None:
            start = place
    return found
