"""A file is written beside its target, synced, and only then put in its place: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from core.errors import NameplateError


def write_safely(target: Path, content: bytes) -> None:
    """Puts ``content`` at ``target``; what stood there before is untouched unless all went well.

    NameplateError says in a sentence what to do: the folder is missing or not writable, the disk is full,
    the target is a folder, or another program holds it open. Nothing is left beside the target.
    """
    target = Path(os.path.realpath(target))
    beside = target.parent / f".nameplate-{secrets.token_hex(6)}.part"
    try:
        _check_place(target)
        _write(beside, content)
        _keep_mode(target, beside)
        _replace(beside, target)
    except OSError as error:
        raise NameplateError(_sentence(error, target)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _check_place(target: Path) -> None:
    if target.is_dir():
        raise NameplateError(f"“{target.name}” is a folder; choose a file name in it.")
    if not target.parent.is_dir():
        raise NameplateError(f"There is no folder “{target.parent.name}” to write “{target.name}” into.")


def _write(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o666)
    try:
        view = memoryview(content)
        while view:
            written = os.write(descriptor, view)
            if written <= 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            view = view[written:]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _keep_mode(target: Path, beside: Path) -> None:
    """The new file is as readable as the one it replaces."""
    with contextlib.suppress(OSError):
        beside.chmod(target.stat().st_mode & 0o777)


class _InUseError(OSError):
    """The finished file could not be put in the place of the old one."""


def _replace(beside: Path, target: Path) -> None:
    try:
        beside.replace(target)
    except PermissionError as error:
        raise _InUseError(error.errno, error.strerror) from error


def _sync_folder(folder: Path) -> None:
    """So that the new name survives a power cut; not every system can do it for folders."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sentence(error: OSError, target: Path) -> str:
    name, folder = target.name, target.parent.name or str(target.parent)
    if isinstance(error, _InUseError):
        return f"“{name}” is open in another program or protected; close it there, or choose another name."
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG):
        return f"There is not enough room on the disk for “{name}”; make room or choose another place."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"Nothing can be written into the folder “{folder}”; choose another folder."
    if error.errno == errno.ENAMETOOLONG:
        return f"The name “{name[:40]}…” is too long; choose a shorter one."
    reason = error.strerror or "the system gave no reason"
    return f"“{name}” could not be written ({reason}); choose another place and try again."
