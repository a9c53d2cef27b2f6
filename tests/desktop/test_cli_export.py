"""Packs and statements from the command line, written for real and read back."""

import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pypdf
import pytest
from docx import Document

from tests.desktop.conftest import Run

SECRET = "Only for the capital"
STATEMENT = (
    "Chair,\n\nWe recall our commitments. [@BMS8, para. 62]\n\n"
    f"::: private\n{SECRET} 1.\n:::\n\nAnd those of [@RevCon3, sect. II, para. 32] too.\n"
)


@pytest.fixture
def prepared(w: Path, nameplate: Run) -> Path:
    nameplate("pull", w, "--item", "6", "BMS8/20", "RevCon3/II.32")
    nameplate("pull", w, "--item", "7", "BMS8/62", "BMS8/63")
    nameplate("dossier", "note", w, "--item", "7", "--on", "BMS8/62", "--text", f"{SECRET} 2.")
    nameplate("dossier", "brief", w, "--item", "7", "--text", "What is at stake.")
    nameplate("dossier", "points", w, "--item", "7", "--point", "Mark polymer frames.")
    nameplate("statement", "new", w, "--item", "7", "--text", STATEMENT)
    return w


def words_of(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    Document(str(path))  # opens
    with zipfile.ZipFile(path) as parts:
        xml = "".join(
            parts.read(name).decode() for name in parts.namelist() if re.fullmatch(r"word/\w+\.xml", name)
        )
    return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", xml))


@pytest.mark.parametrize("name", ["pack.docx", "pack.pdf"])
def test_a_pack(prepared: Path, nameplate: Run, tmp_path: Path, name: str) -> None:
    row = nameplate(
        *("export", prepared, "--item", "7", "--item", "6", "--out", tmp_path / name),
        *(
            "--marking",
            "CONFIDENTIAL",
            "--paper",
            "Letter",
            "--date",
            "2028-05-01",
            "--author",
            "A. Mensah",
            "--json",
        ),
    ).json
    assert row["file"] == str(tmp_path / name)
    assert (row["items"], row["commitments"], row["statements"]) == (["7", "6"], 4, 1)
    assert (row["private_notes"], row["unknown_citations"]) == (False, [])
    said = words_of(tmp_path / name)
    for needed in (
        "CONFIDENTIAL",
        "Ghana",
        "What is at stake",
        "Mark polymer frames",
        "1 May 2028",
        "BMS8/62",
    ):
        assert needed in said
    assert SECRET not in said


@pytest.mark.parametrize("name", ["pack.docx", "pack.pdf"])
def test_private_notes_only_if_asked_for(prepared: Path, nameplate: Run, tmp_path: Path, name: str) -> None:
    outcome = nameplate("export", prepared, "--all", "--out", tmp_path / name, "--private-notes")
    assert "It holds private notes." in outcome.err
    said = words_of(tmp_path / name)
    assert f"{SECRET} 1" in said
    assert f"{SECRET} 2" in said


def test_parts_can_be_left_out(prepared: Path, nameplate: Run, tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    nameplate(
        "export",
        prepared,
        "--item",
        "7",
        "--out",
        out,
        "--without",
        "talking-points",
        "--without",
        "statement",
    )
    said = words_of(out)
    assert "Mark polymer frames" not in said
    assert "We recall our commitments" not in said
    assert "What is at stake" in said
    assert nameplate("export", prepared, "--item", "7", "--out", out, "--without", "everything").code == 2


def test_all_is_what_something_was_gathered_for(prepared: Path, nameplate: Run, tmp_path: Path) -> None:
    row = nameplate("export", prepared, "--all", "--out", tmp_path / "p.docx", "--json").json
    assert row["items"] == ["6", "7"]


def test_all_of_nothing_is_refused(w: Path, nameplate: Run, tmp_path: Path) -> None:
    assert "Nothing is gathered" in nameplate("export", w, "--all", "--out", tmp_path / "p.docx").sentence


@pytest.mark.parametrize("name", ["s.docx", "s.pdf"])
def test_a_statement_alone(prepared: Path, nameplate: Run, tmp_path: Path, name: str) -> None:
    (row,) = nameplate("statement", "list", prepared, "--json").json
    out = tmp_path / name
    said = nameplate("export", prepared, "--statement", row["id"][:8], "--out", out, "--json").json
    assert (said["items"], said["statements"], said["commitments"]) == (["7"], 1, 0)
    assert "check against delivery" in words_of(out).lower()
    assert SECRET not in words_of(out)


def test_a_pack_can_be_saved_and_made_again(prepared: Path, nameplate: Run, tmp_path: Path) -> None:
    assert nameplate("pack", "list", prepared, "--json").json == []
    nameplate(
        "pack", "save", prepared, "Ambassador", "--all", "--marking", "RESTRICTED", "--without", "record"
    )
    row = nameplate(
        "pack", "save", prepared, "Ambassador", "--item", "7", "--marking", "SECRET", "--json"
    ).json
    assert (row["items"], row["marking"], len(row["parts"])) == (["7"], "SECRET", 8)
    assert nameplate("pack", "list", prepared, "--json").json == [row]
    out = tmp_path / "p.pdf"
    assert nameplate("export", prepared, "--pack", "ambassador", "--out", out, "--json").json["items"] == [
        "7"
    ]
    assert "SECRET" in words_of(out)
    assert "Ambassador" in words_of(out)
    assert nameplate("export", prepared, "--pack", "Ambassador", "--out", out, "--marking", "X").code == 2
    assert nameplate("pack", "save", prepared, "X").code == 2
    assert "there are Ambassador" in nameplate("export", prepared, "--pack", "X", "--out", out).sentence
    nameplate("pack", "delete", prepared, "Ambassador")
    assert "none was saved" in nameplate("pack", "delete", prepared, "Ambassador").sentence


def test_a_citation_of_something_else_is_told(prepared: Path, nameplate: Run, tmp_path: Path) -> None:
    nameplate("statement", "new", prepared, "--item", "7", "--text", "See [@BMS9, para. 3].")
    outcome = nameplate("export", prepared, "--item", "7", "--out", tmp_path / "p.docx", "--json")
    assert outcome.json["unknown_citations"] == ["[@BMS9, para. 3]"]
    assert "[@BMS9, para. 3]" in outcome.err


def test_a_citation_that_is_not_understood_is_told(prepared: Path, nameplate: Run, tmp_path: Path) -> None:
    nameplate("statement", "new", prepared, "--item", "7", "--text", "See [@BMS8, paras. 62–64].")
    outcome = nameplate("export", prepared, "--item", "7", "--out", tmp_path / "p.docx", "--json")
    assert outcome.json["unknown_citations"] == ["[@BMS8, paras. 62–64]"]
    assert "[@BMS8, paras. 62–64] is not understood" in outcome.err


def test_a_text_altered_in_the_file_is_neither_shown_nor_pulled_nor_exported(
    prepared: Path, nameplate: Run, tmp_path: Path
) -> None:
    new = nameplate("statement", "new", prepared, "--item", "8", "--text", "See [@BMS8, para. 62].", "--json")
    with closing(sqlite3.connect(prepared)) as connection:
        connection.execute("UPDATE paragraphs SET text = replace(text, 'reinforce', 'reinvents')")
        connection.commit()
    out = tmp_path / "p.docx"
    for command in (
        ("export", prepared, "--item", "8", "--out", out),
        ("export", prepared, "--statement", new.json["id"], "--out", out),
        ("show", prepared, "BMS8/62"),
        ("pull", prepared, "--item", "6", "BMS8/62"),
    ):
        assert "BMS8/62 does not read as it was imported; run" in nameplate(*command).sentence
    assert not out.exists()


def test_wrong_usage(prepared: Path, nameplate: Run, tmp_path: Path) -> None:
    out = tmp_path / "p.docx"
    assert nameplate("export", prepared, "--out", out).code == 2
    assert nameplate("export", prepared, "--item", "7").code == 2
    assert nameplate("export", prepared, "--item", "7", "--all", "--out", out).code == 2


def test_what_cannot_be_written_is_refused(prepared: Path, nameplate: Run, tmp_path: Path) -> None:
    good = tmp_path / "good.docx"
    good.write_bytes(b"good")
    assert ".odt" in nameplate("export", prepared, "--item", "7", "--out", tmp_path / "p.odt").sentence
    assert (
        "none" in nameplate("export", prepared, "--item", "7", "--out", tmp_path / "none" / "p.pdf").sentence
    )
    assert "no agenda item 70" in nameplate("export", prepared, "--item", "70", "--out", good).sentence
    assert "not a date" in nameplate("export", prepared, "--item", "7", "--out", good, "--date", "x").sentence
    nameplate("statement", "new", prepared, "--item", "7", "--text", "A character: \ue000")
    nameplate("export", prepared, "--item", "7", "--out", good.with_suffix(".pdf")).sentence  # noqa: B018
    assert good.read_bytes() == b"good"
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    assert nameplate("export", prepared, "--item", "6", "--out", folder).sentence
