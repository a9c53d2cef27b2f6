"""Where in a paragraph the words are that a query found."""

from __future__ import annotations

from collections.abc import Sequence

from db.query import Query, Term, beginnings_wanted, stems_wanted
from db.stems import stems_of
from db.words import Word, is_han, words_of

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
        self._stems_begun = tuple(each for term in loose for each in beginnings_wanted(term, languages))
        self._decided: dict[str, dict[str, int]] = {}

    def marks(self, text: str, language: str) -> tuple[Span, ...]:
        """The character spans of a text that the query matches, in order and without overlap."""
        words = words_of(text)
        decided = self._decided.setdefault(language, {})
        spans: list[Span] = []
        for word in words:
            length = decided.get(word.typed)
            if length is None:
                length = decided[word.typed] = self._fitting(word, language)
            if length:
                spans.append((word.start, word.start + length))
        for phrase in self._phrases:
            spans += _phrase_spans(words, phrase)
        return without_overlap(spans)

    def _fitting(self, word: Word, language: str) -> int:
        """How many characters of a word the query matches: all or none, but of a Chinese pair maybe one."""
        folded = word.folded
        if folded in self._whole:
            return word.end - word.start
        if not folded.isascii() and is_han(folded):
            return max((len(each) for each in self._begun if folded.startswith(each)), default=0)
        fits = folded.startswith(self._begun)
        if not fits:
            stems = stems_of(word.typed, language)
            fits = not self._stems.isdisjoint(stems) or (
                bool(self._stems_begun) and any(each.startswith(self._stems_begun) for each in stems)
            )
        return word.end - word.start if fits else 0


def _phrase_spans(words: Sequence[Word], phrase: Term) -> list[Span]:
    *before, last = phrase.words
    spans = []
    for first in range(len(words) - len(before)):
        there = words[first : first + len(before) + 1]
        ending = there[-1].folded
        ends_well = ending.startswith(last) if phrase.open else ending == last
        if ends_well and [word.folded for word in there[:-1]] == before:
            ends = there[-1].start + len(last) if is_han(last) else there[-1].end
            spans.append((there[0].start, ends))
    return spans


def without_overlap(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, each character in one of them."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)
