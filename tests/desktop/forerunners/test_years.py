"""A paragraph through the years: the line, what changed on it, and the work in slices."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from core.comparing.nearness import Nearness, nearness
from core.language.strength import Weight
from db.work import Work
from desktop.forerunners.jobs import chain_of, forerunners_of
from desktop.forerunners.kept import KeptCollections, NotReadyYet
from desktop.forerunners.years import through_the_years, write_years, years_rows
from importers.importing import read_bytes
from tests.desktop.conftest import Run
from tests.desktop.forerunners.yearly import FUND, MARKING, SEMINAR, UNDATED, YEARLY, YOUTH, resolution

_SAMPLES = Path(__file__).parents[4] / "shared" / "documents"


@pytest.fixture
def yearly(work: Work) -> Work:
    """The reference library with three yearly resolutions and an undated one."""
    for each in (*YEARLY, UNDATED):
        work.library.add(each)
    return work


def references(work: Work, reference: str) -> list[str]:
    """The references of the line that a paragraph stands in."""
    years = through_the_years(work, work.library.one(reference).paragraph.id)
    assert years is not None
    return [text.located.reference for text in years.line]


def test_the_line_is_the_same_wherever_it_is_asked_for(yearly: Work) -> None:
    line = ["A/RES/86/91/1", "A/RES/87/91/2", "A/RES/88/91/2"]
    assert [references(yearly, each) for each in line] == [line] * 3


def test_each_text_tells_its_step_and_its_difference_to_the_one_read(yearly: Work) -> None:
    years = through_the_years(yearly, yearly.library.one("A/RES/87/91/2").paragraph.id)
    assert years is not None and years.place == 1 and not years.none
    first, read, last = years.line
    assert first.step is None and first.change is not None and first.change.is_none
    assert read.change is None and read.step is not None and read.step.is_none
    assert last.step is not None and last.step.weight is Weight.WEAKER
    assert last.change is not None and last.change.sentences == (
        "urge → encourage: weaker",
        "“as appropriate” added",
    )


def test_none_is_said_where_there_is_none(yearly: Work) -> None:
    youth = through_the_years(yearly, yearly.library.one("A/RES/88/91/1").paragraph.id)
    assert youth is not None and youth.none == "No earlier text carries this language."
    assert len(youth.line) == 1 and not youth.others
    oldest = through_the_years(yearly, yearly.library.one("RevCon3/II.8").paragraph.id)
    assert oldest is not None and "no earlier document in English" in oldest.none
    assert len(oldest.line) > 1  # what came after it is there all the same


def test_a_document_without_a_date_is_told_as_such(yearly: Work) -> None:
    years = through_the_years(yearly, UNDATED.paragraphs[0].id)
    assert years is not None and not years.line
    assert "bears no date" in years.none and "compare it" in years.none


def test_what_has_no_number_has_no_years(work: Work) -> None:
    rows = work.library.rows(work.library.document("BMS8").id)
    heading = next(row for row in rows if row.level)
    agenda = next(row for row in rows if row.kind == "agenda")
    assert not heading.may_have_forerunners and not agenda.may_have_forerunners
    assert through_the_years(work, heading.id) is None


def test_the_line_does_not_go_by_way_of_a_text_that_is_far_off(work: Work) -> None:
    """Of two documents of a year the line takes the one that carries the words, not the nearer day."""
    marking = MARKING.format("Urges", "")
    far = "Urges all States to mark polymer frames and to keep records of all that was marked or destroyed."
    for each in (
        resolution(2031, marking, FUND, SEMINAR, YOUTH),
        replace(resolution(2033, far, "Calls for a study of online markets."), date=dt.date(2032, 6, 1)),
        resolution(2032, marking, FUND, SEMINAR, YOUTH),
    ):
        work.library.add(each)
    years = through_the_years(work, work.library.one("A/RES/86/91/1").paragraph.id)
    assert years is not None
    assert [text.located.reference for text in years.line] == ["A/RES/86/91/1", "A/RES/87/91/1"]
    assert [each.located.reference for each in years.others] == ["A/RES/88/91/1"]


def test_a_library_is_made_ready_in_slices(yearly: Work) -> None:
    kept = KeptCollections()
    paragraph = yearly.library.one("A/RES/88/91/2").paragraph.id
    tries = 0
    while True:
        tries += 1
        assert tries < 20
        try:
            with kept.in_slices(0.0):
                found = through_the_years(yearly, paragraph, kept=kept)
            break
        except NotReadyYet:
            continue
    assert tries > 2
    assert found == through_the_years(yearly, paragraph)


def test_slices_come_to_an_end_though_little_is_kept(yearly: Work) -> None:
    """What was found is kept, so that a library larger than what is kept does not turn round for ever."""
    kept = KeptCollections(most_rows=1)
    paragraph = yearly.library.one("A/RES/87/91/2").paragraph.id
    for _ in range(60):
        try:
            with kept.in_slices(10.0):
                assert len(chain_of(yearly, paragraph, kept=kept)) == 3
            return
        except NotReadyYet:
            continue
    raise AssertionError("never ready")


def test_an_answer_that_is_kept_knows_a_new_document(yearly: Work) -> None:
    kept = KeptCollections()
    paragraph = yearly.library.one("A/RES/88/91/2").paragraph.id
    before = {each.located.document.name for each in forerunners_of(yearly, paragraph, kept=kept)}
    yearly.library.add(resolution(2030, MARKING.format("Urges", " and import"), SEMINAR, YOUTH))
    after = {each.located.document.name for each in forerunners_of(yearly, paragraph, kept=kept)}
    assert after - before == {"A/RES/85/91"}


def test_nearness_is_said_in_words(yearly: Work) -> None:
    rows = years_rows_of(yearly, "BMS8/62")
    assert [row["ref"] for row in rows][-1] == "BMS8/62" and rows[0]["likeness"] is None
    assert rows[-1]["likeness"] in {str(each) for each in Nearness}
    years = through_the_years(yearly, yearly.library.one("A/RES/87/91/2").paragraph.id)
    assert years is not None and years.line[1].step is not None
    assert nearness(years.line[1].step) is Nearness.SAME


def years_rows_of(work: Work, reference: str) -> list[dict[str, object]]:
    """The line of a paragraph as plain data."""
    years = through_the_years(work, work.library.one(reference).paragraph.id)
    assert years is not None
    return years_rows(years)


def test_the_line_is_written_to_word_and_pdf(yearly: Work, tmp_path: Path) -> None:
    years = through_the_years(yearly, yearly.library.one("A/RES/88/91/2").paragraph.id)
    assert years is not None
    write_years(years, tmp_path / "line.docx", author="Ada")
    with zipfile.ZipFile(tmp_path / "line.docx") as file:
        words = file.read("word/document.xml").decode()
    assert '<w:u w:val="single"/>' in words and "<w:strike/>" in words
    assert "weaker" in words and "A/RES/86/91" in words
    write_years(years, tmp_path / "line.pdf", author="Ada")
    pdf = pypdfium2.PdfDocument(tmp_path / "line.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    assert "2031 – A/RES/86/91/1" in text and "The same words." in text


def test_the_verb_shows_the_line(w: Path, nameplate: Run) -> None:
    rows = nameplate("years", w, "BMS8", "45", "--json").json
    assert [row["ref"] for row in rows] == ["RevCon3/II.8", "BMS8/45"]
    assert "RevCon3/II.8" in nameplate("years", w, "BMS8/45").out
    alone = nameplate("years", w, "BMS8/39")
    assert alone.code == 0 and "No earlier text carries this language." in alone.err
    refused = nameplate("years", w, "BMS8/45", "--out", w.parent / "line.txt")
    assert refused.code == 1 and ".docx" in refused.err


@pytest.mark.skipif(not (_SAMPLES / "A_RES_79_40.pdf").exists(), reason="the sample resolutions are not here")
def test_the_line_runs_through_a_real_resolution(work: Work) -> None:
    for name in ("A_RES_75_241.txt", "A_RES_79_40.pdf"):
        path = _SAMPLES / name
        work.library.add(read_bytes(path.read_bytes(), path.name).document)
    years = through_the_years(work, work.library.one("A/RES/79/40/12").paragraph.id)
    assert years is not None and not years.none
    assert [text.located.reference for text in years.line][-2:] == ["BMS8/71", "A/RES/79/40/12"]
    step = years.line[-1].step
    assert step is not None and step.weight is Weight.WEAKER
    assert step.sentences[0] == "undertake → encourage: weaker"
