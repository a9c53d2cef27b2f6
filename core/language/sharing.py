"""What two texts share: the runs of words that stand in both, wherever they stand."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

SINGLE = 0.5
"""What a word counts that is shared without a neighbour, which may be chance."""
_LITTLE = 8.0
"""What a beginning must tell, in nats, for half of it to be believed: a few words may be shared by chance."""
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


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share: the share of each one's telling words, and the longest run, in nats.

    A share is from 0 to 1, and less than 1 for a text that tells little. Of a beginning, words count the less
    the farther they stand from it.
    """

    beginning: float
    other_beginning: float
    longest: float


def shared(one: Text, other: Text) -> Shared:
    """What two texts share in runs of words."""
    beginning, other_beginning, longest = 0.0, 0.0, 0.0
    for start, other_start, length in shared_runs(one.terms, other.terms):
        part = 1.0 if length > 1 else SINGLE
        told = one.told[start + length] - one.told[start]
        other_told = other.told[other_start + length] - other.told[other_start]
        longest = max(longest, min(told, other_told))
        beginning += part * (one.begun[start + length] - one.begun[start])
        other_beginning += part * (other.begun[other_start + length] - other.begun[other_start])
    return Shared(_share(beginning, one.begun[-1]), _share(other_beginning, other.begun[-1]), longest)


def full_share(text: Text) -> float:
    """The share of a text's beginning that stands in a text of the same words."""
    return _share(text.begun[-1], text.begun[-1])


def _share(part: float, whole: float) -> float:
    return min(1.0, max(0.0, part / (whole + _LITTLE)))


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
