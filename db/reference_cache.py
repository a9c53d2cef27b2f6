"""What every look-up in the library needs again: document heads and heading paths.

Reference material is immutable, so both are kept between units of work, until a document is added here or
another process has written to the file.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.documents import DocumentHead, Paragraph, Part
from core.references import turned_forms
from db.reference_tables import DocumentRow, ParagraphRow, PartRow, SectionRow

Path = tuple[str, ...]

PARAGRAPH_COLUMNS = (
    ParagraphRow.document_row,
    ParagraphRow.id,
    ParagraphRow.part_key,
    ParagraphRow.section_row,
    ParagraphRow.label,
    ParagraphRow.kind,
    ParagraphRow.level,
    ParagraphRow.text,
    ParagraphRow.chapeau,
    ParagraphRow.track,
    ParagraphRow.standing,
    ParagraphRow.page,
    ParagraphRow.quoted,
    ParagraphRow.typed_label,
    ParagraphRow.remarks,
    ParagraphRow.footnotes,
)
"""What ``paragraph_of`` reads, in no matter which order."""


class ReferenceCache:
    """Document heads by their row in the file, and each document's heading paths, read when asked for."""

    def __init__(self) -> None:
        """An empty cache."""
        self._heads: dict[int, DocumentHead] | None = None
        self._names: dict[int, frozenset[str]] = {}
        self._paths: dict[int, dict[int, Path]] = {}
        self.concepts: dict[tuple[str, ...], tuple[list[int], float]] = {}
        """Which rows say a concept (see ``db.meaning``)."""

    def clear(self) -> None:
        """Forgets everything; the next question reads the file again."""
        self._heads = None
        self._names = {}
        self._paths = {}
        self.concepts = {}

    def heads(self, session: Session) -> Mapping[int, DocumentHead]:
        """All documents by row, newest first: by date, then by when they were added."""
        if self._heads is None:
            self._heads = _read_heads(session)
            self._names = {row: _names_of(head) for row, head in self._heads.items()}
        return self._heads

    def candidates(self, session: Session, typed: str) -> list[DocumentHead]:
        """The documents whose name a typed reference may begin with; a quick sieve before the grammar."""
        heads = self.heads(session)
        wanted = [squashed(form) for form in (typed, *turned_forms(" ".join(typed.split())))]
        return [
            head
            for row, head in heads.items()
            if any(form.startswith(name) for form in wanted for name in self._names[row])
        ]

    def path(self, session: Session, document_row: int, section_row: int | None) -> Path:
        """The headings a paragraph stands under, outermost first."""
        if section_row is None:
            return ()
        if document_row not in self._paths:
            self._paths[document_row] = _read_paths(session, document_row)
        return self._paths[document_row][section_row]


def squashed(name: str) -> str:
    """A name without case, spaces and punctuation, to compare names that people type."""
    return re.sub(r"[\W_]+", "", name).casefold()


def paragraph_of(row: object, path: Path) -> Paragraph:
    """A paragraph from a row of PARAGRAPH_COLUMNS."""
    r: ParagraphRow = row  # type: ignore[assignment]  # a Row with the same attributes
    return Paragraph(
        id=r.id,
        part=r.part_key,
        label=r.label,
        kind=r.kind,
        text=r.text,
        section=path,
        level=r.level,
        chapeau=r.chapeau,
        track=r.track,
        standing=r.standing,
        page=r.page,
        quoted=tuple((start, end) for start, end in r.quoted or ()),
        typed_label=r.typed_label,
        remarks=tuple(r.remarks or ()),
        footnotes=tuple(r.footnotes or ()),
    )


def _names_of(head: DocumentHead) -> frozenset[str]:
    names = (head.short, head.symbol, head.cite_as, head.spoken)
    return frozenset(squashed(name) for name in names if squashed(name))


def _read_heads(session: Session) -> dict[int, DocumentHead]:
    parts: dict[int, list[Part]] = {}
    for part in session.scalars(select(PartRow).order_by(PartRow.document_row, PartRow.position)):
        parts.setdefault(part.document_row, []).append(
            Part(part.key, part.title, part.citation, part.standing)
        )
    counts = select(ParagraphRow.document_row, func.count()).where(ParagraphRow.label != "")
    numbered = dict(session.execute(counts.group_by(ParagraphRow.document_row)).all())
    rows = sorted(
        session.scalars(select(DocumentRow)),
        key=lambda found: (found.date or dt.date.min, found.row),
        reverse=True,
    )
    return {row.row: _head(row, parts.get(row.row, ()), numbered.get(row.row, 0)) for row in rows}


def _head(row: DocumentRow, parts: Iterable[Part], numbered: int) -> DocumentHead:
    return DocumentHead(
        id=row.id,
        symbol=row.symbol,
        short=row.short,
        title=row.title,
        language=row.language,
        date=row.date,
        standing=row.standing,
        parts=tuple(parts),
        main_part=row.main_part,
        cite_as=row.cite_as,
        spoken=row.spoken,
        meeting=row.meeting,
        source_note=row.source_note,
        session=row.session,
        agenda_item=row.agenda_item,
        numbered=numbered,
    )


def _read_paths(session: Session, document_row: int) -> dict[int, Path]:
    columns = select(SectionRow.row, SectionRow.parent_row, SectionRow.heading)
    paths: dict[int, Path] = {}
    for row, parent, heading in session.execute(
        columns.where(SectionRow.document_row == document_row).order_by(SectionRow.row)
    ):
        paths[row] = (*(paths[parent] if parent is not None else ()), heading)
    return paths
