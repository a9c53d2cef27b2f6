"""What the documents look like: one table of sizes, spaces and colours for both formats.

All lengths are points. Space between paragraphs is always *before* a paragraph, so that Word and the PDF
agree on it whatever rule a program follows for adding spaces up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from core.briefing_pack import Paper
from core.documents import Track
from exporters.blocks import Role, Tone

MM = 72 / 25.4
MARGIN = 25 * MM
EDGE = 12.5 * MM  # from the paper's edge to the running head and foot
PAPER_SIZES = {Paper.A4: (210 * MM, 297 * MM), Paper.LETTER: (8.5 * 72, 11 * 72)}

INK = "1B1F24"
QUIET = "59616C"
ACCENT = "1F5C99"
HAIRLINE = "C4CAD2"
OWN_TINT = "EAF0F7"
PRIVATE = "8A4B08"
PRIVATE_TINT = "FBF1E0"

RULES = {
    Track.POA.value: "0067A5",
    Track.ITI.value: "A85000",
    Track.COOPERATION.value: "00735A",
    Track.OTHER.value: "8A3D7D",
    "plain": "9AA3AE",
    "private": PRIVATE,
}
RULE_WIDTH = 1.5
RULE_GAP = 10.0  # from the rule to the text
PRIVATE_PAD = 3.0  # above and below what is tinted
RULED_OFF_GAP = 8.0  # from a paragraph to the fine line below it

TONES = {
    Tone.INK: "",
    Tone.SUMMARY: QUIET,
    Tone.LINK: ACCENT,
    Tone.INSERTED: ACCENT,
    Tone.DELETED: "9B2D20",
}

CELL_PADDING = (4.0, 2.5)  # beside and above/below the text of a table cell
LIST_STEP = 18.0
BULLETS = ("•", "–", "·")
DEEPEST = 9  # list levels that are told apart; Word knows no more


class Family(StrEnum):
    """The two typefaces: serif for text, sans for headings and everything around a text."""

    SERIF = "serif"
    SANS = "sans"


@dataclass(frozen=True, slots=True)
class Look:
    """How paragraphs of one role are set.

    ``word`` is the name of the Word style; built-in names keep their meaning there. ``hang`` is the width
    kept for the marker at the left of ``left``. ``keep`` holds a paragraph together with the next one.
    """

    word: str
    family: Family = Family.SERIF
    size: float = 10.5
    leading: float = 15.0
    bold: bool = False
    italic: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    hang: float = 0.0
    keep: bool = False
    align: str = "left"
    marker_colour: str = ""


def _sans(word: str, size: float, leading: float, **more: object) -> Look:
    return replace(Look(word, Family.SANS, size, leading), **more)  # type: ignore[arg-type]


_LOOKS = {
    Role.COVER_STATE: _sans("Nameplate Cover state", 15, 20, bold=True, colour=ACCENT),
    Role.COVER_MISSION: _sans("Nameplate Cover mission", 10.5, 15, colour=QUIET, before=2),
    Role.COVER_KIND: _sans("Nameplate Cover kind", 11.5, 16, colour=ACCENT, before=84),
    Role.COVER_TITLE: Look("Title", size=22, leading=29, before=10, right=36),
    Role.COVER_WHEN: Look("Subtitle", size=13, leading=19, before=14, colour=QUIET),
    Role.COVER_LABEL: _sans("Nameplate Cover label", 9.5, 14, bold=True, colour=QUIET, before=36, keep=True),
    Role.COVER_ITEM: Look(
        "Nameplate Cover item",
        size=11,
        leading=15.5,
        before=5,
        left=26,
        right=36,
        hang=26,
        marker_colour=ACCENT,
    ),
    Role.COVER_MARKING: _sans("Nameplate Marking", 13, 18, bold=True),
    Role.COVER_WARNING: _sans("Nameplate Warning", 10, 15, bold=True, colour=PRIVATE, before=3),
    Role.COVER_DATE: _sans("Nameplate Cover date", 9.5, 14, colour=QUIET, before=3),
    Role.CONTENTS_TITLE: _sans("TOC Heading", 17, 22, bold=True, keep=True),
    Role.CONTENTS_1: _sans("toc 1", 10.5, 15, bold=True, before=13, left=26, right=36, hang=26, keep=True),
    Role.CONTENTS_2: Look("toc 2", size=10.5, leading=15, before=3, left=26, right=36),
    Role.HEADING_1: _sans(
        "heading 1", 17, 22, bold=True, left=30, hang=30, right=30, keep=True, marker_colour=ACCENT
    ),
    Role.HEADING_2: _sans("heading 2", 14, 19, bold=True, colour=ACCENT, before=26, keep=True),
    Role.HEADING_3: _sans("heading 3", 11.5, 16, bold=True, before=18, keep=True),
    Role.TRACK: _sans("Nameplate Track", 9.5, 14, colour=QUIET, before=6, left=30, keep=True),
    Role.BODY: Look("Body Text", before=7.5),
    Role.BULLET: Look("List Bullet", before=5, left=LIST_STEP, hang=LIST_STEP),
    Role.NUMBERED: Look("List Number", before=5, left=LIST_STEP, hang=LIST_STEP),
    Role.QUOTE: Look("Quote", before=7.5, left=LIST_STEP, right=LIST_STEP),
    Role.COMMITMENT: _sans(
        "Nameplate Commitment",
        11.5,
        16,
        bold=True,
        before=22,
        left=24,
        hang=24,
        keep=True,
        marker_colour=QUIET,
    ),
    Role.PATH: _sans("Nameplate Section path", 9, 12.5, colour=QUIET, before=2, left=24, right=24, keep=True),
    Role.CHAPEAU: Look(
        "Nameplate Chapeau", size=9.5, leading=13.5, italic=True, colour=QUIET, before=6, left=36, keep=True
    ),
    Role.QUOTATION: Look("Nameplate Quotation", before=6, left=36, keep=True),
    Role.CITATION: _sans("Nameplate Citation", 9, 12.5, colour=QUIET, before=5, left=36),
    Role.PRIVATE_LABEL: _sans(
        "Nameplate Private label", 9, 12.5, bold=True, colour=PRIVATE, before=8, left=36, keep=True
    ),
    Role.PRIVATE: _sans("Nameplate Private note", 10, 14, before=3, left=36),
    Role.RECORD_ABOUT: _sans("Nameplate Record source", 9, 12.5, colour=QUIET, before=2, keep=True),
    Role.RECORD: Look("Nameplate Record", before=6, after=7, keep=True),
    Role.TABLE_HEAD: _sans("Nameplate Table head", 8.5, 11.5, bold=True, colour=QUIET, keep=True),
    Role.TABLE_CELL: _sans("Nameplate Table text", 9, 12),
    Role.ANNEX_SOURCE: _sans("Nameplate Source", 9, 12.5, colour=QUIET, before=3, keep=True),
    Role.ANNEX_PATH: _sans("Nameplate Annex path", 9.5, 13, bold=True, before=18, keep=True),
    Role.ANNEX_CHAPEAU: Look(
        "Nameplate Annex chapeau",
        size=9.5,
        leading=13.5,
        italic=True,
        colour=QUIET,
        before=6,
        left=40,
        keep=True,
    ),
    Role.ANNEX_TEXT: Look(
        "Nameplate Annex text", size=10, leading=14.5, before=8, left=40, hang=40, marker_colour=QUIET
    ),
    Role.ANNEX_REMARK: _sans("Nameplate Remark", 8.5, 12, colour=QUIET, before=3, left=40),
    Role.STATEMENT: Look("Nameplate Statement", size=11, leading=16.5, before=8.5),
    Role.STATEMENT_HEADING: _sans("Nameplate Statement heading", 11.5, 16.5, bold=True, before=15, keep=True),
    Role.STATEMENT_BULLET: Look(
        "Nameplate Statement bullet", size=11, leading=16.5, before=5.5, left=LIST_STEP, hang=LIST_STEP
    ),
    Role.STATEMENT_NUMBERED: Look(
        "Nameplate Statement number", size=11, leading=16.5, before=5.5, left=LIST_STEP, hang=LIST_STEP
    ),
    Role.STATEMENT_QUOTE: Look(
        "Nameplate Statement quote", size=11, leading=16.5, before=8.5, left=LIST_STEP, right=LIST_STEP
    ),
    Role.SPEAKER: Look("Nameplate Speaker", size=11, leading=16, before=8, keep=True),
    Role.CAPACITY: Look("Nameplate Capacity", italic=True, before=1, colour=QUIET, keep=True),
    Role.LETTERHEAD: _sans("Nameplate Letterhead", 13, 18, bold=True, colour=ACCENT),
    Role.DELIVERY: Look("Nameplate Delivery", size=12, leading=17, italic=True, before=26, align="right"),
    Role.TITLE_BY: Look("Nameplate Statement by", size=14, leading=20, before=88, colour=QUIET),
    Role.TITLE_SPEAKER: Look("Title", size=24, leading=31, before=8, right=36),
    Role.TITLE_LINE: Look("Subtitle", size=14, leading=20, before=3, right=36),
    Role.TITLE_BEHALF: Look("Nameplate On behalf of", size=14, leading=20, italic=True, before=10, right=36),
    Role.TITLE_MEETING: Look("Nameplate Meeting", size=14, leading=20, before=44, right=36),
    Role.TITLE_ITEM: Look("Nameplate Agenda item", size=14, leading=20, before=12, right=36),
    Role.TITLE_STAGE: _sans("Nameplate Stage", 12, 17, bold=True, before=20),
    Role.FOOTNOTE: Look("footnote text", size=8.5, leading=12, left=12, hang=12),
    Role.HEAD: _sans("header", 8.5, 12, colour=QUIET),
    Role.FOOT: _sans("footer", 8.5, 12, colour=QUIET, align="right"),
}

_ALOUD = {
    Role.STATEMENT: (14.0, 21.0, 10.5),
    Role.STATEMENT_HEADING: (15.0, 21.0, 21.0),
    Role.STATEMENT_BULLET: (14.0, 21.0, 7.0),
    Role.STATEMENT_NUMBERED: (14.0, 21.0, 7.0),
    Role.STATEMENT_QUOTE: (14.0, 21.0, 10.5),
    Role.PRIVATE: (12.0, 17.0, 4.0),
    Role.FOOTNOTE: (9.5, 13.0, 0.0),
}


@lru_cache(maxsize=2)
def looks(aloud: bool) -> dict[Role, Look]:
    """How every role is set; ``aloud`` for statements that are read from the page."""
    if not aloud:
        return _LOOKS
    larger = {
        role: replace(_LOOKS[role], size=size, leading=leading, before=before)
        for role, (size, leading, before) in _ALOUD.items()
    }
    return {**_LOOKS, **larger}


def text_size(paper: Paper) -> tuple[float, float]:
    """Width and height of the text area."""
    width, height = PAPER_SIZES[paper]
    return width - 2 * MARGIN, height - 2 * MARGIN
