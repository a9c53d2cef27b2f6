"""Files that are no workspace, or cannot be used now: one sentence, and the file untouched."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.workspace import open_workspace
from desktop import cli
from desktop.commands import meeting as meeting_commands
from tests.desktop.conftest import Run

READING = [
    ("documents",),
    ("paragraphs", "BMS8"),
    ("show", "BMS8/62"),
    ("search", "marking"),
    ("agenda",),
    ("meeting", "show"),
    ("delegation", "show"),
    ("dossier", "show", "--item", "7"),
    ("record",),
    ("statement", "list"),
    ("pack", "list"),
    ("export", "--item", "7", "--out", "out.docx"),
    ("verify",),
    ("copy", "copy.db"),
]
WRITING = [
    ("pull", "--item", "7", "BMS8/62"),
    ("dossier", "brief", "--item", "7", "--text", "x"),
    ("meeting", "edit", "--name", "x"),
    ("delegation", "edit", "--state", "x"),
    ("item", "add", "12", "x"),
    ("statement", "new", "--item", "7"),
    ("pack", "save", "P", "--item", "7"),
    ("import", "paper.txt"),
]


def placed(verb: tuple[str, ...], path: Path) -> list[str]:
    """The command with its workspace where it belongs: after the verb, or after the verb's own verb."""
    groups = ("meeting", "delegation", "dossier", "statement", "item", "pack")
    after = 2 if verb[0] in groups else 1
    return [*verb[:after], str(path), *verb[after:]]


def _text(path: Path) -> None:
    path.write_text("This is not a workspace.\n" * 200, encoding="utf-8")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _other_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100_000])


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9001'")


@pytest.mark.parametrize("spoil", [_text, _empty, _other_program, _truncated, _newer])
@pytest.mark.parametrize("verb", [("agenda",), ("pull", "--item", "7", "BMS8/62"), ("verify",)])
def test_a_file_that_cannot_be_a_workspace(
    w: Path, nameplate: Run, spoil: Callable[[Path], None], verb: tuple[str, ...]
) -> None:
    spoil(w)
    before = w.read_bytes()
    assert "W.db" in nameplate(*placed(verb, w)).sentence
    assert w.read_bytes() == before
    assert {file.name for file in w.parent.iterdir()} == {"W.db"}


@pytest.mark.parametrize("verb", [*READING, *WRITING])
def test_a_missing_file_and_a_folder(w: Path, nameplate: Run, tmp_path: Path, verb: tuple[str, ...]) -> None:
    (tmp_path / "paper.txt").write_text("1. One.\n\n2. Two.\n", encoding="utf-8")
    assert "none.db" in nameplate(*placed(verb, tmp_path / "none.db")).sentence
    assert tmp_path.name in nameplate(*placed(verb, tmp_path)).sentence
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("verb", READING)
def test_a_workspace_that_is_open_in_a_window_can_be_read(
    w: Path, nameplate: Run, verb: tuple[str, ...]
) -> None:
    with open_workspace(w):
        outcome = nameplate(*placed(verb, w))
    assert (outcome.code, "inside Nameplate" in outcome.err) == (0, False)


@pytest.mark.parametrize("verb", WRITING)
def test_a_workspace_that_is_open_in_a_window_is_not_written_to(
    w: Path, nameplate: Run, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    (tmp_path / "paper.txt").write_text("1. One.\n\n2. Two.\n", encoding="utf-8")
    with open_workspace(w):
        assert "open in another window" in nameplate(*placed(verb, w)).sentence


def test_new_in_a_folder_that_is_not_there(nameplate: Run, tmp_path: Path) -> None:
    assert "none" in nameplate("new", tmp_path / "none" / "W.db").sentence
    assert nameplate("new", tmp_path).sentence


def test_a_copy_is_whole_and_never_replaces_a_file(w: Path, nameplate: Run, tmp_path: Path) -> None:
    nameplate("pull", w, "--item", "7", "BMS8/62")
    copy = tmp_path / "copy.db"
    assert nameplate("copy", w, copy, "--json").json["copy"] == str(copy)
    assert nameplate("agenda", copy, "--json").json == nameplate("agenda", w, "--json").json
    before = copy.read_bytes()
    assert "already" in nameplate("copy", w, copy).sentence
    assert copy.read_bytes() == before
    assert nameplate("copy", w, w).sentence
    assert nameplate("copy", w, tmp_path / "none" / "copy.db").sentence


def test_verify_finds_a_good_file_sound(w: Path, nameplate: Run) -> None:
    assert nameplate("verify", w, "--json").json == {"workspace": str(w), "findings": []}
    assert "is sound" in nameplate("verify", w).out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to(w: Path, nameplate: Run, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    shutil.copy(w, folder / "W.db")
    folder.chmod(0o500)
    try:
        assert nameplate("agenda", folder / "W.db").code == 0
        assert nameplate("pull", folder / "W.db", "--item", "7", "BMS8/62").sentence
        assert nameplate("export", w, "--item", "7", "--out", folder / "p.pdf").sentence
        assert nameplate("new", folder / "new.db").sentence
    finally:
        folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="limits are set in the POSIX way")
@pytest.mark.parametrize(
    "verb",
    [("new", "small.db"), ("export", "W.db", "--item", "7", "--out", "p.pdf"), ("copy", "W.db", "copy.db")],
)
def test_a_disk_that_takes_no_more(w: Path, tmp_path: Path, verb: tuple[str, ...]) -> None:
    code = (
        "import resource, sys; from desktop.__main__ import main; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)); sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *verb],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        env=_env(),
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert "inside Nameplate" not in done.stderr
    assert {file.name for file in tmp_path.iterdir()} == {"W.db"}


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def test_our_own_faults_are_told_as_such(w: Path, nameplate: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(meeting_commands, "agenda_rows", broken)
    monkeypatch.delenv("NAMEPLATE_DEBUG", raising=False)
    outcome = nameplate("agenda", w, "--json")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("Something went wrong inside Nameplate (ZeroDivisionError)")
    assert "Traceback" not in outcome.err
    monkeypatch.setenv("NAMEPLATE_DEBUG", "1")
    assert "secret detail" in nameplate("agenda", w).err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("agenda",),
        ("pull", "W.db"),
        ("search", "W.db"),
        ("search", "W.db", "x", "--limit", "0"),
        ("search", "W.db", "x", "--track", "none"),
        ("search", "W.db", "x", "--track", "poa", "--item", "7"),
        ("statement",),
        ("statement", "sing", "W.db"),
        ("agenda", "W.db", "--jso"),
        ("forerunners", "W.db"),
        ("compare", "W.db", "BMS8"),
        ("merge", "W.db", "V.db"),
        ("delegation", "edit", "W.db", "--speaker", "caf\udce9"),
    ],
)
def test_wrong_usage(w: Path, nameplate: Run, arguments: tuple[str, ...]) -> None:
    outcome = nameplate(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("usage: ")


def test_every_verb_takes_json_and_has_help(nameplate: Run) -> None:
    assert "usage" in nameplate("--help").out
    for verb in cli.VERBS:
        assert nameplate(verb, "--help").code == 0
    for verb in [*READING, *WRITING, ("new",)]:
        words = (
            [word for word in verb[:2] if word.isalpha()]
            if verb[0] in ("meeting", "statement", "item")
            else verb[:1]
        )
        assert "--help" in nameplate(*words, "--help").out
