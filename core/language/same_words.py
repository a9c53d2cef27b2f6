"""Whether texts share wording: a draft that quotes a paragraph, a paragraph that carries another's language.

Quick and rough, for many paragraphs at once; what a forerunner is, is told in ``core.forerunners``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_QUOTED = re.compile(r"[“«„\"]([^“”«»„\"]+)[”»“\"]")
_NO_WORD = re.compile(r"[\W_]+")
_A_CLAUSE = 6
_LEAST_RUNS, _OF_THE_SHORTER = 6, 0.4


def carries(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one text carries the language of another, given the words of both.

    It does where the shorter one has much of its wording, three words in a row at a time, from the longer.
    """
    runs, others = _runs(one), _runs(other)
    shorter = min(len(runs), len(others))
    return shorter >= _LEAST_RUNS and len(runs & others) >= _OF_THE_SHORTER * shorter


def clauses_quoted(texts: Iterable[str]) -> list[str]:
    """What these texts have in quotation marks, a clause at least, as ``is_quoted`` compares it."""
    found = (_evened(quoted) for text in texts for quoted in _QUOTED.findall(text))
    return [words for words in found if len(words.split()) >= _A_CLAUSE]


def apart(text: str) -> tuple[str, str]:
    """A text without what it quotes, and what it quotes: a clause at least, for fewer words are its own."""
    quoted = [words for words in _QUOTED.findall(text) if len(_evened(words).split()) >= _A_CLAUSE]
    own = _QUOTED.sub(lambda found: " " if found[1] in quoted else found[0], text)
    return own, "\n".join(quoted)


def is_quoted(paragraph: str, clauses: Iterable[str]) -> bool:
    """Whether one of these clauses (``clauses_quoted``) stands in a paragraph."""
    source = ""
    for words in clauses:
        source = source or _evened(paragraph)
        if words in source:
            return True
    return False


def _evened(text: str) -> str:
    """A text in small letters, without punctuation and with single spaces, a space at both ends."""
    return f" {' '.join(_NO_WORD.split(text.lower()))} ".replace("  ", " ")


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))
