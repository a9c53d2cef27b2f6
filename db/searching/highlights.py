"""Where in a paragraph the words are that a query found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from db.index.stems import stems_of
from db.index.words import folded, is_han, places_of
from db.searching.query import Query, Term, beginnings_wanted, stems_wanted

Span = tuple[int, int]

_WHOLE = -1


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
        self._decided: dict[str, _Decided] = {}

    def marks(self, text: str, language: str) -> tuple[Span, ...]:
        """The character spans of a text that the query matches, in order and without overlap."""
        decided = self._decided.get(language)
        if decided is None:
            decided = self._decided[language] = _Decided(partial(self._fitting, language))
        places = places_of(text)
        spans = [
            (start, end if length == _WHOLE else start + length)
            for typed, start, end in places
            if (length := decided[typed])
        ]
        if self._phrases:
            words = [folded(typed) for typed, _, _ in places]
            for phrase in self._phrases:
                spans += _phrase_spans(words, places, phrase)
        return without_overlap(spans)

    def _fitting(self, language: str, typed: str) -> int:
        """How many characters of a word the query matches: all or none, but of a Chinese pair maybe one."""
        plain = folded(typed)
        if plain in self._whole:
            return _WHOLE
        if not plain.isascii() and is_han(plain):
            return max((len(each) for each in self._begun if plain.startswith(each)), default=0)
        fits = plain.startswith(self._begun)
        if not fits:
            stems = stems_of(typed, language)
            fits = not self._stems.isdisjoint(stems) or (
                bool(self._stems_begun) and any(each.startswith(self._stems_begun) for each in stems)
            )
        return _WHOLE if fits else 0


class _Decided(dict[str, int]):
    """How many characters of each word are marked, decided when it is first asked for."""

    def __init__(self, decide: Callable[[str], int]) -> None:
        super().__init__()
        self._decide = decide

    def __missing__(self, word: str) -> int:
        found = self[word] = self._decide(word)
        return found


def _phrase_spans(words: list[str], places: Sequence[tuple[str, int, int]], phrase: Term) -> list[Span]:
    """Where a phrase stands among these words, folded and given with their places."""
    *before, last = phrase.words
    spans: list[Span] = []
    if not set(before).issubset(words):
        return spans
    for end in range(len(before), len(words)):
        ending = words[end]
        ends_well = ending.startswith(last) if phrase.open else ending == last
        if ends_well and words[end - len(before) : end] == before:
            _, start, ends = places[end]
            spans.append((places[end - len(before)][1], start + len(last) if is_han(last) else ends))
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
