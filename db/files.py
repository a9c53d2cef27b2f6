"""Files that appear whole or not at all: written beside their place, synced, then put there."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import NameplateError


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A path beside ``target`` to build a file at; when the block ends well it is synced and takes its place.

    When the block fails, the built file is removed and whatever was at ``target`` is untouched.
    NameplateError where the folder is missing, cannot be written to, or the disk is full.
    """
    building = target.with_name(f".nameplate-{secrets.token_hex(4)}.new")
    try:
        yield building
        sync(building)
        building.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise NameplateError(_sentence(error, target)) from error
    finally:
        for left in (building, building.with_name(building.name + "-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Makes sure a file's bytes are on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Makes sure a folder's entries are on the disk, where the system can do so."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _sentence(error: OSError, target: Path) -> str:
    name = target.name
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full, so “{name}” was not written; make room, or choose another disk."
    if isinstance(error, FileNotFoundError):
        return f"The folder “{target.parent}” does not exist; choose another place for “{name}”."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"“{name}” cannot be written to the folder “{target.parent}”; choose another place."
    return f"“{name}” could not be written ({error.strerror}); choose another place."
