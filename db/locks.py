"""A lock against a second window: held by the operating system, so that a crash cannot leave it behind."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from core.errors import NameplateError


class WindowLock:
    """The right to write to one workspace, held on a small file beside it.

    The operating system lets go of it when the process ends, however it ends. The file itself says nothing
    and is removed where possible; one that was left behind hinders nobody.
    """

    def __init__(self, workspace: Path, *, is_new: bool = False) -> None:
        """Prepares the lock for this workspace, or for one that is to be made, without taking it."""
        self._workspace = workspace
        self._is_new = is_new
        self._path = workspace.with_name(workspace.name + ".lock")
        self._handle: int | None = None

    def acquire(self) -> None:
        """Takes the lock; NameplateError if another window or command holds it or its folder is protected."""
        while self._handle is None:
            try:
                handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
            except OSError as error:
                raise NameplateError(self._protected()) from error
            if not _take(handle):
                os.close(handle)
                raise NameplateError(
                    f"“{self._workspace.name}” is open in another window or command; close it there and try "
                    "again."
                )
            if _still_named(handle, self._path):
                self._handle = handle
            else:
                os.close(handle)

    def release(self) -> None:
        """Lets go of the lock; nothing happens if it is not held, or if its disk is no longer there."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        try:
            if sys.platform != "win32":
                self._remove()
        finally:
            with suppress(OSError):
                os.close(handle)
        if sys.platform == "win32":
            self._remove()

    def _protected(self) -> str:
        if self._is_new:
            return f"The folder “{self._workspace.parent}” cannot be written to; choose another folder."
        return (
            f"The folder of “{self._workspace.name}” cannot be written to; make a copy of the workspace in a "
            "folder of yours and open that."
        )

    def _remove(self) -> None:
        """Takes the file away where that can be done; one that stays hinders nobody."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def __enter__(self) -> WindowLock:
        """Takes the lock."""
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Lets go of it."""
        self.release()


def _still_named(handle: int, path: Path) -> bool:
    """Whether the file that was locked is still the one at the path, and not one its last holder removed."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # A file system without locks (some network shares): SQLite's own lock still guards every write.
            return True
        return True
