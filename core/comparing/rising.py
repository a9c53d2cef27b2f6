"""The longest part of two orders that agrees: what kept its place when pieces were moved."""

from __future__ import annotations

import bisect
from collections.abc import Sequence


def longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs, in the order of their first places, whose second places are in order too."""
    ends: list[int] = []
    chains: list[int] = []
    before: list[int] = []
    for nth, (_, place) in enumerate(pairs):
        length = bisect.bisect_left(ends, place)
        before.append(chains[length - 1] if length else -1)
        ends[length:] = [place, *ends[length + 1 :]]
        chains[length:] = [nth, *chains[length + 1 :]]
    rising = []
    nth = chains[-1] if chains else -1
    while nth >= 0:
        rising.append(pairs[nth])
        nth = before[nth]
    return rising[::-1]


def heaviest_rising(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[tuple[int, int]]:
    """As ``longest_rising``, but the pairs that weigh most together; no weight may be negative.

    The pairs come in the order of their first places, and no place occurs twice on either side.
    """
    ranks = {place: rank for rank, place in enumerate(sorted(place for _, place in pairs), 1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(pairs) + 1)  # a Fenwick tree of the heaviest chains
    before: list[int] = []
    for nth, ((_, place), weight) in enumerate(zip(pairs, weights, strict=True)):
        total, last = _heaviest(best, ranks[place] - 1)
        before.append(last)
        rank = ranks[place]
        while rank < len(best):
            best[rank] = max(best[rank], (total + weight, nth))
            rank += rank & -rank
    rising = []
    nth = _heaviest(best, len(pairs))[1]
    while nth >= 0:
        rising.append(pairs[nth])
        nth = before[nth]
    return rising[::-1]


def _heaviest(best: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    """The heaviest chain whose last place has at most this rank: its weight, and which pair ends it."""
    found = (0.0, -1)
    while rank > 0:
        found = max(found, best[rank])
        rank -= rank & -rank
    return found
