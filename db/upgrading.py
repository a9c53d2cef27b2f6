"""Brings an older workspace file up to date; the only module that needs Alembic."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from core.errors import NameplateError
from db import schema
from db.copies import back_up
from db.engine import driver_connection, make_engine, writing
from db.files import beside


def upgrade(path: Path, version: str) -> None:
    """Migrates a file to the latest version in one transaction, after a backup beside it.

    If anything fails, the file is as it was. NameplateError where the disk is full or the folder cannot be
    written to; any other error is a fault of a migration.
    """
    _keep_backup(path, version)
    engine = make_engine(path, foreign_keys=False)
    try:
        with writing(engine).begin() as connection:
            run_migrations(connection)
            driver = driver_connection(connection)
            broken = driver.execute("PRAGMA foreign_key_check").fetchone()
            if broken is not None:
                raise NameplateError(
                    f"“{path.name}” could not be upgraded, for rows of its table “{broken[0]}” are missing "
                    "others they belong to; it is unchanged: go back to a copy of it."
                )
            schema.version_of(driver, path)
    finally:
        engine.dispose()


def run_migrations(connection: Connection) -> None:
    """Runs what is missing to the latest version, within the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _keep_backup(path: Path, version: str) -> Path:
    backup = backup_path(path, version)
    with closing(sqlite3.connect(str(path.absolute()))) as source, beside(backup) as building:
        back_up(source, building)
    return backup


def backup_path(path: Path, version: str) -> Path:
    """Where the backup of a file of this version goes: a name that is not taken yet."""
    nth = 1
    while True:
        number = f"-{nth}" if nth > 1 else ""
        candidate = path.with_name(f"{path.name}.version-{version}{number}.bak")
        if not candidate.exists():
            return candidate
        nth += 1
