"""Which rows of a comparison are shown: all with what stayed the same folded, or only those of one fate."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.comparing.comparison import Fate
from core.comparing.side_by_side import Facing
from core.documents import Paragraph

_FOLDED_FROM = 2


class Show(StrEnum):
    """What of a comparison is shown."""

    ALL = "all"
    CHANGES = "changes"
    NEW = "new"
    DROPPED = "dropped"
    MOVED = "moved"

    @property
    def words(self) -> str:
        """What the choice is called."""
        return _WORDS[self]

    def fits(self, row: Facing) -> bool:
        """Whether a row is shown; headings that lead to it are shown besides."""
        match self:
            case Show.ALL:
                return True
            case Show.CHANGES:
                return row.is_change and not row.aside
            case Show.NEW:
                return row.fate is Fate.NEW and not row.aside
            case Show.DROPPED:
                return row.fate is Fate.DROPPED and not row.aside
            case Show.MOVED:
                return row.moved and not row.pointer


_WORDS = {
    Show.ALL: "Everything",
    Show.CHANGES: "Changes only",
    Show.NEW: "New",
    Show.DROPPED: "Dropped",
    Show.MOVED: "Moved",
}


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows that are folded into one line: ``start`` and ``end`` of them, and the words on the line."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: a row by its number in the comparison, or a fold, open or shut.

    ``find`` are words that are looked for, to be marked in it.
    """

    row: Facing | None = None
    nth: int = -1
    fold: Fold | None = None
    is_open: bool = False
    find: str = ""


def lines_of(rows: Sequence[Facing], show: Show, find: str = "", opened: Collection[int] = ()) -> list[Line]:
    """The lines to be shown.

    With ``find`` these are the rows that hold the words. ``opened`` are the starts of the open folds.
    """
    if find:
        return [
            Line(row, nth, find=find) for nth, row in enumerate(rows) if show.fits(row) and holds(row, find)
        ]
    if show is Show.ALL:
        return list(_folded(rows, opened))
    chosen = {nth for nth, row in enumerate(rows) if show.fits(row)}
    chosen |= _leading(rows, chosen)
    return [Line(rows[nth], nth) for nth in sorted(chosen)]


def changes_of(rows: Sequence[Facing], lines: Sequence[Line], show: Show, find: str = "") -> list[int]:
    """The rows to go to one after the other: what changed, of what the choice leaves.

    With ``find`` it is every row that holds the words, changed or not.
    """
    shown = {line.nth for line in lines if line.row is not None}
    if find:
        return sorted(shown)
    every = show in (Show.ALL, Show.CHANGES)
    return [
        nth
        for nth, row in enumerate(rows)
        if row.is_change and not row.aside and not row.pointer and (every or nth in shown)
    ]


def holds(row: Facing, find: str) -> bool:
    """Whether the words stand in a row's old or new text or are its number."""
    for paragraph in (row.old, row.new):
        if paragraph is None:
            continue
        if paragraph.label.casefold() == find.casefold() or spans(paragraph.text, find):
            return True
    return False


def spans(text: str, find: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, in whatever case and with whatever space between them."""
    words = find.split()
    if not words:
        return []
    pattern = r"\s+".join(re.escape(word) for word in words)
    return [found.span() for found in re.finditer(pattern, text, re.IGNORECASE)]


def _leading(rows: Sequence[Facing], chosen: Collection[int]) -> set[int]:
    """Of each chosen row the heading that it stands under, so that one sees where one is."""
    found: set[int] = set()
    heading = -1
    for nth, row in enumerate(rows):
        if row.level and not row.aside:
            heading = nth
        if nth in chosen and heading >= 0:
            found.add(heading)
    return found


def _folded(rows: Sequence[Facing], opened: Collection[int]) -> Iterator[Line]:
    """Everything, what stayed the same and what stands before and after the paragraphs in folds."""
    shown = {nth for nth, row in enumerate(rows) if row.is_change and not row.aside}
    shown |= _leading(rows, shown)
    nth = 0
    while nth < len(rows):
        if nth in shown:
            yield Line(rows[nth], nth)
            nth += 1
            continue
        end = nth
        while end < len(rows) and end not in shown and rows[end].aside == rows[nth].aside:
            end += 1
        yield from _run(rows, nth, end, opened)
        nth = end


def _run(rows: Sequence[Facing], start: int, end: int, opened: Collection[int]) -> Iterator[Line]:
    if end - start < _FOLDED_FROM:
        yield from (Line(rows[nth], nth) for nth in range(start, end))
        return
    is_open = start in opened
    yield Line(fold=Fold(start, end, _fold_words(rows[start:end], start == 0)), nth=start, is_open=is_open)
    if is_open:
        yield from (Line(rows[nth], nth) for nth in range(start, end))


def _fold_words(rows: Sequence[Facing], first: bool) -> str:
    """What a fold holds: "9 paragraphs the same, 5 to 13"."""
    if rows[0].aside:
        differ = sum(row.is_change for row in rows)
        where = "before the first paragraph" if first else "after the last paragraph"
        return f"{_counted(len(rows), 'line')} {where}, {f'{differ} changed' if differ else 'the same'}"
    numbered = [row.new for row in rows if row.is_numbered and row.new is not None]
    if not numbered:
        return f"{_counted(len(rows), 'line')} the same"
    return f"{_counted(len(numbered), 'paragraph')} the same{_range(numbered)}"


def _range(paragraphs: Sequence[Paragraph]) -> str:
    first, last = paragraphs[0].label, paragraphs[-1].label
    return f", {first} to {last}" if len(paragraphs) > 1 else f", {first}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
