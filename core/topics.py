"""Topics: what a paragraph is about, by the concepts of the thesaurus that it names.

A concept of the thesaurus says which topics it belongs to (``topic:``). A topic counts for as much as its
concepts are said; what is merely touched, beside topics that are said much more strongly, is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.meaning import Said, Vocabulary

_LEAST = 0.3
_BESIDE = 0.5
_OF_BEST = 0.45


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


def topics_of(said: Said, vocabulary: Vocabulary) -> tuple[Topic, ...]:
    """The topics of a paragraph, the strongest first; none where it says nothing of any."""
    told: dict[str, list[float]] = {}
    for concept in vocabulary.thesaurus.concepts.values():
        if concept.topics:
            strength = said.strength(vocabulary.phrases(concept, said.language))
            if strength:
                for topic in concept.topics:
                    told.setdefault(topic, []).append(strength)
    weights = {topic: max(each) + _BESIDE * (sum(each) - max(each)) for topic, each in told.items()}
    least = max(_LEAST, _OF_BEST * max(weights.values(), default=0.0))
    order = list(TOPICS)
    kept = [topic for topic, weight in weights.items() if weight >= least and topic in TOPICS]
    return tuple(TOPICS[each] for each in sorted(kept, key=lambda each: (-weights[each], order.index(each))))
