"""Search in the library: by words in any form, as they are being typed, and by reference.

SQL that only SQLite speaks is allowed here (see docs/workspace-format.md for the index).
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import func, select

from core.documents import Kind, LibraryParagraph, Paragraph, Standing, Track
from core.language.strength import Addressee, Strength
from core.search_hits import Expansion, Hit
from db.index.version import IndexState, state_of
from db.library import Library
from db.reference.cache import PARAGRAPH_COLUMNS, paragraph_of
from db.reference.tables import ParagraphRow
from db.searching.choices import Choice, Choices, Wanted
from db.searching.highlights import Highlighter, without_overlap
from db.searching.listing import Listing, topic_counts
from db.searching.proposing import Proposed, Proposing
from db.searching.query import Query, parse_query, unwanted
from db.searching.terms import Terms
from db.searching.weighing import Looked, Weighing, having, looked
from db.unit import Unit

if TYPE_CHECKING:
    from db.index.renewing import Renewal
    from db.searching.meaning import Meaning
    from db.thesaurus import OwnThesaurus

_AT_ONCE = 500
"""How many rows are named in one statement: SQLite takes so many values and no more."""
_ENOUGH = 10
_GARBAGE_LOOKED_FOR = 2_000, 20, 50
_REFERENCE_SCORE = 2_000.0
_ALL_WORDS_SCORE = 1_000.0
_COMPOUND_SCORE = 500.0
_TRACK_SCORE = 200.0


class Search:
    """Finds paragraphs within one unit of work."""

    def __init__(self, unit: Unit, library: Library, thesaurus: OwnThesaurus) -> None:
        """The search over this unit of work's library, by what its thesaurus knows."""
        self._thesaurus = thesaurus
        self._unit = unit
        self._session = unit.session
        self._library = library
        self._choices = Choices(unit, library)
        self._listing = Listing(unit.session, unit.cache, self._driver)

    def find(
        self,
        query: str,
        *,
        document: str | None = None,
        track: Track | None = None,
        item_track: Track | None = None,
        standing: Standing | None = None,
        kind: Kind | None = None,
        numbered: bool = False,
        limit: int = 50,
        meaning: bool = False,
        topics: Collection[str] = (),
        strengths: Collection[Strength] = (),
        addressees: Collection[Addressee] = (),
        without: Collection[str] = (),
    ) -> list[Hit]:
        """The paragraphs a query finds, best first; none for an empty query without a topic or the like.

        A typed reference puts its paragraph first. Rows with all words come before rows with some; these
        are given where none has all, or few have and more than two words were typed. ``track`` leaves the
        rows of that track and, after them, commitments that belong to no single one. ``item_track`` leaves
        out nothing, but puts that track's rows first. Headings and chapeaux are found only where ``kind``
        asks for them; ``numbered`` leaves out all that bears no number. What was typed as one ("16.4.2")
        ranks above its pieces. With ``meaning`` the words of the query are looked for by what they mean,
        too: for somebody who has typed to the end, since it takes longer. What stands in quotation marks must
        still occur as it is, and a reference stays one. Concepts in ``without`` (ids) are then not meant.

        ``topics`` (ids), ``strengths`` and ``addressees`` leave the paragraphs that have one of these, as
        people set them right. With one of them an empty query gives all such paragraphs, those of the newest
        document first, in each in reading order. In a very large library only the newest some hundred
        paragraphs that answer are ranked (``searching.proposing``).

        NameplateError if there is no such document.
        """
        narrowed = Wanted(
            document,
            track,
            item_track,
            standing,
            kind,
            numbered,
            frozenset(topics),
            frozenset(strengths),
            frozenset(addressees),
        )
        if limit <= 0 or not (query.strip() or narrowed.about):
            return []
        wanted = parse_query(query)
        choice = self._choices.of(narrowed)
        if not query.strip():
            rows = self._listing.rows(choice, limit)
            return self._hits(dict.fromkeys(rows, 0.0), wanted)
        scores = {row: _REFERENCE_SCORE - nth for nth, row in enumerate(self._named(query, choice))}
        if meaning and wanted.loose and not scores:
            by_meaning = self._by_meaning(wanted, choice, limit, without)
            if by_meaning:
                return by_meaning
        return self._hits(self._by_words(wanted, choice, limit, scores), wanted)

    def documents_like(self, text: str, limit: int) -> list[UUID]:
        """The documents of the numbered paragraphs that say most of what a text says, the best first, by id.

        ``limit`` paragraphs are looked at: those that ``find`` gives for the text, of which no more is read.
        """
        wanted = parse_query(text)
        scores = self._by_words(wanted, self._choices.of(Wanted(numbered=True)), limit, {})
        of_row = select(ParagraphRow.row, ParagraphRow.document_row).where(ParagraphRow.row.in_(scores))
        documents = dict(self._session.execute(of_row).all())
        heads = self._unit.cache.heads(self._session)
        return [heads[document].id for document in dict.fromkeys(documents[row] for row in scores)]

    def _by_words(
        self, wanted: Query, choice: Choice, limit: int, named: Mapping[int, float]
    ) -> dict[int, float]:
        """The rows that say the words of a query, and how well, after those that it ``named``."""
        scores = dict(named)
        enough = _ENOUGH if len(wanted.wanted) > 2 and not scores else 1
        for every in (True, False):
            if wanted and (every or len(scores) < min(enough, limit)):
                for row, score in self._matches(wanted, choice, limit, every=every):
                    scores.setdefault(row, score)
        return dict(list(scores.items())[:limit])

    def expansions(self, query: str, without: Collection[str] = ()) -> tuple[Expansion, ...]:
        """What a search by meaning looks for beside the words typed, to be shown above what it finds.

        Concepts in ``without`` (ids) are not meant.
        """
        wanted = parse_query(query)
        if not wanted.loose or self._library.resolve(query):
            return ()
        return self._meaning(wanted, without).expansions()

    def prepare(self) -> None:
        """Gets ready what searches by meaning need, so that the first one does not wait for it.

        What was made by then stays for good, so the garbage collector is told to leave it alone: to go
        through the thesaurus and all that is loaded takes it longer than most searches. And it is to look for
        garbage more seldom: a search makes thousands of objects and hardly any that it does not clear away.
        """
        self._meaning(Query()).prepare()
        gc.freeze()
        gc.set_threshold(*_GARBAGE_LOOKED_FOR)

    def topic_counts(self, language: str | None = None) -> Mapping[UUID, Mapping[str, int]]:
        """How many paragraphs of each document have each topic, by its id, as people set them right.

        Of documents in this language, or in all; topics that a document does not have are left out.
        """
        heads = self._unit.cache.heads(self._session)
        counts = topic_counts(self._session, self._driver, self._choices.corrections())
        return {
            head.id: counts.get(row, {})
            for row, head in heads.items()
            if language is None or head.language == language
        }

    def rebuild(self) -> None:
        """Makes the index anew from the paragraphs."""
        self._renewal().whole()

    def renew(self) -> int:
        """Makes another part of an index anew that is not this program's (``db.index.renewing``).

        Gives how many rows are left, 0 at the end. Until then search finds what was added last.
        """
        return self._renewal().part()

    def _renewal(self) -> Renewal:
        from db.index.renewing import Renewal

        return Renewal(self._unit, self._thesaurus.vocabulary())

    @property
    def is_large(self) -> bool:
        """Whether making the index anew takes more than a moment."""
        from db.index.renewing import AT_ONCE

        return (self._session.scalar(select(func.max(ParagraphRow.row))) or 0) > AT_ONCE

    @property
    def is_current(self) -> bool:
        """Whether the index divides and stems words as this program does."""
        return state_of(self._session.connection()) is IndexState.CURRENT

    def _named(self, query: str, choice: Choice) -> list[int]:
        """The rows of the paragraphs that the query is a reference to, if it is one, in their order."""
        places = {each.paragraph.id: nth for nth, each in enumerate(self._library.resolve(query))}
        if not places:
            return []
        found = []
        for row, paragraph_id in self._session.execute(
            select(ParagraphRow.row, ParagraphRow.id).where(ParagraphRow.id.in_(places))
        ):
            found.append((places[paragraph_id], -row))
        rows = [-row for _, row in sorted(found)]
        allowed = set(self._listing.among(choice, rows))
        return [row for row in rows if row in allowed]

    def _matches(self, query: Query, choice: Choice, limit: int, *, every: bool) -> list[tuple[int, float]]:
        """Rows with every word, or with any, and their scores, best first."""
        known = Terms(self._driver, self._languages())
        terms, joined = known.of(query.wanted), known.of(query.compounds if every else ())
        proposing = Proposing(self._driver, choice, unwanted(query))
        proposed = proposing.with_every(terms, joined) if every else proposing.with_some(terms)
        rows = having(proposing.unasked(terms, every=every), self._looked(proposed.values()))
        typed_so = {row.row for row, _ in having(joined, rows)} if joined else set[int]()
        weights = Weighing(terms, proposing.last).weights([found for _, found in rows])
        bonus = _ALL_WORDS_SCORE if every else 0.0
        found = [
            (
                row.row,
                bonus
                + (row.row in typed_so) * _COMPOUND_SCORE
                + row.tier * _TRACK_SCORE
                + weight * row.counts,
                (row.row in typed_so, row.tier),
            )
            for (row, _), weight in zip(rows, weights, strict=True)
        ]
        found.sort(key=lambda each: (each[2], each[1], -each[0]), reverse=True)
        return [(row, score) for row, score, _ in found[:limit]]

    def _looked(self, rows: Collection[Proposed]) -> list[tuple[Proposed, Looked]]:
        cache, heads = self._unit.cache, self._unit.cache.heads(self._session)
        cache.learn_paths(self._session, {row.section_row for row in rows})
        found = []
        for row in rows:
            head = heads[row.document_row]
            path = cache.path(self._session, row.document_row, row.section_row)
            above = " ".join((*path, row.chapeau))
            found.append((row, looked(head.language, row.text, f"{head.short} {row.label}", above)))
        return found

    def _meaning(self, query: Query, without: Collection[str] = ()) -> Meaning:
        from db.searching.meaning import Meaning, Place

        library = Place(
            self._languages(),
            self._driver,
            self._looked,
            self._heading,
            partial(self._unit.cache.learn_paths, self._session),
            self._unit.cache.concepts,
            state_of(self._session.connection()) in (IndexState.CURRENT, IndexState.PARTLY_MADE),
        )
        must = Terms(self._driver, library.languages).of(term for term in query.wanted if term.quoted)
        return Meaning(query, must, self._thesaurus.vocabulary(), library, without)

    def _heading(self, document_row: int, section_row: int | None) -> tuple[str, str]:
        head = self._unit.cache.heads(self._session)[document_row]
        path = self._unit.cache.path(self._session, document_row, section_row)
        return head.language, path[-1] if path else ""

    def _by_meaning(self, query: Query, choice: Choice, limit: int, without: Collection[str]) -> list[Hit]:
        from db.index.vocabulary import read
        from db.searching.meaning import marks_of

        meant = self._meaning(query, without)
        ranked = meant.rank(Proposing(self._driver, choice, unwanted(query)), limit)
        scores = {each.row: each.tier * _TRACK_SCORE + 100 * each.score for each in ranked}
        alike = {each.row for each in ranked if each.alike}
        hits = []
        for row, hit in zip(scores, self._hits(scores, query), strict=True):
            document, paragraph = hit.found.document, hit.found.paragraph
            heading = paragraph.section[-1] if paragraph.section else ""
            vocabulary = self._thesaurus.vocabulary()
            because, stems = meant.because(read(vocabulary, document.language, paragraph.text, heading))
            more = marks_of(paragraph.text, document.language, stems)
            marks = without_overlap([*hit.marks, *more])
            hits.append(replace(hit, marks=marks, because=because, alike=row in alike))
        return hits

    def _hits(self, scores: Mapping[int, float], query: Query) -> list[Hit]:
        heads = self._unit.cache.heads(self._session)
        highlighter = Highlighter(query, self._languages())
        query_rows = select(ParagraphRow.row, *PARAGRAPH_COLUMNS)
        numbers = list(scores)
        rows = {
            row.row: row
            for start in range(0, len(numbers), _AT_ONCE)
            for row in self._session.execute(
                query_rows.where(ParagraphRow.row.in_(numbers[start : start + _AT_ONCE]))
            )
        }
        hits = []
        for number, score in scores.items():
            head = heads[rows[number].document_row]
            paragraph = self._paragraph(rows[number])
            marks = highlighter.marks(paragraph.text, head.language)
            hits.append(Hit(LibraryParagraph(head, paragraph), score, marks))
        return hits

    def _paragraph(self, row: Any) -> Paragraph:
        return paragraph_of(row, self._unit.cache.path(self._session, row.document_row, row.section_row))

    def _languages(self) -> list[str]:
        return self._unit.cache.languages(self._session)

    def _driver(self, sql: str, values: tuple[Any, ...]) -> Sequence[Any]:
        return self._session.connection().exec_driver_sql(sql, values).all()
