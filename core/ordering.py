"""Orders that survive merging: a place is a word that sorts between its neighbours' words.

Two delegates who move different rows change different rows, so their orders merge without a conflict.
"""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def rank_between(before: str, after: str) -> str:
    """A rank that sorts after ``before`` and before ``after``; an empty string means the open end.

    Ranks never end in "0", so there is always room below one. ValueError if ``before`` is not below
    ``after``.
    """
    if after and before >= after:
        raise ValueError(f"no rank lies between {before!r} and {after!r}")
    prefix = ""
    place = 0
    while True:
        low = _DIGITS.index(before[place]) if place < len(before) else 0
        high = _DIGITS.index(after[place]) if place < len(after) else len(_DIGITS)
        if high - low > 1:
            return prefix + _DIGITS[(low + high) // 2]
        prefix += _DIGITS[low]
        if high != low:
            after = ""
        place += 1


def ranks(count: int) -> list[str]:
    """``count`` ranks in order, evenly spread and of equal length, for a list made at once."""
    width = 1
    while len(_DIGITS) ** width <= count + 1:
        width += 1
    step = len(_DIGITS) ** width / (count + 1)
    return [_word(round(step * (n + 1)), width) for n in range(count)]


def _word(number: int, width: int) -> str:
    letters = []
    for _ in range(width):
        number, rest = divmod(number, len(_DIGITS))
        letters.append(_DIGITS[rest])
    return "".join(reversed(letters)).rstrip("0") or "i"
