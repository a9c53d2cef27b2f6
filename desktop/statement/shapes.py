"""What a block of a statement is, as a text document remembers it, and the space it is given.

A text document keeps only what a block *is* in properties of our own; its margins follow from that and
from its neighbours, so that they can be set right after any change.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextFormat

from core.statement_text import Block, Style
from desktop.theme.type import LINE_HEIGHT

_FIRST = QTextFormat.Property.UserProperty.value
_STYLE, _LEVEL, _START, _QUOTED, _PRIVATE = range(_FIRST + 1, _FIRST + 6)
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value

_SERIF_LINE_HEIGHT = 104
"""The serif's own lines are taller: this makes its text as open as the rest."""

DEEPEST = 4
"""The deepest a list goes in a text that is read aloud."""

CARD = 0.6
"""What a quotation's card stands out above and below its words, in ems."""
LABEL = 1.95
"""The height of the line that says "not delivered", in ems."""
TINT = 0.6
"""What the tint of a private block stands out below it, in ems."""
_GAP = 0.75


@dataclass(frozen=True, slots=True)
class Shape:
    """What a block is. ``start`` is a numbered item's number where a list begins with it."""

    style: Style = Style.PARAGRAPH
    level: int = 0
    start: int = 1
    quoted: bool = False
    private: bool = False

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list."""
        return self.style in (Style.BULLET, Style.NUMBERED)

    @property
    def plain(self) -> bool:
        """Whether it is an ordinary paragraph of one's own words that will be delivered."""
        return self == Shape()

    def same_frame(self, other: Shape | None) -> bool:
        """Whether both stand in the same quotation or private block, or both in none."""
        return other is not None and (self.quoted, self.private) == (other.quoted, other.private)


def shape_for(block: Block) -> Shape:
    """The shape that a block of a statement takes in a document."""
    start = block.number if block.style is Style.NUMBERED else 1
    return Shape(block.style, block.level, start, block.quoted, block.private)


def shape_of(block: QTextBlock) -> Shape:
    """What a block of a document is."""
    given = block.blockFormat()
    return Shape(
        Style(given.stringProperty(_STYLE) or Style.PARAGRAPH),
        given.intProperty(_LEVEL),
        given.intProperty(_START) if given.hasProperty(_START) else 1,
        given.boolProperty(_QUOTED),
        given.boolProperty(_PRIVATE),
    )


def block_format(shape: Shape, before: Shape | None, after: Shape | None, em: float) -> QTextBlockFormat:
    """The format that keeps a shape and gives it its space between these neighbours."""
    made = QTextBlockFormat()
    if shape.style is not Style.PARAGRAPH:
        made.setProperty(_STYLE, shape.style.value)
    if shape.level:
        made.setProperty(_LEVEL, shape.level)
    if shape.start != 1:
        made.setProperty(_START, shape.start)
    if shape.quoted:
        made.setProperty(_QUOTED, True)
    if shape.private:
        made.setProperty(_PRIVATE, True)
    made.setLineHeight(_SERIF_LINE_HEIGHT if shape.quoted else LINE_HEIGHT, _PROPORTIONAL)
    made.setIndent((shape.level if shape.listed else 0) + int(shape.quoted))
    made.setRightMargin(em * shape.quoted)
    made.setTopMargin(em * _above(shape, before))
    made.setBottomMargin(em * _below(shape, after) if after is None else 0.0)
    return made


def _above(shape: Shape, before: Shape | None) -> float:
    """The space above: between the two blocks, and for the frame that ends there and the one that begins."""
    space = _GAP
    if shape.listed and shape.same_frame(before) and before is not None and before.listed:
        space = 0.3
    elif shape.style is Style.HEADING:
        space = 1.5 if shape.level == 1 else 1.2
    elif before is not None and before.style is Style.HEADING:
        space = 0.35
    if before is not None:
        space += _below(before, shape)
    if shape.quoted and not shape.same_frame(before):
        space += CARD
    if shape.private and (before is None or not before.private):
        space += LABEL
    return space


def _below(shape: Shape, after: Shape | None) -> float:
    """What a frame that ends with this block stands out below it."""
    space = CARD if shape.quoted and not shape.same_frame(after) else 0.0
    if shape.private and (after is None or not after.private):
        space += TINT
    return space


class Numbering:
    """Gives each numbered item its number, going through a document's blocks from the top of a list."""

    def __init__(self) -> None:
        """Starts outside every list."""
        self._open: list[tuple[Style, int]] = []
        self._before: Shape | None = None

    def next(self, shape: Shape) -> int:
        """The number of the next block, 0 if it carries none."""
        if not shape.listed or not shape.same_frame(self._before):
            self._open = []
        self._before = shape
        if not shape.listed:
            return 0
        depth = min(max(shape.level, 1), len(self._open) + 1)
        del self._open[depth:]
        number = shape.start if shape.style is Style.NUMBERED else 0
        if len(self._open) == depth:
            style, reached = self._open.pop()
            if style is shape.style is Style.NUMBERED:
                number = reached + 1
        self._open.append((shape.style, number))
        return number
