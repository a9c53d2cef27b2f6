"""Copies of an open workspace; and disks that fill up or fail in the middle of something."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from core.agenda import Delegation
from core.errors import NameplateError
from db.engine import make_engine
from db.workspace import Workspace, create_workspace, open_workspace
from tests.db.samples import bms8, document, names_in, row, with_agenda


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    with workspace.write() as work:
        with_agenda(work)
        work.meetings.save_delegation(Delegation("Ghana"))
    return workspace


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_copy_is_complete_and_a_workspace_of_its_own(filled: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "copy of W.db"
    filled.save_copy(target)
    with open_workspace(target) as copy, copy.read() as work:
        assert work.library.whole(bms8().id) == bms8()
        assert work.meetings.delegation() == Delegation("Ghana")
        assert not work.revisions.any_open()
        assert work.search.find("tracing")
    assert names_in(tmp_path) == ["W.db", "W.db.lock", "copy of W.db"]


def test_a_copy_takes_the_place_of_an_older_one(filled: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    filled.save_copy(target)
    with filled.write() as work:
        work.meetings.save_delegation(Delegation("Brazil"))
    filled.save_copy(target)
    with open_workspace(target) as copy, copy.read() as work:
        assert work.meetings.delegation().state == "Brazil"


def test_what_is_open_for_reading_can_be_copied(filled: Workspace, tmp_path: Path) -> None:
    with open_workspace(filled.path, read_only=True) as reader:
        reader.save_copy(tmp_path / "copy.db")
    open_workspace(tmp_path / "copy.db").close()


def test_a_copy_cannot_take_the_place_of_what_is_open(filled: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NameplateError, match="this workspace itself"):
        filled.save_copy(filled.path)
    with (
        create_workspace(tmp_path / "other.db"),
        pytest.raises(NameplateError, match="open in another window"),
    ):
        filled.save_copy(tmp_path / "other.db")
    (tmp_path / "old.db-journal").write_bytes(b"of a file that was here")
    with pytest.raises(NameplateError, match="choose another name"):
        filled.save_copy(tmp_path / "old.db")


def test_a_copy_needs_a_folder_and_a_name(filled: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NameplateError, match="does not exist"):
        filled.save_copy(tmp_path / "nowhere" / "copy.db")
    with pytest.raises(NameplateError, match="is a folder"):
        filled.save_copy(tmp_path)


@pytest.mark.parametrize("where", ["db.files.sync", "db.files.Path.replace"])
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OSError(28, "x"), "disk is full"),
        (PermissionError(13, "x"), "choose another place"),
        (OSError(5, "x"), "(x)"),
    ],
)
def test_a_copy_that_fails_leaves_what_was_there(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, fault: OSError, words: str
) -> None:
    def fails(*_: object) -> None:
        raise fault

    target = tmp_path / "copy.db"
    target.write_bytes(b"what was there")
    with monkeypatch.context() as patch:
        patch.setattr(where, fails)
        with pytest.raises(NameplateError) as told:
            filled.save_copy(target)
    assert words in str(told.value)
    assert target.read_bytes() == b"what was there"
    assert names_in(tmp_path) == ["W.db", "W.db.lock", "copy.db"]


def test_a_disk_that_fills_up_while_copying_leaves_what_was_there(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect

    def small(*args: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(*args, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count=3")
        return connection

    target = tmp_path / "copy.db"
    target.write_bytes(b"what was there")
    monkeypatch.setattr("db.copies.sqlite3.connect", small)
    with pytest.raises(NameplateError, match=r"disk is full, so nothing was written to “copy\.db”"):
        filled.save_copy(target)
    assert target.read_bytes() == b"what was there"
    assert names_in(tmp_path) == ["W.db", "W.db.lock", "copy.db"]


def test_creating_on_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.files.sync", full)
    with pytest.raises(NameplateError, match="disk is full"):
        create_workspace(tmp_path / "W.db")
    assert names_in(tmp_path) == []


def fill_up(workspace: Workspace) -> None:
    """From now on the file cannot grow, as on a full disk."""
    with workspace.read() as work:
        connection = work.library._session.connection()
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")


def test_a_full_disk_loses_nothing_that_was_there(filled: Workspace) -> None:
    fill_up(filled)
    long = Delegation("Brazil", "x" * 1_000_000)
    with (
        pytest.raises(NameplateError, match=r"disk is full, so nothing was written to “W\.db”"),
        filled.write() as work,
    ):
        work.meetings.save_delegation(Delegation("Half done"))
        work.meetings.save_delegation(long)
    with filled.read() as work:
        assert work.meetings.delegation() == Delegation("Ghana")
        connection = work.library._session.connection()
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    with filled.write() as work:
        work.meetings.save_delegation(long)
    assert filled.verify() == []


def test_a_full_disk_while_importing_leaves_the_library_as_it_was(filled: Workspace) -> None:
    large = document("A/1", "Large", [row(str(n), f"{n} " + "words " * 100) for n in range(500)])
    fill_up(filled)
    with pytest.raises(NameplateError, match="disk is full"), filled.write() as work:
        work.library.add(large)
    with filled.read() as work:
        assert {head.short for head in work.library.documents()} == {"BMS8", "RevCon3"}
    assert filled.verify() == []


def test_closing_on_a_full_disk_closes(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise NameplateError("The disk is full.")

    monkeypatch.setattr("db.revisions.Revisions.seal_all", no_room)
    filled.close()
    with open_workspace(filled.path) as again, again.read() as work:
        assert work.meetings.delegation() == Delegation("Ghana")


def test_another_program_that_holds_the_file_is_told(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled.read() as work:
        work.library._session.connection().exec_driver_sql("PRAGMA busy_timeout=10")
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NameplateError, match="in use by another program"), filled.write() as work:
            work.meetings.save_delegation(Delegation("Brazil"))
        with pytest.raises(NameplateError, match="in use by another program"), filled.read() as work:
            work.meetings.delegation()
    with filled.write() as work:
        work.meetings.save_delegation(Delegation("Brazil"))


def test_a_reader_that_holds_on_stops_the_commit_and_nothing_is_half_done(filled: Workspace) -> None:
    with filled.read() as work:
        work.library._session.connection().exec_driver_sql("PRAGMA busy_timeout=10")
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM meetings").fetchall()
        with pytest.raises(NameplateError, match="in use by another program"), filled.write() as work:
            work.meetings.save_delegation(Delegation("Brazil"))
    with filled.read() as work:
        assert work.meetings.delegation() == Delegation("Ghana")
    with filled.write() as work:
        work.meetings.save_delegation(replace(Delegation("Ghana"), group="African Group"))
    assert filled.verify() == []


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS, errno.EACCES])
def test_closing_never_fails_because_the_lock_cannot_be_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    workspace = create_workspace(tmp_path / "W.db")
    handle = workspace._lock._handle if workspace._lock else None
    assert handle is not None

    def pulled_out(self: Path, missing_ok: bool = False) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", pulled_out)
        workspace.close()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handle)
    open_workspace(tmp_path / "W.db").close()


def test_an_unexpected_error_does_not_show_what_was_written(tmp_path: Path) -> None:
    create_workspace(tmp_path / "W.db").close()
    engine = make_engine(tmp_path / "W.db")
    try:
        with pytest.raises(DBAPIError) as raised, engine.connect() as connection:
            connection.execute(text("INSERT INTO nowhere VALUES (:note)"), {"note": "TOP SECRET"})
    finally:
        engine.dispose()
    assert "TOP SECRET" not in str(raised.value)
