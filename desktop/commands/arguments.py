"""What the verbs share in reading their arguments; a wrong one ends with exit code 2."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import NameplateError

if TYPE_CHECKING:
    from desktop.commands.output import Output

Handler = Callable[[argparse.Namespace, "Output"], int]
Options = argparse.ArgumentParser | argparse._MutuallyExclusiveGroup
_TRACKS = ("poa", "iti", "cooperation", "other")


class Help(argparse.HelpFormatter):
    """Help with room for the longest verb and its workspace in the left column."""

    def __init__(self, prog: str, **rest: Any) -> None:
        """As its base, but for the room."""
        super().__init__(prog, **{"max_help_position": 30, **rest})


class Verbs:
    """A set of verbs that a parser offers."""

    def __init__(self, parser: argparse.ArgumentParser, metavar: str = "VERB") -> None:
        """Adds room for verbs to this parser; one of them must be given."""
        self._parsers = parser.add_subparsers(metavar=metavar, required=True)

    def add(
        self, name: str, handler: Handler, summary: str, *, workspace: bool = True
    ) -> argparse.ArgumentParser:
        """A verb that takes --json and, first, the workspace it works on."""
        parser = self._parser(name, summary)
        parser.add_argument("--json", action="store_true", help="write exact JSON to standard output")
        if workspace:
            parser.add_argument("workspace", type=Path, metavar="W.db", help="the workspace")
        parser.set_defaults(run=handler, parser=parser)
        return parser

    def group(self, name: str, summary: str) -> Verbs:
        """A verb that is followed by another one."""
        return Verbs(self._parser(name, summary))

    def _parser(self, name: str, summary: str) -> argparse.ArgumentParser:
        said = f"{summary[0].upper()}{summary[1:]}."
        return self._parsers.add_parser(
            name, help=summary, description=said, allow_abbrev=False, formatter_class=Help
        )


def add_author(parser: argparse.ArgumentParser) -> None:
    """The option that says who writes; nothing is taken from the machine."""
    parser.add_argument(
        "--author", type=line, default="", metavar="NAME", help="who is writing (default: nobody)"
    )


def add_item(parser: Options, *, required: bool = True) -> None:
    """The option that names an agenda item."""
    parser.add_argument("--item", type=line, required=required, metavar="N", help="the agenda item's number")


def add_track(parser: Options) -> None:
    """The option that names a track."""
    parser.add_argument("--track", choices=_TRACKS, help="one of the four tracks")


def add_words(parser: argparse.ArgumentParser, what: str, *, required: bool = False) -> None:
    """The options that give a text: in the command itself, or in a file."""
    group = parser.add_mutually_exclusive_group(required=required)
    group.add_argument("--text", type=words, metavar="WORDS", help=f"{what}, given here")
    group.add_argument("--file", metavar="F", help=f"{what}, read from a UTF-8 file (- for standard input)")


def words_given(args: argparse.Namespace) -> str | None:
    """The text of --text or --file, None if neither was given."""
    if args.file is None:
        return None if args.text is None else str(args.text)
    return read_words(args.file)


def read_words(name: str) -> str:
    """The text of a UTF-8 file, or of standard input for "-"; NameplateError if it cannot be read."""
    called = "What stands on standard input" if name == "-" else f"“{name}”"
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise NameplateError(f"{called} is not text encoded in UTF-8; save it with that encoding.") from None
    except FileNotFoundError:
        raise NameplateError(f"There is no file {called}.") from None
    except IsADirectoryError:
        raise NameplateError(f"{called} is a folder; name a text file in it.") from None
    except OSError as error:
        raise NameplateError(f"{called} could not be read: {error.strerror}.") from None


def words(typed: str) -> str:
    """Text as typed; what is no text at all is refused as wrong usage."""
    if any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in typed):
        raise argparse.ArgumentTypeError("the words hold bytes that are no text")
    return typed


def line(typed: str) -> str:
    """One line of text, with single spaces."""
    return " ".join(words(typed).split())


def minutes(typed: str) -> float:
    """A number of minutes: 5, 2.5 or 4:30."""
    whole, colon, seconds = typed.partition(":")
    try:
        value = int(whole) + int(seconds) / 60 if colon else float(typed)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 24 * 60:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a number of minutes, like 5 or 4:30")
    return value


def whole_number(typed: str) -> int:
    """A whole number above zero, of six digits at most."""
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 6 and int(typed) > 0):
        raise argparse.ArgumentTypeError(f"{typed!r} is not a whole number from 1 to 999999")
    return int(typed)


def given(args: argparse.Namespace, *names: str) -> dict[str, Any]:
    """Those of these options that were given, by name."""
    return {name: value for name in names if (value := getattr(args, name)) is not None}
