"""Several meetings in one workspace: listing them, choosing the one to prepare, making one from an agenda.

What the window and the command line both call; nothing here knows either.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.agenda import Meeting
from core.documents import DocumentHead
from core.errors import NameplateError
from desktop.meeting.jobs import (
    AGENDA,
    NEXT_MEETING,
    PLACE,
    folded,
    meeting_from_agenda,
    meeting_from_document,
    meeting_row,
)

if TYPE_CHECKING:
    from db.work import Work


def agenda_documents(work: Work) -> list[DocumentHead]:
    """The documents in the library that hold an agenda, newest first."""
    return [
        head for head in work.library.documents() if AGENDA in {head.main_part, *(p.key for p in head.parts)}
    ]


def meeting_from_library(work: Work, name: str, *, title: str = "", place: str = "") -> Meeting:
    """The meeting of a document's agenda, chosen as the one being prepared.

    A provisional agenda gives the meeting itself, a report the agenda of the next one. ``title`` and
    ``place`` are for what the document does not say. NameplateError if it holds no agenda.
    """
    document = work.library.whole(work.library.document(name).id)
    meeting = meeting_from_agenda(work, document)
    if meeting is None:
        meeting = meeting_from_document(work, document, name=title or NEXT_MEETING, place=place or PLACE)
    elif title or place:
        meeting = replace(meeting, name=title or meeting.name, place=place or meeting.place)
        work.meetings.save_meeting(meeting)
    return choose_meeting(work, meeting)


def meetings_newest_first(work: Work) -> list[Meeting]:
    """All meetings: those without dates first, then the latest."""
    return sorted(
        work.meetings.meetings(),
        key=lambda meeting: (meeting.starts is not None, -(meeting.starts or dt.date.min).toordinal()),
    )


def choose_meeting(work: Work, meeting: Meeting) -> Meeting:
    """Makes a meeting the one that is being prepared, and returns it."""
    delegation = work.meetings.delegation()
    if delegation.meeting_id != meeting.id:
        work.meetings.save_delegation(replace(delegation, meeting_id=meeting.id))
    return meeting


def meeting_called(work: Work, name: str) -> Meeting:
    """The meeting that a name, or a part of one, or a year means; NameplateError unless it means just one."""
    meetings = meetings_newest_first(work)
    wanted = folded(name)
    whole = [meeting for meeting in meetings if folded(meeting.name) == wanted]
    found = whole or [each for each in meetings if wanted in folded(f"{each.name} {each.place} {each.when}")]
    if len(found) == 1:
        return found[0]
    which = "; ".join(each.name + (f" ({each.when})" if each.when else "") for each in found or meetings)
    if found:
        raise NameplateError(f"“{name}” may mean several meetings: {which}; write more of the name.")
    raise NameplateError(f"There is no meeting “{name}”; there are: {which or 'none'}.")


def meeting_rows(work: Work) -> list[dict[str, Any]]:
    """All meetings as plain data, newest first; ``current`` marks the one being prepared."""
    meetings = meetings_newest_first(work)
    current = work.meetings.current().id if meetings else None
    return [
        {
            **meeting_row(meeting),
            "items": len(work.meetings.items(meeting.id)),
            "current": meeting.id == current,
        }
        for meeting in meetings
    ]
