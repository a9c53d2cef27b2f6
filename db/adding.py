"""Adds a document's rows, all at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from core.documents import Document, DocumentHead, Paragraph
from core.meaning.vocabulary import Vocabulary
from db.reference.tables import (
    DocumentRow,
    InterventionRow,
    NationalReportRow,
    OfficerRow,
    ParagraphRow,
    PartRow,
    SectionRow,
)


def add_document(session: Session, document: Document, vocabulary: Vocabulary) -> int:
    """Writes a document that is not there yet, and its entries in the search index; gives its row.

    ``vocabulary`` tells the index what the paragraphs are about.
    """
    from db.index.indexing import Indexing
    from db.index.version import mark_mixed

    document_row = _next_row(session, DocumentRow.row)
    head = {
        field.name: getattr(document, field.name)
        for field in dataclasses.fields(DocumentHead)
        if field.name not in ("parts", "numbered")
    }
    _insert(session, DocumentRow, [{"row": document_row, **head}])
    _insert(
        session,
        PartRow,
        [
            {"document_row": document_row, "position": position, **_fields(part)}
            for position, part in enumerate(document.parts)
        ],
    )
    sections = _Sections(document_row, _next_row(session, SectionRow.row))
    first = _next_row(session, ParagraphRow.row)
    paragraphs = [
        _paragraph_row(first + nth, document_row, nth, paragraph, sections)
        for nth, paragraph in enumerate(document.paragraphs)
    ]
    _insert(session, SectionRow, sections.rows)
    _insert(session, ParagraphRow, paragraphs)
    record = document.record
    _insert(session, InterventionRow, _listed(document_row, record.interventions))
    _insert(session, NationalReportRow, _listed(document_row, record.reports))
    _insert(session, OfficerRow, _listed(document_row, record.officers))
    mark_mixed(session.connection())
    indexing = Indexing(session, document, vocabulary)
    indexing.add((first + nth, each) for nth, each in enumerate(document.paragraphs))
    return document_row


class _Sections:
    """Numbers the headings of a document as they come, a row for each new path."""

    def __init__(self, document_row: int, first: int) -> None:
        self._document_row = document_row
        self._first = first
        self._known: dict[tuple[str, tuple[str, ...]], int] = {}
        self.rows: list[dict[str, Any]] = []

    def row(self, part: str, path: tuple[str, ...]) -> int | None:
        if not path:
            return None
        if (part, path) not in self._known:
            parent = self.row(part, path[:-1])
            row = self._first + len(self.rows)
            self._known[part, path] = row
            self.rows.append(
                {
                    "row": row,
                    "document_row": self._document_row,
                    "part_key": part,
                    "parent_row": parent,
                    "position": len(self.rows),
                    "heading": path[-1],
                }
            )
        return self._known[part, path]


def _paragraph_row(
    row: int, document_row: int, position: int, paragraph: Paragraph, sections: _Sections
) -> dict[str, Any]:
    values = _fields(paragraph)
    part, path = values.pop("part"), values.pop("section")
    for name in ("quoted", "remarks", "footnotes"):
        values[name] = list(values[name]) or None
    return {
        "row": row,
        "document_row": document_row,
        "position": position,
        "part_key": part,
        "section_row": sections.row(part, path),
        **values,
    }


def _fields(thing: Any) -> dict[str, Any]:
    return {field.name: getattr(thing, field.name) for field in dataclasses.fields(thing)}


def _listed(document_row: int, things: Iterable[Any]) -> list[dict[str, Any]]:
    rows = [
        {"document_row": document_row, "position": position, **_fields(thing)}
        for position, thing in enumerate(things)
    ]
    for row in rows:
        if "items" in row:
            row["items"] = list(row["items"])
    return rows


def _insert(session: Session, table: Any, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        session.execute(insert(table), rows)


def _next_row(session: Session, column: Any) -> int:
    return int(session.scalar(select(func.coalesce(func.max(column), 0))) or 0) + 1
