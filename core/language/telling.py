"""How telling each word of a paragraph is: how little it could be expected where it stands.

Documents of the field are full of formulas ("in all its aspects", "recent developments in … manufacturing,
technology and design"). Their words are rare one by one, so a count of words takes every paragraph with the
formula for kin. Here a word counts by its surprise: the logarithm of how seldom *this document* lets it
follow the words before it. The first word of a formula tells a little, the rest nearly nothing, and a word
that no other paragraph has there tells as much as it is rare. No list of formulas is needed, in any language.

The paragraph itself is not counted, and neither are other documents: language that is carried from year to
year is in each of them once, and must not be taken for a formula.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

_LONGEST = 4
_CAUTION = 3.0
"""How many sightings of the words before it weigh as much as knowing nothing of them."""


class Formulas:
    """What a document says again and again: how often each run of words stands in its paragraphs."""

    def __init__(self, texts: Sequence[Sequence[str]], least: int = 1) -> None:
        """The formulas of a document, given the words of its paragraphs.

        A word is taken to be as rare as in a document of at least ``least`` paragraphs: where there are but a
        few, a word of one of them may be rare all the same.
        """
        self._size = max(len(texts), least)
        numbers: dict[str, int] = {}
        self._texts = [[numbers.setdefault(word, len(numbers) + 1) for word in text] for text in texts]
        self._width = max(1, len(numbers).bit_length())
        counts: Counter[int] = Counter()
        for text in self._texts:
            counts.update({run for at_place in _runs(text, self._width) for run in at_place})
        self._again = {run: count for run, count in counts.items() if count > 1}

    def surprises(self, nth: int) -> tuple[float, ...]:
        """The surprise of each word of the nth paragraph, in nats."""
        runs = _runs(self._texts[nth], self._width)
        return tuple(
            _surprise(at_place, runs[place - 1] if place else [], self._again, self._size)
            for place, at_place in enumerate(runs)
        )


def surprises(texts: Sequence[Sequence[str]]) -> list[tuple[float, ...]]:
    """The surprise of each word of each of a document's paragraphs, in nats."""
    formulas = Formulas(texts)
    return [formulas.surprises(nth) for nth in range(len(texts))]


def _runs(text: list[int], width: int) -> list[list[int]]:
    """For each place the runs of words that end there, the shortest first, each as one number."""
    found: list[list[int]] = []
    before: list[int] = []
    for word in text:
        before = [word, *((run << width) | word for run in before[: _LONGEST - 1])]
        found.append(before)
    return found


def _surprise(ending: list[int], before: list[int], again: Mapping[int, int], size: int) -> float:
    """The surprise of a word, from ever longer runs that end with it and the same runs without it.

    ``again`` counts the runs that stand in several paragraphs; all others stand in this one alone.
    """
    likely = (again.get(ending[0], 1) - 0.5) / size
    for run, without in zip(ending[1:], before, strict=False):
        likely = (again.get(run, 1) - 1 + _CAUTION * likely) / (again.get(without, 1) - 1 + _CAUTION)
    return -math.log(min(1.0, likely))
