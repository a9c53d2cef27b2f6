"""Schema versions: frozen as text, the same by every way, and upgraded without risk."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import db.reference.tables
import db.written_tables  # noqa: F401 - both register their tables
from core.agenda import Delegation
from core.errors import NameplateError
from core.meaning.own_concepts import own_concept
from core.revisions import Entity
from db import schema
from db.base import Base
from db.engine import make_engine, writing
from db.upgrading import run_migrations
from db.workspace import create_workspace, open_workspace
from tests.db.samples import bms8, names_in, with_agenda

FIXTURES = Path(__file__).parents[1] / "fixtures"
FIXTURE = FIXTURES / "workspace_v1.db"
SECOND = FIXTURES / "workspace_v2.db"
PRESENT = schema.LATEST
NEWER = f"{int(PRESENT) + 1:04}"
SINCE_3: tuple[str, ...] = ("dismissals", "own_concepts", "topic_corrections")


def schema_of(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return {name: " ".join(sql.split()) for name, sql in rows}


@pytest.fixture
def new(tmp_path: Path) -> dict[str, str]:
    create_workspace(tmp_path / "new.db").close()
    return schema_of(tmp_path / "new.db")


def test_the_mappings_say_what_the_frozen_schema_says(new: dict[str, str], tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'mapped.db'}")
    Base.metadata.create_all(engine)
    engine.dispose()
    frozen = {k: v for k, v in new.items() if not k.startswith("search") and k != "alembic_version"}
    assert schema_of(tmp_path / "mapped.db") == frozen


def test_the_migrations_make_the_frozen_schema(new: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "migrated.db"
    path.touch()
    engine = make_engine(path)
    with writing(engine).begin() as connection:
        run_migrations(connection)
    engine.dispose()
    assert schema_of(path) == new


def test_the_latest_version_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.LATEST]
    versions = sorted(each.name[:4] for each in (schema.MIGRATIONS / "versions").glob("*.py"))
    assert versions == sorted(each.stem for each in (schema.MIGRATIONS / "schemas").glob("*.sql"))


def test_creating_and_opening_does_not_need_alembic(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from db.workspace import create_workspace, open_workspace\n"
        "create_workspace(Path(sys.argv[1])).close(); open_workspace(Path(sys.argv[1])).close()\n"
        "assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "W.db")], cwd=FIXTURE.parents[2], check=True)


def test_a_file_of_version_1_opens_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    shutil.copy(FIXTURE, path)
    with open_workspace(path) as workspace:
        with workspace.read() as work:
            assert work.library.whole(bms8().id) == bms8()
            assert work.meetings.delegation().state == "Ghana"
            ((_, _, _), (seven, pulled, statements)) = work.meetings.agenda()
            assert (seven.number, pulled, statements) == ("7", 2, 1)
            assert work.dossiers.dossier(seven.id).talking_points == ("One", "Two")
            (statement,) = work.statements.of_item(seven.id)
            assert statement.text.startswith("Chair,")
            assert work.search.find("tracing")[0].found.document.short in ("BMS8", "RevCon3")
            assert [pack.name for pack in work.packs.packs(seven.meeting_id)] == ["For the ambassador"]
        assert workspace.verify() == []


def contents_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables that are not the search index, columns by name."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"
        )
        contents = {}
        for (name,) in names.fetchall():
            columns = sorted(row[1] for row in connection.execute(f"PRAGMA table_info({name})"))
            chosen = ", ".join(f'"{column}"' for column in columns)
            rows = connection.execute(f"SELECT {chosen} FROM {name}").fetchall()
            contents[name] = sorted(([*zip(columns, row, strict=True)] for row in rows), key=repr)
        return contents


def test_version_1_is_upgraded_with_every_row_it_had(tmp_path: Path, new: dict[str, str]) -> None:
    path = tmp_path / "old.db"
    shutil.copy(FIXTURE, path)
    before = contents_of(path)
    assert before.pop("alembic_version") == [[("version_num", "0001")]]
    open_workspace(path).close()
    after = contents_of(path)
    assert after.pop("alembic_version") == [[("version_num", schema.LATEST)]]
    assert schema_of(path) == new
    assert len(before["documents"]) == 2
    for table, added in (
        ("documents", [("agenda_item", ""), ("session", "")]),
        ("delegation", [("meeting_id", None)]),
    ):
        before[table] = [sorted([*row, *added]) for row in before[table]]
    assert after == before | {table: [] for table in SINCE_3}
    assert names_in(tmp_path) == ["new.db", "old.db", "old.db.version-0001.bak"]


def test_a_file_of_version_2_opens_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    shutil.copy(SECOND, path)
    with open_workspace(path) as workspace:
        with workspace.read() as work:
            assert work.library.whole(bms8().id) == bms8()
            issued = work.library.document("RES 79/40")
            assert (issued.session, issued.agenda_item) == ("Seventy-ninth session", "Agenda item 98")
            delegation = work.meetings.delegation()
            assert delegation.meeting_id == work.meetings.current().id
            ((six, _, _), (seven, pulled, statements)) = work.meetings.agenda()
            assert (seven.number, pulled, statements) == ("7", 2, 1)
            first, _ = work.dossiers.pulls(seven.id)
            assert (first.reference, first.note) == ("BMS8/62", "Ask the capital.")
            assert work.dossiers.dossier(six.id).brief == "On the Programme of Action."
            (statement,) = work.statements.of_item(seven.id)
            history = work.revisions.history(Entity.STATEMENT, statement.id)
            assert [each.name for each in history] == ["", "sent to capital"]
            assert work.search.is_current
            assert [hit.reference for hit in work.search.find("polymer")] == ["BMS8/64"]
            assert work.dossiers.dismissed(seven.id) == []
            assert work.thesaurus.own() == []
        with workspace.write() as work:
            work.dossiers.dismiss(seven.id, [work.library.one("BMS8/64")])
            work.topics.correct(work.library.one("BMS8/64").paragraph.id, add=["gender"])
            work.thesaurus.save(own_concept("laser-tags", "laser tags"))
        assert workspace.verify() == []


def test_version_2_is_upgraded_with_every_row_it_had(tmp_path: Path, new: dict[str, str]) -> None:
    path = tmp_path / "old.db"
    shutil.copy(SECOND, path)
    before = contents_of(path)
    assert before.pop("alembic_version") == [[("version_num", "0002")]]
    assert len(before["documents"]) == 3
    open_workspace(path).close()
    after = contents_of(path)
    assert after.pop("alembic_version") == [[("version_num", schema.LATEST)]]
    # Closing seals what was open, in an old file as in a new one.
    for contents in (before, after):
        contents["revisions"] = [
            [each for each in row if each[0] != "sealed"] for row in contents["revisions"]
        ]
    assert after == before | {table: [] for table in SINCE_3}
    assert schema_of(path) == new
    assert names_in(tmp_path) == ["new.db", "old.db", "old.db.version-0002.bak"]


def test_version_1_is_not_read_without_being_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    shutil.copy(FIXTURE, path)
    with pytest.raises(NameplateError, match="open it for writing once, which upgrades it"):
        open_workspace(path, read_only=True)
    assert path.read_bytes() == FIXTURE.read_bytes()
    assert names_in(tmp_path) == ["old.db"]


def test_an_upgraded_file_is_searched_as_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    shutil.copy(FIXTURE, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
        connection.commit()
    with open_workspace(path) as workspace:
        with workspace.read() as work:
            assert work.search.is_current
            assert [hit.reference for hit in work.search.find("polymer")] == ["BMS8/64"]
        assert workspace.verify() == []


NEXT = f'''
"""A version that is to come."""
import sqlalchemy as sa
from alembic import op
revision = "{NEWER}"
down_revision = "{PRESENT}"

def upgrade() -> None:
    text = sa.Column("text", sa.String())
    op.create_table("annotations", sa.Column("id", sa.Uuid(), primary_key=True), text)
    op.execute("UPDATE delegation SET mission = 'upgraded'")
    FAULT
'''


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Makes the program one of the version to come; gives the file of its migration."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    latest = (folder / "schemas" / f"{PRESENT}.sql").read_text(encoding="utf-8")
    table = "CREATE TABLE annotations (\n\tid CHAR(32) NOT NULL,\n\ttext VARCHAR,\n\tPRIMARY KEY (id)\n);\n"
    (folder / "schemas" / f"{NEWER}.sql").write_text(latest + table, encoding="utf-8")
    migration = folder / "versions" / f"{NEWER}_next.py"
    migration.write_text(NEXT.replace("FAULT", ""), encoding="utf-8")
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    monkeypatch.setattr(schema, "LATEST", NEWER)
    return migration


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of the present version in a folder of its own."""
    path = tmp_path / "files" / "W%20 d.db"
    path.parent.mkdir()
    with create_workspace(path) as workspace, workspace.write() as work:
        with_agenda(work)
        work.meetings.save_delegation(Delegation("Ghana"))
    return path


