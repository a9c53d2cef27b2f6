"""Contents lists: what is printed in one is no heading and opens no section or annex."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers import wording
from importers.lines import Line

_LEADERS = ("....", ". . .", "……", "…..")
_PAGE = re.compile(r"(?:(?:\.\s?){2,}|…+|\s+)\s*\d{1,4}$")
_HEAD = re.compile(r"page|pages|página|стр(?:аница)?\.?|页次|الصفحة|paragraphs?|chapter|\d{1,3}|\|", re.I)
_LONGEST = 400
_LONGEST_ENTRY = 500


def contents_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines that belong to a contents list, its title among them.

    A list goes from its title to the line that repeats its first entry, for that is where the text begins;
    without one it takes the lines that end in a page number. Lines with dots that lead to a number belong to
    a list wherever they stand.
    """
    found: set[int] = set()
    for at, line in enumerate(lines):
        text = line.text
        if _is_led(text):
            found.add(at)
        elif len(text) < 40 and at not in found and wording.CONTENTS.fullmatch(text.rstrip(" :*")):
            found.update(range(at, _end(lines, at)))
    return frozenset(found)


def _end(lines: Sequence[Line], title: int) -> int:
    """The index of the first line after the list with this title."""
    entries: dict[str, int] = {}
    numbered = title + 1
    for at in range(title + 1, min(title + _LONGEST, len(lines))):
        text = lines[at].text
        entry = _plain(text)
        if entry in entries and len(entry) > 3:
            return at if at > entries[entry] else numbered
        if _names_page(text) or _HEAD.fullmatch(text) or _is_led(text) or lines[at].cells:
            if numbered == at:
                numbered = at + 1
        elif len(text) > 250 or (text[-1] == "." and len(text) > 60):
            return numbered
        if not _HEAD.fullmatch(text):
            entries[entry] = at
    return numbered


def _is_led(text: str) -> bool:
    """Whether dots lead to the page number, or the range of paragraphs, with which a line ends."""
    return text.rstrip("0123456789-–— ").endswith(_LEADERS)


def _names_page(text: str) -> bool:
    return text[-1].isdigit() and len(text) <= _LONGEST_ENTRY and _PAGE.search(text) is not None


def _plain(text: str) -> str:
    """An entry's words without the page number and the dots that lead to it."""
    words = _PAGE.sub("", text) if len(text) <= _LONGEST_ENTRY else text
    return re.sub(r"[\s.…]+", " ", words).strip().casefold()
