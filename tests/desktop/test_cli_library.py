"""The library from the command line: documents, paragraphs, show, search, import."""

from pathlib import Path

import pytest

from resources.paths import library_files
from tests.desktop.conftest import Run

PARAGRAPH_KEYS = ["ref", "part", "section", "label", "kind", "text", "standing", "track", "page"]
WORKING_PAPER = """A/CONF.192/BMS/2022/WP.9

Report of the working group

1. The working group met on 3 May 2022 and considered the marking of polymer frames at length.

2. The working group agreed to encourage States to deepen the marks on polymer frames.
"""


def test_documents(w: Path, nameplate: Run) -> None:
    rows = nameplate("documents", w, "--json").json
    assert [list(row) for row in rows] == [
        ["short", "symbol", "title", "language", "standing", "paragraphs"]
    ] * 2
    assert [(row["short"], row["standing"], row["language"]) for row in rows] == [
        ("BMS8", "unedited", "en"),
        ("RevCon3", "summary", "en"),
    ]
    assert rows[0]["symbol"] == "A/CONF.192/BMS/2022/1"
    assert rows[0]["paragraphs"] == 97 + 24 + 11


def test_paragraphs_of_bms8(w: Path, nameplate: Run) -> None:
    rows = nameplate("paragraphs", w, "BMS8", "--json").json
    assert all(list(row) == PARAGRAPH_KEYS for row in rows)
    refs = [row["ref"] for row in rows if row["ref"]]
    assert {f"BMS8/{n}" for n in range(1, 98)} <= set(refs)
    assert {f"BMS8/report.{n}" for n in range(1, 25)} <= set(refs)
    assert {f"BMS8/agenda.{n}" for n in range(1, 12)} <= set(refs)
    assert len(refs) == 132
    by_ref = {row["ref"]: row for row in rows}
    assert by_ref["BMS8/62"]["kind"] == "operative"
    assert by_ref["BMS8/62"]["track"] == "iti"
    assert by_ref["BMS8/62"]["standing"] == "unedited"
    assert by_ref["BMS8/report.17"]["kind"] == "report"
    assert by_ref["BMS8/agenda.7"]["kind"] == "agenda"


@pytest.mark.parametrize("name", ["bms8", "A/CONF.192/BMS/2022/1", "BMS 8"])
def test_a_document_goes_by_any_of_its_names(w: Path, nameplate: Run, name: str) -> None:
    assert len(nameplate("paragraphs", w, name, "--json").json) > 132


def test_a_summary_is_visibly_one_wherever_its_text_is_shown(w: Path, nameplate: Run) -> None:
    listed = nameplate("paragraphs", w, "RevCon3").out
    for line in listed.splitlines():
        if line.startswith("RevCon3/"):
            assert "summary, not verbatim" in line
    assert "summary, not verbatim" in nameplate("show", w, "RevCon3/II.32").out
    found = nameplate("search", w, "online trade", "--document", "RevCon3").out
    heads = [line for line in found.splitlines() if line.startswith("RevCon3/")]
    assert heads
    assert all("summary, not verbatim" in line for line in heads)


def test_show(w: Path, nameplate: Run) -> None:
    row = nameplate("show", w, "BMS8/62", "--json").json
    assert list(row)[: len(PARAGRAPH_KEYS)] == PARAGRAPH_KEYS
    assert row["text"].startswith("To reinforce efforts to mark, record and trace")
    assert "States resolve to undertake the following measures" in row["chapeau"]
    assert row["citation"]["written"] == "A/CONF.192/BMS/2022/1, annex, para. 62"
    assert row["citation"]["short"] == "BMS8/62"
    assert row["citation"]["markdown"] == "[@BMS8, para. 62]"
    assert "paragraph 62" in row["citation"]["spoken"]
    assert "unedited" in row["citation"]["caveat"]


@pytest.mark.parametrize(
    "typed",
    ["bms8 para 62", "BMS8, 62", "A/CONF.192/BMS/2022/1 §62", "bms 8 annex para. 62", "BMS8/annex.62"],
)
def test_references_may_be_typed_loosely(w: Path, nameplate: Run, typed: str) -> None:
    assert nameplate("show", w, *typed.split(), "--json").json["ref"] == "BMS8/62"
    assert nameplate("show", w, typed, "--json").json["ref"] == "BMS8/62"


def test_show_tells_the_report_from_the_outcome(w: Path, nameplate: Run) -> None:
    assert nameplate("show", w, "BMS8/report.17", "--json").json["kind"] == "report"
    assert nameplate("show", w, "RevCon3 II, 32", "--json").json["ref"] == "RevCon3/II.32"
    assert nameplate("show", w, "II.32", "--json").json["ref"] == "RevCon3/II.32"


def test_show_for_people_has_all_that_a_speaker_needs(w: Path, nameplate: Run) -> None:
    said = " ".join(nameplate("show", w, "BMS8/62").out.split())
    for needed in ("States resolve to undertake", "62. To reinforce", "Written:", "Spoken:", "unedited copy"):
        assert needed in said


