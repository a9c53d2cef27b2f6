"""What changed between two versions of a statement, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum

from core.speaking_time import count_words
from core.statement_text import Block, Inline, Text


class Change(Enum):
    """What became of a word."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Compared:
    """A block of either version: its pieces, each with what became of it. ``block`` says what it is."""

    block: Block
    pieces: tuple[tuple[Inline, Change], ...]

    @property
    def whole(self) -> Block:
        """The block with all its pieces, deleted ones too."""
        return replace(self.block, inlines=tuple(inline for inline, _ in self.pieces))


def compare(old: Sequence[Block], new: Sequence[Block]) -> tuple[Compared, ...]:
    """Both versions in one, in the order they are read."""
    found: list[Compared] = []
    matcher = SequenceMatcher(None, [_key(b) for b in old], [_key(b) for b in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.extend(_all(block, Change.SAME) for block in new[c:d])
        else:
            found.extend(_replaced(old[a:b], new[c:d]))
    return tuple(found)


def words_in(blocks: Sequence[Block]) -> int:
    """All words of a version, delivered or not."""
    return sum(count_words(block.plain) for block in blocks)


def _replaced(old: Sequence[Block], new: Sequence[Block]) -> list[Compared]:
    """Blocks that took one another's place: like ones are compared word by word, the rest came or went."""
    found: list[Compared] = []
    rest = list(old)
    for block in new:
        match = next((other for other in rest if _alike(other, block)), None)
        if match is None:
            found.append(_all(block, Change.INSERTED))
            continue
        while rest[0] is not match:
            found.append(_all(rest.pop(0), Change.DELETED))
        found.append(_word_by_word(rest.pop(0), block))
    return found + [_all(block, Change.DELETED) for block in rest]


def _alike(old: Block, new: Block) -> bool:
    if (old.style, old.quoted, old.private) != (new.style, new.quoted, new.private):
        return False
    return SequenceMatcher(None, _pieces(old), _pieces(new), autojunk=False).ratio() > 0.4


def _word_by_word(old: Block, new: Block) -> Compared:
    before, after = _pieces(old), _pieces(new)
    pieces: list[tuple[Inline, Change]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.extend((piece, Change.SAME) for piece in after[c:d])
        else:
            pieces.extend((piece, Change.DELETED) for piece in before[a:b])
            pieces.extend((piece, Change.INSERTED) for piece in after[c:d])
    return Compared(new, tuple(pieces))


def _all(block: Block, change: Change) -> Compared:
    return Compared(block, tuple((piece, change) for piece in _pieces(block)))


def _key(block: Block) -> Block:
    """A list's items are the same whatever number they have."""
    return replace(block, number=0)


def _pieces(block: Block) -> list[Inline]:
    found: list[Inline] = []
    for inline in block.inlines:
        if isinstance(inline, Text):
            words = re.findall(r"\s+|[\w’'-]+|[^\w\s]", inline.text)
            found.extend(replace(inline, text=word) for word in words)
        else:
            found.append(inline)
    return found
