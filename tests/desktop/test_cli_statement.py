"""Statements from the command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.conftest import Run

TEXT = "Chair,\n\nAs paragraph 62 states, “To reinforce efforts” [@BMS8, para. 62].\n"


def start(nameplate: Run, w: Path, *more: str) -> dict[str, Any]:
    row = nameplate("statement", "new", w, "--item", "7", *more, "--json").json
    assert isinstance(row, dict)
    return row


def text(nameplate: Run, w: Path, statement: str) -> str:
    return str(nameplate("statement", "show", w, statement, "--json").json["text"])


def test_a_new_statement_has_the_usual_opening(w: Path, nameplate: Run) -> None:
    row = start(nameplate, w)
    assert (row["item"], row["capacity"], row["stage"]) == ("7", "national", "draft")
    assert "Ghana" in text(nameplate, w, row["id"])
    group = start(nameplate, w, "--capacity", "group", "--group", "African Group", "--title", "For the Group")
    assert (group["capacity"], group["group"], group["title"]) == ("group", "African Group", "For the Group")
    assert "on behalf of the African Group" in text(nameplate, w, group["id"])


def test_a_statement_may_start_with_a_text(w: Path, nameplate: Run, tmp_path: Path) -> None:
    (tmp_path / "s.md").write_text(TEXT, encoding="utf-8")
    assert text(nameplate, w, start(nameplate, w, "--file", str(tmp_path / "s.md"))["id"]) == TEXT
    assert text(nameplate, w, start(nameplate, w, "--text", "One line.")["id"]).strip() == "One line."


def test_list(w: Path, nameplate: Run) -> None:
    assert nameplate("statement", "list", w, "--json").json == []
    first, second = start(nameplate, w), start(nameplate, w, "--title", "Second")
    rows = nameplate("statement", "list", w, "--json").json
    assert [row["id"] for row in rows] == [first["id"], second["id"]]
    assert nameplate("statement", "list", w, "--item", "6", "--json").json == []
    said = nameplate("statement", "list", w).out
    assert first["id"][:8] in said
    assert "Second" in said


def test_edit(w: Path, nameplate: Run, tmp_path: Path) -> None:
    statement = start(nameplate, w)["id"]
    (tmp_path / "s.md").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    nameplate("statement", "edit", w, statement, "--file", tmp_path / "s.md")
    assert text(nameplate, w, statement) == TEXT
    nameplate("statement", "edit", w, statement[:6], "--file", "-", stdin="Été.\n")
    assert text(nameplate, w, statement) == "Été.\n"
    row = nameplate(
        *("statement", "edit", w, statement, "--title", "T", "--stage", "as-delivered", "--minutes", "3"),
        *("--speaker", "Ama Mensah", "--json"),
    ).json
    assert (row["title"], row["stage"]) == ("T", "as delivered")
    assert text(nameplate, w, statement) == "Été.\n"
    assert nameplate("statement", "edit", w, statement).code == 2


def test_time_is_told_against_the_limit(w: Path, nameplate: Run) -> None:
    statement = start(nameplate, w, "--text", "word " * 1100)["id"]
    said = nameplate("statement", "show", w, statement).out
    assert "1100 words, 10:00 of 5:00 at 110 words a minute – over the limit" in said


def test_an_id_may_be_shortened_but_not_guessed(w: Path, nameplate: Run) -> None:
    ids = [start(nameplate, w)["id"] for _ in range(20)]
    assert nameplate("statement", "show", w, ids[0].upper(), "--json").json["id"] == ids[0]
    assert "give more" in nameplate("statement", "show", w, _shared(ids)).sentence
    assert "no statement zzz" in nameplate("statement", "show", w, "zzz").sentence
    assert nameplate("statement", "show", w, "").code == 1


def _shared(ids: list[str]) -> str:
    """A first letter that two of the ids have in common: of 20 there is one."""
    return next(letter for letter in "0123456789abcdef" if sum(each[0] == letter for each in ids) > 1)


def test_delete(w: Path, nameplate: Run) -> None:
    statement = start(nameplate, w)["id"]
    nameplate("statement", "delete", w, statement)
    assert "no statement" in nameplate("statement", "show", w, statement).sentence


def test_earlier_versions_come_back_even_of_a_deleted_statement(w: Path, nameplate: Run) -> None:
    statement = start(nameplate, w, "--text", "First words.")["id"]
    nameplate("statement", "edit", w, statement, "--text", "Second.", "--author", "Ama")
    rows = nameplate("statement", "history", w, statement, "--json").json
    assert [(row["words"], row["author"]) for row in rows] == [(1, "Ama"), (2, "")]
    nameplate("statement", "restore", w, rows[1]["version"][:13])
    assert text(nameplate, w, statement).strip() == "First words."
    assert len(nameplate("statement", "history", w, statement).out.splitlines()) == 4
    version = nameplate("statement", "delete", w, statement, "--json").json["version"]
    assert nameplate("statement", "restore", w, version, "--json").json["id"] == statement
    assert text(nameplate, w, statement).strip() == "First words."
    assert "no version zz" in nameplate("statement", "restore", w, "zz").sentence


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"caf\xe9"])
def test_a_text_that_is_not_utf8_is_refused(w: Path, nameplate: Run, data: bytes) -> None:
    statement = start(nameplate, w, "--text", "Kept.")["id"]
    assert "UTF-8" in nameplate("statement", "edit", w, statement, "--file", "-", stdin=data).sentence
    assert text(nameplate, w, statement).strip() == "Kept."


def test_a_file_that_is_not_there_is_refused(w: Path, nameplate: Run, tmp_path: Path) -> None:
    statement = start(nameplate, w)["id"]
    assert "no file" in nameplate("statement", "edit", w, statement, "--file", tmp_path / "none").sentence
    assert "folder" in nameplate("statement", "edit", w, statement, "--file", tmp_path).sentence
    assert nameplate("statement", "edit", w, statement, "--text", "a", "--file", "b").code == 2
    assert nameplate("statement", "new", w).code == 2


def test_one_word_is_one_word(w: Path, nameplate: Run) -> None:
    said = nameplate("statement", "new", w, "--item", "6", "--text", "Welcome.").out
    assert "1 word, " in said
