"""Topics by documents: where language lives through the years, and where it stopped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from core.comparing.partners import process_of
from core.documents import DocumentHead
from core.meaning.topics import TOPICS, Topic


class Order(StrEnum):
    """The ways in which topics can be put in order."""

    TOPIC = "topic"
    FIRST = "first year"
    LAST = "last year"


@dataclass(frozen=True)
class TopicLine:
    """One topic: in how many paragraphs of each document it stands, the documents in the matrix's order.

    ``years`` and ``processes`` (``core.comparing.partners.process_of``) are those of the documents.
    """

    topic: Topic
    counts: tuple[int, ...]
    years: tuple[int | None, ...]
    processes: tuple[str, ...]

    @cached_property
    def first(self) -> int | None:
        """The year of the first document that says it; None if no dated one does."""
        return min(self._said, default=None)

    @cached_property
    def last(self) -> int | None:
        """The year of the last document that says it; None if no dated one does."""
        return max(self._said, default=None)

    @property
    def stopped(self) -> int | None:
        """The last year in which it was said, where a process that said it went on without it; else None.

        A later document on another subject stops nothing.
        """
        said_in = {process for process, count in zip(self.processes, self.counts, strict=True) if count}
        went_on = (
            year
            for year, process in zip(self.years, self.processes, strict=True)
            if year is not None and process in said_in
        )
        return self.last if self.last is not None and self.last < max(went_on, default=0) else None

    @property
    def _said(self) -> list[int]:
        return [year for year, count in zip(self.years, self.counts, strict=True) if count and year]


@dataclass(frozen=True)
class TopicMatrix:
    """Documents in the order of their dates, undated ones last, and a line for each topic that is said."""

    documents: tuple[DocumentHead, ...]
    lines: tuple[TopicLine, ...]

    @cached_property
    def most(self) -> int:
        """The largest number in it."""
        return max((count for line in self.lines for count in line.counts), default=0)

    def ordered(self, order: Order) -> TopicMatrix:
        """The same with its topics in another order: as they are listed, or the newest year first."""
        if order is Order.TOPIC:
            places = {key: place for place, key in enumerate(TOPICS)}
            return TopicMatrix(
                self.documents, tuple(sorted(self.lines, key=lambda each: places[each.topic.id]))
            )
        by_first = order is Order.FIRST
        lines = sorted(self.lines, key=lambda each: -((each.first if by_first else each.last) or 0))
        return TopicMatrix(self.documents, tuple(lines))


def topic_matrix(documents: Iterable[DocumentHead], counts: Sequence[Mapping[str, int]]) -> TopicMatrix:
    """The matrix of these documents, given for each how many of its paragraphs say a topic, by its id."""
    both = sorted(zip(documents, counts, strict=True), key=lambda each: _by_date(each[0]))
    years = tuple(head.date.year if head.date else None for head, _ in both)
    processes = tuple(process_of(head) for head, _ in both)
    lines = (
        TopicLine(topic, tuple(counted.get(key, 0) for _, counted in both), years, processes)
        for key, topic in TOPICS.items()
    )
    return TopicMatrix(tuple(head for head, _ in both), tuple(line for line in lines if any(line.counts)))


def _by_date(head: DocumentHead) -> tuple[bool, str, str]:
    return head.date is None, head.date.isoformat() if head.date else "", head.name
