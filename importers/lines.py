"""What every reader yields, whatever the file format: lines of text with what their look tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_LINK = re.compile(r"\[([^\[\]]*)\]\((?:#|https?://)[^()\s]*\)")
_LIST_DASH = re.compile(r"^[-–•]\s+(?=[1-9]\d{0,2}\.(?:\s|$))|^[-–•]$")

_CUT_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/=&?_-]$")
_CUT_COMPOUND = re.compile(r"\w-$")
_AFTER_COMPOUND = re.compile(r"(?!(?:and|or|to)\b)[a-zà-ÿ]")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one paragraph where the format knows paragraphs (``whole``).

    ``text`` has single spaces and no edges; a line is never empty. ``gap`` counts the blank lines above it,
    which is all that a plain text says of its look. ``page`` counts from 1, None where the format has no
    pages. ``indent`` is how far its first words stand in: leading spaces of a text, points elsewhere.
    ``style`` is the format's own name for the look of the line ("Heading 1"), empty where it has none;
    ``heading`` the level of a heading that the format says it is, 0 where it says nothing.

    A ``whole`` line is a paragraph, heading or table row complete, which nothing is to be joined with: its
    reader put it together from what the format knows. A number that the format counts by itself stands at
    the beginning of the text as if it were typed. ``footnotes`` are the notes whose marks stood in the text
    (the marks are taken out of it), each with its own mark before it: "1 A/CONF.192/2024/RC/3, annex."
    ``cells`` are those of a table's row, whose text is the cells with " | " between them.
    """

    text: str
    gap: int = 0
    page: int | None = None
    indent: int = 0
    style: str = ""
    heading: int = 0
    bold: bool = False
    centred: bool = False
    whole: bool = False
    footnotes: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file as its reader gives it to the grammars.

    ``furniture`` is what was set aside and belongs to no paragraph, each text once: running heads, page
    numbers, job numbers, the distribution box of the first page (from which symbol and date are read).
    ``notes`` are sentences for the person who imports ("There were tracked changes; …"). ``pages`` is None
    for a format without pages. ``language`` and ``title`` are what the format itself says, empty if nothing.
    """

    lines: tuple[Line, ...]
    furniture: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    pages: int | None = None
    language: str = ""
    title: str = ""


def without_marks(text: str) -> str:
    """A line's words without the marks an export leaves: link targets, and dashes before a number.

    ``[A/CONF.192/16](#)`` becomes its visible text, ``- 74. To assess`` begins with its number, and a dash
    that stands alone becomes nothing. A dash before words stays: it may be part of a name.
    """
    return _LIST_DASH.sub("", _LINK.sub(r"\1", text)).strip()


def cleaned(lines: Iterable[Line]) -> list[Line]:
    """The lines without marks; a line that held nothing else is dropped and leaves a gap in its place."""
    kept: list[Line] = []
    owed = 0
    for line in lines:
        text = without_marks(line.text)
        if text:
            kept.append(replace(line, text=text, gap=line.gap + owed))
            owed = 0
        else:
            owed += line.gap + 1
    return kept


def joint(text: str, line: str) -> str:
    """What stands between the end of a text and the line after it: one space, or nothing.

    A compound broken at its hyphen ("record-" / "keeping") keeps the hyphen and gets no space; a hanging
    one does ("short-" / "and long-term"). An address cut at the line's end is mended.
    """
    cut_compound = _CUT_COMPOUND.search(text[-2:]) and _AFTER_COMPOUND.match(line)
    cut_address = _CUT_ADDRESS.fullmatch(text[text.rfind(" ") + 1 :])
    return "" if cut_compound or cut_address else " "


def joined(pieces: Iterable[str]) -> str:
    """The pieces of one text put together, each with the joint it needs; empty ones count for nothing."""
    whole: list[str] = []
    for piece in pieces:
        if piece and whole:
            whole.append(joint(whole[-1], piece))
        whole.append(piece)
    return "".join(whole)
