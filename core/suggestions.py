"""What is offered for an agenda item, by topic: the topics most spoken of first, in each the best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.documents import LibraryParagraph
from core.meaning.topics import Topic
from core.relevance import Relevant

GENERAL = Topic("", "General")
"""Where commitments stand that speak of no topic."""

_MOST, _MOST_OF_A_TOPIC = 48, 8
_BY_PLACE = 0.6
_UNSPOKEN, _COMMON = 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A commitment offered for an item: under which topic, and why, in a few words."""

    located: LibraryParagraph
    topic: Topic
    because: str
    score: float


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """What is offered under one topic, the best first."""

    topic: Topic
    suggestions: tuple[Suggestion, ...]


def suggestions(found: Iterable[Relevant], talk: Mapping[str, float]) -> tuple[Suggestion, ...]:
    """What matters most, the best first, no more than is of use; ``talk`` says how much a topic is spoken of.

    Each stands under one topic: of those it has, the strongest, unless another is spoken of more or is one
    that many others have.
    """
    found = list(found)
    counts = Counter(topic.id for each in found[:_MOST] for topic in each.candidate.topics)
    most = max(counts.values(), default=1)
    weights = {
        topic: _UNSPOKEN + talk.get(topic, 0.0) + _COMMON * count / most for topic, count in counts.items()
    }
    offered: list[Suggestion] = []
    of_topic = Counter[Topic]()
    for each in found:
        topic = _topic(each.candidate.topics, weights)
        of_topic[topic] += 1
        if of_topic[topic] <= _MOST_OF_A_TOPIC:
            offered.append(Suggestion(each.candidate.located, topic, each.because, round(each.score, 4)))
    return tuple(offered[:_MOST])


def by_topic(offered: Iterable[Suggestion], talk: Mapping[str, float]) -> tuple[TopicGroup, ...]:
    """The suggestions by topic: first those that are spoken of most and have the best and most to offer."""
    groups: dict[Topic, list[Suggestion]] = {}
    for each in offered:
        groups.setdefault(each.topic, []).append(each)
    most = max(map(len, groups.values()), default=1)

    def worth(topic: Topic, found: Sequence[Suggestion]) -> float:
        spoken = _UNSPOKEN + talk.get(topic.id, 0.0)
        return found[0].score * spoken * (1 + _COMMON * len(found) / most)

    ordered = sorted(groups.items(), key=lambda group: -worth(*group))
    ordered.sort(key=lambda group: group[0] == GENERAL)
    return tuple(TopicGroup(topic, tuple(each)) for topic, each in ordered)


def in_order_of(groups: Iterable[TopicGroup], shown: Iterable[TopicGroup]) -> tuple[TopicGroup, ...]:
    """The groups in the order in which they are shown already, and so their suggestions; new ones in between.

    For a reader who picks one after another: what is left must not change its place each time.
    """
    before = list(shown)
    there = {group.topic: nth for nth, group in enumerate(before)}
    places = {each.located: nth for group in before for nth, each in enumerate(group.suggestions)}
    ordered = sorted(enumerate(groups), key=lambda each: there.get(each[1].topic, each[0]))
    return tuple(
        TopicGroup(
            group.topic,
            tuple(
                each
                for _, each in sorted(
                    enumerate(group.suggestions), key=lambda each: places.get(each[1].located, each[0])
                )
            ),
        )
        for _, group in ordered
    )


def _topic(topics: tuple[Topic, ...], weights: Mapping[str, float]) -> Topic:
    weighed = [
        (_BY_PLACE**place * weights.get(topic.id, 0.0), -place, topic) for place, topic in enumerate(topics)
    ]
    return max(weighed, key=lambda each: each[:2])[2] if weighed else GENERAL
