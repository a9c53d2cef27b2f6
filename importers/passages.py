"""Printed pages to passages of running text: lines joined, page furniture taken out, headings apart.

The thematic summary of RevCon3 is such a text: short lines, every second one blank, with addresses at the
foot of a page in mid-sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from importers import forms
from importers.lines import Line, cleaned, joint

_RULE = re.compile(r"[_*=–—-]{3,}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_NAMED = re.compile(r"introduction|background|summary|overview|foreword|preface|conclusions?", re.I)
_FEW = 8
"""How many of the last pieces of a passage (lines and the spaces between) tell whether it is over."""
_CLOSED = re.compile(r"(?:[.!?:;][\"'”’)\]]*|\))$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A printed paragraph or a heading, whole; ``page`` is the one on which it begins."""

    text: str
    page: int | None


def passages(lines: Iterable[Line]) -> list[Passage]:
    """The passages of a text, in order.

    A passage ends where the space above a line is wider than usual, and where a finished sentence is
    followed by a narrower space, a new page or a heading. Space in mid-sentence ends nothing.
    """
    kept, breaks = without_furniture(cleaned(lines))
    usual = Counter(line.gap for line in kept[1:]).most_common(1)[0][0] if len(kept) > 1 else 0
    found: list[Passage] = []
    pieces: list[str] = []
    page = None
    for index, line in enumerate(kept):
        tail = "".join(pieces[-_FEW:])
        if pieces and (_ends(tail, kept, index, usual) or (index in breaks and forms.is_finished(tail))):
            found.append(Passage("".join(pieces), page))
            pieces = []
        if pieces:
            pieces += [joint(tail, line.text), line.text]
        else:
            pieces, page = [line.text], line.page
    return [*found, Passage("".join(pieces), page)] if pieces else found


def without_furniture(lines: list[Line]) -> tuple[list[Line], set[int]]:
    """The lines without ruled lines and without addresses that stand alone, which a page foot lists.

    An address belongs to the sentence above it if that ends in a colon ("can be found here:"). The numbers
    are the indices of the lines that begin a page: furniture stood above them, or the page is another.
    """
    kept: list[Line] = []
    breaks: set[int] = set()
    for line in lines:
        asked_for = bool(kept) and kept[-1].text.endswith(":")
        if _RULE.fullmatch(line.text) or (_ADDRESS.fullmatch(line.text) and not asked_for):
            breaks.add(len(kept))
            continue
        if kept and line.page != kept[-1].page:
            breaks.add(len(kept))
        kept.append(line)
    return kept, breaks


def _ends(text: str, lines: list[Line], index: int, usual: int) -> bool:
    """Whether a passage is over before the line with this index."""
    line = lines[index]
    if _NAMED.fullmatch(text):
        return True
    if line.gap > usual:
        return _CLOSED.search(text[-8:]) is not None or forms.is_title(text)
    return forms.is_finished(text[-8:]) and (line.gap < usual or _is_heading(lines, index, usual))


def _is_heading(lines: list[Line], index: int, usual: int) -> bool:
    """Whether the lines from here to the next wide space can only be a heading."""
    end = next((i for i in range(index + 1, min(index + 4, len(lines))) if lines[i].gap > usual), None)
    return end is not None and forms.is_title(" ".join(line.text for line in lines[index:end]))
