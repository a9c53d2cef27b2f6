"""The tables a workspace may hold, version by version: an allow-list, and how a new file gets them.

``migrations/schemas/<version>.sql`` holds the schema of each version to the letter. A file whose schema
differs in anything is refused: a trigger or a view put into it could change agreed language unseen.
"""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from pathlib import Path

from core.errors import NameplateError

LATEST = "0003"
MIGRATIONS = Path(__file__).parent / "migrations"
_STATISTICS = ("sqlite_stat1", "sqlite_stat4")


def statements(version: str) -> list[str]:
    """The SQL statements that make the schema of a version, in order."""
    return _statements(_manifest(version))


def _manifest(version: str) -> Path:
    return MIGRATIONS / "schemas" / f"{version}.sql"


@lru_cache(maxsize=4)
def _statements(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [piece.strip() for piece in text.split(";\n") if piece.strip()]


def make_tables(connection: sqlite3.Connection) -> None:
    """Gives an empty file the latest schema and stamps it."""
    for statement in statements(LATEST):
        connection.execute(statement)
    connection.execute("INSERT INTO alembic_version (version_num) VALUES (?)", (LATEST,))


def version_of(connection: sqlite3.Connection, path: Path) -> str:
    """The schema version of a file whose schema was found to be one of ours or newer.

    NameplateError for a file that is no workspace, is newer than this program, or holds anything that does
    not belong into a workspace.
    """
    found = {
        name: (kind, table, sql)
        for kind, name, table, sql in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema"
        )
    }
    strange = sorted(name for name, (kind, _, _) in found.items() if kind not in ("table", "index"))
    if strange:
        raise NameplateError(_foreign(path, strange[0]))
    if "alembic_version" not in found:
        raise NameplateError(
            f"“{path.name}” is not a Nameplate workspace; choose a file that Nameplate made."
        )
    versions = [str(row[0]) for row in connection.execute("SELECT version_num FROM alembic_version")]
    if len(versions) != 1 or not re.fullmatch(r"[0-9]{4}", versions[0]):
        raise NameplateError(_foreign(path, "alembic_version"))
    if versions[0] > LATEST:
        raise NameplateError(
            f"“{path.name}” was made by a newer Nameplate; install the newer version to open it."
        )
    if not _manifest(versions[0]).exists():
        raise NameplateError(_foreign(path, "alembic_version"))
    check_schema(found, versions[0], path)
    return versions[0]


def check_schema(found: dict[str, tuple[str, str, str | None]], version: str, path: Path) -> None:
    """NameplateError if a file holds anything that its version does not, or lacks something."""
    expected = _expected(version)
    for name, (kind, table, sql) in found.items():
        if name in _STATISTICS or (
            sql is None and name.startswith("sqlite_autoindex_") and table in expected
        ):
            continue
        if expected.get(name) != (kind, _normal(sql or "")):
            raise NameplateError(_foreign(path, name))
    missing = sorted(set(expected) - set(found))
    if missing:
        raise NameplateError(
            f"“{path.name}” is damaged, for its table “{missing[0]}” is missing; go back to a copy of it."
        )


@lru_cache(maxsize=4)
def _expected(version: str) -> dict[str, tuple[str, str]]:
    """What an empty file of this version holds, asked of SQLite: its full-text tables are its own affair."""
    connection = sqlite3.connect(":memory:")
    try:
        for statement in statements(version):
            connection.execute(statement)
        rows = connection.execute(
            "SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        ).fetchall()
    finally:
        connection.close()
    return {name: (kind, _normal(sql)) for name, kind, sql in rows}


def _normal(sql: str) -> str:
    return " ".join(sql.split())


def _foreign(path: Path, name: str) -> str:
    return (
        f"“{path.name}” holds something that Nameplate did not put there (“{name}”), so its texts cannot be "
        "trusted; ask for it anew from whoever sent it, or go back to a copy."
    )
