"""What a document says of itself: symbol, title, date, session, agenda item, standing.

It stands in the distribution box and the running heads, which PDF and Word readers set aside as furniture,
and in the masthead above the first paragraph (``masthead``). A symbol that a text merely cites is never its
own.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.dates import find_date, is_date
from core.documents import Standing
from core.symbols import canonical_symbol, find_symbols, is_symbol, parse_symbol
from importers import masthead_words as words
from importers.lines import Line, Source
from importers.masthead import Block, Sign, masthead, sign_of
from importers.rows import Reading
from importers.titles import clean, read_meeting, read_title

_LEAST_REPEATED = 2
_SHORT_LINE = 60


@dataclass(frozen=True, slots=True)
class Head:
    """A document's head as its own text gives it; what it does not tell is empty, a date None.

    The fields mean what they mean in core's DocumentHead; ``agenda_item`` is written as in English
    documents ("98 (p)") whatever the language.
    """

    symbol: str = ""
    title: str = ""
    date: dt.date | None = None
    session: str = ""
    agenda_item: str = ""
    standing: Standing = Standing.UNKNOWN
    meeting: str = ""
    spoken: str = ""


def read_head(source: Source, reading: Reading, symbol: str = "") -> Head:
    """The head that a file's furniture, the top of its text and its reading tell; ``symbol`` is one given."""
    top = masthead(source.lines)
    blocks = top.blocks
    box = [piece.strip() for text in source.furniture for piece in text.split("\n") if piece.strip()]
    symbol = canonical_symbol(symbol) if symbol else read_symbol(source, blocks, box)
    title = read_title(blocks, top.opened)
    parsed = parse_symbol(symbol)
    spoken = parsed.spoken if parsed else ""
    return Head(
        symbol=symbol,
        title=title or _other_title(source, reading, spoken),
        date=_date(blocks, box),
        session=_session(blocks, box),
        agenda_item=_agenda_item(blocks, box),
        standing=_standing(reading, symbol, title, blocks, box),
        meeting=read_meeting(blocks),
        spoken=spoken,
    )


# Symbol ---------------------------------------------------------------------------------------------------


def read_symbol(source: Source, blocks: Sequence[Block], box: Sequence[str]) -> str:
    """The document's own symbol, empty where none can be told from those it cites.

    The furniture names it on every page. Without furniture it stands alone in a line of the masthead, or
    with the organization's name or the word for distribution; or as a running head in lines of its own that
    come again. The number before a resolution's title is its symbol without the organ.
    """
    for texts in (
        (text for text in box if is_symbol(text)),
        (text for text in box if sign_of(text) is Sign.BOX and len(text) < _SHORT_LINE),
        (block.text for block in blocks if block.sign is Sign.SYMBOL),
        (block.text for block in blocks if block.sign is Sign.BOX),
        box,
    ):
        named = Counter(found for text in texts for found in find_symbols(text))
        if named:
            return named.most_common(1)[0][0]
    return _numbered(blocks) or _running_head(source.lines)


def _numbered(blocks: Sequence[Block]) -> str:
    """The symbol that the number before a resolution's title makes with the organ that adopted it."""
    text = " ".join(block.text for block in blocks)
    for block in blocks:
        found = words.NUMBERED_TITLE.match(block.text) if block.sign is Sign.NUMBERED_TITLE else None
        if found and words.GENERAL_ASSEMBLY.search(text):
            return canonical_symbol(f"A/RES/{found['number']}")
    council = words.COUNCIL_RESOLUTION.search(text)
    if council and words.SECURITY_COUNCIL.search(text):
        return canonical_symbol(f"S/RES/{council['number']}")
    return ""


def _running_head(lines: Iterable[Line]) -> str:
    """A symbol that stands alone in several lines, as on every page of a printed text."""
    alone = Counter(
        canonical_symbol(line.text)
        for line in lines
        if len(line.text) < _SHORT_LINE and "/" in line.text and is_symbol(line.text)
    )
    named = alone.most_common(1)
    return named[0][0] if named and named[0][1] >= _LEAST_REPEATED else ""


# Dates, session, agenda item ------------------------------------------------------------------------------


def _date(blocks: Sequence[Block], box: Sequence[str]) -> dt.date | None:
    """The date that matters: a resolution's adoption, or else the day of distribution."""
    for block in blocks:
        if block.sign is Sign.ADOPTED and (date := find_date(block.text)):
            return date
    boxed = [*box, *(block.text for block in blocks if block.sign is Sign.BOX)]
    for texts in (
        (text for text in boxed if words.DISTRIBUTION.search(text)),
        (text for text in boxed if is_date(text)),
        boxed,
        (block.text for block in blocks if block.sign in (Sign.PLACE, Sign.SYMBOL)),
    ):
        for text in texts:
            if date := find_date(text):
                return date
    return None


def _session(blocks: Sequence[Block], box: Iterable[str]) -> str:
    named = [block.text for block in blocks if block.sign is Sign.SESSION]
    named += [text for text in box if sign_of(text) is Sign.SESSION]
    return clean(named[0]) if named else ""


def _agenda_item(blocks: Sequence[Block], box: Iterable[str]) -> str:
    """The number of the agenda item, in the form of English documents: "98 p)" is "98 (p)"."""
    for text in [*(block.text for block in blocks if block.sign is Sign.ITEM), *box]:
        found = words.ITEM.fullmatch(text.strip(" *†‡"))
        if found is not None:
            return _plain_item(found["number"] or found["zh"])
    return ""


def _plain_item(number: str) -> str:
    plain = number.translate(str.maketrans("（）", "()"))
    plain = re.sub(r"(?<=\d)\s*\(?\s*([^\W\d_]{1,3})\s*\)", r" (\1)", plain)
    return re.sub(words.AND, ", ", plain).strip()


# Standing and what is left --------------------------------------------------------------------------------


def _standing(
    reading: Reading, symbol: str, title: str, blocks: Sequence[Block], box: Sequence[str]
) -> Standing:
    """How the text came about, as far as it says so itself: resolutions rarely tell how they were adopted."""
    if reading.main_part == "summary":
        return Standing.SUMMARY
    texts = [*box, *(block.text for block in blocks)]
    if reading.notice or any(words.NOTICE.match(text) for text in texts):
        return Standing.UNEDITED
    parsed = parse_symbol(symbol)
    sponsored = any(block.sign is Sign.SPONSORS for block in blocks)
    if (parsed and parsed.kind.is_draft) or sponsored or words.DRAFT_TITLE.match(title):
        return Standing.DRAFT
    told = " ".join(block.text for block in blocks)
    if words.BY_VOTE.search(told):
        return Standing.VOTE
    return Standing.CONSENSUS if words.WITHOUT_VOTE.search(told) else Standing.UNKNOWN


def _other_title(source: Source, reading: Reading, spoken: str) -> str:
    """A title from what the format says, from a heading of the text, or from a resolution's number."""
    heading = next((line.text for line in source.lines[:30] if line.heading), "")
    return clean(heading) or spoken or clean(reading.title) or clean(source.title)
