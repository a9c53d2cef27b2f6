"""The library: reference documents, added whole and read, never changed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from core.comparing.parallel import Beside, beside
from core.documents import (
    COMMITMENT_KINDS,
    Document,
    DocumentHead,
    LibraryParagraph,
    Paragraph,
    Standing,
    Track,
)
from core.errors import NameplateError
from core.record import Record
from db.adding import add_document
from db.reference.cache import squashed
from db.reference.readings import languages_of, named_languages
from db.reference.records import records_of
from db.reference.resolving import References
from db.reference.shelf import Shelf, paragraphs
from db.reference.tables import ParagraphRow
from db.unit import Unit


class Library:
    """Reads and adds reference documents within one unit of work."""

    def __init__(self, unit: Unit) -> None:
        """The library as this unit of work sees it."""
        self._unit = unit
        self._session: Session = unit.session
        self._shelf = Shelf(unit.session, unit.cache)
        self._references = References(self._shelf)

    def add(self, document: Document) -> bool:
        """Adds a document and indexes it; False if it is there already, to the letter (``already_here``).

        All languages and readings of a document may bear its short name. NameplateError if the short name
        already means another document, or the same text is here in another language.
        """
        self._unit.must_write()
        there = self.already_here(document)
        if there is not None and there.language == document.language:
            return False
        if there is not None:
            (written,) = named_languages([there])
            raise NameplateError(
                f"The text of {there.name} is already here, in {written}; import it without naming another "
                "language, or choose the file in that language."
            )
        self._check_short_name(document)
        from db.thesaurus import vocabulary_in

        row = add_document(self._session, document, vocabulary_in(self._unit))
        self._shelf.cache.add(row, _head_of(document))
        self._unit.library_changed = True
        return True

    def already_here(self, document: Document) -> DocumentHead | None:
        """The document here that has the symbol and, to the letter, the text of this one; None if none has.

        Its short name, title and language may be others: a second import does not change them.
        """
        heads = self._shelf.heads
        for head in heads.values():
            if head.id == document.id:
                return head
        texts = [(row.part, row.label, row.text) for row in document.paragraphs]
        columns = select(ParagraphRow.part_key, ParagraphRow.label, ParagraphRow.text)
        for row, head in heads.items() if texts and squashed(document.symbol) else ():
            if squashed(head.symbol) == squashed(document.symbol):
                query = columns.where(ParagraphRow.document_row == row).order_by(ParagraphRow.position)
                if texts == [tuple(each) for each in self._session.execute(query)]:
                    return head
        return None

    def _check_short_name(self, document: Document) -> None:
        short, symbol = squashed(document.short), squashed(document.symbol)
        for head in self._shelf.heads.values():
            if short and squashed(head.short) == short and squashed(head.symbol) != symbol:
                raise NameplateError(
                    f"The short name “{document.short}” already stands for {head.symbol or head.title}; give "
                    f"{document.symbol or 'this document'} another short name."
                )

    def documents(self) -> list[DocumentHead]:
        """All documents, each language and reading by itself, newest first."""
        return list(self._shelf.heads.values())

    def document(self, name: str) -> DocumentHead:
        """The document of this name, which a language may follow; NameplateError if there is none."""
        return self._references.document(name)

    def resolve(self, typed: str) -> list[LibraryParagraph]:
        """The paragraphs that a typed reference means (``resolving``); none if it means nothing here."""
        return self._references.resolve(typed)

    def one(self, typed: str) -> LibraryParagraph:
        """The one paragraph that a typed reference means; NameplateError if there is none, or several."""
        return self._references.one(typed)

    def languages(self, document_id: uuid.UUID) -> list[DocumentHead]:
        """This document and its other languages, the last reading of each; empty if it is not here.

        One document in several languages has one symbol or, where it has none, one short name.
        """
        heads = self._shelf.heads
        row = self._shelf.row_of(document_id)
        return languages_of(heads[row], heads) if row is not None else []

    def counterparts(
        self, document_id: uuid.UUID, other_document_id: uuid.UUID
    ) -> list[tuple[Paragraph | None, Paragraph | None]]:
        """All rows of two languages beside each other (core.comparing.parallel); empty if one is not here."""
        return [each.pair for each in self._beside(document_id, other_document_id)]

    def counterpart(self, paragraph_id: uuid.UUID, language: str) -> LibraryParagraph | None:
        """The same paragraph in another language: of its part and label, or at its place if it bears none.

        None if the paragraph or that language is not here, or what corresponds to it is not certain.
        """
        found = self.paragraph(paragraph_id)
        if found is None or found.document.language == language:
            return found
        for other in self.languages(found.document.id):
            if other.language == language:
                for each in self._beside(found.document.id, other.id):
                    ours, theirs = each.pair
                    if ours is not None and ours.id == paragraph_id:
                        return LibraryParagraph(other, theirs) if each.sure and theirs else None
        return None

    def _beside(self, document_id: uuid.UUID, other_id: uuid.UUID) -> list[Beside]:
        heads = self._shelf.heads
        row, other_row = self._shelf.row_of(document_id), self._shelf.row_of(other_id)
        if row is None or other_row is None:
            return []
        return beside(heads[row], self.rows(document_id), heads[other_row], self.rows(other_id))

    def rows(self, document_id: uuid.UUID) -> list[Paragraph]:
        """All rows of a document in reading order; none if it is not here."""
        row = self._shelf.row_of(document_id)
        if row is None:
            return []
        query = paragraphs().where(ParagraphRow.document_row == row).order_by(ParagraphRow.position)
        return [found.paragraph for found in self._shelf.read(query)]

    def whole(self, document_id: uuid.UUID) -> Document:
        """A document with all its rows and its record, as it was added; NameplateError if it is not here."""
        row = self._shelf.row_of(document_id)
        if row is None:
            raise NameplateError(
                f"That document is not in this workspace; {self._references.what_there_is()}"
            )
        head = self._shelf.heads[row]
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
            query = paragraphs().where(ParagraphRow.id.in_(wanted[start : start + 500]))
            for located in self._shelf.read(query.order_by(ParagraphRow.document_row, ParagraphRow.position)):
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
        heads = self._shelf.heads
        rows = list(heads) if document is None else [self._shelf.row_of(self.document(document).id)]
        if not rows or limit <= 0:
            return []
        query = paragraphs().where(
            ParagraphRow.track == track,
            ParagraphRow.label != "",
            ParagraphRow.kind.in_(COMMITMENT_KINDS),
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
        return self._shelf.read(query.order_by(newest_first, ParagraphRow.position).limit(limit))

    def record(self, document_id: uuid.UUID) -> Record:
        """Who spoke, who reported and who presided, as this document tells it; empty if it tells nothing."""
        row = self._shelf.row_of(document_id)
        return records_of(self._session, [row])[row] if row is not None else Record()

    def records(self) -> list[tuple[DocumentHead, Record]]:
        """All documents that tell who took part, newest first, with what they tell."""
        heads = self._shelf.heads
        records = records_of(self._session, list(heads))
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
        numbered = paragraphs().where(
            ParagraphRow.document_row == document_row,
            ParagraphRow.part_key == part_key,
            ParagraphRow.label != "",
        )
        before = (
            numbered.where(ParagraphRow.position < position).order_by(ParagraphRow.position.desc()).limit(1)
        )
        after = numbered.where(ParagraphRow.position > position).order_by(ParagraphRow.position).limit(1)
        return next(iter(self._shelf.read(before)), None), next(iter(self._shelf.read(after)), None)


def _head_of(document: Document) -> DocumentHead:
    """A document as it is listed, without its paragraphs."""
    known = {field: getattr(document, field) for field in DocumentHead.__dataclass_fields__}
    return DocumentHead(**known | {"numbered": sum(bool(row.label) for row in document.paragraphs)})
