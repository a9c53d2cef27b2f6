"""The search index: what of a paragraph it holds, and how it gets there.

The index holds no text, only which words stand where: the text itself is in ``paragraphs``. It can be rebuilt
at any time.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from core.documents import DocumentHead, Paragraph
from db.stems import stem, words_of

_INSERT = "INSERT INTO search (rowid, words, stems, around, around_stems) VALUES (?, ?, ?, ?, ?)"


def index_rows(session: Session, head: DocumentHead, rows: Iterable[tuple[int, Paragraph]]) -> None:
    """Adds paragraphs of one document, given with their rows in the file."""
    entries = [(row, *entry(head, paragraph)) for row, paragraph in rows]
    if entries:
        session.connection().exec_driver_sql(_INSERT, entries)


def entry(head: DocumentHead, paragraph: Paragraph) -> tuple[str, str, str, str]:
    """What the index holds of a paragraph: its words and stems, and those of what stands around it."""
    around = " ".join((head.short, paragraph.label, *paragraph.section, paragraph.chapeau))
    return (*_both(paragraph.text, head.language), *_both(around, head.language))


def empty_index(session: Session) -> None:
    """Takes everything out of the index."""
    session.connection().exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")


def index_faults(session: Session, *, deeply: bool) -> list[str]:
    """What is wrong with the index, in words that a sentence can go on from; none if all is well.

    Only ``deeply`` are its insides looked at, which SQLite does only in a file that it may write to.
    """
    connection = session.connection()
    try:
        if deeply:
            connection.exec_driver_sql("INSERT INTO search (search) VALUES ('integrity-check')")
        indexed = connection.exec_driver_sql("SELECT id FROM search_docsize ORDER BY id").all()
    except DatabaseError:
        return ["The search index was damaged"]
    rows = connection.exec_driver_sql("SELECT row FROM paragraphs ORDER BY row").all()
    return [] if indexed == rows else ["The search index was incomplete"]


def _both(text: str, language: str) -> tuple[str, str]:
    words = words_of(text)
    surface = " ".join(word.folded for word in words)
    stems = " ".join(stem(word.typed, language) for word in words)
    return surface, stems
