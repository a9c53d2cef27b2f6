"""Blocks as strips: horizontal slices of a page, one a line, that pagination only has to stack.

A strip knows what it draws, how high it is, what space it wants above it, whether it must stay with the
next one, and which footnotes come with it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from core.language.scripts import right_to_left
from exporters.blocks import (
    Block,
    Contents,
    Foot,
    Manuscript,
    Note,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    entries_of,
    outline_level,
)
from exporters.pdf_lines import Line, Piece, break_lines, run_piece
from exporters.style import (
    ACCENT,
    CELL_PADDING,
    DEEPEST,
    HAIRLINE,
    INK,
    LIST_STEP,
    OWN_TINT,
    PRIVATE_TINT,
    RULE_GAP,
    RULED_OFF_GAP,
    RULES,
    Look,
    looks,
    text_size,
)


@dataclass(slots=True)
class Strip:
    """One slice. ``bar`` is the colour of the rule at ``bar_x``, ``tint`` a fill from ``tint_x`` on; both are
    measured from the right where the paragraph is ``mirrored``, since it runs from right to left.

    ``line_above`` and ``line_below`` are hairlines (colour, thickness) across the text. ``page_of`` is the
    anchor whose page number stands at the right, after dots from ``dots_from`` on. ``repeat`` are the
    strips to set again above this one where a page begins with it (a table's header row). The strips of one
    table row share its ``row`` number and hold their words by ``columns``, so that a row can be written
    cell by cell; ``again`` marks a repeated header row, which is no part of the text.
    """

    height: float
    pieces: list[Piece]
    baseline: float = 0.0
    before: float = 0.0
    keep: bool = False
    new_page: bool = False
    notes: list[Note] = field(default_factory=list)
    bar: str = ""
    bar_x: float = 0.0
    tint: str = ""
    tint_x: float = 0.0
    line_above: tuple[str, float] | None = None
    line_below: tuple[str, float] | None = None
    mirrored: bool = False
    anchor: str = ""
    entry: str = ""
    level: int = 0
    page_of: str = ""
    dots_from: float = 0.0
    repeat: tuple[Strip, ...] = ()
    row: int = 0
    columns: tuple[list[Piece], ...] = ()
    again: bool = False
    at_foot: bool = False


class Setting:
    """Sets the blocks of one manuscript as strips."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._looks = looks(manuscript.aloud)
        self._rows = itertools.count(1)
        self.width, self.height = text_size(manuscript.paper)

    def strips(self, block: Block) -> Iterator[Strip]:
        """The strips of one block, top to bottom."""
        match block:
            case Paragraph():
                yield from self.paragraph(block)
            case Table():
                yield from self._table(block)
            case Contents():
                yield from self.paragraph(block.title)
                for entry in entries_of(self._manuscript):
                    yield from self._contents_line(entry)
            case Foot():
                for paragraph in block.paragraphs:
                    yield from (replace(strip, at_foot=True) for strip in self.paragraph(paragraph))

    def note(self, note: Note) -> list[Strip]:
        """A footnote as strips, its number hanging."""
        return list(self.paragraph(Paragraph(Role.FOOTNOTE, note.runs, marker=str(note.number))))

    def paragraph(self, paragraph: Paragraph) -> Iterator[Strip]:
        """A paragraph's lines; first two and last two stay together, all of them in a heading."""
        look = self._looks[paragraph.role]
        rtl = self._leftwards(paragraph)
        left = left_edge(paragraph, look)
        width = self.width - left - look.right
        aside = run_piece(paragraph.aside, _aside_look(look)) if paragraph.aside else []
        first = aside[-1].x + aside[-1].width + 12 if aside else 0.0
        marker = self._marker(paragraph, look, rtl)
        over = _wide(marker) + 5 - look.hang if marker else 0.0
        lines = break_lines(paragraph.inlines, look, width, max(first, over, 0.0), rtl=rtl)
        held = _held(look, paragraph, lines)
        for nth, line in enumerate(lines):
            shift = left + max(over, 0.0) * (nth == 0)
            pieces = self._side(_placed(line, shift, width, look.align), shift, line.width, rtl)
            if nth == 0:
                hung = left - look.hang
                beside = left + width - _wide(aside)
                pieces = self._side(_placed_at(marker, hung), hung, _wide(marker), rtl) + pieces
                pieces += self._side(_placed_at(aside, beside), beside, _wide(aside), rtl)
            yield Strip(
                height=look.leading,
                pieces=pieces,
                baseline=_baseline(look),
                before=look.before if nth == 0 else 0.0,
                keep=held[nth],
                new_page=paragraph.new_page and nth == 0,
                notes=line.notes,
                bar=RULES.get(paragraph.rule, ""),
                bar_x=left - RULE_GAP,
                tint=PRIVATE_TINT if paragraph.tinted else "",
                tint_x=left - RULE_GAP,
                mirrored=rtl,
                anchor=paragraph.anchor if nth == 0 else "",
                entry=paragraph.entry if nth == 0 else "",
                level=outline_level(paragraph) if nth == 0 else 0,
            )
        if paragraph.ruled_off:
            yield Strip(RULED_OFF_GAP, [], line_below=(ACCENT, 0.75))
        if look.after:
            yield Strip(look.after, [], keep=True)

    def _marker(self, paragraph: Paragraph, look: Look, rtl: bool) -> list[Piece]:
        """What hangs before the first line, a changed number with its changes."""
        if paragraph.renumbered:
            return break_lines(paragraph.renumbered, look, self.width, rtl=rtl)[0].pieces
        if rtl and paragraph.marker:
            coloured = replace(look, colour=look.marker_colour or look.colour)
            return break_lines((Run(paragraph.marker),), coloured, self.width, rtl=True)[0].pieces
        return run_piece(paragraph.marker, look, look.marker_colour) if paragraph.marker else []

    def _leftwards(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph runs from right to left; a contents entry keeps its number at the right."""
        if paragraph.role in (Role.CONTENTS_1, Role.CONTENTS_2):
            return False
        return right_to_left(paragraph.plain, paragraph.language or self._manuscript.language)

    def _side(self, pieces: list[Piece], left: float, width: float, rtl: bool) -> list[Piece]:
        """Pieces of this width set at ``left``, or as far from the right edge of the text."""
        return _placed_at(pieces, self.width - 2 * left - width) if rtl and pieces else pieces

    def _contents_line(self, entry: Paragraph) -> Iterator[Strip]:
        role = Role.CONTENTS_1 if outline_level(entry) == 1 else Role.CONTENTS_2
        listed = Paragraph(role, (Run(entry.plain, link=entry.anchor),), marker=entry.marker)
        strips = list(self.paragraph(listed))
        last = strips[-1]
        end = last.pieces[-1]
        strips[-1] = replace(last, page_of=entry.anchor, dots_from=end.x + end.width + 5)
        yield from strips

    def _table(self, table: Table) -> Iterator[Strip]:
        header = tuple(self._row(table, table.header, Role.TABLE_HEAD))
        header[0].line_above = (INK, 0.75)
        header[-1].line_below = (INK, 0.5)
        header[-1].keep = True
        yield from header
        for row in table.rows:
            for strip in self._row(table, row, Role.TABLE_CELL):
                strip.repeat = header
                yield strip

    def _row(self, table: Table, row: Row, role: Role) -> Iterator[Strip]:
        look = self._looks[role]
        beside, above = CELL_PADDING
        columns: list[tuple[float, list[Line]]] = []
        x = 0.0
        for cell, share in zip(row.cells, table.widths, strict=True):
            room = share * self.width
            rtl = right_to_left("".join(run.text for run in cell), self._manuscript.language)
            lines = break_lines(cell, look, room - 2 * beside, rtl=rtl)
            columns.append(
                (x + beside, [_at_end(line, room - 2 * beside) for line in lines] if rtl else lines)
            )
            x += room
        height = max(len(lines) for _, lines in columns)
        number = next(self._rows)
        for nth in range(height):
            top, bottom = above * (nth == 0), above * (nth == height - 1)
            yield Strip(
                height=look.leading + top + bottom,
                pieces=[],
                row=number,
                columns=tuple(
                    _placed_at(lines[nth].pieces, x) if nth < len(lines) else [] for x, lines in columns
                ),
                baseline=_baseline(look) + top,
                keep=nth < height - 1,
                line_below=(HAIRLINE, 0.5) if nth == height - 1 else None,
                tint=OWN_TINT if row.emphasised else "",
            )


def _at_end(line: Line, width: float) -> Line:
    """A line that begins at the right edge of its cell."""
    return replace(line, pieces=_placed_at(line.pieces, width - line.width))


def left_edge(paragraph: Paragraph, look: Look) -> float:
    """Where a paragraph's lines begin: deeper list items further in, none kept free for a missing marker."""
    deeper = LIST_STEP * max(0, min(paragraph.level, DEEPEST) - 1)
    hangs = paragraph.marker or paragraph.renumbered
    return look.left + deeper if hangs or not look.hang else look.left - look.hang


def _held(look: Look, paragraph: Paragraph, lines: list[Line]) -> list[bool]:
    """For each line whether it must stay with the next: no widows, no orphans, no lonely headings."""
    count = len(lines)
    together = look.keep or paragraph.whole or count <= 3
    held = [together or nth in (0, count - 2) for nth in range(count)]
    held[-1] = look.keep or paragraph.held
    return held


def _baseline(look: Look) -> float:
    """From the top of a line to its baseline: capitals stand in the middle of the leading."""
    return look.leading / 2 + look.size * 0.34


def _aside_look(look: Look) -> Look:
    return replace(
        look, size=look.size - 1.5, bold=False, colour=ACCENT if look.marker_colour else look.colour
    )


def _placed(line: Line, left: float, width: float, align: str) -> list[Piece]:
    slack = width - line.width
    return _placed_at(line.pieces, left + {"left": 0.0, "center": slack / 2, "right": slack}[align])


def _placed_at(pieces: list[Piece], x: float) -> list[Piece]:
    return [replace(piece, x=piece.x + x) for piece in pieces]


def _wide(pieces: list[Piece]) -> float:
    return pieces[-1].x + pieces[-1].width if pieces else 0.0
