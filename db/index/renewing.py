"""Makes the search index anew, in one go or in parts between which others may read and write.

What is made first are the documents added last, so that an unfinished index finds what is newest. Where it
stopped is told by the lowest row that it holds.
"""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.meaning.vocabulary import Vocabulary
from db.index.indexing import Indexing, empty_index
from db.index.version import IndexState, mark_begun, mark_current, state_of
from db.reference.cache import PARAGRAPH_COLUMNS, paragraph_of
from db.reference.tables import ParagraphRow
from db.unit import Unit

AT_ONCE = 2_000
"""So many rows are indexed in less than a second."""

_A_PART = 600


class Renewal:
    """The renewal of one file's index, within one unit of work that may write."""

    def __init__(self, unit: Unit, vocabulary: Vocabulary) -> None:
        """The index of this unit's file, whose paragraphs are about what this vocabulary knows."""
        unit.must_write()
        self._unit = unit
        self._session: Session = unit.session
        self._vocabulary = vocabulary

    def whole(self) -> None:
        """Makes the whole index anew."""
        empty_index(self._session)
        self._index(list(self._unit.cache.heads(self._session)))
        mark_current(self._session.connection())

    def part(self) -> int:
        """Makes the next part, of some hundred rows in whole documents, and gives how many rows are left."""
        connection = self._session.connection()
        state = state_of(connection)
        if state is IndexState.CURRENT:
            return 0
        if state is not IndexState.PARTLY_MADE:
            empty_index(self._session)
            mark_begun(connection)
        made = connection.exec_driver_sql("SELECT min(id) FROM search_docsize").scalar()
        below = ParagraphRow.row < made if made is not None else ParagraphRow.row > 0
        newest = select(ParagraphRow.document_row).where(below).order_by(ParagraphRow.row.desc())
        documents = list(dict.fromkeys(self._session.scalars(newest.limit(_A_PART))))
        self._index(documents)
        first = connection.exec_driver_sql("SELECT min(id) FROM search_docsize").scalar() or 0
        left = self._session.scalar(select(func.max(ParagraphRow.row)).where(ParagraphRow.row < first))
        if left is None:
            mark_current(connection)
        return left or 0

    def _index(self, document_rows: list[int]) -> None:
        cache = self._unit.cache
        heads = cache.heads(self._session)
        for document_row in sorted(document_rows):
            query = select(ParagraphRow.row, *PARAGRAPH_COLUMNS)
            rows = self._session.execute(
                query.where(ParagraphRow.document_row == document_row).order_by(ParagraphRow.row)
            ).all()
            cache.learn_paths(self._session, (row.section_row for row in rows))
            Indexing(self._session, heads[document_row], self._vocabulary).add(
                (row.row, paragraph_of(row, cache.path(self._session, document_row, row.section_row)))
                for row in rows
            )
