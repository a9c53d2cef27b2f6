"""The command line: the jobs of the window without a window.

Exit codes: 0 done; 1 refused, with one sentence on standard error; 2 wrong usage. Only light modules are
imported here: what a verb needs is imported when it runs.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Any

from core.errors import NameplateError
from desktop.commands import (
    comparing,
    dossier,
    forerunners,
    library,
    meeting,
    pack,
    statement,
    suggesting,
    thesaurus,
    workspace,
)
from desktop.commands.arguments import Help, Verbs
from desktop.commands.output import Output, say

VERBS = (
    "new", "import", "documents", "paragraphs", "show", "search", "forerunners", "successors", "years",
    "matrix", "compare", "topics", "thesaurus", "agenda", "item", "meeting", "delegation", "suggest",
    "pull", "dismiss", "dossier", "record", "statement", "export", "pack", "copy", "verify",
)  # fmt: skip
"""What the first word of a command may be."""


def main(argv: Sequence[str] | None = None) -> int:
    """Does what a command asks and returns the exit code; wrong usage raises SystemExit(2)."""
    args = make_parser().parse_args(argv)
    try:
        out = Output(args.json)
        return int(args.run(args, out))
    except NameplateError as error:
        say(str(error))
        return 1
    except BrokenPipeError:
        return 0  # whoever reads has had enough
    except KeyboardInterrupt:
        say("Stopped.")
        return 130
    except Exception as error:
        return fault(error)


def make_parser() -> argparse.ArgumentParser:
    """The parser of all verbs."""
    parser = argparse.ArgumentParser(
        prog=program(),
        description="Prepares a delegate for United Nations meetings on small arms. Without a verb, or with "
        "a workspace alone, the window opens.",
        epilog="References are written like BMS8/62, BMS8/report.17 or RevCon3/II.32, or loosely, "
        "like “bms8 para 62”.",
        allow_abbrev=False,
        formatter_class=Help,
    )
    parser.add_argument("--version", action=_Version, help="show the version and end")
    verbs = Verbs(parser)
    workspace.add_new(verbs)
    for module in (
        library,
        forerunners,
        comparing,
        thesaurus,
        meeting,
        suggesting,
        dossier,
        statement,
        pack,
        workspace,
    ):
        module.add_verbs(verbs)
    return parser


def program() -> str:
    """What the program is called in messages: as it was started."""
    return os.environ.get("NAMEPLATE_PROGRAM") or "nameplate"


class _Version(argparse.Action):
    def __init__(self, option_strings: Sequence[str], dest: str, **rest: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **rest)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"Nameplate {version('nameplate')}")
        except PackageNotFoundError:
            print("Nameplate, not installed")
        parser.exit()


def fault(error: Exception) -> int:
    """Tells of a fault of our own: one sentence, and the details only for whoever asks for them."""
    say(
        f"Something went wrong inside Nameplate ({type(error).__name__}); nothing was changed. "
        "Please report this; NAMEPLATE_DEBUG=1 shows the details."
    )
    if os.environ.get("NAMEPLATE_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    return 1
