"""Topics by documents: where language lives through the years, and where it stopped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from core.documents import DocumentHead
from core.topics import TOPICS, Topic


class Order(StrEnum):
    """The ways in which topics can be put in order."""

    TOPIC = "topic"
    FIRST = "first year"
    LAST = "last year"


@dataclass(frozen=True)
class TopicLine:
    """One topic: in how many paragraphs of each document it stands, the documents in the matrix's order."""

    topic: Topic
    counts: tuple[int, ...]
    years: tuple[int | None, ...]

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
        """The last year in which it was said, where that is before the newest document's; else None."""
        newest = max((year for year in self.years if year is not None), default=None)
        return self.last if self.last is not None and newest is not None and self.last < newest else None

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
    lines = (
        TopicLine(topic, tuple(counted.get(key, 0) for _, counted in both), years)
        for key, topic in TOPICS.items()
    )
    return TopicMatrix(tuple(head for head, _ in both), tuple(line for line in lines if any(line.counts)))


def _by_date(head: DocumentHead) -> tuple[bool, str, str]:
    return head.date is None, head.date.isoformat() if head.date else "", head.name
