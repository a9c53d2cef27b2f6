"""Which rows may answer a query: the newest few hundred that the index knows for its words.

In a library of a million paragraphs hundreds of thousands have each of the field's common words. What is
looked at is bounded, and where more would fit, the documents added last are looked at first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from db.index.about import Sort
from db.searching.choices import Choice, any_of
from db.searching.terms import Ask, KnownTerm

_MOST = 240
_MOST_OF_SOME = 160
_WHOLE = 2_000
_STEPS = 12_000
_STEPS_OF_MANY = 4_000
_ENOUGH = 10
_RAREST = 8
_SINGLY = 5
_OF_A_TERM = 80
_PAIRED = 3


@dataclass(frozen=True, slots=True)
class Proposed:
    """A row that may answer: its tier, what it counts beside a commitment, its text and its place."""

    row: int
    tier: int
    counts: float
    text: str
    chapeau: str
    label: str
    document_row: int
    section_row: int | None


class Proposing:
    """Proposes rows of one choice."""

    def __init__(self, ask: Ask, choice: Choice, unwanted: str) -> None:
        """Rows of this choice, without those that say what is ``unwanted`` in the index's language."""
        self._ask = ask
        self._choice = choice
        self._unwanted = unwanted
        self.last = int(ask("SELECT max(id) FROM search_docsize", ())[0][0] or 0)

    @property
    def small(self) -> bool:
        """Whether the library is so small that every row may be looked at."""
        return self.last <= _WHOLE

    def with_every(self, terms: Sequence[KnownTerm], better: Sequence[KnownTerm]) -> dict[int, Proposed]:
        """Rows that have all of these terms, given the rarest first; where very many do, with those that have
        also what is ``better``.

        Of many terms only the rarest are asked for, so some rows may lack one of the others.
        """
        if any(not term.rows and not term.quoted and not term.open for term in terms):
            return {}
        rarest = [*terms[:_RAREST], *(term for term in terms[_RAREST:] if term.quoted)]
        match = " AND ".join(term.expression for term in rarest)
        most = _MOST if len(terms) <= _RAREST else _MOST // 2
        found = self._with(match, terms[0].rows if len(terms) > 1 else 0, most)
        asked = []
        if better and len(found) == most:
            asked.append(" AND ".join(term.expression for term in better))
        if self._choice.track is not None and len(found) == most:
            asked.append(any_of(Sort.TRACK, [self._choice.track]))
        for more in asked:
            found |= self._with(f"{match} AND {more}", terms[0].rows, most // 2)
        return found

    @staticmethod
    def unasked(terms: Sequence[KnownTerm], *, every: bool) -> list[KnownTerm]:
        """Which of the terms the rows that were proposed may lack though they must have them."""
        return [term for place, term in enumerate(terms) if term.quoted or (every and place >= _RAREST)]

    def with_some(self, terms: Sequence[KnownTerm]) -> dict[int, Proposed]:
        """Rows that have some of these terms, those with the rarest first, and all that are quoted."""
        must = [term.expression for term in terms if term.quoted]
        loose = [term for term in terms if term.rows or term.quoted]
        if not loose:
            return {}
        if self.small:
            some = " OR ".join(term.expression for term in loose)
            return self._with(" AND ".join([*must, f"({some})"]), 0, _WHOLE)
        found: dict[int, Proposed] = {}
        rarest = loose[:_SINGLY]
        paired = [[a, b] for place, a in enumerate(rarest[:_PAIRED]) for b in rarest[place + 1 : _PAIRED]]
        for several in [*paired, *([term] for term in rarest)]:
            match = " AND ".join([*must, *(term.expression for term in several if not term.quoted)])
            if match:
                steps = several[0].rows if len(several) > 1 else 0
                found |= self._with(match, steps, _OF_A_TERM, thorough=False)
            if len(found) >= _MOST_OF_SOME:
                break
        return dict(list(found.items())[:_MOST_OF_SOME])

    def everything(self) -> list[Proposed]:
        """All rows of the choice, in a small library."""
        return list(self._read("", self._choice.rows, _WHOLE).values())

    def matching(self, match: str, steps: int, limit: int) -> list[Proposed]:
        """The newest rows that match, with no more effort than a search as one types may take."""
        return list(self._with(match, steps, limit, thorough=False).values())

    def _with(self, match: str, steps: int, limit: int, *, thorough: bool = True) -> dict[int, Proposed]:
        """The newest rows that match; ``steps`` is how many of the whole library may have to be tried.

        Where that are many, only the newest part of the library is tried, and the rest if that gives too few.
        """
        first, last = self._choice.rows
        last = min(last, self.last)
        limit = _WHOLE if self.small else limit
        most = _STEPS if thorough else _STEPS_OF_MANY
        start = max(first, last - self.last * most // steps) if steps > most else first
        found = self._read(match, (start, last), limit)
        if thorough and start > first and len(found) < min(limit, _ENOUGH):
            found |= self._read(match, (first, start - 1), limit)
        return found

    def _read(self, match: str, rows: tuple[int, int], limit: int) -> dict[int, Proposed]:
        choice = self._choice
        narrowed = [*([f"({match})"] if match else []), *choice.tokens]
        more = "" if not choice.decided else f" AND p.row NOT IN ({_listed(choice.decided)})"
        found = self._rows([*narrowed, *([choice.topic] if choice.topic else [])], more, rows, limit)
        if choice.given:
            found |= self._rows(narrowed, f" AND p.row IN ({_listed(choice.given)})", rows, limit)
        return found

    def _rows(
        self, narrowed: Sequence[str], more: str, rows: tuple[int, int], limit: int
    ) -> dict[int, Proposed]:
        match = " AND ".join(narrowed)
        if match and self._unwanted:
            match = f"({match}) NOT ({self._unwanted})"
        tier, tier_values = self._choice.tier
        source, row = "paragraphs p WHERE", "p.row"
        if match:
            source = "search CROSS JOIN paragraphs p ON p.row = search.rowid WHERE search MATCH ? AND"
            row = "search.rowid"
        sql = (
            f"SELECT p.row, {tier}, {self._choice.beside}, p.text, p.chapeau, p.label, p.document_row, "
            f"p.section_row FROM {source} {row} BETWEEN ? AND ? AND {self._choice.sql}{more} "
            f"ORDER BY {row} DESC LIMIT ?"
        )
        values: tuple[Any, ...] = (*tier_values, *([match] if match else []), *rows)
        values += (*self._choice.values, limit)
        return {row[0]: Proposed(*row) for row in self._ask(sql, values)}


def _listed(rows: Iterable[int]) -> str:
    return ", ".join(map(str, rows))
