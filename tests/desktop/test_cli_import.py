"""The verb "import": any format, folders, refusals beside what is saved, and an end at any moment."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.errors import NameplateError
from desktop import __main__ as program
from tests.desktop.conftest import Run
from tests.importers.hostile import archives, pdfs

ROOT = Path(program.__file__).parents[1]
KEYS = [
    *("file", "short", "symbol", "title", "language", "standing", "paragraphs", "ref", "date", "session"),
    *("agenda_item", "parts", "counts", "numbered", "new", "revision_of", "meeting", "warnings", "refusal"),
]


def paper(folder: Path, name: str, symbol: str, words: str = "The group met.") -> Path:
    path = folder / name
    path.write_text(
        f"{symbol}\n\nA working paper on marking\n\n1. {words}\n\n2. It agreed on little.\n", "utf-8"
    )
    return path


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with a document of each format, and what is none."""
    folder = tmp_path / "papers"
    folder.mkdir()
    page = "".join(f"<p>{line}</p>" for line in archives.GOOD_PARAGRAPHS).replace("WP.7", "WP.8")
    (folder / "a.pdf").write_bytes(pdfs.good())
    (folder / "b.docx").write_bytes(archives.good_docx())
    (folder / "c.html").write_text(f"<!DOCTYPE html><html><body>{page}</body></html>", "utf-8")
    paper(folder, "d.txt", "A/CONF.192/2026/WP.9")
    (folder / "e.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (folder / "list.xlsx").write_bytes(b"PK")
    (folder / ".hidden.txt").write_text("1. Hidden")
    return folder


def test_json_tells_what_was_understood(w: Path, nameplate: Run, tmp_path: Path) -> None:
    file = paper(tmp_path, "paper.txt", "A/CONF.192/2026/WP.9")
    (row,) = nameplate("import", w, file, "--json").json
    assert list(row) == KEYS
    assert row["file"] == str(file)
    assert row["ref"] == row["symbol"] == "A/CONF.192/2026/WP.9"
    assert (row["numbered"], row["paragraphs"], row["new"]) == (2, 2, True)
    assert [list(part) for part in row["parts"]] == [["key", "title", "citation", "paragraphs"]] * len(
        row["parts"]
    )
    assert sum(part["paragraphs"] for part in row["parts"]) == 2
    assert sum(number for kind, number in row["counts"].items() if kind != "heading") == 2
    assert (row["date"], row["revision_of"], row["meeting"], row["refusal"]) == (None, None, None, None)


def test_a_folder_means_the_documents_in_it(w: Path, nameplate: Run, papers: Path) -> None:
    outcome = nameplate("import", w, papers, "--json")
    assert outcome.code == 1
    rows = json.loads(outcome.out)
    assert [Path(row["file"]).name for row in rows] == ["a.pdf", "b.docx", "c.html", "d.txt", "e.pdf"]
    assert [row["refusal"] is None for row in rows] == [True, True, True, True, False]
    assert rows[-1]["refusal"].startswith("“e.pdf” is damaged")
    assert list(rows[-1]) == ["file", "new", "warnings", "refusal"]
    assert "list.xlsx” was passed over" in outcome.err
    assert "e.pdf” is damaged" in outcome.err
    assert "hidden" not in outcome.err
    symbols = {row["symbol"] for row in nameplate("documents", w, "--json").json}
    assert {f"A/CONF.192/2026/WP.{number}" for number in (7, 8, 9)} <= symbols


def test_people_are_told_in_a_few_lines(w: Path, nameplate: Run, tmp_path: Path) -> None:
    outcome = nameplate("import", w, paper(tmp_path, "paper.txt", "A/CONF.192/2026/WP.9"), "--short", "WP9")
    assert outcome.code == 0
    first, *more = outcome.out.splitlines()
    assert first.startswith("Imported WP9, ")
    assert first.endswith("(2 numbered paragraphs)")
    assert len(more) <= 3
    assert "A/CONF.192/2026/WP.9" in outcome.out
    again = nameplate("import", w, tmp_path / "paper.txt", "--short", "WP9")
    assert again.out.startswith("Already in the library: WP9")


def test_a_revision_is_linked_to_the_text_before_it(w: Path, nameplate: Run, tmp_path: Path) -> None:
    first = paper(tmp_path, "first.txt", "A/C.1/80/L.9")
    second = paper(tmp_path, "second.txt", "A/C.1/80/L.9/Rev.1", "The group met again.")
    third = paper(tmp_path, "third.txt", "A/C.1/80/L.9/Rev.2", "The group met a third time.")
    rows = nameplate("import", w, first, second, third, "--json").json
    assert [row["revision_of"] for row in rows] == [None, "A/C.1/80/L.9", "A/C.1/80/L.9/Rev.1"]
    said = nameplate("import", w, third).out
    assert "A revision of A/C.1/80/L.9/Rev.1" in said


def test_nothing_to_import_is_a_sentence(w: Path, nameplate: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "nothing to import" in nameplate("import", w, empty).sentence
    assert "There is no file" in nameplate("import", w, tmp_path / "gone.pdf").sentence


def test_facts_of_one_document_are_not_given_to_a_folder(w: Path, nameplate: Run, papers: Path) -> None:
    assert nameplate("import", w, papers, "--symbol", "A/1").code == 2


def test_what_is_refused_by_the_library_keeps_none_out(w: Path, nameplate: Run, tmp_path: Path) -> None:
    taken = paper(tmp_path, "taken.txt", "A/CONF.192/2026/WP.1")
    outcome = nameplate("import", w, taken, "--short", "BMS8", "--json")
    assert outcome.code == 1
    (row,) = json.loads(outcome.out)
    assert "already stands for" in row["refusal"]


def test_a_workspace_that_is_not_there_stops_what_was_begun(nameplate: Run, tmp_path: Path) -> None:
    file = paper(tmp_path, "paper.txt", "A/CONF.192/2026/WP.9")
    assert "gone.db" in nameplate("import", tmp_path / "gone.db", file).sentence


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_keeps_what_was_saved_and_nothing_half(w: Path, nameplate: Run, tmp_path: Path) -> None:
    files = [paper(tmp_path, "first.txt", "A/CONF.192/2026/WP.1")]
    for nth in range(3):
        (tmp_path / f"slow{nth}.pdf").write_bytes(pdfs.much_text(400_000))
        files.append(tmp_path / f"slow{nth}.pdf")
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "import", str(w), *map(str, files)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={name: value for name, value in os.environ.items() if name != "NAMEPLATE_DEBUG"},
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert first.startswith(b"Imported A/CONF.192/2026/WP.1")
    assert (process.returncode, errors) == (130, b"Stopped.\n")
    symbols = [row["symbol"] for row in nameplate("documents", w, "--json").json]
    assert "A/CONF.192/2026/WP.1" in symbols
    assert len(symbols) == 3


PROVISIONAL_AGENDA = """A/CONF.192/BMS/2026/L.1

Ninth Biennial Meeting of States to Consider the Implementation of the Programme of Action

New York, 8-12 June 2026

Provisional agenda

1. Opening of the meeting.

2. Adoption of the agenda.

3. Implementation of the International Tracing Instrument.
"""


def test_a_provisional_agenda_becomes_a_meeting(w: Path, nameplate: Run, tmp_path: Path) -> None:
    file = tmp_path / "agenda.txt"
    file.write_text(PROVISIONAL_AGENDA, "utf-8")
    (row,) = nameplate("import", w, file, "--json").json
    assert row["counts"]["agenda"] == 3
    assert row["meeting"].startswith("Ninth Biennial Meeting of States")
    (again,) = nameplate("import", w, file, "--json").json
    assert (again["new"], again["meeting"]) == (False, None)


def test_an_agenda_that_makes_no_meeting_is_imported_all_the_same(
    w: Path, nameplate: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NameplateError("There is no room for another meeting.")

    monkeypatch.setattr("desktop.meeting.jobs.meeting_from_agenda", refuse)
    file = tmp_path / "agenda.txt"
    file.write_text(PROVISIONAL_AGENDA, "utf-8")
    (row,) = nameplate("import", w, file, "--json").json
    assert (row["new"], row["meeting"]) == (True, None)
    assert "There is no room for another meeting." in row["warnings"]
