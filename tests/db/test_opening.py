"""Opening and creating workspaces: what is trusted, what is refused, and in which words."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from core.agenda import Delegation
from core.errors import NameplateError
from db import schema
from db.engine import APPLICATION_ID
from db.workspace import Workspace, create_workspace, open_workspace
from tests.db.samples import bms8, names_in, with_agenda

ROOT = Path(__file__).parents[2]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A closed workspace with something in it."""
    path = tmp_path / "W.db"
    with create_workspace(path) as workspace, workspace.write() as work:
        with_agenda(work)
    return path


def refused(path: Path, words: str, **options: bool) -> None:
    before = path.read_bytes() if path.is_file() else b""
    for read_only in (False, True):
        with pytest.raises(NameplateError, match=words):
            open_workspace(path, read_only=read_only)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert not path.with_name(path.name + ".lock").exists()


def altered(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def test_a_new_workspace_is_an_sqlite_file_of_ours(made: Path) -> None:
    with closing(sqlite3.connect(made)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(schema.LATEST,)]
    assert names_in(made.parent) == ["W.db"]


def test_an_open_workspace_is_as_safe_as_sqlite_can_be(made: Path) -> None:
    with open_workspace(made) as workspace, workspace.write() as work:
        connection = work.library._session.connection()
        for pragma, value in (
            ("foreign_keys", 1),
            ("synchronous", 3),
            ("journal_mode", "delete"),
            ("trusted_schema", 0),
            ("cell_size_check", 1),
            ("secure_delete", 1),
        ):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value, pragma


def test_an_existing_file_is_never_overwritten(made: Path) -> None:
    before = made.read_bytes()
    with pytest.raises(NameplateError, match=r"already a file “W\.db”"):
        create_workspace(made)
    assert made.read_bytes() == before


def test_a_workspace_cannot_be_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NameplateError, match="does not exist; make it first"):
        create_workspace(tmp_path / "nowhere" / "W.db")


def test_a_leftover_journal_is_not_taken_over_by_a_new_file(tmp_path: Path) -> None:
    (tmp_path / "W.db-journal").write_bytes(b"old")
    with pytest.raises(NameplateError, match="left in that folder"):
        create_workspace(tmp_path / "W.db")
    assert names_in(tmp_path) == ["W.db-journal"]


def test_nothing_appears_if_filling_a_new_workspace_fails(tmp_path: Path) -> None:
    def fill(work: object) -> None:
        raise NameplateError("The reference library is missing.")

    with pytest.raises(NameplateError, match="reference library"):
        create_workspace(tmp_path / "W.db", fill=fill)
    assert names_in(tmp_path) == []


def test_a_new_workspace_can_be_filled_from_the_start(tmp_path: Path) -> None:
    with (
        create_workspace(tmp_path / "W.db", author="Ana", fill=with_agenda) as workspace,
        workspace.read() as work,
    ):
        assert len(work.meetings.agenda()) == 2
        assert not work.revisions.any_open()


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "none.db", "There is no file")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    refused(tmp_path, "is not a file")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"Chair,", "not a Nameplate workspace"),
        (b"%PDF-1.7" + b"x" * 5000, "not a Nameplate workspace"),
        (b"SQLite format 3\x00", "not a Nameplate workspace"),
        (b"SQLite format 3\x00" + b"\x00" * 100, "another program"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "W.db"
    path.write_bytes(content)
    refused(path, words)


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = altered(tmp_path / "places.db", "CREATE TABLE moz_places (id INTEGER)")
    refused(path, "database of another program")


def test_an_empty_database_that_claims_to_be_ours_is_refused(tmp_path: Path) -> None:
    path = altered(
        tmp_path / "W.db", f"PRAGMA application_id={APPLICATION_ID}", "CREATE TABLE x (y)", "DROP TABLE x"
    )
    refused(path, "not a Nameplate workspace")


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.99])
def test_a_file_cut_short_is_refused(made: Path, share: float) -> None:
    whole = made.read_bytes()
    made.write_bytes(whole[: int(len(whole) * share)])
    refused(made, "is cut short|not a Nameplate workspace|is damaged")


def test_a_file_cut_short_says_so(made: Path) -> None:
    made.write_bytes(made.read_bytes()[:-4096])
    refused(made, r"“W.db” is cut short \([\d,]+ of [\d,]+ bytes\).*copy it again")


def test_a_damaged_file_is_refused_with_a_sentence_wherever_the_damage_is(made: Path) -> None:
    whole = made.read_bytes()
    for page in range(len(whole) // 4096):
        place = page * 4096 + (100 if page == 0 else 0)
        made.write_bytes(whole[:place] + b"\xff" * 512 + whole[place + 512 :])
        try:
            with open_workspace(made, read_only=True) as workspace:
                assert workspace.verify()
        except NameplateError as error:
            assert (
                "damaged" in str(error)
                or "did not put there" in str(error)
                or "not a Nameplate" in str(error)
            )


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE alembic_version SET version_num = CAST(x'ff' AS TEXT)",
        "ALTER TABLE alembic_version RENAME COLUMN version_num TO other",
        "UPDATE sqlite_schema SET name = CAST(x'ff' AS TEXT) WHERE name = 'packs'",
    ],
)
def test_damage_met_while_a_file_is_checked_is_told_as_damage(made: Path, damage: str) -> None:
    refused(altered(made, damage), "is damaged")


