"""Values that another process sent, each checked before it is used; Untrusted if it is not as agreed."""

from __future__ import annotations

import re
from typing import Any, NoReturn

MAX_TEXT = 500_000
MAX_LINE = 2_000
"""Characters of a title, a heading in a path, a symbol, a warning."""
MAX_LABEL = 60

_NEVER = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
IN_TEXT = re.compile(f"[{_NEVER}]")
"""What never stands in a text: control characters, halves of characters, and what is none."""
IN_LINE = re.compile(f"[{_NEVER}\\t\\n]")
"""What never stands in a line."""


class Untrusted(Exception):  # noqa: N818 - not a fault of ours: the other process does not keep to the form
    """What came is not what was agreed upon."""


def checked_list(told: object, exactly: int | None = None, *, most: int = 0) -> list[Any]:
    """A list of exactly so many values, or of at most so many."""
    if type(told) is not list or (len(told) > most if exactly is None else len(told) != exactly):
        refuse("list")
    return told


def checked_lines(told: object, most: int) -> tuple[str, ...]:
    """At most so many lines."""
    return tuple(checked_line(line) for line in checked_list(told, most=most))


def checked_number(told: object, most: int) -> int:
    """A whole number from 0 to ``most``."""
    if type(told) is not int or not 0 <= told <= most:
        refuse("number")
    return told


def checked_label(told: object) -> str:
    """A line short enough for the number of a paragraph."""
    label = checked_line(told)
    if len(label) > MAX_LABEL:
        refuse("label")
    return label


def checked_line(told: object) -> str:
    """One line of text in which nothing steers a terminal, no longer than a title."""
    if type(told) is not str or len(told) > MAX_LINE or (not told.isprintable() and IN_LINE.search(told)):
        refuse("line")
    return told


def checked_text(told: object) -> str:
    """A text that may run over several lines, no longer than any paragraph."""
    if type(told) is not str or len(told) > MAX_TEXT or (not told.isprintable() and IN_TEXT.search(told)):
        refuse("text")
    return told


def showable(text: str) -> str:
    """A text with spaces where it has what never stands in one."""
    return IN_TEXT.sub(" ", text) if not text.isprintable() else text


def refuse(what: str) -> NoReturn:
    """Raises Untrusted; ``what`` is for whoever looks for the reason."""
    raise Untrusted(what)
