"""What stands on a page of a Word document and belongs to no paragraph: heads, feet, the distribution box."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from importers.characters import printed
from importers.lines import Line
from importers.word.names import Element, w

_SYSTEM = re.compile(r"<<ODS [^<>]*>>([^<>]*)<<ODS [^<>]*>>")
_FRAMED_NOTE = re.compile(r"(\*{1,4}|\d{1,2}|[a-z])\s+\S")
_PAGE_NUMBER = re.compile(r"[-–/ ]*(?:\d{1,4}(?: ?/ ?\d{1,4})?)?[-–/ ]*")


def head_strings(lines: Iterable[Line]) -> list[str]:
    """The pieces of headers and footers: each paragraph or cell on its own, without bare page numbers."""
    pieces = [piece for line in lines for piece in (line.cells or (line.text,))]
    return [piece for piece in pieces if not _PAGE_NUMBER.fullmatch(piece)]


def comments(roots: list[Element]) -> tuple[int, list[str]]:
    """How many comments people made, and what the document system wrote into comments of its own.

    The United Nations' official documents carry their symbol and job number in a comment, between marks.
    """
    made = 0
    said: list[str] = []
    for root in roots:
        for comment in root.iterfind(w("comment")):
            words = printed("".join(text.text or "" for text in comment.iter(w("t"))))
            system = _SYSTEM.findall(words)
            made += bool(words) and not system
            said += [piece for piece in map(str.strip, system) if piece]
    return made, said


def with_framed_notes(lines: list[Line], framed: list[Line]) -> list[Line]:
    """The lines with the notes that were typed into frames at a page's foot given to their paragraphs.

    A frame's text is a note if it begins with a mark, and that mark stands at the end of a word elsewhere.
    """
    for frame in framed:
        found = _FRAMED_NOTE.match(frame.text)
        if found is None:
            continue
        called = re.compile(rf"(?<=[^\s*\d]){re.escape(found[1])}(?![*\w])")
        for index, line in enumerate(lines):
            mark = called.search(line.text) if line is not frame else None
            if mark is None or (not found[1].startswith("*") and mark.end() != len(line.text)):
                continue
            text = line.text[: mark.start()] + line.text[mark.end() :]
            lines[index] = replace(line, text=text.strip(), footnotes=(*line.footnotes, frame.text))
            lines = [other for other in lines if other is not frame]
            break
    return lines