@pytest.mark.parametrize("damage", ["kind = 'sermon'", "id = 'not hex'", "quoted = '{'", "text = x'ff00fe'"])
def test_values_that_cannot_be_read_are_told_as_damage(made: Path, damage: str) -> None:
    altered(made, f"UPDATE paragraphs SET {damage}")
    if "text" in damage:
        altered(made, "UPDATE paragraphs SET text = CAST(x'ff00fe' AS TEXT)")
    damaged = pytest.raises(NameplateError, match="is damaged")
    with open_workspace(made) as workspace, damaged, workspace.read() as work:
        work.library.rows(bms8().id)


def test_an_error_of_the_caller_is_not_taken_for_damage(made: Path) -> None:
    with open_workspace(made) as workspace:
        with pytest.raises(UnicodeDecodeError), workspace.read():
            b"\xff".decode()
        with pytest.raises(KeyError), workspace.read():
            {}["x"]


def test_a_character_that_cannot_be_stored_is_refused_in_a_sentence(made: Path) -> None:
    refusal = pytest.raises(NameplateError, match="damaged character")
    with open_workspace(made) as workspace, refusal, workspace.write() as work:
        work.meetings.save_delegation(Delegation("Gh\ud800ana"))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON paragraphs BEGIN "
        "UPDATE paragraphs SET text = replace(text, 'shall', 'may'); END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE notes (x)",
        "CREATE INDEX i ON paragraphs (replace(text, 'shall', 'may'))",
        "CREATE TABLE sqlite_stat9 (x)",
        "ALTER TABLE paragraphs ADD COLUMN more TEXT GENERATED ALWAYS AS (upper(text))",
        "UPDATE sqlite_schema SET sql = replace(sql, 'text VARCHAR', 'text VARCHAR DEFAULT may') "
        "WHERE name='paragraphs'",
        "CREATE TABLE sqlite_autoindex_x (x)",
        f"INSERT INTO alembic_version VALUES ('{int(schema.LATEST) + 1:04}')",
        "UPDATE alembic_version SET version_num = '../../x'",
        "DELETE FROM alembic_version",
        "UPDATE alembic_version SET version_num = '0000'",
    ],
)
def test_whatever_does_not_belong_into_a_workspace_is_refused(made: Path, statement: str) -> None:
    try:
        altered(made, statement)
    except sqlite3.OperationalError as error:
        assert "reserved" in str(error)
    else:
        refused(made, "did not put there|damaged")


def test_a_missing_table_is_refused(made: Path) -> None:
    refused(altered(made, "DROP TABLE heads"), "table “heads” is missing")


def test_statistics_that_another_tool_left_do_no_harm(made: Path) -> None:
    altered(made, "ANALYZE")
    open_workspace(made).close()


def test_a_newer_file_is_refused_with_what_to_do(made: Path) -> None:
    newer = f"UPDATE alembic_version SET version_num = '{int(schema.LATEST) + 1:04}'"
    altered(made, newer, "CREATE TABLE vectors (x)")
    refused(made, "made by a newer Nameplate; install the newer version")


