"""What the command line says: JSON or text for people on standard output, messages on standard error."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from core.errors import NameplateError

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_WIDEST = 110
_NARROWEST = 24


class Output:
    """Standard output in one of two forms: JSON, which is written once and alone, or text."""

    def __init__(self, as_json: bool) -> None:
        """Measures the terminal; text that goes elsewhere is wrapped at a common width."""
        self.as_json = as_json
        terminal = sys.stdout.isatty()
        columns = shutil.get_terminal_size((100, 24)).columns if terminal or "COLUMNS" in os.environ else 100
        self.width = max(_NARROWEST, columns)
        self._styled = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"

    def json(self, data: Any) -> None:
        """Writes data as JSON in UTF-8, whatever the locale."""
        text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
        _write(sys.stdout, text.encode("utf-8", "backslashreplace"), text)

    def text(self, text: str = "", indent: int = 0, hang: int | None = None) -> None:
        """Writes text, each line of it wrapped; lines after the first are indented by ``hang``."""
        width = min(self.width, _WIDEST)
        first, rest = " " * indent, " " * (indent if hang is None else hang)
        for line in text.split("\n") if text else [""]:
            wrapped = textwrap.wrap(
                printable(line),
                width,
                initial_indent=first,
                subsequent_indent=rest,
                break_long_words=False,
                break_on_hyphens=False,
            )
            self._lines(wrapped or [""])

    def exact(self, text: str) -> None:
        """Writes text as it is, unwrapped: a statement's Markdown."""
        self._lines([printable(line) for line in text.rstrip("\n").split("\n")])

    def table(self, titles: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Writes columns under their titles; the last one is wrapped within what the others leave."""
        cells = [[printable("" if cell is None else str(cell)) for cell in row] for row in rows]
        if not cells:
            return
        widths = [max(len(row[n]) for row in [list(titles), *cells]) for n in range(len(titles) - 1)]
        start = sum(widths) + 2 * len(widths)
        room = max(_NARROWEST, self.width - start)
        for nth, row in enumerate([list(titles), *cells]):
            fixed = "".join(cell.ljust(width) + "  " for cell, width in zip(row, widths, strict=False))
            wrapped = textwrap.wrap(row[-1], room, break_long_words=False, break_on_hyphens=False) or [""]
            lines = [fixed + wrapped[0], *(" " * start + line for line in wrapped[1:])]
            self._lines(lines if nth else [self.strong(line) for line in lines])

    def strong(self, text: str) -> str:
        """Text that stands out on a terminal."""
        return f"\x1b[1m{text}\x1b[0m" if self._styled and text.strip() else text

    def heading(self, text: str) -> None:
        """Writes a line that stands out."""
        lines = textwrap.wrap(printable(text), min(self.width, _WIDEST)) or [""]
        self._lines([self.strong(line) for line in lines])

    def say(self, message: str) -> None:
        """Writes a message to standard error."""
        say(message)

    def _lines(self, lines: Sequence[str]) -> None:
        if self.as_json:
            raise RuntimeError("text would stand beside the JSON")
        text = "".join(line.rstrip() + "\n" for line in lines)
        _write(sys.stdout, text.encode(sys.stdout.encoding or "utf-8", "replace"), text)


def say(message: str) -> None:
    """Writes a message to standard error, with characters that its encoding lacks replaced."""
    encoding = sys.stderr.encoding or "utf-8"
    text = printable(message) + "\n"
    try:
        _write(sys.stderr, text.encode(encoding, "replace"), text)
    except NameplateError:
        return


def printable(text: str) -> str:
    """Text without control characters: what stands in a document must not steer a terminal."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _write(stream: TextIO, data: bytes, text: str) -> None:
    """Writes bytes where the stream takes them; BrokenPipeError passes, all else that fails is a sentence."""
    try:
        buffer = getattr(stream, "buffer", None)
        if buffer is None:
            stream.write(text)
        else:
            stream.flush()
            buffer.write(data)
            buffer.flush()
    except BrokenPipeError:
        _give_up(stream)
        raise
    except OSError as error:
        _give_up(stream)
        raise NameplateError(f"The output could not be written: {error.strerror}.") from error


def _give_up(stream: TextIO) -> None:
    """Points a stream that takes no more at nothing, so that the program's end does not stumble over it."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, descriptor)
    os.close(nothing)