def test_an_older_file_is_backed_up_and_upgraded(old: Path, next_version: Path) -> None:
    before = old.read_bytes()
    with open_workspace(old) as workspace, workspace.read() as work:
        assert work.meetings.delegation() == Delegation("Ghana", "upgraded")
        assert work.library.whole(bms8().id) == bms8()
    assert names_in(old.parent) == [old.name, f"{old.name}.version-{PRESENT}.bak"]
    backup = old.with_name(f"{old.name}.version-{PRESENT}.bak")
    assert len(backup.read_bytes()) == len(before)
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (PRESENT,)
        assert connection.execute("SELECT state, mission FROM delegation").fetchone() == ("Ghana", "")
    open_workspace(old).close()
    assert len(names_in(old.parent)) == 2


def test_an_older_file_is_not_upgraded_by_reading(old: Path, next_version: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(NameplateError, match="open it for writing once"):
        open_workspace(old, read_only=True)
    assert old.read_bytes() == before
    assert names_in(old.parent) == [old.name]


def test_a_backup_is_never_overwritten(old: Path, next_version: Path) -> None:
    kept = old.with_name(f"{old.name}.version-{PRESENT}.bak")
    kept.write_text("precious")
    open_workspace(old).close()
    assert kept.read_text() == "precious"
    assert old.with_name(f"{old.name}.version-{PRESENT}-2.bak").exists()


@pytest.mark.parametrize(
    "fault",
    [
        "raise RuntimeError('broken migration')",
        "op.execute('INSERT INTO nowhere VALUES (1)')",
        "op.execute('CREATE TABLE surplus (x)')",
        "op.execute('DELETE FROM documents')",
    ],
)
def test_a_migration_that_fails_leaves_the_file_as_it_was(old: Path, next_version: Path, fault: str) -> None:
    next_version.write_text(NEXT.replace("FAULT", fault), encoding="utf-8")
    before = old.read_bytes()
    with pytest.raises(Exception) as failure:
        open_workspace(old)
    assert "unraisable" not in str(failure.value)
    assert old.read_bytes() == before
    assert not old.with_name(old.name + ".lock").exists()
    next_version.write_text(NEXT.replace("FAULT", ""), encoding="utf-8")
    with open_workspace(old) as workspace, workspace.read() as work:
        assert work.meetings.delegation().mission == "upgraded"


def test_a_full_disk_stops_an_upgrade_before_it_begins(
    old: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = old.read_bytes()
    monkeypatch.setattr("db.files.sync", full)
    with pytest.raises(NameplateError, match="disk is full"):
        open_workspace(old)
    assert old.read_bytes() == before
    assert names_in(old.parent) == [old.name]


def test_a_hostile_older_file_is_refused_before_it_is_upgraded(old: Path, next_version: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON pulls BEGIN DELETE FROM revisions; END")
        connection.commit()
    with pytest.raises(NameplateError, match="did not put there"):
        open_workspace(old)
    assert names_in(old.parent) == [old.name]
