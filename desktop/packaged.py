"""Where the packaged program starts: as itself, or as the process in which it reads a file of unknown origin.

Such a process is this same program, told so by its first argument; it must load neither window nor command
line, so it is the first thing that is looked for.
"""

from __future__ import annotations

import sys

READS_A_FILE = "--nameplate-reads-a-file"
"""The argument of ``importers.processes``, written out since loading that takes longer than reading."""


def main() -> int:
    """Does what the arguments ask; returns the exit code."""
    if sys.argv[1:2] == [READS_A_FILE]:
        from importers.child import main as read

        return read(sys.argv[2:])
    from desktop.__main__ import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main())
