"""Topics by documents: counting, listing and showing them, for the window and the verb."""

from __future__ import annotations

import time
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.documents import DocumentHead, Kind, LibraryParagraph
from core.topic_matrix import TopicMatrix, topic_matrix

if TYPE_CHECKING:
    from db.work import Work


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of a document's paragraphs speak of a topic, by its id; and of its commitments alone."""

    every: Mapping[str, int]
    commitments: Mapping[str, int]


def countable(work: Work, language: str) -> list[DocumentHead]:
    """The documents in a language that have numbered paragraphs."""
    return [head for head in work.library.documents() if head.language == language and head.numbered]


def languages_here(work: Work) -> list[str]:
    """The languages of the library's documents, that of most of them first."""
    counts = Counter(head.language for head in work.library.documents() if head.numbered)
    return [language for language, _ in counts.most_common()]


def counted(work: Work, document: DocumentHead) -> Counted:
    """How often a document speaks of each topic, as the delegate's corrections have it."""
    paragraphs = _numbered(work, document)
    topics = work.topics.of_all(paragraphs)
    every, commitments = Counter[str](), Counter[str]()
    for located in paragraphs:
        of_one = [topic.id for topic in topics[located.paragraph.id]]
        every.update(of_one)
        if located.paragraph.is_commitment:
            commitments.update(of_one)
    return Counted(every, commitments)


def count_more(
    work: Work, heads: Iterable[DocumentHead], known: dict[uuid.UUID, Counted], seconds: float
) -> bool:
    """Counts documents that are not in ``known`` yet, into it, for so long; whether all of them are now."""
    until = time.perf_counter() + seconds
    for head in heads:
        if head.id not in known:
            known[head.id] = counted(work, head)
            if time.perf_counter() > until:
                return False
    return True


def matrix_of(
    heads: Iterable[DocumentHead], known: Mapping[uuid.UUID, Counted], *, commitments: bool
) -> TopicMatrix:
    """The matrix of those of these documents that were counted."""
    there = [head for head in heads if head.id in known]
    counts = [known[head.id].commitments if commitments else known[head.id].every for head in there]
    return topic_matrix(there, counts)


def matrix(work: Work, *, language: str = "en", commitments: bool = False) -> TopicMatrix:
    """Topics by documents in one language; of all their numbered paragraphs or of commitments alone."""
    heads = countable(work, language)
    return matrix_of(heads, {head.id: counted(work, head) for head in heads}, commitments=commitments)


def paragraphs_about(
    work: Work, document: DocumentHead, topic_id: str, *, commitments: bool = False
) -> list[LibraryParagraph]:
    """The paragraphs of a document that speak of a topic, in its order."""
    paragraphs = _numbered(work, document)
    topics = work.topics.of_all(paragraphs)
    return [
        located
        for located in paragraphs
        if any(topic.id == topic_id for topic in topics[located.paragraph.id])
        and (located.paragraph.is_commitment or not commitments)
    ]


def matrix_data(found: TopicMatrix) -> dict[str, Any]:
    """A matrix as plain data; ``not_since`` is the last year of a topic that is said no more, else null."""
    return {
        "documents": [
            {
                "document": head.name,
                "symbol": head.symbol,
                "date": head.date.isoformat() if head.date else None,
            }
            for head in found.documents
        ],
        "topics": [
            {
                "topic": each.topic.id,
                "label": each.topic.label,
                "counts": list(each.counts),
                "first": each.first,
                "last": each.last,
                "not_since": each.stopped,
            }
            for each in found.lines
        ],
    }


def _numbered(work: Work, document: DocumentHead) -> list[LibraryParagraph]:
    """The numbered paragraphs of a document but those of an agenda."""
    rows = work.library.rows(document.id)
    return [LibraryParagraph(document, row) for row in rows if row.label and row.kind is not Kind.AGENDA]
