"""What the index gives to be looked at for what somebody writes, on the real library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.documents import Track
from core.meaning.own_concepts import own_concept
from core.relevance import Passage, Source, Subject
from db.work import Work
from db.workspace import Workspace, create_workspace
from importers.importing import read_document

LIBRARY = Path(__file__).parents[2] / "resources" / "library"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "W.db") as made:
        with made.write() as work:
            for path in sorted(LIBRARY.glob("*.txt")):
                work.library.add(read_document(path).document)
        yield made


def subjects(work: Work, text: str) -> list[Subject]:
    return work.candidates.subjects([Passage(Source.STATEMENT, text)])


def found(work: Work, text: str, track: Track | None = None) -> list[str]:
    return [each.reference for each in work.candidates.find(subjects(work, text), track)]


def test_rare_subjects_count_and_what_all_speak_of_does_not(library: Workspace) -> None:
    with library.read() as work:
        rare = {each.name: each.rarity for each in subjects(work, "Small arms, cartridges and women.")}
    assert "ammunition" in rare
    assert "small arms and light weapons" not in rare
    assert all(each > 1 for each in rare.values())


def test_what_the_library_never_says_is_no_subject(library: Workspace) -> None:
    with library.read() as work:
        assert subjects(work, "xylophones") == []
        assert subjects(work, "") == []


def test_commitments_that_speak_of_a_subject_are_found_and_no_other_rows(library: Workspace) -> None:
    with library.read() as work:
        references = found(work, "cartridges")
        every = work.candidates.find(subjects(work, "cartridges"), None)
    assert {"BMS8/19", "RevCon3/I.16", "RevCon3/II.18"} <= set(references)
    assert all(each.paragraph.is_commitment for each in every)


def test_those_of_the_track_are_among_them_whatever_is_written(library: Workspace) -> None:
    with library.read() as work:
        assert set(found(work, "", Track.ITI)) >= {"BMS8/62", "BMS8/75", "RevCon3/III.1"}
        assert found(work, "") == []
        head = work.library.document("RevCon3")
        narrowed = work.candidates.find(subjects(work, "cartridges"), Track.ITI, {head.id})
    assert narrowed and {each.document.short for each in narrowed} == {"RevCon3"}


def test_an_own_concept_is_known_at_once(library: Workspace) -> None:
    own = replace(
        own_concept("mule-trains", "mule trains"),
        said={"en": ("mule train",)},
        written={"en": ("biometrics",)},
    )
    with library.write() as work:
        work.thesaurus.save(own)
        assert "BMS8/68" in found(work, "We saw a mule train at the border.")
