"""What an agenda tells of the meeting it is for: its name, place, days and items."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.documents import Document, Kind, Paragraph, Track
from core.track_words import guess_track


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What an agenda tells of the meeting it is for; what it does not tell is empty or None.

    ``items`` are number ("7", "98 (p)"), title and guessed track of each agenda item, in order.
    """

    name: str = ""
    place: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None
    items: tuple[tuple[str, str, Track | None], ...] = ()


def meeting_facts(document: Document) -> MeetingFacts | None:
    """The meeting that an agenda, or the agenda in a report, is for; None for a document without one.

    The name is that of the head ("Ninth Biennial Meeting of States …"), or the first words of the masthead
    that name a meeting; place and dates stand in its line ("Geneva, 23–26 June 2026"), in any of the six
    languages.
    """
    items = tuple(_items(document))
    if not items:
        return None
    above = _above_the_agenda(document)
    name = document.meeting or next((text for text in above if _MEETING.search(text)), "")
    place, starts, ends = "", None, None
    for text in (*above, document.meeting):
        where, first, last = _place_and_days(text)
        if first is not None:
            place, starts, ends = where, first, last
            break
    return MeetingFacts(_without_days(name), place, starts, ends, items)


def _items(document: Document) -> Iterator[tuple[str, str, Track | None]]:
    """Number, title and track of each item; a sub-item that tells no track has that of its item."""
    tracks: dict[str, Track | None] = {}
    for row in document.paragraphs:
        if row.kind is Kind.AGENDA and row.label:
            above = tracks.get(row.label.rpartition("(")[0])
            track = tracks[row.label] = row.track or guess_track(row.text) or above
            yield row.label, row.text.strip().rstrip(".;:。；：؛ "), track


_MEETING = re.compile(
    r"\b(?:meeting|conference|committee|session|working group"
    r"|réunion|conférence|comité|commission|groupe de travail"
    r"|reunión|conferencia|comité|comisión|grupo de trabajo"
    r"|совещание|конференция|комитет|комиссия|рабочая группа)\b"
    r"|会议|大会|委员会|工作组|اجتماع|مؤتمر|لجنة|فريق",
    re.I,
)
_MASTHEAD_ROWS = 30


def _above_the_agenda(document: Document) -> list[str]:
    """The words above the first numbered row, which hold the name, place and dates of the meeting."""
    above: list[str] = []
    rows: tuple[Paragraph, ...] = document.paragraphs[:_MASTHEAD_ROWS]
    for row in rows:
        if row.label:
            break
        above.append(row.text)
    return above


def _place_and_days(text: str) -> tuple[str, dt.date | None, dt.date | None]:
    """Place, first and last day that words name together; a single day is not the dates of a meeting."""
    from core.dates import find_days

    for days in find_days(text):
        if not days.is_span:
            continue
        before = re.split(r"[(（]|\s[-–—]\s", text[: days.start])[-1]
        place = re.sub(r"[\s,،，]+(?:from|du|del|с|من|,)?[\s,،，]*$", "", before, flags=re.I)
        after = text[days.end :].strip(" ,،，()（）")
        named = place.strip(" ,،，") or (after if len(after) < 30 else "")
        return (named if len(named) < 60 else ""), days.first, days.last
    return "", None, None


def _without_days(name: str) -> str:
    """The name of a meeting without the place and dates in parentheses after it."""
    return re.sub(r"\s*[(（][^()（）]*\d{4}[^()（）]*[)）]\s*$", "", name).strip()