def test_a_write_protected_file_can_only_be_read(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made.chmod(stat.S_IRUSR)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # the tests may run as root
    with pytest.raises(NameplateError, match="write-protected"):
        open_workspace(made)
    with open_workspace(made, read_only=True) as workspace, workspace.read() as work:
        assert work.library.documents()


def test_a_folder_that_cannot_be_written_to_is_told(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("db.locks.os.open", no)
    with pytest.raises(NameplateError, match=r"folder of “W\.db” cannot be written to"):
        open_workspace(made)


def test_a_folder_where_nothing_new_can_be_put_asks_for_another(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with open_workspace(made, read_only=True) as workspace:
        monkeypatch.setattr("db.locks.os.open", no)
        with pytest.raises(NameplateError, match="cannot be written to; choose another folder"):
            workspace.save_copy(tmp_path / "copy.db")
    with pytest.raises(NameplateError, match="cannot be written to; choose another folder"):
        create_workspace(tmp_path / "new.db")


def test_what_is_open_for_reading_cannot_be_written(made: Path) -> None:
    with open_workspace(made, read_only=True) as workspace:
        assert workspace.read_only
        with pytest.raises(NameplateError, match="open for reading only"), workspace.write():
            pass


def test_a_second_window_is_refused_but_may_read(made: Path) -> None:
    with open_workspace(made) as first:
        with pytest.raises(NameplateError, match="open in another window or command"):
            open_workspace(made)
        with open_workspace(made, read_only=True) as second:
            with first.write() as work:
                work.meetings.save_delegation(Delegation("Ghana"))
            with second.read() as work:
                assert work.meetings.delegation().state == "Ghana"
    open_workspace(made).close()
    assert names_in(made.parent) == ["W.db"]


def test_a_link_to_an_open_workspace_is_the_same_workspace(made: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(made)
    with open_workspace(made), pytest.raises(NameplateError, match="open in another window"):
        open_workspace(link)


HOLD = """
    import sys, time
    from pathlib import Path
    from db.workspace import open_workspace
    from core.agenda import Delegation
    workspace = open_workspace(Path(sys.argv[1]))
    with workspace.write() as work:
        work.meetings.save_delegation(Delegation("Half done"))
        for _ in range(300):
            work.meetings.save_delegation(Delegation("Half done " + "x" * 5000 + str(_)))
        connection = work.library._session.connection()
        connection.exec_driver_sql("PRAGMA cache_spill=1")
        connection.exec_driver_sql("PRAGMA cache_size=1")
        connection.exec_driver_sql("UPDATE paragraphs SET text = text || 'half done'")
        print("ready", flush=True)
        time.sleep(60)
"""


def in_another_process(path: Path) -> subprocess.Popen[bytes]:
    """A process in the middle of a write, pages of which are in the file already."""
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLD), str(path)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    return child


def test_another_process_that_writes_is_respected_and_its_death_leaves_no_trace(made: Path) -> None:
    before = made.read_bytes()
    child = in_another_process(made)
    try:
        with pytest.raises(NameplateError, match="open in another window"):
            open_workspace(made)
        assert made.with_name("W.db-journal").exists()
    finally:
        child.kill()
        child.communicate()
    assert made.with_name("W.db-journal").stat().st_size
    assert made.read_bytes() != before, "nothing was half done, so nothing is tested"
    with open_workspace(made) as workspace:
        with workspace.read() as work:
            assert work.library.whole(bms8().id) == bms8()
            assert work.meetings.delegation() == Delegation()
            assert len(work.meetings.agenda()) == 2
        assert workspace.verify() == []
    assert names_in(made.parent) == ["W.db"]


def test_a_broken_off_write_is_rolled_back_for_a_reader_too(made: Path) -> None:
    child = in_another_process(made)
    child.kill()
    child.communicate()
    with open_workspace(made, read_only=True) as workspace, workspace.read() as work:
        assert work.library.whole(bms8().id) == bms8()


def test_committed_work_survives_the_death_of_its_process(made: Path) -> None:
    code = """
        import os, signal, sys
        from pathlib import Path
        from db.workspace import open_workspace
        from core.agenda import Delegation
        workspace = open_workspace(Path(sys.argv[1]))
        with workspace.write() as work:
            work.meetings.save_delegation(Delegation("Ghana"))
        os.kill(os.getpid(), signal.SIGKILL)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code), str(made)], cwd=ROOT, check=False)
    with open_workspace(made) as workspace, workspace.read() as work:
        assert work.meetings.delegation().state == "Ghana"


def test_a_write_ahead_log_is_turned_off(made: Path) -> None:
    altered(made, "PRAGMA journal_mode=WAL")
    with open_workspace(made) as workspace, workspace.write() as work:
        work.meetings.save_delegation(Delegation("Ghana"))
        assert work.library._session.connection().exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
    assert names_in(made.parent) == ["W.db"]


def test_units_of_work_cannot_be_nested(made: Path) -> None:
    refusal = pytest.raises(RuntimeError, match="already open in this thread")
    with open_workspace(made) as workspace, workspace.read(), refusal, workspace.write():
        pass


def test_several_threads_take_turns(made: Path) -> None:
    import threading

    def write(workspace: Workspace, name: str) -> None:
        for number in range(10):
            with workspace.write() as work:
                work.meetings.save_delegation(Delegation(name, str(number)))

    with open_workspace(made) as workspace:
        threads = [threading.Thread(target=write, args=(workspace, name)) for name in "abc"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert workspace.verify() == []


def test_a_closed_workspace_stays_closed(made: Path) -> None:
    workspace = open_workspace(made)
    workspace.close()
    workspace.close()
    with pytest.raises(RuntimeError, match="closed"), workspace.read():
        pass


def test_a_file_that_was_moved_away_is_told(made: Path) -> None:
    with open_workspace(made) as workspace:
        shutil.move(made, made.with_name("elsewhere.db"))
        with pytest.raises(NameplateError, match="moved, renamed or deleted"), workspace.write() as work:
            work.meetings.save_delegation(Delegation("Ghana"))
        workspace.save_copy(made.with_name("rescued.db"))
    with open_workspace(made.with_name("rescued.db")) as workspace, workspace.read() as work:
        assert work.library.documents()
