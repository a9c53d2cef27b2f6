"""A list of paragraphs as a file."""

import csv
import io
from pathlib import Path

import pytest
from docx import Document

from core.errors import NameplateError
from db.work import Work
from desktop.library.lists import gather_list, title_of, write_list
from desktop.searching.jobs import search
from tests.desktop.conftest import Run


def test_a_list_in_word_has_reference_text_and_standing(work: Work, tmp_path: Path) -> None:
    hits = search(work, "homemade guns", limit=3, meaning=True)
    gathered = gather_list(work, [hit.found for hit in hits], title=title_of("homemade guns"))
    target = tmp_path / "list.docx"
    write_list(gathered, target)
    words = "\n".join(each.text for each in Document(str(target)).paragraphs)
    assert "Agreed language: homemade guns" in words
    for hit in hits:
        assert hit.reference in words and hit.found.paragraph.text in words
        assert hit.found.paragraph.standing.phrase in words


def test_a_table_has_what_the_columns_tell_and_the_text_to_the_letter(work: Work, tmp_path: Path) -> None:
    located = [work.library.one("BMS8/62"), work.library.one("RevCon3/II.32")]
    target = tmp_path / "list.csv"
    write_list(gather_list(work, located, title="x"), target)
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    first, second = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert (first["Reference"], first["Text"]) == ("BMS8/62", located[0].paragraph.text)
    assert (first["Track"], first["Standing"]) == ("ITI", "advance unedited copy")
    assert "Marking" in first["Topics"] and first["Verb"]
    assert second["Caveat"]


def test_another_ending_is_refused(work: Work, tmp_path: Path) -> None:
    gathered = gather_list(work, [work.library.one("BMS8/62")], title="x")
    with pytest.raises(NameplateError, match="csv"):
        write_list(gathered, tmp_path / "list.txt")


def test_the_command_line_writes_a_list_too(w: Path, tmp_path: Path, nameplate: Run) -> None:
    target = tmp_path / "found.csv"
    told = nameplate("search", w, "--topic", "marking", "--strength", "encourage", "--export", target)
    rows = list(csv.DictReader(io.StringIO(target.read_bytes().decode("utf-8-sig"))))
    assert told.out.startswith(f"Wrote {len(rows)} paragraph")
    assert rows and all(row["Strength"] == "encourage" and "Marking" in row["Topics"] for row in rows)


def test_a_list_says_what_it_was_narrowed_to(w: Path, tmp_path: Path, nameplate: Run) -> None:
    target = tmp_path / "found.docx"
    narrowed = ("--track", "iti", "--document", "BMS8", "--topic", "marking", "--strength", "encourage")
    nameplate("search", w, *narrowed, "--export", target)
    title, about = (each.text for each in Document(str(target)).paragraphs[:2])
    assert title == "Agreed language"
    assert about == "Document: BMS8 · Track: ITI · Topic: Marking · Strength: encourage"
