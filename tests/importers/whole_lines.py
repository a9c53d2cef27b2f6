"""Whole paragraphs as the readers of PDF, Word and HTML give them, written by hand to test the grammar."""

from collections.abc import Iterable

from core.documents import Kind
from importers.lines import Line
from importers.rows import Reading, Row
from importers.structure import read_structure


def lines_of(text: str) -> list[Line]:
    """A whole line for every line of the text; one that begins with "#" is a heading, with "*" is bold."""
    made = []
    for raw in text.strip().splitlines():
        words = raw.strip()
        if words:
            heading, bold = words.startswith("# "), words.startswith("* ")
            made.append(
                Line(words[2:] if heading or bold else words, whole=True, bold=bold, heading=int(heading))
            )
    return made


def read(text: str) -> Reading:
    """A document of whole lines, read."""
    return read_structure(lines_of(text))


def labels(reading: Reading, part: str | None = None) -> list[str]:
    """The labels in order, with their part where none is asked for and there are several."""
    several = part is None and len({row.part for row in reading.rows if row.label}) > 1
    return [
        f"{row.part}.{row.label}" if several else row.label
        for row in reading.rows
        if row.label and part in (None, row.part)
    ]


def row(reading: Reading, label: str, part: str | None = None) -> Row:
    """The row with this label."""
    return next(found for found in reading.rows if found.label == label and part in (None, found.part))


def unnumbered(rows: Iterable[Row]) -> list[str]:
    """The words of the rows that are neither numbered nor headings."""
    return [found.text for found in rows if not found.label and found.kind is not Kind.HEADING]


def headings(reading: Reading) -> list[tuple[str, int]]:
    """The headings that have a level."""
    return [(found.text, found.level) for found in reading.rows if found.level]
