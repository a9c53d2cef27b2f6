"""The notes at the foot of a page of text: told apart, and given to the lines in which their marks stand.

In a text taken from a page a mark is a number like any other, and where a page's notes stand together their
marks may all come first. So a number counts as a mark only if a note bears it, and notes are told apart by
where sentences end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from importers.lines import Line, joined
from importers.plain.pages import TextPage

_MARK = re.compile(r"(\d{1,3}|\*{1,4}|[a-z])")
_MARKED = re.compile(r"(\d{1,3}|\*{1,4})\s+(\S.*)")
_ENDS = re.compile(r"[.!?][\"”’»)]*$")
_BEGINS = re.compile(
    r"(?:See|Ibid|Voir|Véase|См|同上|见|[A-Z]{1,4}/|United Nations,|Official Records|Report of|Resolution)"
)
_NO_MARK_AFTER = re.compile(
    r"(?:articles?|arts?\.|paragraphs?|paras?\.|chapters?|chap\.|sections?|sect\.|goals?|targets?|items?|annex(?:es)?"
    r"|no\.|nos\.|resolutions?|parts?|rules?|tables?|figures?|pages?|p\.|pp\.|vol\.|from|to|of|and|or|the|on|by|in|at"
    r"|for|with|than|about|some|all|only|between|least|most|until|since|objectifs?|point|alinéa|пункт\w*)$",
    re.I,
)
_NO_MARK_BEFORE = re.compile(
    r"\s?(?:%|per cent|(?:to|and|or|[-–])\s?\d|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|million|billion|days?|weeks?|months?|years?|hours?|States|countries|pages|meetings)\b)"
)
_PUNCTUATED = re.compile(r"[,;:.)”’\"»\]]$")


@dataclass(slots=True)
class _Note:
    mark: str
    text: str


def with_notes(pages: list[TextPage]) -> list[Line]:
    """The lines of all pages' texts, each with the notes whose marks stood in it, without these marks.

    A note whose mark is not found goes with the last line above it; lines below a rule that are no notes are
    lines of the text.
    """
    lines: list[Line] = []
    for page in pages:
        notes = _notes(page.below)
        if notes is None:
            lines += _on_page(page, page.lines + page.below)
            continue
        lines += _on_page(page, page.lines)
        own = len(lines) - len(page.lines)
        at, column = own, 0
        for note in notes:
            found = _place(note.mark, lines, at, column)
            if found is None:
                if lines:
                    lines[-1] = _noted(lines[-1], lines[-1].text, note)
                continue
            at, start, end = found
            text = lines[at].text[:start] + lines[at].text[end:]
            lines[at] = _noted(lines[at], text.strip(), note)
            column = start
    return [line for line in lines if line.text]


def _on_page(page: TextPage, lines: list[Line]) -> list[Line]:
    """A page's lines; what stood between the text of two pages is no space between paragraphs."""
    return [
        replace(line, page=page.number, gap=0 if at == 0 and page.number > 1 else line.gap)
        for at, line in enumerate(lines)
    ]


def _noted(line: Line, text: str, note: _Note) -> Line:
    return replace(line, text=text, footnotes=(*line.footnotes, f"{note.mark} {note.text}"))


# The notes -----------------------------------------------------------------------------------------------


def _notes(lines: list[Line]) -> list[_Note] | None:
    """The notes that stand below a rule in the order of their marks; None if no marks stand there."""
    marks: list[tuple[str, int]] = []
    texts: list[str] = []
    for line in lines:
        alone = _MARK.fullmatch(line.text)
        both = _MARKED.fullmatch(line.text)
        if alone:
            marks.append((alone[1], len(texts)))
        elif both and _follows(both[1], marks):
            marks.append((both[1], len(texts)))
            texts.append(both[2])
        else:
            texts.append(line.text)
    if not marks or len(texts) < len(marks):
        return None
    ordered = sorted(
        (mark for mark, _at in marks), key=lambda mark: (not mark.startswith("*"), len(mark), mark)
    )
    cuts = _cuts(texts, len(marks), {at for _mark, at in marks})
    pieces = [joined(texts[a:b]) for a, b in zip([0, *cuts], [*cuts, len(texts)], strict=True)]
    return [_Note(mark, text) for mark, text in zip(ordered, pieces, strict=True)]


def _follows(mark: str, marks: list[tuple[str, int]]) -> bool:
    """Whether a mark at the beginning of a line is the next one, and not a number in a note's text."""
    if not marks or not mark.isdecimal():
        return not marks or set(mark) == {"*"}
    last = max((int(one) for one, _at in marks if one.isdecimal()), default=0)
    return int(mark) == last + 1 or last == 0


def _cuts(texts: list[str], notes: int, marked: set[int]) -> list[int]:
    """Where one note ends and the next begins: at the places that look most like it, in their order."""
    longest = max(map(len, texts))

    def score(at: int) -> tuple[int, int]:
        above, below = texts[at - 1], texts[at]
        looks = (
            3 * (at in marked)
            + 3 * bool(_ENDS.search(above))
            + bool(_BEGINS.match(below))
            + (below[:1].isupper() or not below[:1].isalpha())
            + (len(above) < 0.8 * longest)
        )
        return looks, -at

    return sorted(sorted(range(1, len(texts)), key=score, reverse=True)[: notes - 1])


# Their marks in the text ---------------------------------------------------------------------------------


def _place(mark: str, lines: list[Line], at: int, column: int) -> tuple[int, int, int] | None:
    """The line with a note's mark, from a place on, and where the mark begins and ends in it.

    A mark after a comma or full stop is believed before one in the middle of a sentence.
    """
    shape = re.compile(rf"(?<=[^\s\d/(–-])\s?{re.escape(mark)}(?=$|[\s,.;:)])")
    loose: tuple[int, int, int] | None = None
    for index in range(at, len(lines)):
        text = lines[index].text
        for found in shape.finditer(text, column if index == at else 0):
            before, after = text[: found.start()].rstrip(), text[found.end() :]
            if not mark.startswith("*") and (_NO_MARK_AFTER.search(before) or _NO_MARK_BEFORE.match(after)):
                continue
            if _PUNCTUATED.search(before) or mark.startswith("*"):
                return index, found.start(), found.end()
            if loose is None:
                loose = index, found.start(), found.end()
    return loose
