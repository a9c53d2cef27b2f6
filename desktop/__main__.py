"""Where the program starts: the window, or the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from core.errors import NameplateError
from desktop import cli
from desktop.commands.output import say

FIRST_PACK = (
    "new first.db --state Ghana",
    "agenda first.db",
    'search first.db "marking and tracing" --item 7',
    "pull first.db --item 7 BMS8/62 BMS8/63 RevCon3/III.10",
    "statement new first.db --item 7",
    "export first.db --item 7 --out first-pack.docx",
    "export first.db --item 7 --out first-pack.pdf",
)
"""The commands that make a first briefing pack without a window."""


def main(argv: Sequence[str] | None = None) -> int:
    """Opens the window, on a workspace if one is named, or does what a verb asks; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not wants_window(arguments):
        return cli.main(arguments)
    path = Path(arguments[0]) if arguments else None
    try:
        if path is not None:
            _check_workspace(path)
        return open_window(path)
    except NameplateError as error:
        say(str(error))
        return 1
    except Exception as error:
        return cli.fault(error)


def _check_workspace(path: Path) -> None:
    if path.is_dir():
        raise NameplateError(f"“{path}” is a folder; name a workspace in it.")
    if not path.is_file():
        raise NameplateError(
            f"There is no file “{path}”; “{cli.program()} new {path}” makes a workspace of that name."
        )


def wants_window(arguments: Sequence[str]) -> bool:
    """Whether these arguments ask for the window: none at all, or a single file and no verb."""
    if not arguments:
        return True
    if len(arguments) > 1 or arguments[0].startswith("-") or arguments[0] in cli.VERBS:
        return False
    return arguments[0].lower().endswith(".db") or Path(arguments[0]).exists()


def has_display() -> bool:
    """Whether a window can be shown: on Linux that takes a display, or a platform that needs none."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_window(path: Path | None) -> int:
    """Opens the window; without a display, says what to do instead and returns 1."""
    if not has_display():
        say(_without_window("There is no display here, so the window cannot open."))
        return 1
    try:
        from desktop.app import run
    except ImportError as error:
        if ".so" not in str(error):
            raise
        missing = str(error).split(":")[0]
        say(_without_window(f"The window needs the system library {missing}, which is not installed."))
        return 1
    return int(run(path) or 0)


def _without_window(why: str) -> str:
    steps = "\n".join(f"  {cli.program()} {step}" for step in FIRST_PACK)
    return (
        f"{why} The command line does the same work; these commands make a first briefing pack:\n\n{steps}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
