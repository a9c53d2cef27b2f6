"""Reads paragraphs with their documents: what every question to the library comes down to."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from core.documents import DocumentHead, LibraryParagraph
from db.reference.cache import PARAGRAPH_COLUMNS, ReferenceCache, paragraph_of


class Shelf:
    """The documents of a library as one unit of work sees them."""

    def __init__(self, session: Session, cache: ReferenceCache) -> None:
        """What this session reads, and what is remembered of it between units of work."""
        self.session = session
        self.cache = cache

    @property
    def heads(self) -> Mapping[int, DocumentHead]:
        """All documents by their row in the file, newest first."""
        return self.cache.heads(self.session)

    def row_of(self, document_id: uuid.UUID) -> int | None:
        """A document's row in the file; None if it is not here."""
        return self.cache.row_of(self.session, document_id)

    def read(self, query: Select[Any]) -> list[LibraryParagraph]:
        """The paragraphs that a query on ``paragraphs()`` gives, in its order."""
        heads = self.heads
        rows = self.session.execute(query).all()
        self.cache.learn_paths(self.session, (row.section_row for row in rows))
        return [
            LibraryParagraph(
                heads[row.document_row],
                paragraph_of(row, self.cache.path(self.session, row.document_row, row.section_row)),
            )
            for row in rows
        ]


def paragraphs() -> Select[Any]:
    """A query for paragraphs that ``Shelf.read`` can read."""
    return select(*PARAGRAPH_COLUMNS)
