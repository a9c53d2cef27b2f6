"""Own concepts: written, used by every search from then on, and undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import NameplateError
from core.meaning.own_concepts import own_concept
from core.meaning.thesaurus import OwnConcept, concept_id
from core.revisions import Changes, Entity
from db.contents import to_content
from db.workspace import Workspace, open_workspace
from tests.db.samples import Clock, document, row

LASER = replace(
    own_concept("laser-tags", "laser tags"),
    topics=("marking",),
    broader=("marking",),
    said={"en": ("glowing zebras",)},
    written={"en": ("polymer frames",)},
)


def save(workspace: Workspace, own: OwnConcept) -> Changes:
    with workspace.write() as work:
        work.thesaurus.save(own)
    return work.changes


def found(workspace: Workspace, query: str) -> list[str]:
    with workspace.read() as work:
        return [
            hit.reference for hit in work.search.find(query, meaning=True) if hit.because or not hit.alike
        ]


def own(workspace: Workspace) -> list[OwnConcept]:
    with workspace.read() as work:
        return work.thesaurus.own()


def test_what_is_written_is_found_by(stocked: Workspace) -> None:
    assert "BMS8/64" not in found(stocked, "glowing zebras")[:1]
    save(stocked, LASER)
    assert found(stocked, "glowing zebras")[0] == "BMS8/64"
    with stocked.read() as work:
        (expansion,) = work.search.expansions("glowing zebras")
        assert expansion.sentence == "“glowing zebras” also as polymer frames"
        hit = work.search.find("glowing zebras", meaning=True)[0]
        assert hit.because[0].concepts == ("laser tags",)


def test_it_is_undone_and_then_not_found_by(stocked: Workspace) -> None:
    changes = save(stocked, LASER)
    with stocked.write() as work:
        work.revisions.undo(changes)
    assert own(stocked) == []
    with stocked.read() as work:
        assert work.search.expansions("glowing zebras") == ()


def test_a_write_that_fails_changes_no_search(stocked: Workspace) -> None:
    with pytest.raises(ZeroDivisionError), stocked.write() as work:
        work.thesaurus.save(LASER)
        assert work.search.expansions("glowing zebras")
        raise ZeroDivisionError
    with stocked.read() as work:
        assert work.search.expansions("glowing zebras") == ()


def test_a_word_is_taken_from_a_concept_of_the_program(stocked: Workspace) -> None:
    with stocked.read() as work:
        assert "tag" in work.thesaurus.concept("marking-technology").said["en"]
    changes = save(stocked, replace(own_concept("marking-technology"), dropped=("tag",)))
    with stocked.read() as work:
        assert "tag" not in work.thesaurus.concept("marking-technology").said["en"]
        assert work.thesaurus.concept("marking-technology").topics == ("marking", "new-technologies")
    with stocked.write() as work:
        work.revisions.undo(changes)
        assert "tag" in work.thesaurus.concept("marking-technology").said["en"]


def test_the_vocabulary_is_made_once(stocked: Workspace) -> None:
    def vocabulary() -> object:
        with stocked.read() as work:
            return work.thesaurus.vocabulary()

    assert vocabulary() is vocabulary()
    changes = save(stocked, LASER)
    made = vocabulary()
    assert made is vocabulary()
    with stocked.write() as work:
        work.library.add(document("A/1", "One", [row("1", "To mark.")]))
    assert made is vocabulary()
    save(stocked, replace(LASER, label="tags"))
    assert made is not vocabulary()
    save(stocked, LASER)
    with stocked.write() as work:
        work.revisions.undo(changes)
        assert "laser-tags" not in work.thesaurus.vocabulary().thesaurus.concepts


def test_what_another_process_writes_is_seen(stocked: Workspace, tmp_path: Path) -> None:
    with open_workspace(stocked.path, read_only=True) as reader:
        with reader.read() as work:
            assert work.search.expansions("glowing zebras") == ()
        save(stocked, LASER)
        with reader.read() as work:
            assert work.search.expansions("glowing zebras") != ()


def test_saying_nothing_of_a_concept_of_the_program_keeps_nothing(stocked: Workspace) -> None:
    save(stocked, replace(own_concept("marking"), said={"en": ("glowing zebras",)}))
    save(stocked, own_concept("marking"))
    assert own(stocked) == []
    save(stocked, own_concept("marking"))
    with stocked.read() as work:
        assert len(work.revisions.history(Entity.CONCEPT, concept_id("marking"))) == 2


def test_of_a_new_concept_nothing_is_taken_out(stocked: Workspace) -> None:
    save(stocked, replace(LASER, dropped=("toy",)))
    assert own(stocked) == [LASER]


def test_what_refers_to_nothing_is_refused(stocked: Workspace) -> None:
    with stocked.write() as work:
        with pytest.raises(NameplateError, match="There is no concept “nowhere”, which “laser-tags” refers"):
            work.thesaurus.save(replace(LASER, related=("nowhere",)))
        assert not work.changes


def test_a_removed_concept_is_no_longer_referred_to(stocked: Workspace) -> None:
    save(stocked, LASER)
    other = replace(own_concept("inks", "inks"), related=("laser-tags", "marking"))
    save(stocked, other)
    with stocked.write() as work:
        work.thesaurus.remove("laser-tags")
    assert own(stocked) == [replace(other, related=("marking",))]
    with stocked.write() as undoing:
        undoing.revisions.undo(work.changes)
    assert own(stocked) == [other, LASER]


def test_only_what_was_written_here_is_removed(stocked: Workspace) -> None:
    with stocked.write() as work:
        with pytest.raises(NameplateError, match="“marking” comes with the program and cannot be taken away"):
            work.thesaurus.remove("marking")
        with pytest.raises(NameplateError, match="no own concept “nowhere”"):
            work.thesaurus.remove("nowhere")
        with pytest.raises(NameplateError, match="no concept “nowhere” in the thesaurus"):
            work.thesaurus.concept("nowhere")
        work.thesaurus.save(replace(own_concept("marking"), said={"en": ("glowing zebras",)}))
        work.thesaurus.remove("marking")
        assert "mark" in work.thesaurus.concept("marking").said["en"]


def received(workspace: Workspace, own: OwnConcept) -> None:
    """A concept as a merge brings it: unchecked."""
    with workspace.write() as work:
        work.revisions.write(Entity.CONCEPT, own.id, to_content(own))


def test_what_was_received_never_stops_a_search(stocked: Workspace) -> None:
    received(
        stocked,
        replace(
            LASER, related=("nowhere", "laser-tags"), topics=("quantum",), written={"en": ("", "=", "laser")}
        ),
    )
    received(
        stocked, OwnConcept(concept_id(""), "", said={"xx": ("a",), "en": (" ", "–", "\0")}, broader=("",))
    )
    assert "BMS8/64" in found(stocked, "glowing zebras")
    assert found(stocked, "marking")
    path = stocked.path
    stocked.close()
    with open_workspace(path) as again:
        with again.read() as work:
            assert work.search.find("glowing zebras", meaning=True)
        findings = again.verify()
    assert findings == [
        "The concept “laser-tags” refers to “nowhere”, which is not there, so that is left out; add "
        "“nowhere” or take the reference out."
    ]


def test_a_topic_of_a_newer_program_is_kept_when_a_concept_is_changed(stocked: Workspace) -> None:
    received(stocked, replace(LASER, topics=("quantum",)))
    save(stocked, replace(LASER, topics=("quantum", "marking")))
    assert own(stocked)[0].topics == ("quantum", "marking")
    with stocked.read() as work:
        topics = work.topics.of(work.library.one("BMS8/64")).topics
        assert [topic.id for topic in topics if topic.id == "quantum"] == []


def test_two_delegates_who_edit_a_concept_edit_the_same_thing(stocked: Workspace, clock: Clock) -> None:
    first = save(stocked, LASER)
    clock.passes(minutes=10)
    second = save(stocked, replace(LASER, label="tags"))
    assert first.entities == second.entities == {(Entity.CONCEPT, concept_id("laser-tags"))}


def test_a_list_is_handed_on(stocked: Workspace) -> None:
    save(stocked, LASER)
    dropped = replace(own_concept("marking-technology"), dropped=("tag",))
    save(stocked, dropped)
    with stocked.write() as work:
        text = work.thesaurus.sheet()
        for each in work.thesaurus.own():
            work.thesaurus.remove(each.concept)
        assert [each.concept for each in work.thesaurus.add_sheet(text, "“o.txt”")] == [
            "laser-tags",
            "marking-technology",
        ]
    assert own(stocked) == [LASER, dropped]


def test_a_list_adds_to_what_is_here(stocked: Workspace) -> None:
    save(stocked, LASER)
    with stocked.write() as work:
        work.thesaurus.add_sheet("[laser-tags]\nen: etched numbers\nnear: inks\n\n[inks] inks\n", "“o.txt”")
    changed, inks = sorted(own(stocked), key=lambda each: each.concept, reverse=True)
    assert (changed.label, changed.related, inks.label) == ("laser tags", ("inks",), "inks")
    assert changed.said["en"] == ("etched numbers", "glowing zebras")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is no concept in “o.txt”"),
        ("kit gun", "Line 1 of “o.txt” cannot be read"),
        ("[inks] inks\n\n[tags] tags\nup: nowhere", "There is no concept “nowhere”"),
        ("[inks] inks\n\n[tags] tags\nde: Waffe", "not one of the six languages"),
        ("[inks] inks\ntopic: quantum", "There is no topic “quantum”"),
    ],
)
def test_of_a_list_that_cannot_stand_nothing_is_taken_in(
    stocked: Workspace, text: str, sentence: str
) -> None:
    with stocked.write() as work:
        with pytest.raises(NameplateError, match=sentence):
            work.thesaurus.add_sheet(text, "“o.txt”")
        assert not work.changes
