"""The library: reference documents, added whole and read, never changed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, select
from sqlalchemy.orm import Session

from core.documents import Document, DocumentHead, Kind, LibraryParagraph, Paragraph, Standing, Track
from core.errors import NameplateError
from core.record import Intervention, NationalReport, Officer, Record
from core.references import Reference, parse_reference, shortened
from db.adding import add_document
from db.reference_cache import PARAGRAPH_COLUMNS, ReferenceCache, paragraph_of, squashed
from db.reference_tables import InterventionRow, NationalReportRow, OfficerRow, ParagraphRow
from db.resolving import labels_meant, range_of, typed_out
from db.unit import Unit


class Library:
    """Reads and adds reference documents within one unit of work."""

    def __init__(self, unit: Unit) -> None:
        """The library as this unit of work sees it."""
        self._unit = unit
        self._session: Session = unit.session
        self._cache: ReferenceCache = unit.cache

    def add(self, document: Document) -> bool:
        """Adds a document and indexes it; False if it is there already, to the letter.

        NameplateError if its short name already means another document.
        """
        self._unit.must_write()
        heads = self._cache.heads(self._session).values()
        if any(head.id == document.id for head in heads):
            return False
        for head in heads:
            if (
                document.short
                and squashed(head.short) == squashed(document.short)
                and head.symbol != document.symbol
            ):
                raise NameplateError(
                    f"The short name “{document.short}” already stands for {head.symbol}; give "
                    f"{document.symbol or 'this document'} another short name."
                )
        add_document(self._session, document)
        self._cache.clear()
        self._unit.library_changed = True
        return True

    def documents(self) -> list[DocumentHead]:
        """All documents, newest first."""
        return list(self._cache.heads(self._session).values())

    def document(self, name: str) -> DocumentHead:
        """The document of this short name, symbol or cited name, in any case and spacing.

        Of several readings or languages of one document the English one is taken, then the one added last.
        NameplateError, naming what there is, if none fits.
        """
        wanted = squashed(name)
        heads = self._preferred()
        for attribute in ("short", "symbol", "cite_as", "spoken", "title"):
            for head in heads:
                if wanted and squashed(getattr(head, attribute)) == wanted:
                    return head
        raise NameplateError(
            f"There is no document “{shortened(name)}” in this workspace; {self._what_there_is()}"
        )

    def rows(self, document_id: uuid.UUID) -> list[Paragraph]:
        """All rows of a document in reading order; none if it is not here."""
        row = self._row_of(document_id)
        if row is None:
            return []
        query = _located().where(ParagraphRow.document_row == row).order_by(ParagraphRow.position)
        return [found.paragraph for found in self._read(query)]

    def whole(self, document_id: uuid.UUID) -> Document:
        """A document with all its rows and its record, as it was added; NameplateError if it is not here."""
        row = self._row_of(document_id)
        if row is None:
            raise NameplateError(f"That document is not in this workspace; {self._what_there_is()}")
        head = self._cache.heads(self._session)[row]
        known = {field: getattr(head, field) for field in DocumentHead.__dataclass_fields__}
        return Document(**known, paragraphs=tuple(self.rows(document_id)), record=self.record(document_id))

    def paragraph(self, paragraph_id: uuid.UUID) -> LibraryParagraph | None:
        """A paragraph by its id, None if it is not here."""
        return self.paragraphs([paragraph_id]).get(paragraph_id)

    def paragraphs(self, ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, LibraryParagraph]:
        """Those of these paragraphs that are here; of two readings of a document the later one's."""
        wanted = sorted(set(ids))
        found: dict[uuid.UUID, LibraryParagraph] = {}
        for start in range(0, len(wanted), 500):
            query = _located().where(ParagraphRow.id.in_(wanted[start : start + 500]))
            for located in self._read(query.order_by(ParagraphRow.document_row, ParagraphRow.position)):
                found[located.paragraph.id] = located
        return found

    def commitments_of_track(
        self,
        track: Track,
        *,
        document: str | None = None,
        standing: Standing | None = None,
        limit: int = 300,
    ) -> list[LibraryParagraph]:
        """The commitments of exactly this track, newest document first, in each in reading order.

        A paragraph whose own standing is not known has its document's. NameplateError if there is no such
        document.
        """
        heads = self._cache.heads(self._session)
        rows = list(heads) if document is None else [self._row_of(self.document(document).id)]
        if not rows or limit <= 0:
            return []
        query = _located().where(
            ParagraphRow.track == track,
            ParagraphRow.label != "",
            ParagraphRow.kind.in_((Kind.OPERATIVE, Kind.SUMMARY, Kind.PREAMBULAR)),
        )
        if document is not None:
            query = query.where(ParagraphRow.document_row == rows[0])
        if standing is not None:
            inherited = [row for row, head in heads.items() if head.standing is standing]
            query = query.where(
                (ParagraphRow.standing == standing)
                | (ParagraphRow.standing == Standing.UNKNOWN) & ParagraphRow.document_row.in_(inherited)
            )
        newest_first = case({row: place for place, row in enumerate(rows)}, value=ParagraphRow.document_row)
        return self._read(query.order_by(newest_first, ParagraphRow.position).limit(limit))

    def resolve(self, typed: str) -> list[LibraryParagraph]:
        """The paragraphs that a typed reference means; none if it is no reference or nothing bears it.

        A bare "II.32" means that paragraph of every document. A sub-paragraph that is no row of its own
        ("62(a)") means the paragraph it belongs to; a number that the source mistyped means its own.
        """
        reference = self._reference(typed)
        if reference is None:
            return []
        for label in labels_meant(reference.label):
            if found := self._labelled(reference, ParagraphRow.label == label):
                return found
        return self._labelled(reference, ParagraphRow.typed_label == reference.label)

    def _reference(self, typed: str) -> Reference | None:
        typed = typed_out(typed)
        return parse_reference(typed, self._cache.candidates(self._session, typed))

    def one(self, typed: str) -> LibraryParagraph:
        """The one paragraph that a typed reference means.

        NameplateError if there is none, or if it names different paragraphs. Where a document gives one
        label twice (a summary may quote a paragraph twice), the first is taken.
        """
        found = self.resolve(typed)
        if not found:
            raise NameplateError(
                f"There is no paragraph “{shortened(typed)}” in this workspace; {self._where_to_look(typed)}"
            )
        references = list(dict.fromkeys(each.reference for each in found))
        if len(references) > 1:
            raise NameplateError(
                f"“{shortened(typed)}” may mean {_listed(references, 'or')}; name the document."
            )
        return found[0]

    def record(self, document_id: uuid.UUID) -> Record:
        """Who spoke, who reported and who presided, as this document tells it; empty if it tells nothing."""
        row = self._row_of(document_id)
        return self._records([row])[row] if row is not None else Record()

    def records(self) -> list[tuple[DocumentHead, Record]]:
        """All documents that tell who took part, newest first, with what they tell."""
        heads = self._cache.heads(self._session)
        records = self._records(list(heads))
        return [(head, records[row]) for row, head in heads.items() if records[row]]

    def neighbours(self, paragraph_id: uuid.UUID) -> tuple[LibraryParagraph | None, LibraryParagraph | None]:
        """The numbered rows before and after a paragraph in its part; None at the ends."""
        place = self._session.execute(
            select(ParagraphRow.document_row, ParagraphRow.part_key, ParagraphRow.position)
            .where(ParagraphRow.id == paragraph_id)
            .order_by(ParagraphRow.document_row.desc())
        ).first()
        if place is None:
            return None, None
        document_row, part_key, position = place
        beside = _located().where(
            ParagraphRow.document_row == document_row,
            ParagraphRow.part_key == part_key,
            ParagraphRow.label != "",
        )
        before = (
            beside.where(ParagraphRow.position < position).order_by(ParagraphRow.position.desc()).limit(1)
        )
        after = beside.where(ParagraphRow.position > position).order_by(ParagraphRow.position).limit(1)
        return next(iter(self._read(before)), None), next(iter(self._read(after)), None)

    def _read(self, query: Select[Any]) -> list[LibraryParagraph]:
        heads = self._cache.heads(self._session)
        return [
            LibraryParagraph(
                heads[row.document_row],
                paragraph_of(row, self._cache.path(self._session, row.document_row, row.section_row)),
            )
            for row in self._session.execute(query).all()
        ]

    def _row_of(self, document_id: uuid.UUID) -> int | None:
        heads = self._cache.heads(self._session)
        return next((row for row, head in heads.items() if head.id == document_id), None)

    def _preferred(self) -> list[DocumentHead]:
        """The documents in the order a name that fits several should take them."""
        heads = sorted(self._cache.heads(self._session).items(), key=lambda item: -item[0])
        return [head for _, head in sorted(heads, key=lambda item: item[1].language != "en")]

    def _labelled(self, reference: Reference, condition: ColumnElement[bool]) -> list[LibraryParagraph]:
        heads = self._cache.heads(self._session)
        query = _located().where(condition, ParagraphRow.label != "")
        if reference.document:
            head = self.document(reference.document)
            query = query.where(ParagraphRow.document_row == self._row_of(head.id))
        found = self._read(query.order_by(ParagraphRow.document_row.desc(), ParagraphRow.position))
        places = {head.id: place for place, head in enumerate(heads.values())}
        return sorted(
            (each for each in found if each.paragraph.part == (reference.part or each.document.main_part)),
            key=lambda each: places[each.document.id],
        )

    def _records(self, rows: Sequence[int]) -> dict[int, Record]:
        interventions: dict[int, list[Intervention]] = {row: [] for row in rows}
        reports: dict[int, list[NationalReport]] = {row: [] for row in rows}
        officers: dict[int, list[Officer]] = {row: [] for row in rows}
        for i in self._session.scalars(_in_order(InterventionRow, rows)):
            interventions[i.document_row].append(
                Intervention(
                    i.party, i.named, i.kind, tuple(i.items), i.sitting, i.date, i.on_behalf, i.label
                )
            )
        for r in self._session.scalars(_in_order(NationalReportRow, rows)):
            reports[r.document_row].append(NationalReport(r.party, r.named, r.kind, r.label))
        for o in self._session.scalars(_in_order(OfficerRow, rows)):
            officers[o.document_row].append(Officer(o.party, o.named, o.office, o.person, o.label))
        return {
            row: Record(tuple(interventions[row]), tuple(reports[row]), tuple(officers[row])) for row in rows
        }

    def _where_to_look(self, typed: str) -> str:
        """The range of the document that a reference names, or else which documents there are."""
        reference = self._reference(typed)
        if reference is not None and reference.document:
            head = self.document(reference.document)
            part = reference.part or head.main_part
            labels = select(ParagraphRow.label).where(
                ParagraphRow.document_row == self._row_of(head.id), ParagraphRow.part_key == part
            )
            of_part = f"the {part} of " if reference.part else ""
            if told := range_of(f"{of_part}{head.name}", self._session.scalars(labels)):
                return told
        return f"name it like BMS8/62; {self._what_there_is()}"

    def _what_there_is(self) -> str:
        names = [head.name or head.title for head in self._cache.heads(self._session).values()]
        if not names:
            return "it holds no documents yet: import one first."
        more = len(names) - 8
        listed = [*names[:8], f"{more} more"] if more > 0 else names
        return f"it holds {_listed(listed, 'and')}."


def _located() -> Select[Any]:
    return select(*PARAGRAPH_COLUMNS)


def _in_order(table: Any, rows: Sequence[int]) -> Select[Any]:
    query = select(table).order_by(table.document_row, table.position)
    return query.where(table.document_row == rows[0]) if len(rows) == 1 else query


def _listed(names: Sequence[str], joint: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joint} {names[-1]}"
