"""The order of the numbers that lines begin with: what goes on from where, and where a list is over."""

from __future__ import annotations

from collections.abc import Sequence

Numbers = Sequence[tuple[int, str] | None]
"""For every line the number it begins with and the words after it, None where it begins with none."""


def following(numbers: Numbers) -> list[int | None]:
    """For every line the number with which the next numbered line begins, None where there is none."""
    found: list[int | None] = []
    number = None
    for numbered in reversed(numbers):
        found.append(number)
        number = numbered[0] if numbered else number
    return found[::-1]


def end_of_list(numbers: Numbers, start: int, boundary: int, wanted: int) -> int:
    """The index of the line with which a list that begins at ``start`` is over, ``boundary`` at the latest.

    ``wanted`` is the number with which the paragraphs around the list go on. A list takes every number that
    is its own next one; where it stops, the paragraphs go on: agenda item 11 and paragraph 11 of BMS8 both
    begin "11.", and the first of them is the list's. A list that never stops ran into the paragraphs, which
    go on where their number came up.
    """
    resume, count = 0, 0
    for index in range(start, boundary):
        numbered = numbers[index]
        if numbered is None:
            continue
        if numbered[0] == count + 1:
            count += 1
            resume = index if count == wanted else resume
        elif numbered[0] == wanted:
            return index
    return resume or boundary
