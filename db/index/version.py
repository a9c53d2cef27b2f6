"""Which program and which thesaurus the search index of a file was made with.

It stands in the file as SQLite's ``user_version``: in the upper bits how texts are divided, in the lower ones
what the thesaurus says, its files and the own concepts of the workspace. While an index is made anew in
slices, the number is negative.
"""

from __future__ import annotations

import zlib
from enum import Enum
from functools import lru_cache

from sqlalchemy import Connection

from resources.paths import thesaurus_files

INDEX_VERSION = 3
"""How words are divided, folded and stemmed, and which tokens tell what a paragraph is about. Whoever changes
one of these raises it, up to 127."""

TUNING = "INSERT INTO search (search, rank) VALUES ('automerge', 8)"
"""Merges the pieces of an index a little less eagerly than SQLite does by itself: adding documents is a
quarter quicker, and searching hardly slower."""

_BITS = 24
_OWN = "SELECT concept, topics, written, names, dropped FROM own_concepts ORDER BY concept"


class IndexState(Enum):
    """How much of an index holds."""

    CURRENT = "current"
    WORDS_HOLD = "words hold"
    """Only what it tells of meanings is that of another thesaurus."""
    PARTLY_MADE = "partly made"
    OLD = "old"


def state_of(connection: Connection) -> IndexState:
    """How much of this file's index holds."""
    found, wanted = _found(connection), _wanted(connection)
    if found == wanted:
        return IndexState.CURRENT
    if found == -wanted:
        return IndexState.PARTLY_MADE
    return IndexState.WORDS_HOLD if found >> _BITS == INDEX_VERSION else IndexState.OLD


def mark_begun(connection: Connection) -> None:
    """Writes into the file that its index is being made."""
    connection.exec_driver_sql(f"PRAGMA user_version={-_wanted(connection)}")


def mark_current(connection: Connection) -> None:
    """Writes into the file that its index is as this program makes it."""
    connection.exec_driver_sql(f"PRAGMA user_version={_wanted(connection)}")


def mark_mixed(connection: Connection) -> None:
    """Writes into the file that its index is being added to while it is not this program's and thesaurus'.

    What is added is made with the present thesaurus, the rest with the one before. Were that one to come back
    (a concept that was written is undone), the version found would fit again though not all of the index did.
    """
    state = state_of(connection)
    if state is IndexState.WORDS_HOLD:
        connection.exec_driver_sql(f"PRAGMA user_version={INDEX_VERSION << _BITS}")
    elif state is IndexState.OLD:
        connection.exec_driver_sql("PRAGMA user_version=0")


def version_of_new_file() -> int:
    """The ``user_version`` of a file without own concepts."""
    return _version("")


def _found(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)


def _wanted(connection: Connection) -> int:
    own = connection.exec_driver_sql(_OWN).all()
    return _version(repr([tuple(row) for row in own]) if own else "")


def _version(own: str) -> int:
    digest = zlib.crc32(own.encode(), _of_files())
    return INDEX_VERSION << _BITS | (digest & ((1 << _BITS) - 1) or 1)  # 0 stands for several, see above


@lru_cache(maxsize=1)
def _of_files() -> int:
    digest = 0
    for file in thesaurus_files():
        digest = zlib.crc32(file.read_bytes(), digest)
    return digest
