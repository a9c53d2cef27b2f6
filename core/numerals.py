"""Roman numerals, as sections, annexes and sub-paragraphs of United Nations documents bear them."""

from __future__ import annotations

_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_STEPS = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman_value(numeral: str) -> int:
    """What a Roman numeral of the letters I, V, X, L and C amounts to ("XIV" is 14); 0 if it is none.

    "IIX" and the like, which no one writes, count as none.
    """
    try:
        values = [_DIGITS[letter] for letter in numeral.upper()]
    except KeyError:
        return 0
    total = sum(-a if a < b else a for a, b in zip(values, [*values, 0][1:], strict=True))
    return total if roman(total) == numeral.upper() else 0


def roman(value: int) -> str:
    """A number below 400 as a Roman numeral; empty for 0 and below."""
    numeral = ""
    for step, digits in _STEPS:
        while value >= step:
            numeral, value = numeral + digits, value - step
    return numeral