def test_an_unknown_paragraph_or_document_is_refused(w: Path, nameplate: Run) -> None:
    assert "BMS8/999" in nameplate("show", w, "BMS8/999").sentence
    assert "BMS9" in nameplate("paragraphs", w, "BMS9").sentence
    assert "BMS9" in nameplate("search", w, "marking", "--document", "BMS9").sentence


def test_search(w: Path, nameplate: Run) -> None:
    rows = nameplate("search", w, "polymer", "weapons", "--json").json
    assert all(list(row) == ["ref", "score", "text", "document", "because", "topics"] for row in rows)
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert any("polymer" in row["text"] for row in rows[:3])
    assert {row["document"] for row in rows} <= {"BMS8", "RevCon3"}


def test_search_is_by_meaning_unless_only_the_words_are_asked_for(w: Path, nameplate: Run) -> None:
    rows = nameplate("search", w, "homemade", "guns", "--json").json
    assert any("privately-made" in row["text"] for row in rows[:3])
    assert any("“homemade guns” also as" in sentence for sentence in rows[0]["because"])
    assert "manufacture" in rows[0]["topics"]
    plain = nameplate("search", w, "homemade", "guns", "--words-only", "--json").json
    assert not any(row["because"] for row in plain)
    assert not any("privately-made" in row["text"] for row in plain)


def test_search_tells_people_what_else_was_looked_for(w: Path, nameplate: Run) -> None:
    shown = nameplate("search", w, "homemade", "guns").out
    assert shown.startswith("Looked for “homemade guns” also as ")
    assert "Found by “homemade guns” also as" in shown
    assert "also as" not in nameplate("search", w, "homemade", "guns", "--words-only").out
    assert nameplate("search", w, "bms8", "62").out.startswith("BMS8/62")


def test_search_by_reference_puts_the_paragraph_first(w: Path, nameplate: Run) -> None:
    assert nameplate("search", w, "bms8", "62", "--json").json[0]["ref"] == "BMS8/62"
    assert nameplate("search", w, "II.32", "--json").json[0]["ref"] == "RevCon3/II.32"


def test_search_can_be_narrowed(w: Path, nameplate: Run) -> None:
    assert len(nameplate("search", w, "marking", "--limit", "2", "--json").json) == 2
    only = nameplate("search", w, "marking", "--document", "RevCon3", "--json").json
    assert {row["document"] for row in only} == {"RevCon3"}
    assert nameplate("search", w, "assistance", "--track", "cooperation", "--json").json
    first = nameplate("search", w, "assistance", "--item", "8", "--json").json[0]
    assert nameplate("show", w, first["ref"], "--json").json["track"] == "cooperation"
    assert "no agenda item 77" in nameplate("search", w, "assistance", "--item", "77").sentence


def test_finding_nothing_is_an_answer(w: Path, nameplate: Run) -> None:
    assert nameplate("search", w, "xylophone", "--json").json == []
    outcome = nameplate("search", w, "xylophone")
    assert (outcome.code, outcome.out) == (0, "")
    assert "Nothing was found" in outcome.err


def test_import(w: Path, nameplate: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_text(WORKING_PAPER, encoding="utf-8")
    (row,) = nameplate("import", w, file, "--short", "WP9", "--title", "A paper", "--json").json
    assert (row["short"], row["title"], row["new"], row["paragraphs"]) == ("WP9", "A paper", True, 2)
    assert row["symbol"] == "A/CONF.192/BMS/2022/WP.9"
    assert nameplate("show", w, "WP9/2", "--json").json["text"].startswith("The working group agreed")
    assert nameplate("search", w, "deepen", "--json").json[0]["document"] == "WP9"
    (again,) = nameplate("import", w, file, "--short", "WP9", "--title", "A paper", "--json").json
    assert again["new"] is False


def test_importing_the_reference_texts_again_changes_nothing(w: Path, nameplate: Run) -> None:
    rows = nameplate("import", w, *library_files(), "--json").json
    assert [row["new"] for row in rows] == [False, False]
    assert len(nameplate("documents", w, "--json").json) == 2


def test_a_file_that_cannot_be_read_is_refused_and_the_others_are_not(
    w: Path, nameplate: Run, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text(WORKING_PAPER, encoding="utf-8")
    bad.write_bytes(b"%PDF-1.7\n...")
    outcome = nameplate("import", w, bad, good)
    assert outcome.code == 1
    assert "bad.pdf" in outcome.err
    assert outcome.err.count("\n") == 1
    assert "Imported" in outcome.out
    assert len(nameplate("documents", w, "--json").json) == 3
    assert "no-such" in nameplate("import", w, tmp_path / "no-such.txt").sentence


def test_facts_of_one_document_are_not_given_to_several(w: Path, nameplate: Run) -> None:
    assert nameplate("import", w, *library_files(), "--short", "X").code == 2


@pytest.mark.parametrize("short", ["B/1", "a]", "{x}", "@x", " ", "a,b", "x" * 41])
def test_a_short_name_that_would_break_references_is_refused(
    w: Path, nameplate: Run, tmp_path: Path, short: str
) -> None:
    file = tmp_path / "paper.txt"
    file.write_text(WORKING_PAPER, encoding="utf-8")
    assert "short name" in nameplate("import", w, file, "--short", short).sentence


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("RevCon3/1.9", "RevCon3/I.9"),
        ("RevCon3/A.31", "RevCon3/II.31"),
        ("para 62 of BMS8", "BMS8/62"),
        ("paragraph 62 of the BMS8 outcome", "BMS8/62"),
        ("BMS8-62", "BMS8/62"),
        ("BMS8–62", "BMS8/62"),
        ("[@BMS8, para. 62]", "BMS8/62"),
        ("[@BMS8/report.17]", "BMS8/report.17"),
        ("A/CONF.192/BMS/2022/1, report, para. 17", "BMS8/report.17"),
    ],
)
def test_references_as_sources_and_people_write_them(
    w: Path, nameplate: Run, typed: str, reference: str
) -> None:
    row = nameplate("show", w, typed, "--json").json
    assert row["ref"] == reference
    assert "note" not in row


