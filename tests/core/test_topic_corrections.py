"""Corrected topics: only the difference to what the thesaurus finds is kept, and what was set right holds."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from core.meaning.topics import TOPICS, Topic, TopicCorrection, corrected, correction_id, correction_with

PARAGRAPH = uuid.UUID(int=1)
topics = st.lists(st.sampled_from(list(TOPICS)[:6]), max_size=4, unique=True)
found_topics = topics.map(lambda ids: tuple(TOPICS[each] for each in ids))
edits = st.lists(st.tuples(topics, topics), max_size=5)
NONE = TopicCorrection(correction_id(PARAGRAPH), PARAGRAPH)


@given(found_topics, edits)
def test_topics_are_what_was_last_said_of_them(
    found: tuple[Topic, ...], said: list[tuple[list[str], list[str]]]
) -> None:
    wanted = {topic.id for topic in found}
    correction = NONE
    for add, remove in said:
        correction = correction_with(correction, found, add, remove)
        wanted = (wanted | set(add)) - set(remove)
    told = corrected(found, correction)
    assert {topic.id for topic in told.topics} == wanted
    assert len(told.topics) == len(wanted)
    assert set(correction.added) == wanted - {topic.id for topic in found}
    assert set(correction.removed) == {topic.id for topic in found} - wanted
    assert bool(correction) == (wanted != {topic.id for topic in found})


@given(found_topics, topics, topics)
def test_topics_of_a_newer_program_stay(found: tuple[Topic, ...], add: list[str], remove: list[str]) -> None:
    newer = TopicCorrection(NONE.id, PARAGRAPH, ("quantum",), ("lasers",))
    correction = correction_with(newer, found, add, remove)
    assert "quantum" in correction.added and "lasers" in correction.removed
    without = correction_with(NONE, found, add, remove)
    assert corrected(found, correction).topics == corrected(found, without).topics


def test_where_a_better_thesaurus_agrees_the_correction_says_nothing() -> None:
    correction = TopicCorrection(NONE.id, PARAGRAPH, ("gender",), ("marking",))
    told = corrected((TOPICS["gender"],), correction)
    assert (told.topics, told.added, told.removed) == ((TOPICS["gender"],), (), ())
