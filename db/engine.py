"""One engine for one workspace file: its pragmas, its transactions, and what its errors mean.

People mail the file itself, so the file alone is always complete: a rollback journal, every commit synced.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from core.errors import NameplateError

APPLICATION_ID = 0x4E504C54
"""Stands in the header of every workspace: "NPLT"."""

WAIT_SECONDS = 5.0
"""How long another program that reads the file is waited for."""

_ALWAYS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)


def make_engine(path: Path, *, read_only: bool = False, foreign_keys: bool = True) -> Engine:
    """An engine with one connection to an existing file, kept until the engine is disposed of.

    Transactions are real ones (the driver's own are off). A write begins with ``writing(engine)``, so that
    it holds its lock from the start. ``foreign_keys`` is switched off only to rebuild tables in a migration.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _open(path),
        poolclass=StaticPool,
        hide_parameters=True,  # what a person wrote never stands in an error message
        json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
    )
    pragmas = [*_ALWAYS, f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}"]
    if read_only:
        pragmas.append("PRAGMA query_only=ON")
    else:
        pragmas += ["PRAGMA journal_mode=DELETE", "PRAGMA synchronous=EXTRA"]

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(pragma).close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("nameplate_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take the write lock when they begin."""
    return engine.execution_options(nameplate_write=True)


def roll_back(engine: Engine) -> None:
    """Ends a transaction that is still open: a commit that failed because of a reader leaves one behind."""
    connection = engine.raw_connection()
    try:
        connection.rollback()
    finally:
        connection.close()


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection, for what only SQLite can do."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        str(path.absolute()), timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turns database errors that a person can cause or mend into a NameplateError; others pass."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        sentence = sentence_for(cause, path)
        if sentence is None:
            raise
        raise NameplateError(sentence) from error
    except UnicodeEncodeError as error:
        if not _raised_by_driver(error):
            raise
        raise NameplateError(
            "The text holds a damaged character that cannot be stored; type the passage anew, or paste it as "
            "plain text."
        ) from error
    except (ValueError, LookupError) as error:
        if not _raised_by_driver(error):
            raise
        raise NameplateError(damaged(path)) from error


def damaged(path: Path) -> str:
    """The sentence for a file whose contents cannot be trusted."""
    return (
        f"“{path.name}” is damaged: keep it as it is, and go back to a copy of it, such as one that was "
        "mailed or a backup of the disk."
    )


_SENTENCES = {
    sqlite3.SQLITE_READONLY_DBMOVED: "“{name}” was moved, renamed or deleted while it was open; put it "
    "back where it was, or save a copy under another name.",
    sqlite3.SQLITE_READONLY_ROLLBACK: "A write to “{name}” was broken off and has to be undone first; "
    "open it once for writing, in a folder that can be written to.",
    sqlite3.SQLITE_FULL: "The disk is full, so nothing was written to “{name}”; make room and try again.",
    sqlite3.SQLITE_READONLY: "“{name}” cannot be written to; make a copy in a folder of yours and open that.",
    sqlite3.SQLITE_PERM: "“{name}” may not be opened by you; ask its owner, or make a copy of it.",
    sqlite3.SQLITE_BUSY: "“{name}” is in use by another program; close it there and try again.",
    sqlite3.SQLITE_LOCKED: "“{name}” is in use by another program; close it there and try again.",
    sqlite3.SQLITE_IOERR: "The disk that holds “{name}” could not be read or written; check that it is "
    "still connected, and try again.",
    sqlite3.SQLITE_CANTOPEN: "“{name}” cannot be opened; check that it is still there and that its folder "
    "can be written to.",
    sqlite3.SQLITE_NOTADB: "“{name}” is not a Nameplate workspace; choose a file that Nameplate made.",
    sqlite3.SQLITE_TOOBIG: "The text is too long to be stored in “{name}”; split it into shorter pieces.",
}


def sentence_for(error: object, path: Path) -> str | None:
    """What a driver's error means to a person, None where it is a fault of the program."""
    if not isinstance(error, sqlite3.Error):
        return None
    code: Any = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return damaged(path) if "decode" in str(error) else None
    if code & 0xFF == sqlite3.SQLITE_CORRUPT:
        return damaged(path)
    sentence = _SENTENCES.get(code) or _SENTENCES.get(code & 0xFF)
    return sentence.format(name=path.name) if sentence else None


_DECODERS = ("codecs", "datetime", "encodings", "enum", "json", "uuid")


def _raised_by_driver(error: BaseException) -> bool:
    """Whether an error came out of the database layer: values of a damaged file fail to decode there."""
    raised_in = ""
    trace = error.__traceback__
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", "")).split(".")[0]
        raised_in = raised_in if module in _DECODERS else module
        trace = trace.tb_next
    return raised_in == "sqlalchemy"
