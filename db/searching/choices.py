"""Which paragraphs a search may find, in the words of SQL and of the full-text index."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from core.documents import COMMITMENT_KINDS, Kind, Standing, Track
from core.language.strength import Addressee, Strength
from db.index.about import FOR_ALL, Sort, token
from db.library import Library
from db.reference.tables import DocumentRow, ParagraphRow
from db.unit import Unit
from db.written_tables import TopicCorrectionRow

_KINDS = ", ".join(f"'{kind.value}'" for kind in COMMITMENT_KINDS)
COMMITMENT = f"p.label <> '' AND p.kind IN ({_KINDS})"
_FOR_ALL = f"p.track IS NULL AND {COMMITMENT}"
_BESIDE_COMMITMENTS = 0.4
_ALL_ROWS = (0, 2**62)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a search is narrowed to; of several topics, classes or addressees a paragraph must have one."""

    document: str | None = None
    track: Track | None = None
    item_track: Track | None = None
    standing: Standing | None = None
    kind: Kind | None = None
    numbered: bool = False
    topics: frozenset[str] = frozenset()
    strengths: frozenset[Strength] = frozenset()
    addressees: frozenset[Addressee] = frozenset()

    @property
    def about(self) -> bool:
        """Whether what paragraphs are about narrows it, so that it needs no words."""
        return bool(self.topics or self.strengths or self.addressees)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which paragraphs may be found: SQL on ``p`` with its values, and the first and last row.

    ``tokens`` are what the index must say of them beside (each an expression; all must hold). Of the rows in
    ``decided`` a person has set right the topics: those in ``given`` have the topics that are looked for,
    whatever the index says (``topic`` is its expression), the others have not. ``track`` is whose
    paragraphs come first.
    """

    sql: str
    values: tuple[Any, ...]
    rows: tuple[int, int]
    track: Track | None
    tokens: tuple[str, ...] = ()
    topic: str = ""
    decided: tuple[int, ...] = ()
    given: tuple[int, ...] = ()

    @property
    def everywhere(self) -> bool:
        """Whether no words of the index narrow it, nor its rows."""
        return not self.tokens and not self.topic and self.rows == _ALL_ROWS

    @property
    def tier(self) -> tuple[str, tuple[Any, ...]]:
        """Which rows come first, as SQL and its values: those of the track, then those of no single one."""
        if self.track is None:
            return "0", ()
        return f"CASE WHEN p.track = ? THEN 2 WHEN {_FOR_ALL} THEN 1 ELSE 0 END", (self.track.value,)

    @property
    def beside(self) -> str:
        """SQL for what a row counts that is no commitment."""
        return f"CASE WHEN {COMMITMENT} THEN 1.0 ELSE {_BESIDE_COMMITMENTS} END"


class Choices:
    """Turns what a search is narrowed to into what its file can be asked."""

    def __init__(self, unit: Unit, library: Library) -> None:
        """The choices among the paragraphs of this library."""
        self._unit = unit
        self._session = unit.session
        self._library = library

    def of(self, wanted: Wanted) -> Choice:
        """The choice; NameplateError if there is no such document."""
        conditions, values, within = ["p.text <> ''"], list[Any](), _ALL_ROWS
        tokens = []
        if wanted.kind is None:
            conditions.append("p.kind <> 'heading'")
        else:
            conditions.append("p.kind = ?")
            values.append(wanted.kind.value)
        if wanted.numbered:
            conditions.append("p.label <> ''")
        if wanted.document is not None:
            within = self.rows_of(self._library.document(wanted.document).id)
        if wanted.standing is not None:
            heads = self._unit.cache.heads(self._session)
            rows = [row for row, head in heads.items() if head.standing is wanted.standing]
            inherited = f"p.standing = 'unknown' AND p.document_row IN ({', '.join(map(str, rows))})"
            conditions.append(f"(p.standing = ? OR ({inherited}))")
            values.append(wanted.standing.value)
            if wanted.standing is not Standing.UNKNOWN:
                tokens.append(any_of(Sort.STANDING, [wanted.standing]))
        if wanted.track is not None:
            conditions.append(f"(p.track = ? OR ({_FOR_ALL}))")
            values.append(wanted.track.value)
            tokens.append(any_of(Sort.TRACK, [wanted.track, FOR_ALL]))
        if wanted.strengths:
            tokens.append(any_of(Sort.STRENGTH, wanted.strengths))
        if wanted.addressees:
            tokens.append(any_of(Sort.ADDRESSEE, wanted.addressees))
        decided, given = self._corrected(wanted.topics) if wanted.topics else ((), ())
        return Choice(
            " AND ".join(conditions),
            tuple(values),
            within,
            wanted.track or wanted.item_track,
            tuple(tokens),
            any_of(Sort.TOPIC, wanted.topics) if wanted.topics else "",
            decided,
            given,
        )

    def rows_of(self, document_id: uuid.UUID) -> tuple[int, int]:
        """The first and last row of a document: they follow one another, for it was added at once."""
        rows = (
            select(func.min(ParagraphRow.row), func.max(ParagraphRow.row))
            .join(DocumentRow, DocumentRow.row == ParagraphRow.document_row)
            .where(DocumentRow.id == document_id)
        )
        first, last = self._session.execute(rows).one()
        return first or 0, last or 0

    def corrections(self) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
        """The topics that people gave and took, by the rows of the paragraphs."""
        query = select(ParagraphRow.row, TopicCorrectionRow.added, TopicCorrectionRow.removed).join(
            ParagraphRow, ParagraphRow.id == TopicCorrectionRow.paragraph_id
        )
        return {
            row: (frozenset(added), frozenset(removed))
            for row, added, removed in self._session.execute(query)
        }

    def _corrected(self, topics: frozenset[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        corrections = {
            row: both for row, both in self.corrections().items() if not topics.isdisjoint(both[0] | both[1])
        }
        given = {row for row, (added, _) in corrections.items() if not added.isdisjoint(topics)}
        for topic in topics if len(topics) > 1 else ():
            left = [row for row, (_, removed) in corrections.items() if topic not in removed]
            given.update(self._indexed(any_of(Sort.TOPIC, [topic]), left))
        return tuple(sorted(corrections)), tuple(sorted(given))

    def _indexed(self, match: str, rows: Iterable[int]) -> list[int]:
        numbers = ", ".join(map(str, rows))
        sql = f"SELECT rowid FROM search WHERE search MATCH ? AND rowid IN ({numbers})"
        return [row for (row,) in self._session.connection().exec_driver_sql(sql, (match,))]


def any_of(sort: Sort, values: Iterable[str]) -> str:
    """That a paragraph is about one of these, in the index's language."""
    told = sorted(f'"{token(sort, value)}"' for value in values)
    return f"(about : ({' OR '.join(told)}))"
