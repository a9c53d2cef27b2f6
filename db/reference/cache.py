"""What every look-up in the library needs again: document heads, heading paths, and the words for concepts.

Reference material is immutable, so it is kept between units of work, until a document is added here or
another process has written to the file. The vocabulary is kept until a concept is written.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.documents import DocumentHead, Paragraph, Part
from core.meaning.thesaurus import OwnConcept
from core.meaning.topics import Topic
from core.meaning.vocabulary import Vocabulary
from core.references import turned_forms
from db.reference.tables import DocumentRow, ParagraphRow, PartRow, SectionRow

Path = tuple[str, ...]

_MOST_TOPICS = 50_000
_LONGEST_NAME = 300
_SECTIONS = select(SectionRow.row, SectionRow.parent_row, SectionRow.heading)
_AT_ONCE = 500

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
        self._languages: list[str] = []
        self._rows: dict[uuid.UUID, int] = {}
        self._by_name: dict[str, list[tuple[int, int]]] | None = None
        self._paths: dict[int, Path] = {}
        self.concepts: dict[str, float] = {}
        """How many rows say a concept (see ``db.searching.meaning``)."""
        self.vocabulary: Vocabulary | None = None
        """The words for concepts (see ``db.thesaurus``), None where the file must be asked for changes."""
        self._made: tuple[list[OwnConcept], Vocabulary] | None = None
        self._topics: dict[tuple[object, ...], tuple[Topic, ...]] = {}

    def clear(self) -> None:
        """Forgets everything; the next question reads the file again."""
        self._heads = None
        self._names = {}
        self._by_name = None
        self._languages = []
        self._rows = {}
        self._paths = {}
        self.forget_concepts()

    def forget_counts(self) -> None:
        """Forgets how many rows say a concept: the index changed."""
        self.concepts = {}

    def forget_concepts(self) -> None:
        """Forgets what hangs on the own concepts, one of which was perhaps written."""
        self.forget_counts()
        self.vocabulary = None

    def vocabulary_of(self, own: list[OwnConcept]) -> Vocabulary | None:
        """The vocabulary last made, if it was made of these own concepts."""
        return self._made[1] if self._made is not None and self._made[0] == own else None

    def keep_vocabulary(self, own: list[OwnConcept], made: Vocabulary) -> None:
        """Keeps the vocabulary made of these own concepts; topics found by another are forgotten."""
        if self._made is None or self._made[1] is not made:
            self._topics = {}
        self._made = (own, made)

    def topics(
        self, paragraph_id: uuid.UUID, heading: tuple[str, ...], find: Callable[[], tuple[Topic, ...]]
    ) -> tuple[Topic, ...]:
        """The topics that the present vocabulary finds in a paragraph under a heading, found only once."""
        key = (paragraph_id, heading)
        if key not in self._topics:
            if len(self._topics) >= _MOST_TOPICS:
                self._topics = {}
            self._topics[key] = find()
        return self._topics[key]

    def heads(self, session: Session) -> Mapping[int, DocumentHead]:
        """All documents by row, newest first: by date, then by when they were added."""
        if self._heads is None:
            self._heads = _read_heads(session)
            self._names = {row: _names_of(head) for row, head in self._heads.items()}
        return self._heads

    def add(self, row: int, head: DocumentHead) -> None:
        """Learns of a document that was just added, so that adding many does not read all each time."""
        if self._heads is not None:
            known = {**self._heads, row: head}
            newest_first = sorted(
                known, key=lambda each: (known[each].date or dt.date.min, each), reverse=True
            )
            self._heads = {each: known[each] for each in newest_first}
            self._names[row] = _names_of(head)
            self._by_name = None
        if self._rows:
            self._rows[head.id] = row
        self._languages = []
        self.forget_counts()

    def row_of(self, session: Session, document_id: uuid.UUID) -> int | None:
        """A document's row in the file; None if it is not here."""
        if not self._rows:
            self._rows = {head.id: row for row, head in self.heads(session).items()}
        return self._rows.get(document_id)

    def languages(self, session: Session) -> list[str]:
        """The languages of the documents here."""
        if not self._languages:
            self._languages = sorted({head.language for head in self.heads(session).values()})
        return self._languages

    def candidates(self, session: Session, typed: str) -> list[DocumentHead]:
        """The documents whose name a typed reference may begin with; a quick sieve before the grammar."""
        heads = self.heads(session)
        if self._by_name is None:
            self._by_name = {}
            for place, row in enumerate(heads):
                for name in self._names[row]:
                    self._by_name.setdefault(name, []).append((place, row))
        wanted = [squashed(form) for form in (typed, *turned_forms(" ".join(typed.split())))]
        found = {
            each
            for form in wanted
            for end in range(1, min(len(form), _LONGEST_NAME) + 1)
            for each in self._by_name.get(form[:end], ())
        }
        return [heads[row] for _, row in sorted(found)]

    def path(self, session: Session, document_row: int, section_row: int | None) -> Path:
        """The headings a paragraph stands under, outermost first."""
        if section_row is None:
            return ()
        if section_row not in self._paths:
            of_document = select(SectionRow.row).where(SectionRow.document_row == document_row)
            self.learn_paths(session, session.scalars(of_document))
        return self._paths[section_row]

    def learn_paths(self, session: Session, section_rows: Iterable[int | None]) -> None:
        """Reads the headings of these sections and of those above them, all at once."""
        found: dict[int, tuple[int | None, str]] = {}
        missing = {row for row in section_rows if row is not None and row not in self._paths}
        while missing:
            wanted = sorted(missing)
            above = set[int]()
            for start in range(0, len(wanted), _AT_ONCE):
                within = _SECTIONS.where(SectionRow.row.in_(wanted[start : start + _AT_ONCE]))
                for row, parent, heading in session.execute(within):
                    found[row] = parent, heading
                    if parent is not None:
                        above.add(parent)
            missing = above - found.keys() - self._paths.keys()
        for row in sorted(found):
            parent, heading = found[row]
            self._paths[row] = (*(self._paths[parent] if parent is not None else ()), heading)


@lru_cache(maxsize=65_536)
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
