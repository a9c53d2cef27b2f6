"""Complete copies of a workspace, made while it is open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from core.errors import NameplateError
from db.engine import sentences
from db.files import beside
from db.locks import WindowLock
from db.opening import check_no_journal


def save_copy(engine: Engine, source: Path, target: Path) -> None:
    """Puts a copy of an open workspace at ``target``; what was there stays if that fails.

    NameplateError where ``target`` is the workspace itself, is open in another window, is a folder, or
    cannot be written.
    """
    if target.is_dir():
        raise NameplateError(f"“{target}” is a folder; give the copy a file name.")
    if not target.parent.is_dir():
        raise NameplateError(
            f"The folder “{target.parent}” does not exist; make it first, or choose another."
        )
    if target.exists() and target.samefile(source):
        raise NameplateError(f"“{target.name}” is this workspace itself; choose another name for the copy.")
    check_no_journal(target)
    with WindowLock(target, is_new=True), beside(target) as building:
        connection = engine.raw_connection()
        try:
            driver = connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            with sentences(target):
                back_up(driver, building)
        finally:
            connection.close()


def back_up(source: sqlite3.Connection, building: Path) -> None:
    """Copies an open database page by page into a new file; sqlite3.Error if that fails."""
    with closing(sqlite3.connect(str(building.absolute()), isolation_level=None)) as copy:
        source.backup(copy)
