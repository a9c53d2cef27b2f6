"""Meetings, their agenda items, and the delegation that prepares for them."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from dataclasses import dataclass

from core.documents import Track
from core.english_dates import MONTHS, long_date
from core.meeting_facts import MeetingFacts, meeting_facts
from core.track_words import guess_track

__all__ = [
    "AgendaItem",
    "Delegation",
    "Meeting",
    "MeetingFacts",
    "date_in_words",
    "guess_track",
    "meeting_facts",
    "short_heading",
    "short_title",
    "span_of_days",
]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting to prepare for. Limits are minutes; ``words_a_minute`` is the rate time is told at.

    The limits and the rate are settings because every meeting sets its own (DOMAIN.md, "Statements").
    """

    id: uuid.UUID
    name: str
    place: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None
    national_minutes: float = 5.0
    group_minutes: float = 8.0
    words_a_minute: int = 110

    @property
    def when(self) -> str:
        """Its dates as a document states them: "27 June–1 July 2022", "5–9 June 2028", or empty."""
        return span_of_days(self.starts, self.ends)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of a meeting's agenda. ``number`` is text, for sub-items exist ("98 (a)")."""

    id: uuid.UUID
    meeting_id: uuid.UUID
    number: str
    title: str
    track: Track | None = None
    rank: str = ""

    @property
    def is_sub_item(self) -> bool:
        """Whether it is a part of another item."""
        return "(" in self.number


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who is preparing, one per workspace; ``meeting_id`` is the meeting they chose, None if none."""

    state: str = ""
    mission: str = ""
    speaker_name: str = ""
    speaker_title: str = ""
    group: str = ""
    meeting_id: uuid.UUID | None = None


_FORMULAS = ("Consideration of the implementation of the ", "Consideration of the ", "Consideration of ")


def short_title(title: str, most: int = 80) -> str:
    """A long official title for a narrow place: without its opening formula, cut at a word."""
    for formula in _FORMULAS:
        if title.startswith(formula):
            title = title[len(formula) :]
            title = title[0].upper() + title[1:]
            break
    return title if len(title) <= most else title[:most].rsplit(" ", 1)[0].rstrip(",;") + " …"


def short_meeting(name: str) -> str:
    """A meeting's name up to where its purpose begins: "Eighth Biennial Meeting of States"."""
    return re.split(r" to (?:Consider|Review|Prevent)\b", name)[0]


def short_heading(words: str, most: int = 80) -> str:
    """A heading for a narrow place: its number or letter stays, the formula after it goes."""
    number, dot, title = words.partition(". ")
    if dot and len(number) <= 4:
        return f"{number}. {short_title(title, most)}"
    return short_title(words, most)


def span_of_days(starts: dt.date | None, ends: dt.date | None) -> str:
    """A span of days in the form United Nations documents use, without repeating what is shared."""
    if starts is None:
        return "" if ends is None else long_date(ends)
    if ends is None or ends == starts:
        return long_date(starts)
    if (starts.year, starts.month) == (ends.year, ends.month):
        return f"{starts.day}–{long_date(ends)}"
    if starts.year == ends.year:
        return f"{starts.day} {MONTHS[starts.month - 1]}–{long_date(ends)}"
    return f"{long_date(starts)}–{long_date(ends)}"


def date_in_words(typed: str) -> dt.date | None:
    """A date as people type it ("5 June 2028", "5 jun 2028", "2028-06-05"), None for nothing.

    ValueError with a sentence for anything else; a form such as 5/6/2028 is refused, since it means two days.
    """
    words = typed.strip()
    if not words:
        return None
    said = re.fullmatch(r"(\d{1,2})\.?\s+([^\W\d]{3,})\.?,?\s+(\d{4})", words)
    try:
        if said is None:
            return dt.date.fromisoformat(words)
        months = [nth for nth, name in enumerate(MONTHS, 1) if name.lower().startswith(said[2].lower())]
        return dt.date(int(said[3]), months[0], int(said[1]))
    except (ValueError, IndexError):
        raise ValueError(f"“{words}” is not a date; write it like 5 June 2028.") from None
