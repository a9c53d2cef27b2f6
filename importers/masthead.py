"""The top of a document: its lines put together to blocks, and what each block is by its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from core.dates import find_days, is_date
from core.symbols import find_symbols, is_symbol, without_symbols
from importers import masthead_words as words
from importers.lines import Line, joined

_MOST_LINES = 80
_LEAST_PROSE = 60
_AFTER_DATES = 14
"""How many characters may follow the dates of a meeting in its line ("2024 года", a place in Chinese)."""


class Sign(Enum):
    """What a block of the masthead is; of ``WORDS`` nothing is known, so that they may be a title."""

    WORDS = auto()
    NAME = auto()
    BOX = auto()
    SYMBOL = auto()
    SESSION = auto()
    ITEM = auto()
    PLACE = auto()
    ADOPTED = auto()
    BASIS = auto()
    SPONSORS = auto()
    NUMBERED_TITLE = auto()
    NOTICE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One or more lines of the masthead that belong together; ``line`` is the first of them."""

    sign: Sign
    text: str
    line: Line


@dataclass(frozen=True, slots=True)
class Masthead:
    """The blocks above a document's first paragraph.

    ``opened`` says that right below them an organ begins to speak ("The General Assembly,").
    """

    blocks: tuple[Block, ...] = ()
    opened: bool = False


def masthead(lines: Sequence[Line]) -> Masthead:
    """The masthead that a document's lines begin with; printed lines that belong together are joined."""
    blocks: list[Block] = []
    opened = False
    pieces: list[str] = []
    for line in lines[:_MOST_LINES]:
        text = line.text.strip()
        opened = words.OPENING.match(text) is not None
        if opened or (blocks and words.BODY.match(text)):
            break
        sign = sign_of(text)
        if blocks and sign is Sign.WORDS and is_prose(line):
            break
        if blocks and _goes_on(blocks[-1], sign, line):
            last = blocks[-1]
            pieces.append(text)
            grown = joined(pieces)
            sponsored = last.sign is Sign.WORDS and words.SPONSORS.fullmatch(grown)
            blocks[-1] = Block(Sign.SPONSORS if sponsored else last.sign, grown, last.line)
        else:
            pieces = [text]
            blocks.append(Block(sign, text, line))
    return Masthead(tuple(blocks), opened)


def _goes_on(last: Block, sign: Sign, line: Line) -> bool:
    """Whether a line belongs to the block above it; paragraphs that a format knows are whole."""
    if last.sign is Sign.ADOPTED and not find_days(last.text):
        return sign in (Sign.WORDS, Sign.BOX, Sign.PLACE)
    if last.line.whole or line.whole or line.gap or sign not in (Sign.WORDS, Sign.SPONSORS):
        return False
    if last.sign is Sign.WORDS and (line.heading or last.line.heading):
        return False
    return last.sign in (Sign.WORDS, Sign.BASIS, Sign.NUMBERED_TITLE)


def is_prose(line: Line) -> bool:
    """Whether a whole line is a sentence of the text itself, with which a masthead is over."""
    heads = line.heading or line.bold or line.centred
    return line.whole and not heads and len(line.text) > _LEAST_PROSE and line.text[-1] in ".;,,。；،؛"


def sign_of(text: str) -> Sign:
    """What a line of a masthead is by its words."""
    plain = text.strip(" *†‡")
    if is_symbol(plain):
        return Sign.SYMBOL
    for sign, form in _WHOLE:
        if form.fullmatch(plain):
            return sign
    for sign, form in _BEGINNINGS:
        if form.match(plain):
            return sign
    if find_symbols(plain):
        rest = without_symbols(plain).strip(" –-")
        boxed = not rest or words.NAME.fullmatch(rest) or words.BOX.fullmatch(rest)
        return Sign.BOX if boxed else Sign.WORDS
    if is_date(plain):
        return Sign.BOX
    return Sign.PLACE if _is_place(plain) else Sign.WORDS


def _is_place(text: str) -> bool:
    """Whether a line is the place and dates of a meeting ("Geneva, 23–26 June 2026")."""
    days = find_days(text)
    if len(days) != 1:
        return False
    before, after = text[: days[0].start], text[days[0].end :]
    if len(after) > _AFTER_DATES:
        return False
    return not before.strip() or words.PLACE.fullmatch(before) is not None


_WHOLE = (
    (Sign.NAME, words.NAME),
    (Sign.BOX, words.BOX),
    (Sign.ITEM, words.ITEM),
    (Sign.SESSION, words.SESSION),
    (Sign.SPONSORS, words.SPONSORS),
)
_BEGINNINGS = (
    (Sign.BASIS, words.BASIS),
    (Sign.ADOPTED, words.ADOPTED),
    (Sign.NOTICE, words.NOTICE),
    (Sign.NUMBERED_TITLE, words.NUMBERED_TITLE),
)
