"""Tables: a row of a table is a line with cells, unless the table only places paragraphs on the page."""

from __future__ import annotations

import re
from dataclasses import replace

from importers.lines import Line

_NUMBER = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z])[.)]|[•–-])")
_RUNNING_WORDS = 12
"""Words with which the text beside a number is a paragraph; a list of names or figures has fewer."""


def lines_of(rows: list[list[list[Line]]]) -> list[Line]:
    """The lines of a table by rows, cells and what each cell holds.

    A table that only places text gives its paragraphs, in their order: one of a single column, and one of
    a single row whose cells hold several paragraphs. A number in a column of its own is put before the
    paragraph beside it. Any other row is one line.
    """
    filled = [[cell for cell in row if cell] for row in rows]
    if all(len(row) <= 1 for row in filled) or _only_places(filled):
        return [line for row in filled for cell in row for line in cell]
    if _numbers_stand_apart(filled):
        return [line for row in filled for line in _numbered(row)]
    return [_row(row) for row in rows if any(row)]


def _only_places(rows: list[list[list[Line]]]) -> bool:
    several = sum(len(cell) > 2 for row in rows for cell in row)
    return len(rows) == 1 and several > 0 and all(len(cell.text.split()) for cell in rows[0][0])


def _numbers_stand_apart(rows: list[list[list[Line]]]) -> bool:
    """Whether the first column holds nothing but numbers and the second one running text."""
    pairs = [row for row in rows if len(row) == 2]
    return (
        len(pairs) == len([row for row in rows if row])
        and all(len(row[0]) == 1 and _NUMBER.fullmatch(row[0][0].text) for row in pairs)
        and any(len(line.text.split()) >= _RUNNING_WORDS for row in pairs for line in row[1])
    )


def _numbered(row: list[list[Line]]) -> list[Line]:
    number, words = row[0][0], row[1]
    first = replace(words[0], text=f"{number.text} {words[0].text}", page=number.page)
    return [first, *words[1:]]


def _row(row: list[list[Line]]) -> Line:
    """A row as one line: the text of each cell, nested tables and all."""
    lines = [line for cell in row for line in cell]
    cells = tuple(" ".join(line.text for line in cell) for cell in row)
    return Line(
        text=" | ".join(cell for cell in cells if cell),
        page=lines[0].page,
        style=lines[0].style,
        bold=all(line.bold for line in lines),
        whole=True,
        footnotes=tuple(note for line in lines for note in line.footnotes),
        cells=cells,
    )
