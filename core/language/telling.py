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
from collections.abc import Sequence

_LONGEST = 4
_CAUTION = 3.0
"""How many sightings of the words before it weigh as much as knowing nothing of them."""


def surprises(texts: Sequence[Sequence[str]]) -> list[tuple[float, ...]]:
    """The surprise of each word of each of a document's paragraphs, in nats."""
    numbers: dict[str, int] = {}
    numbered = [[numbers.setdefault(word, len(numbers) + 1) for word in text] for text in texts]
    width = max(1, len(numbers).bit_length())
    runs = [_runs(text, width) for text in numbered]
    counts: Counter[int] = Counter()
    for of_text in runs:
        counts.update({run for at_place in of_text for run in at_place})
    return [
        tuple(
            _surprise(at_place, of_text[place - 1] if place else [], counts, len(texts))
            for place, at_place in enumerate(of_text)
        )
        for of_text in runs
    ]


def _runs(text: list[int], width: int) -> list[list[int]]:
    """For each place the runs of words that end there, the shortest first, each as one number."""
    found: list[list[int]] = []
    before: list[int] = []
    for word in text:
        before = [word, *((run << width) | word for run in before[: _LONGEST - 1])]
        found.append(before)
    return found


def _surprise(ending: list[int], before: list[int], counts: Counter[int], size: int) -> float:
    """The surprise of a word, from ever longer runs that end with it and the same runs without it."""
    likely = (counts[ending[0]] - 0.5) / size
    for run, without in zip(ending[1:], before, strict=False):
        likely = (counts[run] - 1 + _CAUTION * likely) / (counts[without] - 1 + _CAUTION)
    return -math.log(min(1.0, likely))
