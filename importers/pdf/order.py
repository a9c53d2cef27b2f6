"""Printed lines in the order in which they are read.

The order of the file is trusted as long as it goes down the page, or beside what was there (a second column,
the next cell of a row). A piece that stands above one of the same column that came before it is moved there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from importers.pdf.printed import Mark, Page, Printed

_LABEL = re.compile(r"(?:\(?[\dA-Za-z]{1,5}[.)]|\d+(?:\.\d+)+\.?|[–•\-*])")
_LONE_MARK = re.compile(r"\d{1,3}|[a-z]|\*{1,3}|[†‡§]")


@dataclass(slots=True)
class _Piece:
    lines: list[Printed]
    left: float
    right: float
    top: float
    bottom: float


def in_reading_order(page: Page) -> None:
    """Puts the lines of a page in reading order, and joins those that stand on one line of print."""
    lines = page.lines
    if any(after.bottom > line.bottom - 0.6 * after.height for line, after in pairwise(lines)):
        ordered: list[_Piece] = []
        for piece in _pieces(lines):
            ordered.insert(_place(piece, ordered), piece)
        page.lines = _side_by_side([line for piece in ordered for line in piece.lines])


def _pieces(lines: list[Printed]) -> list[_Piece]:
    """Runs of lines that go down the page, each overlapping the one above it."""
    pieces: list[_Piece] = []
    for line in lines:
        piece = pieces[-1] if pieces else None
        if (
            piece
            and line.bottom < piece.bottom - 1
            and line.left < piece.right
            and line.right > piece.left
            and piece.bottom - line.bottom < 6 * line.height
        ):
            piece.lines.append(line)
            piece.left, piece.right = min(piece.left, line.left), max(piece.right, line.right)
            piece.bottom = line.bottom
        else:
            pieces.append(_Piece([line], line.left, line.right, line.bottom + line.height, line.bottom))
    return pieces


def _place(piece: _Piece, ordered: list[_Piece]) -> int:
    """Where a piece belongs among those placed: before the first that stands below it in its column."""
    for index, other in enumerate(ordered):
        beside = piece.left >= other.right or piece.right <= other.left
        if not beside and other.top <= piece.bottom + 0.4 * piece.lines[-1].height:
            return index
    return len(ordered)


def _side_by_side(lines: list[Printed]) -> list[Printed]:
    """The lines, with a number and the words after it as one, and a raised mark with its note."""
    joined: list[Printed] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and _is_mark_of(before, line):
            line.mark = before.text
            joined[-1] = line
        elif before and _is_mark_after(before, line):
            before.marks.append(Mark(len(before.text), len(before.text) + len(line.text), line.text))
            before.text += line.text
            before.right = line.right
        elif before and _continues(before, line):
            gap = line.left - before.right
            space = " " if gap > 0.12 * line.height or _LABEL.fullmatch(before.text) else ""
            shift = len(before.text) + len(space)
            for mark in line.marks:
                mark.start += shift
                mark.end += shift
            before.text += space + line.text
            before.marks += line.marks
            before.right, before.cut, before.bold_end = line.right, line.cut, line.bold_end
        else:
            joined.append(line)
    return joined


def _is_mark_of(mark: Printed, line: Printed) -> bool:
    return (
        _LONE_MARK.fullmatch(mark.text) is not None
        and mark.height < 0.82 * line.height
        and line.bottom < mark.bottom < line.bottom + line.height
        and mark.right <= line.left + 1
    )


def _is_mark_after(before: Printed, mark: Printed) -> bool:
    return (
        _LONE_MARK.fullmatch(mark.text) is not None
        and mark.height < 0.82 * before.height
        and before.bottom < mark.bottom < before.bottom + before.height
        and -1 <= mark.left - before.right < before.height
    )


def _continues(before: Printed, line: Printed) -> bool:
    same_line = abs(before.bottom - line.bottom) < 0.25 * line.height and before.page == line.page
    if not same_line:
        return False
    gap = line.left - before.right
    return -1 <= gap < 1.2 * line.height or (_LABEL.fullmatch(before.text) is not None and 0 <= gap < 90)
