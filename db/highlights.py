"""Where in a paragraph the words are that a query found."""

from __future__ import annotations

from collections.abc import Sequence

from db.query import Query, Term, stems_wanted
from db.stems import Word, stem, words_of

Span = tuple[int, int]


class Highlighter:
    """Marks what one query matches; what it has decided of a word it knows for the next paragraph."""

    def __init__(self, query: Query, languages: Sequence[str]) -> None:
        """A highlighter for this query in a library of these languages."""
        self._phrases = [term for term in query.wanted if term.quoted]
        loose = [term for term in query.wanted if not term.quoted]
        self._whole = {term.words[-1] for term in loose}
        self._begun = tuple(term.words[-1] for term in loose if term.open)
        self._stems = frozenset(each for term in loose for each in stems_wanted(term, languages))
        self._decided: dict[tuple[str, str], bool] = {}

    def marks(self, text: str, language: str) -> tuple[Span, ...]:
        """The character spans of a text that the query matches, in order and without overlap."""
        words = words_of(text)
        decided = self._decided
        spans: list[Span] = []
        for word in words:
            key = (word.typed, language)
            fits = decided.get(key)
            if fits is None:
                fits = decided[key] = self._fits(word, language)
            if fits:
                spans.append((word.start, word.end))
        for phrase in self._phrases:
            spans += _phrase_spans(words, phrase)
        return _without_overlap(spans)

    def _fits(self, word: Word, language: str) -> bool:
        return (
            word.folded in self._whole
            or word.folded.startswith(self._begun)
            or stem(word.typed, language) in self._stems
        )


def _phrase_spans(words: Sequence[Word], phrase: Term) -> list[Span]:
    *before, last = phrase.words
    spans = []
    for first in range(len(words) - len(before)):
        there = words[first : first + len(before) + 1]
        ending = there[-1].folded
        ends_well = ending.startswith(last) if phrase.open else ending == last
        if ends_well and [word.folded for word in there[:-1]] == before:
            spans.append((there[0].start, there[-1].end))
    return spans


def _without_overlap(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in sorted(spans):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)