def test_a_report_paragraph_is_written_so_that_it_is_found_again(w: Path, nameplate: Run) -> None:
    for reference in ("BMS8/report.17", "BMS8/62", "BMS8/agenda.6", "RevCon3/II.32"):
        for form in ("written", "spoken", "short", "markdown"):
            typed = nameplate("show", w, reference, "--json").json["citation"][form]
            assert nameplate("show", w, typed, "--json").json["ref"] == reference, typed


def test_a_sub_paragraph_that_is_not_there_is_told(w: Path, nameplate: Run) -> None:
    note = "BMS8/62 has no sub-paragraph (a) of its own here; this is the whole paragraph."
    for typed in ("BMS8/62(a)", "[@BMS8, para. 62 (a)]"):
        row = nameplate("show", w, typed, "--json").json
        assert (row["ref"], row["note"]) == ("BMS8/62", note)
    assert note in " ".join(nameplate("show", w, "BMS8/62(a)").out.split())
    for typed in ("BMS8/62(zz)", "BMS8/62(0)"):
        assert "There is no paragraph" in nameplate("show", w, typed).sentence


def test_a_paragraph_that_is_not_there_is_told_with_the_range(w: Path, nameplate: Run) -> None:
    assert nameplate("show", w, "BMS8/98").sentence.endswith("BMS8 has paragraphs 1 to 97.")
    assert "the report of BMS8 has paragraphs 1 to 24." in nameplate("show", w, "BMS8/report.98").sentence
    assert "BMS8 and RevCon3" in nameplate("show", w, "RevCon3/II.99").sentence
    for typed in ("x" * 5_000, "BMS8/" + "9" * 5_000):
        assert len(nameplate("show", w, typed).sentence) < 250
    assert len(nameplate("paragraphs", w, "y" * 5_000).sentence) < 250


def test_every_row_found_has_a_reference(w: Path, nameplate: Run) -> None:
    rows = nameplate("search", w, "States", "--limit", "200", "--json").json
    assert len(rows) > 100
    assert all(row["ref"] for row in rows)


def test_a_search_by_topic_needs_no_words_and_a_meaning_can_be_left_out(w: Path, nameplate: Run) -> None:
    listed = nameplate("search", w, "--topic", "Marking", "--addressee", "States", "--json").json
    assert listed and all("marking" in row["topics"] for row in listed)
    assert "also as brokers" in nameplate("search", w, "fixers").out
    assert "also as" not in nameplate("search", w, "fixers", "--not-as", "brokering").out
    assert "no concept “nothing”" in nameplate("search", w, "fixers", "--not-as", "nothing").sentence
    assert nameplate("search", w).code == 2


def test_what_is_looked_for_is_told_in_the_letters_that_were_typed(
    w: Path, nameplate: Run, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("# ورقة عمل\n\n1. يجب منع السمسرة غير المشروعة.\n\n2. التتبع مهم.\n", encoding="utf-8")
    assert nameplate("import", w, paper, "--language", "ar").code == 0
    told = nameplate("search", w, "fixers").out.splitlines()[0]
    assert told.startswith("Looked for “fixers” also as brokers, arms broker")
    told = nameplate("search", w, "посредник").out.splitlines()[0]
    assert told.startswith("Looked for “посредник” also as broker")
    assert nameplate("search", w, "سمسار").out.splitlines()[0].startswith("Looked for “سمسار” also as سمسرة")


@pytest.mark.parametrize("option", ["--strength", "--addressee", "--topic"])
def test_what_a_filter_may_be_is_told_in_its_own_words(w: Path, nameplate: Run, option: str) -> None:
    refused = nameplate("search", w, "guns", option, "nonsense")
    assert refused.code in (1, 2) and "nonsense" in refused.err
    assert "<" not in refused.err.splitlines()[-1]


def test_a_limit_that_is_out_of_bounds_is_told_the_bounds(w: Path, nameplate: Run) -> None:
    for limit in ("0", "-3", "1000000", "9" * 5000, "²"):
        refused = nameplate("search", w, "guns", f"--limit={limit}")
        assert refused.code == 2
        assert refused.err.endswith("is not a whole number from 1 to 999999\n")
