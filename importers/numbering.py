"""The order of the numbers that paragraphs begin with: what is next, what is a gap, where a list is over."""

from __future__ import annotations

Path = tuple[int, ...]
"""A number in its pieces: (12,) for "12.", (5, 1, 2) for "5.1.2."."""

FEW = 3
"""How many numbers may be missing where nothing else shows that the numbering goes on."""


def is_next(last: Path, path: Path) -> bool:
    """Whether a number is the next one: the first below the last, or one more in any of its pieces.

    After 5.1.2 come 5.1.2.1, 5.1.3, 5.2, 6, and also 5.2.1, for a piece without words may have no line.
    """
    if path == (*last, 1):
        return True
    for place, piece in enumerate(path):
        if place >= len(last):
            return all(deeper == 1 for deeper in path[place:])
        if piece != last[place]:
            return piece == last[place] + 1 and all(deeper == 1 for deeper in path[place + 1 :])
    return False


def is_after(last: Path, path: Path) -> bool:
    """Whether a number in several pieces comes after the last one with few missing in between."""
    if len(path) < 2 or path <= last:
        return False
    for piece, before in zip(path, last, strict=False):
        if piece != before:
            return piece - before <= FEW
    return True


def is_first(path: Path) -> bool:
    """Whether a numbering begins with this number: 1, 1.1, 1.1.1."""
    return all(piece == 1 for piece in path)
