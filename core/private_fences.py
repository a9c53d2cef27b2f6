"""The marks around what is not delivered, as markdown-it reads them: ``::: private`` … ``:::``.

They fail closed: Pandoc's own forms are marks too (``::: {.private}``), in capitals or not, and where it is
not plain that a private block ends, it goes on: the mark that ends it has at least as many colons as the one
that began it, and stands no further in. Marks inside marks are counted, so that the end of an inner block
never ends the outer one. What a person types is escaped when written and never taken for a mark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_FENCE = re.compile(r"(?P<colons>:{3,})(?P<words>.*)", re.S)
_PRIVATE = re.compile(r"(?<![\w-])private(?![\w-])", re.I)
_INTERRUPTED = ["paragraph", "reference", "blockquote", "list"]


def add_private_fences(reader: MarkdownIt) -> None:
    """Teaches a reader the marks; what stands between them lies between private_open and private_close."""
    reader.block.ruler.before("fence", "private", _private_rule, {"alt": _INTERRUPTED})


def _private_rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    opening = _fence(state, first)
    if opening is None or not _PRIVATE.search(opening[1]):
        return False
    if silent:
        return True
    last = _last_line(state, first, end)
    parent, line_max = state.parentType, state.lineMax
    state.parentType = "container"
    state.lineMax = min(last, end)
    state.push("private_open", "div", 1).map = [first, state.lineMax]
    state.md.block.tokenize(state, first + 1, state.lineMax)
    state.push("private_close", "div", -1)
    state.parentType, state.lineMax = parent, line_max
    state.line = last + 1 if _ends_here(state, last, end) else last
    return True


def _last_line(state: StateBlock, first: int, end: int) -> int:
    """The line of the mark that ends a block; without one, where what it stands in ends."""
    opening = _fence(state, first)
    assert opening is not None
    open_marks = [(opening[0], state.sCount[first])]
    for line in range(first + 1, end):
        if not state.isEmpty(line) and state.sCount[line] < state.blkIndent:
            return line
        fence = _fence(state, line)
        if fence is None:
            continue
        colons, words = fence
        if words.strip(" \t:"):
            open_marks.append((colons, state.sCount[line]))
        elif colons >= open_marks[-1][0] and state.sCount[line] <= open_marks[-1][1]:
            open_marks.pop()
        if not open_marks:
            return line
    return end


def _ends_here(state: StateBlock, line: int, end: int) -> bool:
    """Whether a line is the mark that ends a block, and not the first line after it."""
    return line < end and state.sCount[line] >= state.blkIndent and _fence(state, line) is not None


def _fence(state: StateBlock, line: int) -> tuple[int, str] | None:
    """The colons a line begins with, if they are enough for a mark, and what follows them."""
    start = state.bMarks[line] + state.tShift[line]
    found = _FENCE.fullmatch(state.src, start, state.eMarks[line])
    return (len(found["colons"]), found["words"]) if found else None
