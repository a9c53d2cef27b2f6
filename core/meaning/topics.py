"""Topics: what a paragraph is about, by the concepts of the thesaurus that it names.

A concept of the thesaurus says which topics it belongs to (``topic:``). A topic counts for as much as its
concepts are said; what is merely touched, beside topics that are said much more strongly, is left out, and so
is what comes after four others.

What a delegate corrects is kept as the difference to that, so that a better thesaurus shows where nobody
corrected it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import NameplateError

if TYPE_CHECKING:  # the window names topics at its start, where it does not need what finds them
    from core.meaning.thesaurus import Concept
    from core.meaning.vocabulary import Said, Vocabulary

_NAMESPACE = uuid.UUID("c0a7b1f2-52f3-5d0e-8b3a-3f0a9a6e4d15")
_LEAST = 0.3
_BESIDE = 0.1
_OF_BEST = 0.6
_MOST = 4


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its id in the thesaurus and what it is called."""

    id: str
    label: str


TOPICS = {
    key: Topic(key, label)
    for key, label in (
        ("marking", "Marking"),
        ("record-keeping", "Record-keeping"),
        ("tracing", "Tracing"),
        ("manufacture", "Manufacture"),
        ("new-technologies", "New technologies"),
        ("stockpiles", "Stockpiles"),
        ("destruction", "Surplus and destruction"),
        ("collection", "Weapons collection"),
        ("ammunition", "Ammunition"),
        ("transfers", "Transfers"),
        ("diversion", "Diversion"),
        ("brokering", "Brokering"),
        ("embargoes", "Arms embargoes"),
        ("border-control", "Border control"),
        ("online-trade", "Online trade"),
        ("legislation", "National laws"),
        ("crime", "Crime and terrorism"),
        ("law-enforcement", "Law enforcement"),
        ("conflict", "Conflict and peace operations"),
        ("armed-violence", "Armed violence"),
        ("humanitarian", "Humanitarian consequences"),
        ("gender", "Gender"),
        ("youth", "Youth and children"),
        ("civil-society", "Civil society and industry"),
        ("development", "Sustainable development"),
        ("data", "Data and indicators"),
        ("reporting", "Reporting"),
        ("national-planning", "National coordination and plans"),
        ("regional", "Regional cooperation"),
        ("information-exchange", "Information exchange"),
        ("assistance", "Assistance and capacity"),
        ("funding", "Funding"),
        ("other-instruments", "Other instruments"),
        ("un-system", "United Nations system"),
        ("principles", "Principles"),
        ("follow-up", "Meetings and follow-up"),
    )
}
"""All topics in the order in which they are listed."""

_ORDER = {each: place for place, each in enumerate(TOPICS)}


def topic_named(typed: str) -> Topic:
    """The topic that goes by this id or label, in any case; NameplateError, naming all, if there is none."""
    wanted = " ".join(typed.replace("-", " ").split()).casefold()
    for topic in TOPICS.values():
        if wanted in (topic.id.replace("-", " "), topic.label.replace("-", " ").casefold()):
            return topic
    raise NameplateError(f"There is no topic “{typed[:60]}”; the topics are {', '.join(TOPICS)}.")


def topics_of(said: Said, vocabulary: Vocabulary) -> tuple[Topic, ...]:
    """The topics of a paragraph, the strongest first; none where it says nothing of any."""
    return topics_of_concepts(vocabulary.named(said), vocabulary.thesaurus.concepts)


def topics_of_concepts(named: Mapping[str, float], concepts: Mapping[str, Concept]) -> tuple[Topic, ...]:
    """The same, given how strongly it says which of the concepts (``Vocabulary.named``)."""
    told: dict[str, list[float]] = {}
    for concept, strength in named.items():
        for topic in concepts[concept].topics:
            told.setdefault(topic, []).append(strength)
    weights = {topic: max(each) + _BESIDE * (sum(each) - max(each)) for topic, each in told.items()}
    least = max(_LEAST, _OF_BEST * max(weights.values(), default=0.0))
    kept = [topic for topic, weight in weights.items() if weight >= least and topic in TOPICS]
    kept.sort(key=lambda each: (-weights[each], _ORDER[each]))
    return tuple(TOPICS[each] for each in kept[:_MOST])


@dataclass(frozen=True, slots=True)
class TopicCorrection:
    """The topics that a person gave a paragraph and took from it, by their ids.

    A topic of a newer program stays in it, though this one does not show it. ``id`` is ``correction_id``.
    """

    id: uuid.UUID
    paragraph_id: uuid.UUID
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.added or self.removed)


def correction_id(paragraph_id: uuid.UUID) -> uuid.UUID:
    """The id under which a paragraph's topics are corrected, the same in every file."""
    return uuid.uuid5(_NAMESPACE, str(paragraph_id))


@dataclass(frozen=True, slots=True)
class ParagraphTopics:
    """A paragraph's topics as they count: what a person added, then the others, the strongest first.

    ``added`` and ``removed`` are those in which a person set right what the thesaurus says.
    """

    topics: tuple[Topic, ...]
    added: tuple[Topic, ...] = ()
    removed: tuple[Topic, ...] = ()


def corrected(found: tuple[Topic, ...], correction: TopicCorrection | None) -> ParagraphTopics:
    """A paragraph's topics, given what the thesaurus finds in it and how a person corrected that."""
    if correction is None:
        return ParagraphTopics(found)
    added = tuple(topic for topic in _known(correction.added) if topic not in found)
    removed = tuple(topic for topic in _known(correction.removed) if topic in found)
    kept = tuple(topic for topic in found if topic not in removed)
    return ParagraphTopics(added + kept, added, removed)


def correction_with(
    correction: TopicCorrection, found: tuple[Topic, ...], add: Iterable[str], remove: Iterable[str]
) -> TopicCorrection:
    """A correction after more topics were given and taken: only the difference to what the thesaurus finds.

    A topic that is both given and taken is taken. Topics that this program does not know stay as they are.
    """
    taken = dict.fromkeys(remove)
    given = {each: None for each in add if each not in taken}
    there = {topic.id for topic in found}
    added = [*(each for each in correction.added if each not in given), *given]
    removed = [*(each for each in correction.removed if each not in taken), *taken]
    return TopicCorrection(
        correction.id,
        correction.paragraph_id,
        tuple(each for each in added if each not in taken and each not in there),
        tuple(each for each in removed if each not in given and (each in there or each not in TOPICS)),
    )


def _known(ids: Iterable[str]) -> tuple[Topic, ...]:
    return tuple(TOPICS[each] for each in dict.fromkeys(ids) if each in TOPICS)
