"""The checks before a file is trusted, and the making of new ones."""

from __future__ import annotations

import os
import sqlite3
import struct
from pathlib import Path

from sqlalchemy import Connection, Engine

from core.errors import NameplateError
from db import schema
from db.engine import APPLICATION_ID, damaged, driver_connection, make_engine, sentence_for
from db.index.version import TUNING, version_of_new_file

_MAGIC = b"SQLite format 3\x00"
_PAGE_SIZE = 4096
_QUICK_CHECK_LIMIT = 16 * 1024 * 1024


def check_header(path: Path) -> None:
    """NameplateError unless there is a file here that begins as a workspace does and is not cut short."""
    if not path.exists():
        raise NameplateError(f"There is no file “{path}”; check its name and its folder.")
    if not path.is_file():
        raise NameplateError(f"“{path}” is not a file; choose a workspace file, which ends in .db.")
    try:
        with path.open("rb") as file:
            header = file.read(100)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise NameplateError(
            f"“{path.name}” cannot be read ({error.strerror}); ask its owner, or make a copy of it."
        ) from error
    if not size:
        raise NameplateError(
            f"“{path.name}” is empty, so it is not a workspace; choose another file or a copy."
        )
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise NameplateError(
            f"“{path.name}” is not a Nameplate workspace; choose a file that Nameplate made."
        )
    page_size, changes, pages, valid_for, application = _header_fields(header)
    if application != APPLICATION_ID:
        raise NameplateError(
            f"“{path.name}” is a database of another program, not a Nameplate workspace; choose another file."
        )
    if not journal_of(path).exists() and changes == valid_for and size < pages * page_size:
        raise NameplateError(_cut_short(path, size, pages * page_size))


def check_writable(path: Path) -> None:
    """NameplateError for a write-protected file."""
    if not os.access(path, os.W_OK):
        raise NameplateError(
            f"“{path.name}” is write-protected; make a copy in a folder of yours and open that, or open "
            "it for reading."
        )


def check_vacant(path: Path) -> None:
    """NameplateError if a new workspace cannot be made at this path without harm to what is there."""
    if path.exists() or path.is_symlink():
        raise NameplateError(f"There is already a file “{path.name}” in that folder; choose another name.")
    if not path.parent.is_dir():
        raise NameplateError(f"The folder “{path.parent}” does not exist; make it first, or choose another.")
    check_no_journal(path)


def check_no_journal(path: Path) -> None:
    """NameplateError if a rollback journal lies at this path: it would be applied to what is put there."""
    for journal in (journal_of(path), path.with_name(path.name + "-wal")):
        if journal.exists():
            raise NameplateError(
                f"“{journal.name}” was left in that folder by another file of this name; choose another name."
            )


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to roll back a write that was broken off."""
    return path.with_name(path.name + "-journal")


def make_file(path: Path) -> None:
    """A new, empty workspace file of the latest version; it is not synced."""
    connection = sqlite3.connect(str(path.absolute()), isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size={_PAGE_SIZE}")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={version_of_new_file()}")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN IMMEDIATE")
        schema.make_tables(connection)
        connection.execute(TUNING)
        connection.execute("COMMIT")
    finally:
        connection.close()


def open_checked(path: Path, *, read_only: bool) -> Engine:
    """An engine on a file whose header was checked; NameplateError if what it holds cannot be trusted.

    An older file is upgraded first, or refused where it is only to be read.
    """
    version = _examine(path)
    if version != schema.LATEST:
        if read_only:
            raise NameplateError(
                f"“{path.name}” was made by an older Nameplate; open it for writing once, which upgrades it."
            )
        from db.upgrading import upgrade

        upgrade(path, version)
        _examine(path)
    engine = make_engine(path, read_only=read_only)
    try:
        engine.connect().close()  # from now on this file is open, whatever comes to stand at its path
    except BaseException:
        engine.dispose()
        raise
    return engine


def data_version(connection: Connection) -> int:
    """A number that changes when another process has written to the file."""
    return int(driver_connection(connection).execute("PRAGMA data_version").fetchone()[0])


def _examine(path: Path) -> str:
    """The version of a file that may be trusted; a write that was broken off is rolled back on the way."""
    connection = sqlite3.connect(str(path.absolute()), timeout=5.0, isolation_level=None)
    try:
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON"):
            connection.execute(f"PRAGMA {pragma}")
        version = schema.version_of(connection, path)
        pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
        page_size = int(connection.execute("PRAGMA page_size").fetchone()[0])
        size = path.stat().st_size
        if size < pages * page_size:
            raise NameplateError(_cut_short(path, size, pages * page_size))
        if size <= _QUICK_CHECK_LIMIT and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise NameplateError(damaged(path))
        return version
    except UnicodeDecodeError as error:
        raise NameplateError(damaged(path)) from error
    except sqlite3.Error as error:
        raise NameplateError(sentence_for(error, path) or damaged(path)) from error
    finally:
        connection.close()


def _header_fields(header: bytes) -> tuple[int, int, int, int, int]:
    (page_size,) = struct.unpack_from(">H", header, 16)
    changes, pages = struct.unpack_from(">II", header, 24)
    (application,) = struct.unpack_from(">I", header, 68)
    (valid_for,) = struct.unpack_from(">I", header, 92)
    return 65536 if page_size == 1 else page_size, changes, pages, valid_for, application


def _cut_short(path: Path, size: int, expected: int) -> str:
    return (
        f"“{path.name}” is cut short ({size:,} of {expected:,} bytes), as after a broken-off copy or "
        "download; copy it again from where it came."
    )
