"""What a process that reads a file of unknown origin may use, set by that process for itself.

Two steps, since our own modules are loaded between them: ``restrain`` bounds memory and time at once,
``seal`` takes away files, processes and the network before the first byte of the document is looked at.
What a system cannot bound is left out; the deadline of the parent holds everywhere.
"""

from __future__ import annotations

import contextlib
import sys

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space: twenty times what a document of 90 pages needs."""
OPEN_FILES = 48


def restrain(memory: int = MEMORY, seconds: int = 60) -> None:
    """Bounds what this process may use: bytes of memory, seconds of computing, no core file."""
    if sys.platform == "win32":
        from importers.windows_job import join_job

        join_job(memory, seconds)
        return
    import resource

    _lower(resource.RLIMIT_AS, memory)
    _lower(resource.RLIMIT_CPU, seconds)
    _lower(resource.RLIMIT_CORE, 0)


def seal() -> None:
    """From here on this process writes no file, starts no other and opens no connection, where that works."""
    sys.dont_write_bytecode = True
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_NOFILE, OPEN_FILES)
    _lower(resource.RLIMIT_NPROC, 0)
    if sys.platform.startswith("linux"):
        from importers.linux_filter import refuse_system_calls

        refuse_system_calls()


def _lower(what: int, value: int) -> None:
    """Lowers a limit for good; a system that does not know it, or has a lower one, keeps its own."""
    import resource

    _, most = resource.getrlimit(what)
    if most != resource.RLIM_INFINITY:
        value = min(value, most)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(what, (value, value))
