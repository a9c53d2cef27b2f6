"""The words of a query as this file's index knows them: by which stems, and in how many paragraphs.

How many paragraphs have a word stands beside the index (``search_words``), so that a query can begin with its
rarest word, and a word that is still being typed becomes the words of the library that begin so.

SQL that only SQLite speaks is allowed here, as in ``db.search``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from db.index.stop_words import STOP_WORDS
from db.index.words import is_han
from db.searching.query import Term, beginnings_wanted, phrase_of_index, stems_wanted

Ask = Callable[[str, tuple[Any, ...]], Sequence[Any]]
"""Runs SQL and gives the rows."""

_MOST_BEGUN = 48
_FEW = 20_000
_OF_A_PHRASE = 5
_LAST_LETTER = "\U0010ffff"
_BEGUN = "SELECT word, stem, rows FROM search_words WHERE word >= ? AND word < ? ORDER BY rows DESC LIMIT ?"
_STEMS_BEGUN = (
    "SELECT stem, sum(rows) FROM search_words WHERE stem >= ? AND stem < ? "
    "GROUP BY stem ORDER BY 2 DESC LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """A term of a query as the index is asked for it.

    A stem is looked for in all columns, which is several times as quick as in some, and as good: a word that
    is the same as a stem mostly has that stem.

    Of a long quotation the expression asks for words only: whoever uses it looks whether they stand together
    (``db.searching.weighing.having``).

    ``words`` is the term as it was typed, in the folded words of a text, ``open`` whether the last one may be
    unfinished; ``stems`` are those of any form of it, and ``surface`` words that have none. ``rows`` is in
    how many paragraphs it stands, or a little more than that.
    """

    expression: str
    words: str
    open: bool
    stems: frozenset[str]
    surface: frozenset[str]
    rows: int
    quoted: bool

    def rarity(self, paragraphs: int) -> float:
        """What it tells that a paragraph has this term: how rare it is."""
        rows = min(self.rows, paragraphs)
        return max(1e-6, math.log((paragraphs - rows + 0.5) / (rows + 0.5)))


class Terms:
    """The terms of queries to one file."""

    def __init__(self, ask: Ask, languages: Sequence[str]) -> None:
        """The terms in a library of these languages."""
        self._ask = ask
        self._languages = languages
        self._counted: dict[str, dict[str, int]] = {"word": {}, "stem": {}}

    def of(self, terms: Iterable[Term]) -> list[KnownTerm]:
        """These terms of a query, the rarest first."""
        every = list(terms)
        closed = {each for term in every for each in term.words}
        stems = {each for term in every for each in stems_wanted(term, self._languages)}
        for column, wanted in (("word", closed), ("stem", closed | stems)):
            self._counted[column].update(dict.fromkeys(wanted, 0))
            self._counted[column].update(self._count(column, tuple(wanted)))
        return sorted(map(self._known, every), key=lambda known: known.rows)

    def _known(self, term: Term) -> KnownTerm:
        if term.quoted:
            return self._quoted(term)
        word = term.words[-1]
        stems: dict[str, int] = {}
        surface: dict[str, int] = {}
        if is_han(word) or (word in STOP_WORDS and not term.open):
            surface.update(self._rows("word", (word,)))
        else:
            stems.update(self._rows("stem", {word, *stems_wanted(term, self._languages)}))
        many = False
        if term.open:
            begun = self._ask(_BEGUN, (word, word + _LAST_LETTER, _MOST_BEGUN + 1))
            many = len(begun) > _MOST_BEGUN
            for other, stem, rows in begun[:_MOST_BEGUN]:
                known, key = (stems, stem) if stem and not is_han(other) else (surface, other)
                known[key] = max(known.get(key, 0), rows)
            for beginning in beginnings_wanted(term, self._languages):
                stems.update(self._ask(_STEMS_BEGUN, (beginning, beginning + _LAST_LETTER, _MOST_BEGUN)))
        rows = sum(stems.values()) + sum(surface.values())
        pieces = [phrase_of_index((each,)) for each in sorted(stems)]
        if surface:
            told = " OR ".join(phrase_of_index((each,)) for each in sorted(surface))
            pieces.append(f"{{words around}} : ({told})")
        if (many and rows < _FEW) or not pieces:
            pieces.append(f"{{words around}} : {phrase_of_index((word,))}{' *' if term.open else ''}")
        return KnownTerm(
            f"({' OR '.join(pieces)})",
            word,
            term.open,
            frozenset(stems),
            frozenset(surface),
            rows,
            quoted=False,
        )

    def _quoted(self, term: Term) -> KnownTerm:
        """A phrase; of a long one its rarest words, since SQLite takes long to compare where all stand."""
        whole = term.words[:-1] if term.open else term.words
        rows = self._rows("word", set(whole))
        words = " ".join(term.words)
        rarest = sorted(dict.fromkeys(whole), key=lambda word: rows.get(word, 0))[:_OF_A_PHRASE]
        expression = f"({{words around}} : {phrase_of_index(term.words)}{' *' if term.open else ''})"
        if len(whole) > _OF_A_PHRASE:
            expression = f"({' AND '.join(phrase_of_index((word,)) for word in rarest)})"
        least = min((rows.get(word, 0) for word in whole), default=_FEW)
        return KnownTerm(expression, words, term.open, frozenset(), frozenset(), least, quoted=True)

    def _rows(self, column: str, values: Iterable[str]) -> dict[str, int]:
        """In how many paragraphs each of these words or stems stands; those in none are left out."""
        counted = self._counted[column]
        return {each: counted[each] for each in values if counted[each]}

    def _count(self, column: str, wanted: tuple[str, ...]) -> dict[str, int]:
        marks = ", ".join("?" * len(wanted))
        sql = f"SELECT {column}, sum(rows) FROM search_words WHERE {column} IN ({marks}) GROUP BY {column}"
        return dict(map(tuple, self._ask(sql, wanted))) if wanted else {}
