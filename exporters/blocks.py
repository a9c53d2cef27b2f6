"""Neutral blocks: what both writers draw, so that the DOCX and the PDF cannot disagree.

A manuscript is a flat run of blocks in reading order. A block names a *role* ("quotation", "citation" …)
and never a size or a colour; what a role looks like stands in ``exporters.style``, once for both formats.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.briefing_pack import Paper


class Tone(StrEnum):
    """A shade of a run that carries meaning."""

    INK = "ink"
    SUMMARY = "summary"  # a summary's own words, between those it quotes
    LINK = "link"
    INSERTED = "inserted"  # what a later text put in, underlined where changes cannot be tracked
    DELETED = "deleted"  # what it left out, struck through


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style. ``link`` is the anchor in the same file that a click leads to."""

    text: str
    bold: bool = False
    italic: bool = False
    tone: Tone = Tone.INK
    link: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's mark, with the words of the note. Numbers run through the whole manuscript from 1."""

    number: int
    runs: tuple[Run, ...]

    @property
    def link(self) -> str:
        """Where a click on the mark leads: to the first paragraph the note names."""
        return next((run.link for run in self.runs if run.link), "")

    @property
    def tone(self) -> Tone:
        """The tone of its mark: that of its words if all of them were put in, or all left out."""
        for tone in (Tone.INSERTED, Tone.DELETED):
            if self.runs and all(run.tone is tone for run in self.runs):
                return tone
        return Tone.INK


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


Inline = Run | Note | Break


class Role(StrEnum):
    """What a paragraph is for."""

    COVER_STATE = "cover state"
    COVER_MISSION = "cover mission"
    COVER_KIND = "cover kind"
    COVER_TITLE = "cover title"
    COVER_WHEN = "cover when"
    COVER_LABEL = "cover label"
    COVER_ITEM = "cover item"
    COVER_MARKING = "cover marking"
    COVER_WARNING = "cover warning"
    COVER_DATE = "cover date"
    CONTENTS_TITLE = "contents title"
    CONTENTS_1 = "contents 1"
    CONTENTS_2 = "contents 2"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    TRACK = "track"
    BODY = "body"
    BULLET = "bullet"
    NUMBERED = "numbered"
    QUOTE = "quote"
    COMMITMENT = "commitment"
    PATH = "path"
    CHAPEAU = "chapeau"
    QUOTATION = "quotation"
    CITATION = "citation"
    PRIVATE_LABEL = "private label"
    PRIVATE = "private"
    RECORD_ABOUT = "record about"
    RECORD = "record"
    TABLE_HEAD = "table head"
    TABLE_CELL = "table cell"
    ANNEX_SOURCE = "annex source"
    ANNEX_PATH = "annex path"
    ANNEX_CHAPEAU = "annex chapeau"
    ANNEX_TEXT = "annex text"
    ANNEX_REMARK = "annex remark"
    STATEMENT = "statement"
    STATEMENT_HEADING = "statement heading"
    STATEMENT_BULLET = "statement bullet"
    STATEMENT_NUMBERED = "statement numbered"
    STATEMENT_QUOTE = "statement quote"
    SPEAKER = "speaker"
    CAPACITY = "capacity"
    LETTERHEAD = "letterhead"
    DELIVERY = "delivery"
    TITLE_BY = "title by"
    TITLE_SPEAKER = "title speaker"
    TITLE_LINE = "title line"
    TITLE_BEHALF = "title behalf"
    TITLE_MEETING = "title meeting"
    TITLE_ITEM = "title item"
    TITLE_STAGE = "title stage"
    FOOTNOTE = "footnote"
    HEAD = "head"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    ``place`` says where it stands in words a delegate understands ("BMS8/62"), for messages. ``marker``
    hangs before the first line ("7", "•", "2."); where that itself changed, ``renumbered`` hangs there
    instead (only the PDF knows of it). ``aside`` stands at the right end of the first line.
    ``level`` is a list item's depth from 1. ``rule`` names the coloured rule at its left, empty for none
    (``exporters.style.RULES``). ``tinted`` marks what must not be handed on. ``entry`` is what the
    document's outline calls it, for headings only. ``language`` is a code ("fr") where it is not the
    manuscript's. ``whole`` asks that it not be broken over two pages, ``held`` that it stay with the next
    paragraph, ``ruled_off`` for a fine line below it.
    """

    role: Role
    inlines: tuple[Inline, ...]
    place: str = ""
    marker: str = ""
    aside: str = ""
    level: int = 0
    rule: str = ""
    tinted: bool = False
    anchor: str = ""
    entry: str = ""
    language: str = ""
    new_page: bool = False
    whole: bool = False
    held: bool = False
    ruled_off: bool = False
    renumbered: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        """Its words without marker, aside and notes; a line break counts as a space."""
        return "".join(
            i.text if isinstance(i, Run) else " " if isinstance(i, Break) else "" for i in self.inlines
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. ``emphasised`` rows are the delegation's own State."""

    cells: tuple[tuple[Run, ...], ...]
    emphasised: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row that repeats on every page; ``widths`` are fractions of the text width."""

    widths: tuple[float, ...]
    header: Row
    rows: tuple[Row, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents; its entries are the headings of the whole manuscript (``entries_of``)."""

    title: Paragraph


@dataclass(frozen=True, slots=True)
class Foot:
    """Paragraphs set at the foot of the page they fall on (the cover's marking and date)."""

    paragraphs: tuple[Paragraph, ...]


Block = Paragraph | Table | Contents | Foot


@dataclass(frozen=True, slots=True)
class Manuscript:
    """Everything that is written into one file.

    ``head`` and ``marking`` stand in the running head, left and right; ``plain_first_page`` leaves head and
    foot off the first. ``aloud`` sets statements large, for reading at a lectern.
    """

    title: str
    subject: str
    author: str
    made_on: dt.date
    paper: Paper
    head: str
    marking: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    plain_first_page: bool = True
    aloud: bool = False


_OUTLINE = {
    Role.HEADING_1: 1,
    Role.HEADING_2: 2,
    Role.HEADING_3: 3,
    Role.COMMITMENT: 3,
    Role.STATEMENT_HEADING: 4,
}
CONTENTS_DEPTH = 2


def outline_level(paragraph: Paragraph) -> int:
    """A heading's depth in the outline from 1; 0 for what is no heading."""
    return _OUTLINE.get(paragraph.role, 0) if paragraph.entry else 0


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs in reading order, those of contents titles and feet included, tables left out."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Foot):
            yield from block.paragraphs
        elif isinstance(block, Contents):
            yield block.title


def entries_of(manuscript: Manuscript) -> tuple[Paragraph, ...]:
    """The headings that the contents list, in order."""
    return tuple(p for p in paragraphs_of(manuscript.blocks) if 0 < outline_level(p) <= CONTENTS_DEPTH)


def notes_of(blocks: Iterable[Block]) -> tuple[Note, ...]:
    """All footnotes in order."""
    return tuple(i for p in paragraphs_of(blocks) for i in p.inlines if isinstance(i, Note))
