"""Paragraphs by what they are about, without a word to look for: listed and counted.

SQL that only SQLite speaks is allowed here, as in ``db.search``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.meaning.topics import TOPICS
from db.index.about import Sort, token
from db.reference.cache import ReferenceCache
from db.reference.tables import ParagraphRow
from db.searching.choices import Choice
from db.searching.terms import Ask

_SORTED_AT_ONCE = 4_000


class Listing:
    """Lists rows of one file."""

    def __init__(self, session: Session, cache: ReferenceCache, ask: Ask) -> None:
        """The rows of this session's file."""
        self._session = session
        self._cache = cache
        self._ask = ask

    def rows(self, choice: Choice, limit: int) -> list[int]:
        """The rows of a choice, those of the newest document first, in each in reading order.

        A track that comes first comes first within these.
        """
        found = self._within(choice, choice.rows, _SORTED_AT_ONCE + 1)
        if len(found) > _SORTED_AT_ONCE:
            found = self._by_document(choice, limit)
        places = {row: place for place, row in enumerate(self._cache.heads(self._session))}
        found.sort(key=lambda each: (-each[2], places[each[1]], each[0]))
        return [row for row, _, _ in found[:limit]]

    def among(self, choice: Choice, rows: Collection[int]) -> list[int]:
        """Those of these rows that are of the choice."""
        found = self._within(choice, choice.rows, len(rows), f" AND p.row IN ({_listed(rows)})")
        return [row for row, _, _ in found]

    def _by_document(self, choice: Choice, limit: int) -> list[tuple[int, int, int]]:
        """Enough rows of the newest documents; one document after another is asked for."""
        found: list[tuple[int, int, int]] = []
        for document_row in self._cache.heads(self._session):
            rows = self._rows_of(document_row)
            first, last = max(rows[0], choice.rows[0]), min(rows[1], choice.rows[1])
            if first <= last:
                found += self._within(choice, (first, last), _SORTED_AT_ONCE)
            if len(found) >= limit:
                break
        return found

    def _rows_of(self, document_row: int) -> tuple[int, int]:
        ends = select(func.min(ParagraphRow.row), func.max(ParagraphRow.row))
        first, last = self._session.execute(ends.where(ParagraphRow.document_row == document_row)).one()
        return first or 0, last or -1

    def _within(
        self, choice: Choice, rows: tuple[int, int], limit: int, more: str = ""
    ) -> list[tuple[int, int, int]]:
        """Rows with their documents and tiers."""
        told = [*choice.tokens, *([choice.topic] if choice.topic else [])]
        decided = f" AND p.row NOT IN ({_listed(choice.decided)})" if choice.decided else ""
        found = self._read(told, more + decided, choice, rows, limit)
        if choice.given:
            given = f" AND p.row IN ({_listed(choice.given)})"
            found += self._read(list(choice.tokens), more + given, choice, rows, limit)
        return found

    def _read(
        self, told: list[str], more: str, choice: Choice, rows: tuple[int, int], limit: int
    ) -> list[tuple[int, int, int]]:
        tier, tier_values = choice.tier
        within = "paragraphs p WHERE p.row BETWEEN ? AND ?"
        values: tuple[object, ...] = rows
        if told:
            within = (
                "search CROSS JOIN paragraphs p ON p.row = search.rowid "
                "WHERE search MATCH ? AND search.rowid BETWEEN ? AND ?"
            )
            values = (" AND ".join(told), *rows)
        sql = f"SELECT p.row, p.document_row, {tier} FROM {within} AND {choice.sql}{more} LIMIT ?"
        asked = self._ask(sql, (*tier_values, *values, *choice.values, limit))
        return [(row, document, tier) for row, document, tier in asked]


def topic_counts(
    session: Session, ask: Ask, corrections: Mapping[int, tuple[Collection[str], Collection[str]]]
) -> dict[int, dict[str, int]]:
    """How many paragraphs of each document, by its row, have each topic, as people set them right."""
    ends = list(
        session.execute(
            select(func.max(ParagraphRow.row), ParagraphRow.document_row)
            .group_by(ParagraphRow.document_row)
            .order_by(func.max(ParagraphRow.row))
        )
    )
    counts: dict[int, dict[str, int]] = {document: {} for _, document in ends}
    for topic in TOPICS:
        match = f'about : "{token(Sort.TOPIC, topic)}"'
        rows = [row for (row,) in ask("SELECT rowid FROM search WHERE search MATCH ?", (match,))]
        given = {row for row, (added, _) in corrections.items() if topic in added}
        taken = {row for row, (_, removed) in corrections.items() if topic in removed}
        if given or taken:
            rows = sorted(set(rows) - taken | given)
        place = 0
        for end, document in ends:
            start = place
            place = bisect_right(rows, end, place)
            if place > start:
                counts[document][topic] = place - start
    return counts


def _listed(rows: Iterable[int]) -> str:
    return ", ".join(map(str, rows))
