"""The search index: what of a paragraph it holds, and how it gets there.

The index holds no text, only which words stand where: the text itself is in ``paragraphs``. It can be rebuilt
at any time.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from core.documents import DocumentHead, Paragraph
from db.stems import stems_of
from db.words import folded, typed_words

INDEX_VERSION = 2
"""How words are divided, folded and stemmed. It stands in the file as SQLite's ``user_version``; a file with
another one gets its index anew when it is opened for writing."""

_INSERT = "INSERT INTO search (rowid, words, stems, around, around_stems) VALUES (?, ?, ?, ?, ?)"


def index_rows(session: Session, head: DocumentHead, rows: Iterable[tuple[int, Paragraph]]) -> None:
    """Adds paragraphs of one document, given with their rows in the file."""
    entries = [(row, *entry(head, paragraph)) for row, paragraph in rows]
    if entries:
        session.connection().exec_driver_sql(_INSERT, entries)


def entry(head: DocumentHead, paragraph: Paragraph) -> tuple[str, str, str, str]:
    """What the index holds of a paragraph: its words and stems, and those of what stands around it."""
    named, named_stems = _both(f"{head.short} {paragraph.label}", head.language)
    above, above_stems = _above(paragraph.section, paragraph.chapeau, head.language)
    text, stems = _both(paragraph.text, head.language)
    return text, stems, f"{named} {above}", f"{named_stems} {above_stems}"


def empty_index(session: Session) -> None:
    """Takes everything out of the index."""
    session.connection().exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")


def is_index_current(session: Session) -> bool:
    """Whether the index was made as this program makes it."""
    return session.connection().exec_driver_sql("PRAGMA user_version").scalar() == INDEX_VERSION


def mark_index_current(session: Session) -> None:
    """Writes into the file that its index is as this program makes it."""
    session.connection().exec_driver_sql(f"PRAGMA user_version={INDEX_VERSION}")


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
    if not is_index_current(session):
        return ["The search index was that of another version of the program"]
    rows = connection.exec_driver_sql("SELECT row FROM paragraphs ORDER BY row").all()
    return [] if indexed == rows else ["The search index was incomplete"]


def _both(text: str, language: str) -> tuple[str, str]:
    typed = typed_words(text)
    stems = [each for word in typed for each in stems_of(word, language)]
    return " ".join(map(folded, typed)), " ".join(stems)


@lru_cache(maxsize=256)
def _above(section: tuple[str, ...], chapeau: str, language: str) -> tuple[str, str]:
    """Headings and chapeau, which many paragraphs in a row have in common."""
    return _both(" ".join((*section, chapeau)), language)
