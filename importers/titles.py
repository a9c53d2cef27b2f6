"""Which words of a masthead are the document's own title.

Not the title of the agenda item it was issued under, which stands right below the item's number; not the
sponsors of a draft; and not its author alone ("Report of the Secretary-General") where there is anything
better.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from importers import masthead_words as words
from importers.lines import Line, joined
from importers.masthead import Block, Sign

_MOST = 300
_MARKS = re.compile(r"[\s*†‡,:;]+$")
_SPELT = re.compile(r"[^\W\d_]{2}")
_SECTION = re.compile(r"(?:[IVXL]{1,5}|[A-Z])\.?(?:\s|$)")
_TITLE_BLOCKS = 5
_STYLED = re.compile(r"^_?\s*_?\s*(?:H|M|S)[ _]|title|heading", re.I)
_AGENDA_STYLE = re.compile(r"agenda", re.I)


def read_title(blocks: Sequence[Block], opening_follows: bool) -> str:
    """The title that a masthead gives, empty if it gives none.

    ``opening_follows`` says that right below stands the organ that speaks ("The General Assembly,"), as it
    does in a resolution: then the last words above it are the title.
    """
    for at, block in enumerate(blocks):
        if block.sign is Sign.NUMBERED_TITLE and (title := _numbered_title(blocks[at:], opening_follows)):
            return title
    if opening_follows:
        return _resolution_title(blocks)
    return _provisional_agenda(blocks) or _report_title(blocks)


def _numbered_title(blocks: Sequence[Block], opening_follows: bool) -> str:
    """The title after a resolution's number ("79/40."), in its line and those down to the opening."""
    found = words.NUMBERED_TITLE.match(blocks[0].text)
    pieces = [found["title"]] if found and found["title"] else []
    for block in blocks[1:_TITLE_BLOCKS]:
        goes_on = opening_follows or not pieces or block.text[:1].islower()
        if block.sign is not Sign.WORDS or not goes_on or _SECTION.match(block.text):
            break
        pieces.append(block.text)
    return clean(joined(pieces))


def _resolution_title(blocks: Sequence[Block]) -> str:
    """The words above the opening of a resolution: below a draft's sponsors all of them, else the last."""
    sponsored = [at for at, block in enumerate(blocks) if block.sign is Sign.SPONSORS]
    own = [
        block.text for block in blocks[sponsored[-1] + 1 if sponsored else 0 :] if block.sign is Sign.WORDS
    ]
    return clean(joined(own) if sponsored else own[-1]) if own else ""


def _provisional_agenda(blocks: Sequence[Block]) -> str:
    """The title of an agenda, with the name of the meeting if the masthead gives one."""
    title = next((clean(block.text) for block in blocks if words.AGENDA.match(block.text)), "")
    if not title:
        return ""
    meeting = read_meeting(blocks)
    return f"{title}: {meeting}" if meeting and len(title) < len(meeting) else title


def _report_title(blocks: Sequence[Block]) -> str:
    """The title of any other document: what stands below the agenda item's title and above its author."""
    start = next((at + 1 for at, block in enumerate(blocks) if block.sign is Sign.ITEM), 0)
    below = [block for block in blocks[start:] if block.sign in (Sign.WORDS, Sign.SPONSORS)]
    below = [block for block in below if _SPELT.search(block.text) and not words.REMARK.match(block.text)]
    if not below:
        return ""
    item: list[Block] = []
    if start:
        item, below = _item_title(below)
    elif len(below) > 1 and is_meeting_name(below[0].text):
        below = below[1:]
    authored = next((at for at, block in enumerate(below) if words.is_authorship(block.text)), None)
    if authored:
        return clean(below[authored - 1].text)
    if authored == 0:
        return _under_an_author(item, below[0].text)
    titled = [clean(block.text) for block in below if _looks_like_title(block.line)]
    if not start or not titled:
        return clean((titled or [block.text for block in below if not _is_sentence(block.text)] or [""])[0])
    ends = next((at + 1 for at, text in enumerate(titled) if words.CHANGE.fullmatch(text)), len(titled))
    return clean(": ".join(text for text, _ in groupby(titled[:ends])))


def _under_an_author(item: Sequence[Block], author: str) -> str:
    """The title where nothing stands between the item's title and the author.

    A paper is then called as the item is; a report as both ("Disarmament: Report of the First Committee").
    """
    titles = [clean(block.text) for block in item]
    if titles and words.SUBMITTED.match(author):
        return titles[-1]
    return clean(": ".join([*titles[-1:], clean(author)]))


def _is_sentence(text: str) -> bool:
    return text[-1] in ".;,。；،؛" or len(text) > _MOST


def _item_title(below: list[Block]) -> tuple[list[Block], list[Block]]:
    """The words under an agenda item: those of its own title, and the others; without others it has none."""
    styled = [block for block in below if _AGENDA_STYLE.search(block.line.style)]
    if styled:
        others = [block for block in below if block not in styled]
        return (styled, others) if others else ([], below)
    return (below[:1], below[1:]) if len(below) > 1 else ([], below)


def _looks_like_title(line: Line) -> bool:
    return bool(line.heading or line.bold or line.centred or _STYLED.search(line.style))


def is_meeting_name(text: str) -> bool:
    """Whether words are the name of a conference or meeting and not the title of a document about it."""
    return words.MEETING_NAME.match(text) is not None


def read_meeting(blocks: Sequence[Block]) -> str:
    """The name of the conference or meeting that a masthead gives above its session, place or agenda item."""
    named = (clean(block.text) for block in blocks if block.sign is Sign.WORDS)
    return next((text for text in named if is_meeting_name(text)), "")


def clean(text: str) -> str:
    """A title without the marks of footnotes after it, cut where it is no title any more."""
    plain = _MARKS.sub("", text).strip()
    return plain if len(plain) <= _MOST else plain[:_MOST].rsplit(" ", 1)[0] + " …"
