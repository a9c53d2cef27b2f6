"""Footnotes: taken out of the text, and kept with the line in which their mark stands.

A note begins with its mark at the foot of a page: under the rule that is typed there, or in type smaller than
the text's. A number in the text is a mark only if it is raised and small, and a note has it: real numbers
stay.
"""

from __future__ import annotations

import re
from collections import Counter

from importers.pdf.printed import Note, Page, Printed

_RULE = re.compile(r"[_—―─⎯]{5,}|-{8,}")
_SMALL, _GOOD_PART = 0.94, 0.15
_UNIT = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}$|\d$")
_SIGN_FIRST = re.compile(r"(?:\*{1,3}|[†‡§])\s")
_TYPED_MARK = re.compile(r"(\*{1,3}|[†‡§]|\d{1,3})(?:[.)])?\s+(?=\S)")


def body_height(pages: list[Page]) -> float:
    """The height of the type that a document's text is set in: the largest that a good part of it is set in.

    The largest, since a document may hold more table than text.
    """
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[round(line.height, 1)] += len(line.text)
    share = _GOOD_PART * letters.total()
    return max((height for height, count in letters.items() if count >= share), default=9.0)


def place_footnotes(pages: list[Page], body: float) -> None:
    """Takes the notes out of the pages' lines and gives each to the line that has its mark.

    ``body`` is the height of the text's type. A note whose mark is not found is given to the last line of its
    page. The marks are taken out of the text.
    """
    notes_of: list[dict[str, Note]] = []
    last: Note | None = None
    for page in pages:
        page.lines, below = _divided(page.lines, body)
        notes = _notes(below, last, page)
        notes_of.append({note.token: note for note in notes if note is not last})
        last = notes[-1] if notes else last
    known: dict[str, Note] = {}
    end: Printed | None = None
    for page, here, following in zip(pages, notes_of, [*notes_of[1:], {}], strict=True):
        known.update(here)
        for line in page.lines:
            if line.mark or line.marks:
                _take_marks(line, here, following, known)
        page.lines = [line for line in page.lines if line.text]
        end = page.lines[-1] if page.lines else end
        for note in here.values():
            if not note.placed and end is not None:
                end.notes.append(note)


def _divided(lines: list[Printed], body: float) -> tuple[list[Printed], list[Printed]]:
    """The lines of a page's text, and those of its notes."""
    for index in range(len(lines) - 1, -1, -1):
        if _RULE.fullmatch(lines[index].text):
            below = lines[index + 1 :]
            if below and (
                below[0].mark or below[0].height < _SMALL * body or _TYPED_MARK.match(below[0].text)
            ):
                return lines[:index], below
            if not below:
                return lines[:index], []
    start = len(lines)
    while start and lines[start - 1].height < _SMALL * body:
        start -= 1
    first = next((index for index in range(start, len(lines)) if _begins_note(lines[index])), None)
    if first is None:
        return lines, []
    apart = start and lines[start - 1].bottom - lines[start].bottom > 1.9 * lines[start].height
    return (lines[:start], lines[start:]) if apart else (lines[:first], lines[first:])


def _begins_note(line: Printed) -> bool:
    return bool(line.mark) or _SIGN_FIRST.match(line.text) is not None


def _notes(lines: list[Printed], last: Note | None, page: Page) -> list[Note]:
    """The notes that lines make; the first may be that of the page before, which goes on."""
    notes: list[Note] = []
    for line in lines:
        token, text = line.mark, line.text
        if not token:
            typed = _TYPED_MARK.match(text)
            if typed and _is_next(typed.group(1), notes[-1] if notes else last):
                token, text = typed.group(1), text[typed.end() :]
        if token:
            notes.append(Note(token, page.number, []))
        elif not notes:
            if last is None:
                notes.append(Note("*", page.number, []))
            else:
                notes.append(last)
        notes[-1].pieces.append((text, line.cut))
    return notes


def _is_next(token: str, before: Note | None) -> bool:
    if not token.isdecimal():
        return True
    return int(token) == (int(before.token) + 1 if before and before.token.isdecimal() else 1)


def _take_marks(
    line: Printed, here: dict[str, Note], following: dict[str, Note], known: dict[str, Note]
) -> None:
    """Takes the marks of notes out of a line, and gives it the notes; other raised numbers stay.

    The note may stand ``here`` at the foot of the line's page, on the ``following`` one if there was no room,
    or on an earlier page (``known``) which the mark refers to again.
    """
    text = line.text
    notes: list[Note] = []
    if line.mark:
        note = here.get(line.mark)
        if note is None:
            text = f"{line.mark} {text}"
            for mark in line.marks:
                mark.start, mark.end = mark.start + len(line.mark) + 1, mark.end + len(line.mark) + 1
        else:
            notes.append(note)
    for mark in reversed(line.marks):
        token, before = mark.token, text[: mark.start]
        found = here.get(token)
        if found is None and token.isdecimal() and not _UNIT.search(before):
            found = following.get(token) or known.get(token)
        if found is not None:
            bare, after = before.rstrip(), text[mark.end :]
            apart = " " if bare != before and after[:1].isalpha() else ""  # the space stands before the mark
            text = bare + apart + after
            notes.append(found)
    for note in notes:
        note.placed = True
    line.text = text.strip()
    line.notes = notes[::-1]
    if line.notes:
        line.segments = []
