"""Searching the library by words, by meaning and by what paragraphs are about.

What the three searches of the window and the command line all call; nothing here knows either.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.agenda import AgendaItem
from core.documents import Kind, LibraryParagraph, Standing, Track
from core.language.strength import Addressee, Strength
from core.search_hits import Expansion, Hit

if TYPE_CHECKING:
    from core.meaning.thesaurus import Concept
    from core.meaning.topics import Topic
    from db.work import Work


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What of the library is wanted, in words or without; None is everything.

    ``track`` leaves the commitments of that track and of all tracks.
    """

    document: str | None = None
    track: Track | None = None
    standing: Standing | None = None
    kind: Kind | None = None
    topic: str | None = None
    strength: Strength | None = None
    addressee: Addressee | None = None

    @property
    def about(self) -> bool:
        """Whether what paragraphs are about narrows it: then it lists without a word."""
        return bool(self.topic or self.strength or self.addressee)


@dataclass(frozen=True, slots=True)
class Question:
    """A search of the window. What belongs to ``item`` comes first; ``without`` are concepts not meant."""

    words: str = ""
    narrowing: Narrowing = Narrowing()
    item: AgendaItem | None = None
    limit: int = 60
    meaning: bool = False
    without: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing, so that nothing is listed."""
        return not (self.words or self.narrowing.about)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question found, how its words were understood, and the concepts that were left out of that."""

    question: Question
    hits: tuple[Hit, ...] = ()
    understood: tuple[Expansion, ...] = ()
    left_out: tuple[Concept, ...] = ()


def answer(work: Work, question: Question) -> Answer:
    """Answers a question of the window."""
    if question.is_empty:
        return Answer(question)
    narrowing = question.narrowing
    hits = search(
        work,
        question.words,
        item=question.item,
        track=narrowing.track,
        document=narrowing.document,
        standing=narrowing.standing,
        kind=narrowing.kind,
        topics=(narrowing.topic,) if narrowing.topic else (),
        strengths=(narrowing.strength,) if narrowing.strength else (),
        addressees=(narrowing.addressee,) if narrowing.addressee else (),
        limit=question.limit,
        meaning=question.meaning,
        without=question.without,
    )
    if not question.meaning:
        return Answer(question, tuple(hits))
    known = work.thesaurus.vocabulary().thesaurus.concepts
    left_out = tuple(known[each] for each in sorted(question.without) if each in known)
    return Answer(question, tuple(hits), work.search.expansions(question.words, question.without), left_out)


def search(
    work: Work,
    query: str,
    *,
    item: AgendaItem | None = None,
    track: Track | None = None,
    document: str | None = None,
    standing: Standing | None = None,
    kind: Kind | None = None,
    topics: Collection[str] = (),
    strengths: Collection[Strength] = (),
    addressees: Collection[Addressee] = (),
    limit: int = 20,
    numbered: bool = False,
    meaning: bool = False,
    without: Collection[str] = (),
) -> list[Hit]:
    """The paragraphs that a query finds, best first; for an item, those of its track come before others.

    ``numbered`` leaves out what bears no number, so that every hit has a reference. With ``meaning``, words
    are looked for by what they mean, too, which a hit tells (``Hit.because``), but for the concepts in
    ``without``. With topics, strengths or addressees the query may be empty.
    """
    return work.search.find(
        query,
        document=document,
        track=track,
        item_track=item.track if item else None,
        standing=standing,
        kind=kind,
        topics=topics,
        strengths=strengths,
        addressees=addressees,
        limit=limit,
        numbered=numbered,
        meaning=meaning,
        without=without,
    )


def search_rows(work: Work, hits: Iterable[Hit]) -> list[dict[str, Any]]:
    """Hits as plain data, with ``because``: by which other words one was found, and its ``topics``."""
    every = list(hits)
    topics = work.topics.of_all([hit.found for hit in every])
    return [
        {
            **search_row(hit),
            "because": [each.sentence for each in hit.because],
            "topics": [topic.id for topic in topics[hit.found.paragraph.id]],
        }
        for hit in every
    ]


def search_row(hit: Hit) -> dict[str, Any]:
    """A hit as plain data, in brief."""
    return {
        "ref": hit.reference,
        "score": round(hit.score, 4),
        "text": hit.found.paragraph.text,
        "document": hit.found.document.name,
    }


@dataclass(frozen=True, slots=True)
class Described:
    """A paragraph and what is told of it: its topics; of a commitment its verb and whom it addresses."""

    located: LibraryParagraph
    verb: str = ""
    strength: Strength | None = None
    qualifiers: tuple[str, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    topics: tuple[Topic, ...] = ()

    def fits(self, narrowing: Narrowing) -> bool:
        """Whether it has the topic, the strength and the addressee that are wanted."""
        return (
            narrowing.topic in (None, *(topic.id for topic in self.topics))
            and narrowing.strength in (None, self.strength)
            and narrowing.addressee in (None, *self.addressees)
        )


def described(work: Work, paragraphs: Iterable[LibraryParagraph]) -> list[Described]:
    """These paragraphs with what the index and the reader tell of them too, in their order."""
    every = list(paragraphs)
    topics = work.topics.of_all([each for each in every if each.paragraph.label])
    return [_described(each, topics.get(each.paragraph.id, ())) for each in every]


def _described(located: LibraryParagraph, topics: tuple[Topic, ...]) -> Described:
    paragraph = located.paragraph
    if not (paragraph.label and paragraph.is_commitment):
        return Described(located, topics=topics)
    from core.language.strength import operative_of
    from core.language.words import introduction, own_words

    found = operative_of(own_words(paragraph), located.document.language, introduction(paragraph))
    return Described(located, found.verb, found.strength, found.qualifiers, found.addressees, topics)
