"""How lines of United Nations documents look: numbers, headings, annexes, chapeaux, unfinished sentences.

The forms are those that the documents of the small arms process share (DOMAIN.md, "The process" and "How
texts are cited"); nothing here knows the words of one particular document.
"""

from __future__ import annotations

import re

from core.numerals import roman_value

_NUMBERED = re.compile(r"([1-9]\d{0,2})\.(?:\s+(.*))?")
_LETTERED = re.compile(r"([A-Z])\.\s+\S.*")
_HEADING_NUMBER = re.compile(r"(?:[IVXL]{1,7}|[A-Z])\.\s+")
_ANNEX = re.compile(r"(?:annex|appendix|enclosure)(?:\s+([IVXL]{1,7}|\d{1,2}|[A-Z]))?[.:*]?", re.I)
_NOTICE = re.compile(r"\(?advanced? (?:un)?edited (?:copy|version|text)\)?\.?", re.I)
_SUBPARAGRAPH = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})\)\s")
_LEVELS_OF_ACTION = re.compile(
    r"at the (?:national|(?:sub)?regional|global|international)\b.{0,40}\blevels?", re.I
)
_RESOLVE = re.compile(
    r"\b(?:States|we|participants)\b.{0,80}\b(?:resolve|undertake|agree|decide|commit|pledge)\b.{0,80}\bfollowing\b",
    re.I,
)
_FINISHED = re.compile(r"[.!?。！？؟][\"'”’»」』)\]）\u200e\u200f]*$")
_HANGING = re.compile(
    r"(?:[,;:–-]|\b(?:a|an|and|as|at|by|for|from|in|into|its|of|on|or|that|the|their|to|under|which|with))$",
    re.I,
)
_CLOSING = re.compile(
    r"\d+(?:st|nd|rd|th) (?:\(\w+\) )?(?:(?:plenary|closed|formal) )*meeting"
    r"|\d+(?:re|e|ème) séance(?: plénière)?"
    r"|\d+[ªa]\.? sesión(?: plenaria)?|\d+-е (?:пленарное )?заседание|第\d+次(?:全体)?会议"
    r"|الجلسة العامة \d+|\d{1,2}(?:er)? (?:de )?\w+ (?:de )?\d{4}(?: (?:года|г\.))?|\d{4}年\d{1,2}月\d{1,2}日"
    r"|Adopted (?:by the \w+ Council |unanimously )?at (?:its|the) \d.{0,60}",
    re.I,
)
_TITLE_WORDS = 20
_TITLE_LETTERS = 300
_TITLE_SIGNS = 40
"""How long a title may be in Chinese, where no spaces part its words."""


def numbered(text: str) -> tuple[int, str] | None:
    """The number that a paragraph begins with, and its words; None if it begins with none."""
    found = _NUMBERED.fullmatch(text)
    return (int(found[1]), (found[2] or "").strip()) if found else None


def lettered_heading(text: str) -> int | None:
    """The place in the alphabet of a heading such as "B. Officers" (2), None for other lines."""
    found = _LETTERED.fullmatch(text)
    return ord(found[1]) - ord("A") + 1 if found else None


def is_numbered_heading(text: str) -> bool:
    """Whether the line has the form of a heading with a Roman numeral or a letter."""
    return _HEADING_NUMBER.match(text) is not None


def without_heading_number(text: str) -> str:
    """A heading's words alone: "Officers" for "B. Officers"."""
    return _HEADING_NUMBER.sub("", text, count=1)


def annex_key(text: str) -> str | None:
    """The key of the part that a line "Annex", "ANNEX II" or "Appendix" opens, None for other lines."""
    found = _ANNEX.fullmatch(text)
    if found is None:
        return None
    mark = (found[1] or "").upper()
    if value := roman_value(mark):
        mark = str(value)
    return f"annex-{mark.lower()}" if mark else "annex"


def is_notice(text: str) -> bool:
    """Whether the line says of the copy that it is an advance, unedited one."""
    return _NOTICE.fullmatch(text) is not None


def is_subparagraph(text: str) -> bool:
    """Whether the line begins like "(a) To ensure": a piece of the paragraph above it."""
    return _SUBPARAGRAPH.match(text) is not None


def is_level_of_action(text: str) -> bool:
    """Whether a heading names a level of action ("At the national level").

    The Programme of Action orders its measures so (section II), and the outcomes follow it.
    """
    return _LEVELS_OF_ACTION.fullmatch(text) is not None


def is_title(text: str) -> bool:
    """Whether a line without a number can be a heading: short, capitalised, and not a sentence.

    Arabic and Chinese have no capitals, so there any letter may begin one.
    """
    first = text[:1]
    uncased = first >= "\u0600" and first.isalpha() and not first.islower()
    if not (first.isupper() or uncased):
        return False
    if (
        text[-1] in ".,;:،؛。，；：、\u200e\u200f"
        or ". " in text
        or "。" in text
        or len(text) > _TITLE_LETTERS
    ):
        return False
    return len(text.split()) <= _TITLE_WORDS and (first < "\u4e00" or len(text) <= _TITLE_SIGNS)


def is_closing(text: str) -> bool:
    """Whether a line tells when a resolution was adopted, as it stands under its last paragraph."""
    return _CLOSING.fullmatch(text) is not None


def is_chapeau(text: str) -> bool:
    """Whether unnumbered words introduce the paragraphs after them.

    They end in a colon, or say that States resolve to take "the following" measures: one of the three
    chapeaux of BMS8 ends in a full stop.
    """
    return len(text.split()) > 3 and (text.endswith(":") or _RESOLVE.search(text) is not None)


def is_finished(text: str) -> bool:
    """Whether a text ends like a sentence, so that what follows is not its continuation."""
    return _FINISHED.search(text) is not None


def is_hanging(text: str) -> bool:
    """Whether a text cannot end where it does: after a comma, a colon, an article or a preposition."""
    return _HANGING.search(text) is not None


def concerns_all_items(text: str) -> bool:
    """Whether a paragraph tells of all substantive agenda items, whatever heading it stands under."""
    return _ALL_ITEMS.search(text) is not None


_ALL_ITEMS = re.compile(r"\ball substantive (?:agenda )?items\b", re.I)
