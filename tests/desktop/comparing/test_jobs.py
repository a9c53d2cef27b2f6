"""Comparing as the window and the command line do it."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from core.errors import NameplateError
from db.work import Work
from desktop.comparing.jobs import both, candidates, compare_both, in_order, write_comparison
from desktop.library.versions import versions_of
from tests.desktop.comparing.texts import DRAFT, ELSEWHERE, NEW, OLD, compared_texts
from tests.desktop.conftest import Run


@pytest.fixture
def stocked(work: Work) -> Work:
    """A library with a draft, what was adopted from it, last year's text, and an Arabic text."""
    for each in (OLD, NEW, DRAFT, ELSEWHERE):
        work.library.add(each)
    return work


def test_what_it_comes_to(stocked: Work) -> None:
    compared = compare_both(both(stocked, OLD, NEW))
    assert compared.tally.sentence == "1 changed, 1 new, 1 dropped, 1 moved, 5 the same"
    assert compared.tally.remark == ""


def test_texts_of_two_languages_are_refused(stocked: Work) -> None:
    with pytest.raises(NameplateError, match=r"A/RES/79/40 is in English and A/RES/79/40 in Arabic"):
        both(stocked, NEW, ELSEWHERE)


def test_the_same_document_is_refused(stocked: Work) -> None:
    with pytest.raises(NameplateError, match="same document, A/RES/79/40; choose two different ones"):
        both(stocked, NEW, NEW)


def test_likely_partners_come_before_all_others_of_the_language(stocked: Work) -> None:
    found = candidates(stocked, NEW)
    assert [(each.document.name, each.why) for each in found.likely] == [
        ("A/C.1/79/L.51", "the draft of this text"),
        ("A/RES/78/46", "of the year before"),
    ]
    assert {head.name for head in found.others} == {"BMS8", "RevCon3"}
    assert candidates(stocked, ELSEWHERE).others == ()


def test_the_older_one_comes_first_however_they_are_chosen() -> None:
    assert in_order(NEW, OLD) == in_order(OLD, NEW) == (OLD, NEW)


def test_a_draft_is_linked_to_the_text_adopted_from_it(stocked: Work) -> None:
    adopted = versions_of(stocked, DRAFT.id).adopted_as
    draft = versions_of(stocked, NEW.id).draft
    assert adopted is not None
    assert draft is not None
    assert (adopted.symbol, draft.symbol) == ("A/RES/79/40", "A/C.1/79/L.51")
    assert versions_of(stocked, OLD.id).draft is None


def test_what_is_stopped_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    class Stop(Exception):  # noqa: N818
        pass

    def stop(_: float) -> None:
        raise Stop

    comparison = compared_texts().comparison
    for name in ("changes.docx", "changes.pdf"):
        target = tmp_path / name
        target.write_text("before", "utf-8")
        with pytest.raises(Stop):
            write_comparison(comparison, target, author="", on=dt.datetime.now(dt.UTC), progress=stop)
        assert target.read_text("utf-8") == "before"
        assert write_comparison(comparison, target, author="", on=dt.datetime.now(dt.UTC)) == target
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "changes.docx").namelist()


def test_the_command_line_says_what_it_comes_to(w: Path, tmp_path: Path, nameplate: Run) -> None:
    out = nameplate("compare", w, "RevCon3", "BMS8").out
    last = " ".join(out.split("\n\n")[-1].split())
    assert "changed" in last
    assert "dropped" in last
