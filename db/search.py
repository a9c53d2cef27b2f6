"""Search in the library: by words in any form, as they are being typed, and by reference.

SQL that only SQLite speaks is allowed here (see docs/workspace-format.md for the index).
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from core.documents import Kind, LibraryParagraph, Paragraph, Standing, Track
from core.search_hits import Expansion, Hit
from db.highlights import Highlighter, without_overlap
from db.indexing import empty_index, index_rows, is_index_current, mark_index_current
from db.library import Library
from db.query import Query, expression, parse_query
from db.reference_cache import PARAGRAPH_COLUMNS, paragraph_of
from db.reference_tables import DocumentRow, ParagraphRow
from db.unit import Unit

if TYPE_CHECKING:
    from db.meaning import Meaning

_ENOUGH = 10
_REFERENCE_SCORE = 2_000.0
_ALL_WORDS_SCORE = 1_000.0
_COMPOUND_SCORE = 500.0
_TRACK_SCORE = 200.0
_RANK = "bm25(2.0, 4.0, 0.5, 1.0)"
_MOST_RANKED = {True: 2_000, False: 6_000}
_BESIDE_COMMITMENTS = 0.6
_ALL_ROWS = (0, 2**62)
_COMMITMENT = "p.label <> '' AND p.kind IN ('operative', 'summary', 'preambular')"
_FOR_ALL = f"p.track IS NULL AND {_COMMITMENT}"


@dataclass(frozen=True, slots=True)
class _Choice:
    """Which paragraphs may be found (SQL on ``p``), whose track comes first, the first and last row."""

    sql: str
    values: tuple[Any, ...]
    track: Track | None
    rows: tuple[int, int]


class Search:
    """Finds paragraphs within one unit of work."""

    def __init__(self, unit: Unit, library: Library) -> None:
        """The search over this unit of work's library."""
        self._unit = unit
        self._session = unit.session
        self._library = library

    def find(
        self,
        query: str,
        *,
        document: str | None = None,
        track: Track | None = None,
        item_track: Track | None = None,
        standing: Standing | None = None,
        kind: Kind | None = None,
        numbered: bool = False,
        limit: int = 50,
        meaning: bool = False,
    ) -> list[Hit]:
        """The paragraphs a query finds, best first; none for an empty query.

        A typed reference puts its paragraph first. Rows with all words come before rows with some; these
        are given where none has all, or few have and more than two words were typed. ``track`` leaves the
        rows of that track and, after them, commitments that belong to no single one. ``item_track`` leaves
        out nothing, but puts that track's rows first. Headings and chapeaux are found only where ``kind``
        asks for them; ``numbered`` leaves out all that bears no number. What was typed as one ("16.4.2")
        ranks above its pieces. With ``meaning`` the words of the query are looked for by what they mean,
        too: for somebody who has typed to the end, since it takes longer. What stands in quotation marks must
        still occur as it is, and a reference stays one. NameplateError if there is no such document.
        """
        wanted = parse_query(query)
        if limit <= 0 or not query.strip():
            return []
        choice = self._choice(document, track, item_track, standing, kind)
        if numbered:
            choice = replace(choice, sql=f"{choice.sql} AND p.label <> ''")
        scores = {row: _REFERENCE_SCORE - nth for nth, row in enumerate(self._named(query, choice))}
        if meaning and wanted.loose and not scores:
            by_meaning = self._by_meaning(wanted, choice, limit)
            if by_meaning:
                return by_meaning
        enough = _ENOUGH if len(wanted.wanted) > 2 and not scores else 1
        if wanted.compounds:
            joined = replace(wanted, wanted=wanted.wanted + wanted.compounds)
            for row, score in self._matches(joined, choice, limit, every=True):
                scores.setdefault(row, score + _COMPOUND_SCORE)
        for every in (True, False):
            if wanted and (every or len(scores) < min(enough, limit)):
                for row, score in self._matches(wanted, choice, limit, every=every):
                    scores.setdefault(row, score)
        best = dict(list(scores.items())[:limit])
        return self._hits(best, wanted)

    def expansions(self, query: str) -> tuple[Expansion, ...]:
        """What a search by meaning looks for beside the words typed, to be shown above what it finds."""
        wanted = parse_query(query)
        if not wanted.loose or self._library.resolve(query):
            return ()
        return self._meaning(wanted).expansions()

    def prepare(self) -> None:
        """Gets ready what searches by meaning need, so that the first one does not wait for it."""
        from db.meaning import warm
        from db.vocabulary import vocabulary

        warm(vocabulary(), self._languages(), self._driver, self._unit.cache.concepts)

    def rebuild(self) -> None:
        """Makes the index anew from the paragraphs."""
        self._unit.must_write()
        empty_index(self._session)
        for document_row, head in self._unit.cache.heads(self._session).items():
            query = select(ParagraphRow.row, *PARAGRAPH_COLUMNS).where(
                ParagraphRow.document_row == document_row
            )
            index_rows(
                self._session, head, ((row.row, self._paragraph(row)) for row in self._session.execute(query))
            )
        mark_index_current(self._session)

    @property
    def is_current(self) -> bool:
        """Whether the index divides and stems words as this program does."""
        return is_index_current(self._session)

    def _choice(
        self,
        document: str | None,
        track: Track | None,
        item_track: Track | None,
        standing: Standing | None,
        kind: Kind | None,
    ) -> _Choice:
        heads = self._unit.cache.heads(self._session)
        conditions, values, within = ["p.text <> ''"], list[Any](), _ALL_ROWS
        if kind is None:
            conditions.append("p.kind <> 'heading'")
        else:
            conditions.append("p.kind = ?")
            values.append(kind.value)
        if document is not None:
            wanted = self._library.document(document).id
            within = self._rows_of(wanted)
        if standing is not None:
            rows = [row for row, head in heads.items() if head.standing is standing]
            inherited = f"p.standing = 'unknown' AND p.document_row IN ({', '.join(map(str, rows))})"
            conditions.append(f"(p.standing = ? OR ({inherited}))")
            values.append(standing.value)
        if track is not None:
            conditions.append(f"(p.track = ? OR ({_FOR_ALL}))")
            values.append(track.value)
        conditions.append("p.row BETWEEN ? AND ?")
        values += within
        return _Choice(" AND ".join(conditions), tuple(values), track or item_track, within)

    def _rows_of(self, document_id: uuid.UUID) -> tuple[int, int]:
        """The first and last row of a document: they follow one another, for it was added at once."""
        rows = (
            select(func.min(ParagraphRow.row), func.max(ParagraphRow.row))
            .join(DocumentRow, DocumentRow.row == ParagraphRow.document_row)
            .where(DocumentRow.id == document_id)
        )
        first, last = self._session.execute(rows).one()
        return first or 0, last or 0

    def _named(self, query: str, choice: _Choice) -> list[int]:
        """The rows of the paragraphs that the query is a reference to, if it is one, in their order."""
        places = {each.paragraph.id: nth for nth, each in enumerate(self._library.resolve(query))}
        if not places:
            return []
        found = []
        for row, paragraph_id in self._session.execute(
            select(ParagraphRow.row, ParagraphRow.id).where(ParagraphRow.id.in_(places))
        ):
            found.append((places[paragraph_id], -row))
        rows = [-row for _, row in sorted(found)]
        marks_of = ", ".join("?" * len(rows))
        sql = f"SELECT p.row FROM paragraphs p WHERE p.row IN ({marks_of}) AND {choice.sql}"
        allowed = {row for (row,) in self._driver(sql, (*rows, *choice.values))}
        return [row for row in rows if row in allowed]

    def _matches(self, query: Query, choice: _Choice, limit: int, *, every: bool) -> list[tuple[int, float]]:
        """Rows with every word, or with any, and their scores, best first.

        Ranking takes time for every row that matches, so where thousands do, only those added last are
        ranked, unless these give too few.
        """
        newest = (
            "SELECT rowid FROM search WHERE search MATCH ? AND rowid <= ? "
            "ORDER BY rowid DESC LIMIT 1 OFFSET ?"
        )
        match = expression(query, self._languages(), every=every)
        first, last = choice.rows
        reached = self._driver(newest, (match, last, _MOST_RANKED[every]))
        start = max(first, reached[0][0]) if reached else first
        found = self._ranked(match, choice, (start, last), limit)
        if len(found) < limit and start > first:
            found = self._ranked(match, choice, choice.rows, limit)
        bonus = _ALL_WORDS_SCORE if every else 0.0
        return [(row, score + bonus) for row, score in found]

    def _ranked(
        self, match: str, choice: _Choice, rows: tuple[int, int], limit: int
    ) -> list[tuple[int, float]]:
        tier, tier_values = _tier(choice)
        weighed = f"rank * CASE WHEN {_COMMITMENT} THEN 1.0 ELSE {_BESIDE_COMMITMENTS} END"
        sql = (
            f"SELECT p.row, {tier} AS tier, {weighed} AS weighed FROM search CROSS JOIN paragraphs p "
            f"ON p.row = search.rowid WHERE search MATCH ? AND rank MATCH ? AND search.rowid BETWEEN ? AND ? "
            f"AND {choice.sql} ORDER BY tier DESC, weighed LIMIT ?"
        )
        found = self._driver(sql, (*tier_values, match, _RANK, *rows, *choice.values, limit))
        return [(row, each * _TRACK_SCORE - weighed) for row, each, weighed in found]

    def _meaning(self, query: Query) -> Meaning:
        from db.meaning import Meaning
        from db.vocabulary import vocabulary

        known = self._unit.cache.concepts
        return Meaning(query, vocabulary(), self._languages(), self._driver, self._heading, known)

    def _heading(self, document_row: int, section_row: int | None) -> tuple[str, str]:
        head = self._unit.cache.heads(self._session)[document_row]
        path = self._unit.cache.path(self._session, document_row, section_row)
        return head.language, path[-1] if path else ""

    def _by_meaning(self, query: Query, choice: _Choice, limit: int) -> list[Hit]:
        from db.meaning import Place, marks_of
        from db.vocabulary import said

        meant = self._meaning(query)
        tier, tier_values = _tier(choice)
        beside = f"CASE WHEN {_COMMITMENT} THEN 1.0 ELSE {_BESIDE_COMMITMENTS} END"
        place = Place(choice.sql, choice.values, choice.rows, tier, tier_values, beside)
        ranked = meant.rank(place, limit)
        scores = {each.row: each.tier * _TRACK_SCORE + 100 * each.score for each in ranked}
        alike = {each.row for each in ranked if each.alike}
        hits = []
        for row, hit in zip(scores, self._hits(scores, query), strict=True):
            document, paragraph = hit.found.document, hit.found.paragraph
            heading = paragraph.section[-1] if paragraph.section else ""
            because, stems = meant.because(said(document.language, paragraph.text, heading))
            more = marks_of(paragraph.text, document.language, stems)
            marks = without_overlap([*hit.marks, *more])
            hits.append(replace(hit, marks=marks, because=because, alike=row in alike))
        return hits

    def _hits(self, scores: Mapping[int, float], query: Query) -> list[Hit]:
        heads = self._unit.cache.heads(self._session)
        highlighter = Highlighter(query, self._languages())
        rows = {
            row.row: row
            for row in self._session.execute(
                select(ParagraphRow.row, *PARAGRAPH_COLUMNS).where(ParagraphRow.row.in_(scores))
            )
        }
        hits = []
        for number, score in scores.items():
            head = heads[rows[number].document_row]
            paragraph = self._paragraph(rows[number])
            marks = highlighter.marks(paragraph.text, head.language)
            hits.append(Hit(LibraryParagraph(head, paragraph), score, marks))
        return hits

    def _paragraph(self, row: Any) -> Paragraph:
        return paragraph_of(row, self._unit.cache.path(self._session, row.document_row, row.section_row))

    def _languages(self) -> list[str]:
        return sorted({head.language for head in self._unit.cache.heads(self._session).values()})

    def _driver(self, sql: str, values: tuple[Any, ...]) -> Sequence[Any]:
        return self._session.connection().exec_driver_sql(sql, values).all()


def _tier(choice: _Choice) -> tuple[str, tuple[Any, ...]]:
    """Which rows come first, as SQL and its values: those of the track, then those of no single one."""
    if choice.track is None:
        return "0", ()
    return f"CASE WHEN p.track = ? THEN 2 WHEN {_FOR_ALL} THEN 1 ELSE 0 END", (choice.track.value,)
