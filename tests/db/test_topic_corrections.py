"""Topics of paragraphs: found by the thesaurus, set right by a delegate."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest

from core.documents import LibraryParagraph
from core.errors import NameplateError
from core.meaning.own_concepts import own_concept
from core.meaning.topics import TOPICS, ParagraphTopics, TopicCorrection, correction_id
from core.revisions import Changes, Entity
from db.contents import to_content
from db.workspace import Workspace
from tests.db.samples import bms8

PARAGRAPH = next(row.id for row in bms8().paragraphs if (row.part, row.label) == ("annex", "62"))


def of(workspace: Workspace, reference: str = "BMS8/62") -> ParagraphTopics:
    with workspace.read() as work:
        return work.topics.of(work.library.one(reference))


def ids(topics: ParagraphTopics) -> list[str]:
    return [topic.id for topic in topics.topics]


def correct(workspace: Workspace, **corrected: list[str]) -> Changes:
    with workspace.write() as work:
        told = work.topics.correct(PARAGRAPH, **corrected)
    assert told == of(workspace)
    return work.changes


def corrections(workspace: Workspace) -> int:
    with workspace.read() as work:
        revisions = work.revisions.heads(Entity.TOPIC_CORRECTION, correction_id(PARAGRAPH))
        return sum(head.content is not None for head in revisions)


def test_what_a_delegate_adds_comes_first_and_what_is_removed_is_gone(stocked: Workspace) -> None:
    before = ids(of(stocked))
    assert "marking" in before and "gender" not in before
    correct(stocked, add=["gender"], remove=["marking"])
    after = of(stocked)
    assert ids(after) == ["gender", *(each for each in before if each != "marking")]
    assert (after.added, after.removed) == ((TOPICS["gender"],), (TOPICS["marking"],))


def test_topics_may_be_named_by_their_labels(stocked: Workspace) -> None:
    correct(stocked, add=["Youth and Children", "armed violence"])
    assert ids(of(stocked))[:2] == ["youth", "armed-violence"]


def test_only_the_difference_to_the_thesaurus_is_kept(stocked: Workspace) -> None:
    changes = correct(stocked, add=["marking"], remove=["gender"])
    assert not changes and corrections(stocked) == 0
    correct(stocked, add=["gender"], remove=["marking"])
    assert corrections(stocked) == 1
    correct(stocked, add=["marking"], remove=["gender"])
    assert corrections(stocked) == 0
    assert of(stocked) == ParagraphTopics(of(stocked).topics)


def test_corrections_add_up_and_are_taken_back(stocked: Workspace) -> None:
    before = of(stocked)
    correct(stocked, add=["gender"])
    correct(stocked, add=["youth"], remove=["marking"])
    assert [topic.id for topic in of(stocked).added] == ["gender", "youth"]
    with stocked.write() as work:
        work.topics.take_back(PARAGRAPH)
    assert of(stocked) == before
    with stocked.write() as undoing:
        undoing.revisions.undo(work.changes)
    assert [topic.id for topic in of(stocked).removed] == ["marking"]


def test_a_correction_is_undone(stocked: Workspace) -> None:
    before = of(stocked)
    changes = correct(stocked, add=["gender"])
    with stocked.write() as work:
        work.revisions.undo(changes)
    assert of(stocked) == before


def test_all_at_once_are_the_same_as_one_by_one(stocked: Workspace) -> None:
    correct(stocked, add=["gender"], remove=["marking"])
    with stocked.read() as work:
        every = [
            LibraryParagraph(head, row)
            for head in work.library.documents()
            for row in work.library.rows(head.id)
        ]
        assert len(every) > 10
        for _ in range(2):
            together = work.topics.of_all(every)
            assert together == {each.paragraph.id: work.topics.of(each).topics for each in every}
    assert any(together.values())


def test_own_concepts_bring_topics(stocked: Workspace) -> None:
    assert "youth" not in ids(of(stocked, "BMS8/64"))
    lasers = replace(own_concept("lasers", "lasers"), topics=("youth",), written={"en": ("polymer frames",)})
    with stocked.write() as work:
        work.thesaurus.save(lasers)
        assert "youth" in [topic.id for topic in work.topics.of(work.library.one("BMS8/64")).topics]
    assert "youth" in ids(of(stocked, "BMS8/64"))
    with stocked.write() as undoing:
        undoing.revisions.undo(work.changes)
    assert "youth" not in ids(of(stocked, "BMS8/64"))


def test_a_topic_of_a_newer_program_is_kept_but_not_shown(stocked: Workspace) -> None:
    newer = TopicCorrection(correction_id(PARAGRAPH), PARAGRAPH, ("quantum", "gender"), ("lasers",))
    with stocked.write() as work:
        work.revisions.write(Entity.TOPIC_CORRECTION, newer.id, to_content(newer))
    assert [topic.id for topic in of(stocked).added] == ["gender"]
    assert of(stocked).removed == ()
    correct(stocked, remove=["gender"])
    with stocked.read() as work:
        (head,) = work.revisions.heads(Entity.TOPIC_CORRECTION, newer.id)
        assert head.content == to_content(replace(newer, added=("quantum",)))


def test_what_cannot_be_corrected_is_told(stocked: Workspace) -> None:
    with stocked.write() as work:
        with pytest.raises(NameplateError, match="There is no topic “quantum”; the topics are marking, "):
            work.topics.correct(PARAGRAPH, add=["gender", "quantum"])
        with pytest.raises(NameplateError, match="import its document first"):
            work.topics.correct(uuid.uuid4(), add=["gender"])
        assert not work.changes
