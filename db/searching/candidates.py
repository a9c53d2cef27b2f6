"""Which commitments of a library may matter for what somebody writes: found by the index, not by reading all.

SQL that only SQLite speaks is allowed here, as in ``db.search``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from core.documents import LibraryParagraph, Track
from core.meaning.vocabulary import Said, rarity
from core.relevance import LEAST_RARITY, Passage, Subject, subjects_of
from db.index.about import Sort, token
from db.index.vocabulary import said
from db.index.words import asked_words
from db.reference.cache import PARAGRAPH_COLUMNS, paragraph_of
from db.reference.tables import ParagraphRow
from db.searching.query import near
from db.thesaurus import OwnThesaurus
from db.unit import Unit

_MOST_OF_A_SUBJECT = 1_000
_MOST_READ = 250
_OF_TRACK = 400
_TRACK_WORTH = 3.0
_DISTANCE = 12


class Candidates:
    """Finds what may matter within one unit of work; ``core.relevance`` says what of it does."""

    def __init__(self, unit: Unit, thesaurus: OwnThesaurus) -> None:
        """The library and the thesaurus of this unit of work."""
        self._unit = unit
        self._session = unit.session
        self._thesaurus = thesaurus

    def subjects(self, passages: Iterable[Passage]) -> list[Subject]:
        """What these passages speak of, with how rare that is here; not what all of it says, or none."""
        vocabulary = self._thesaurus.vocabulary()
        found = subjects_of(passages, vocabulary, self._languages(), asked_words)
        last = self._last()
        weighed = []
        for subject in found:
            rows, count = self._rows(subject, last)
            rare = rarity(last, count)
            if rows and rare >= LEAST_RARITY:
                weighed.append(replace(subject, rarity=rare))
        return weighed

    def find(
        self,
        subjects: Sequence[Subject],
        track: Track | None,
        documents: Collection[object] | None = None,
    ) -> list[LibraryParagraph]:
        """The commitments that promise most: those of the track, and those that speak of the rarest subjects.

        Only of the documents with these ids, if they are given. Of a large library it is a few hundred.
        """
        last = self._last()
        promise = dict.fromkeys(self._of_track(track), _TRACK_WORTH) if track is not None else {}
        for subject in subjects:
            for row in self._rows(subject, last)[0]:
                promise[row] = promise.get(row, 0.0) + subject.worth
        best = sorted(promise, key=lambda row: (-promise[row], -row))
        return self._read(best, documents)

    def said(self, located: LibraryParagraph) -> Said:
        """A paragraph as meanings are compared with it."""
        paragraph = located.paragraph
        heading = paragraph.section[-1] if paragraph.section else ""
        return said(self._thesaurus.vocabulary(), located.document.language, paragraph.text, heading)

    def words(self, located: LibraryParagraph) -> list[str]:
        """A paragraph's words in order, as they are compared."""
        return list(asked_words(located.paragraph.text))

    def _rows(self, subject: Subject, last: int) -> tuple[list[int], float]:
        """The newest rows that speak of a subject, and how many there are in all, reckoned from these."""
        tokens = [f'about : "{token(Sort.CONCEPT, each.id)}"' for each in subject.unit.concepts]
        found = self._newest(" OR ".join(tokens), _MOST_OF_A_SUBJECT) if tokens else []
        if not found:  # a plain word, or a concept that the index does not know of yet
            every = (phrase for language in self._languages() for phrase in subject.unit.own(language))
            phrases = list(dict.fromkeys(every))
            found = self._newest(near(phrases, _DISTANCE), _MOST_OF_A_SUBJECT) if phrases else []
        if len(found) < _MOST_OF_A_SUBJECT:
            return found, float(len(found))
        return found, len(found) * last / max(1, last - found[-1] + 1)

    def _of_track(self, track: Track) -> list[int]:
        return self._newest(f'about : "{token(Sort.TRACK, track)}"', _OF_TRACK)

    def _newest(self, match: str, limit: int) -> list[int]:
        sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
        return [row for (row,) in self._session.connection().exec_driver_sql(sql, (match, limit))]

    def _read(self, rows: Sequence[int], documents: Collection[object] | None) -> list[LibraryParagraph]:
        heads = self._unit.cache.heads(self._session)
        found: list[LibraryParagraph] = []
        for start in range(0, len(rows), _MOST_READ):
            wanted = rows[start : start + _MOST_READ]
            query = select(ParagraphRow.row, *PARAGRAPH_COLUMNS).where(ParagraphRow.row.in_(wanted))
            there: dict[int, Any] = {row.row: row for row in self._session.execute(query)}
            for number in wanted:
                row = there[number]
                head = heads[row.document_row]
                if documents is None or head.id in documents:
                    path = self._unit.cache.path(self._session, row.document_row, row.section_row)
                    located = LibraryParagraph(head, paragraph_of(row, path))
                    if located.paragraph.is_commitment:
                        found.append(located)
            if len(found) >= _MOST_READ:
                break
        return found[:_MOST_READ]

    def _languages(self) -> list[str]:
        return sorted({head.language for head in self._unit.cache.heads(self._session).values()})

    def _last(self) -> int:
        found = self._session.connection().exec_driver_sql("SELECT max(row) FROM paragraphs").scalar()
        return int(found or 0)
