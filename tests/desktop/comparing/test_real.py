"""Real documents beside the repository, compared; skipped where they are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.work import Work
from desktop.comparing.jobs import Compared, both, candidates, compare_both
from desktop.library.jobs import import_files
from desktop.library.versions import versions_of

SHARED = Path(__file__).parents[4] / "shared" / "documents"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not here")


def compared(work: Work, old: str, new: str, *files: str) -> Compared:
    results = import_files(work, [SHARED / name for name in files])
    assert all(not result.refusal for result in results)
    return compare_both(both(work, work.library.document(old), work.library.document(new)))


def test_a_draft_and_what_was_adopted(work: Work) -> None:
    found = compared(work, "A/C.1/80/L.9", "A/RES/80/46", "A_C.1_80_L.9.pdf", "A_RES_80_46.pdf")
    assert found.tally.sentence == "37 the same"
    assert found.tally.remark == (
        "These two are word for word the same; only the lines before and after the paragraphs differ."
    )
    draft = work.library.document("A/C.1/80/L.9")
    adopted = versions_of(work, draft.id).adopted_as
    assert adopted is not None
    assert adopted.symbol == "A/RES/80/46"
    assert [each.why for each in candidates(work, draft).likely] == ["adopted from this draft"]


def test_a_resolution_and_that_of_four_years_later(work: Work) -> None:
    found = compared(work, "A/RES/75/241", "A/RES/79/40", "A_RES_75_241.txt", "A_RES_79_40.pdf")
    told = {
        (row.old.label, row.new.label): row.told
        for row in found.rows
        if row.old is not None and row.new is not None and row.told
    }
    assert "“as appropriate” added" in told["10", "13"]
    assert "“as appropriate” dropped" in told["12", "15"]
    assert "moved from 25" in told["25", "35"]
    assert found.tally.remark == ""
    adopted = work.library.document("A/RES/79/40")
    assert [each.why for each in candidates(work, adopted).likely] == ["4 years earlier"]


def test_two_resolutions_on_different_subjects(work: Work) -> None:
    found = compared(work, "A/RES/78/54", "A/RES/79/54", "A_RES_78_54.pdf", "A_RES_79_54.pdf")
    assert found.tally.remark.startswith("These two have hardly anything in common")
