"""Whether the text layer of a PDF is its text: a scan has none, and a broken font map gives other letters.

A font map is broken if letters come as signs without meaning, or if they are mixed up. The second shows in
how often each letter stands and in the small words that every text of a language is full of. Lists of names
and figures have few small words but ordinary letters, so a text is refused only if both are missing.
"""

from __future__ import annotations

import re
from collections import Counter
from math import sqrt

from importers.pdf.letters import COMMON_HAN, SCRIPTS

_READ = 30_000
_FEWEST_PRINTED, _FEWEST_LETTERS = 300, 200
_LEAST_LIKENESS = 0.855
_LEAST_SMALL_WORDS = 0.05
_MOST_MEANINGLESS, _FEW_MEANINGLESS = 0.08, 5
_FEWEST_COMMON = 0.06

_MEANINGLESS = re.compile(
    "[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f\u0530-\u058f\u1680-\u17ff\ua000-\uabff]"
)
_PRINTED = re.compile(r"\S")
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile("[\u3400-\u9fff]")


def is_legible(text: str) -> bool:
    """Whether a text layer can be the text of what is printed; a short one is not doubted."""
    text = text[:_READ]
    printed = len(_PRINTED.findall(text))
    meaningless = len(_MEANINGLESS.findall(text))
    if printed < _FEWEST_PRINTED:
        return meaningless <= max(_FEW_MEANINGLESS, printed / 3)
    if meaningless > _MOST_MEANINGLESS * printed:
        return False
    signs = _HAN.findall(text)
    if len(signs) > printed / 3:
        return sum(sign in COMMON_HAN for sign in signs) > _FEWEST_COMMON * len(signs)
    folded = text.casefold()
    signs_in_all = Counter(folded)
    letters, references, small = max(
        ((_of_alphabet(signs_in_all, alphabet), known, words) for alphabet, known, words in SCRIPTS),
        key=lambda script: script[0].total(),
    )
    if letters.total() < _FEWEST_LETTERS:
        return True
    if max(_likeness(letters, known) for known in references) >= _LEAST_LIKENESS:
        return True
    words = _WORD.findall(folded)
    return sum(word in small for word in words) >= _LEAST_SMALL_WORDS * len(words)


def _of_alphabet(signs: Counter[str], alphabet: re.Pattern[str]) -> Counter[str]:
    return Counter({sign: times for sign, times in signs.items() if alphabet.match(sign)})


def _likeness(letters: Counter[str], known: dict[str, float]) -> float:
    """The cosine between how often letters stand in a text and in a language, from 0 to 1."""
    both = sum(times * known.get(letter, 0.0) for letter, times in letters.items())
    return both / sqrt(sum(times**2 for times in letters.values()) * sum(part**2 for part in known.values()))
