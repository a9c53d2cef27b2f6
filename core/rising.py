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
