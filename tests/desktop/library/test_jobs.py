"""Importing, showing and searching."""

from pathlib import Path

import pytest

from core.errors import NameplateError
from db.work import Work
from desktop.library.jobs import (
    import_files,
    paragraph_row,
    paragraphs_of,
    read_files,
    show_row,
)
from desktop.searching.jobs import search, search_row

PAPER = "A/CONF.192/BMS/2022/WP.9\n\n1. One thing was said.\n\n2. Another thing was said.\n"


def test_every_row_of_a_document_comes_in_order(work: Work) -> None:
    rows = [paragraph_row(each) for each in paragraphs_of(work, "BMS8")]
    assert [row["text"] for row in rows] == [
        row.text for row in work.library.rows(work.library.document("BMS8").id)
    ]
    annex = [int(row["label"]) for row in rows if row["part"] == "annex" and row["label"]]
    assert annex == list(range(1, 98))


def test_rows_without_a_number_have_no_reference(work: Work) -> None:
    heading = next(located for located in paragraphs_of(work, "BMS8") if located.paragraph.level)
    row = paragraph_row(heading)
    assert (row["ref"], row["label"], row["kind"]) == ("", "", "heading")


def test_a_summary_keeps_its_quotations_apart(work: Work) -> None:
    row = show_row(work, "RevCon3/II.32")
    assert row["quotations"]
    assert all(quotation in row["text"] for quotation in row["quotations"])
    assert row["text"] not in row["quotations"]
    assert "not verbatim" in row["citation"]["caveat"]


def test_a_slip_in_a_reference_is_shown(work: Work) -> None:
    typed = {
        show_row(work, each.reference)["typed_as"]
        for each in paragraphs_of(work, "RevCon3")
        if each.paragraph.label
    }
    assert typed >= {"1.9", "A.31", None}


def test_files_are_read_one_by_one_and_refused_one_by_one(work: Work, tmp_path: Path) -> None:
    good = tmp_path / "paper.txt"
    good.write_text(PAPER, encoding="utf-8")
    results = import_files(work, [tmp_path / "missing.txt", good, good])
    assert [(result.is_new, bool(result.refusal)) for result in results] == [
        (False, True),
        (True, False),
        (False, False),
    ]
    assert [result.document.symbol for result in results if result.document] == [
        "A/CONF.192/BMS/2022/WP.9"
    ] * 2


def test_a_short_name_that_is_taken_is_refused(work: Work, tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_text(PAPER, encoding="utf-8")
    (result,) = import_files(work, [file], short="bms 8")
    assert "already stands for" in result.refusal


def test_a_short_name_must_be_fit_for_references(tmp_path: Path) -> None:
    with pytest.raises(NameplateError, match="short name"):
        list(read_files([tmp_path / "paper.txt"], short="a/b"))


def test_search_for_an_item_puts_its_track_first(work: Work) -> None:
    item = work.meetings.item("8")
    hits = search(work, "assistance", item=item, limit=5)
    assert hits[0].found.paragraph.track is item.track
    row = search_row(hits[0])
    assert (row["ref"], row["document"]) == (hits[0].reference, hits[0].found.document.name)
