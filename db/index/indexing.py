"""The search index: what of a paragraph it holds, and how it gets there.

The index holds no text, only which words stand where, and beside it how many paragraphs have each word: the
text itself is in ``paragraphs``. Both can be made anew at any time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from core.documents import DocumentHead, Paragraph
from core.meaning.vocabulary import Vocabulary
from db.index.about import about
from db.index.dividing import Divided, divide, folded_and_telling
from db.index.version import IndexState, state_of
from db.index.vocabulary import said_in

_INSERT = "INSERT INTO search (rowid, words, stems, around, around_stems, about) VALUES (?, ?, ?, ?, ?, ?)"
_COUNT = (
    "INSERT INTO search_words (word, stem, rows) VALUES (?, ?, ?) "
    "ON CONFLICT (word, stem) DO UPDATE SET rows = rows + excluded.rows"
)


class Indexing:
    """Puts the paragraphs of one document into the index."""

    def __init__(self, session: Session, head: DocumentHead, vocabulary: Vocabulary) -> None:
        """The index of this session's file; ``vocabulary`` tells what the paragraphs are about."""
        self._session = session
        self._head = head
        self._vocabulary = vocabulary
        self._texts = Counter[str]()
        self._aboves = Counter[tuple[tuple[str, ...], str]]()

    def add(self, rows: Iterable[tuple[int, Paragraph]]) -> None:
        """Adds these paragraphs, given with their rows in the file, in order, and counts their words."""
        entries = [(row, *self.entry(paragraph)) for row, paragraph in rows]
        if entries:
            driver = self._session.connection()
            driver.exec_driver_sql(_INSERT, entries)
            if counted := self._counted():
                driver.exec_driver_sql(_COUNT, counted)

    def entry(self, paragraph: Paragraph) -> tuple[str, str, str, str, str]:
        """What the index holds of a paragraph: words and stems, those around it, and what it is about."""
        head, language = self._head, self._head.language
        named = divide(f"{head.short} {paragraph.label}", language)
        above = _above(paragraph.section, paragraph.chapeau, language)
        text = divide(paragraph.text, language)
        self._texts.update({*text.typed, *named.typed})
        self._aboves[paragraph.section, paragraph.chapeau] += 1
        heading = paragraph.section[-1] if paragraph.section else ""
        said = said_in(self._vocabulary, language, *text.asked, heading)
        return (
            text.words,
            text.stems,
            f"{named.words} {above.words}",
            f"{named.stems} {above.stems}",
            about(head, paragraph, said, self._vocabulary),
        )

    def _counted(self) -> list[tuple[str, str, int]]:
        """How many of the paragraphs have each word, in them or above them."""
        language = self._head.language
        for (section, chapeau), times in self._aboves.items():
            for word in set(_above(section, chapeau, language).typed):
                self._texts[word] += times
        counted: dict[tuple[str, str], int] = {}
        for word, rows in self._texts.items():
            key = folded_and_telling(word, language)
            counted[key] = counted.get(key, 0) + rows
        self._texts.clear()
        self._aboves.clear()
        return sorted((*key, rows) for key, rows in counted.items())


def empty_index(session: Session) -> None:
    """Takes everything out of the index.

    Its pages are not written over one by one, as others are when something is deleted: it holds words of the
    library alone, and a large one would take long.
    """
    driver = session.connection()
    driver.exec_driver_sql("PRAGMA secure_delete=OFF")
    driver.exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")
    driver.exec_driver_sql("DELETE FROM search_words")
    driver.exec_driver_sql("PRAGMA secure_delete=ON")


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
    state = state_of(connection)
    if state is IndexState.OLD:
        return ["The search index was that of another version of the program"]
    if state is IndexState.PARTLY_MADE:
        return []
    rows = connection.exec_driver_sql("SELECT row FROM paragraphs ORDER BY row").all()
    return [] if indexed == rows else ["The search index was incomplete"]


@lru_cache(maxsize=256)
def _above(section: tuple[str, ...], chapeau: str, language: str) -> Divided:
    """Headings and chapeau, which many paragraphs in a row have in common."""
    return divide(" ".join((*section, chapeau)), language)
