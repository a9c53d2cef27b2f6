"""The meeting and who prepares for it: a new workspace, the agenda, its limits, the delegation.

What the window and the command line both call; nothing here knows either.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.agenda import AgendaItem, Delegation, Meeting, guess_track, meeting_facts
from core.documents import Document, Kind, Paragraph, Track
from core.errors import NameplateError
from core.ordering import rank_between, ranks
from core.states import STATES, canonical_state, find_states

if TYPE_CHECKING:
    from db.work import Work
    from db.workspace import Workspace

NEXT_MEETING = "Next Biennial Meeting of States on small arms"
PLACE = "New York"
AGENDA = "agenda"
"""The part that holds a document's agenda; a document that is an agenda has it as its main part."""

_RATES = range(40, 301)


def new_workspace(path: Path, *, author: str = "", state: str = "") -> Workspace:
    """Makes a workspace with the reference library and, from its newest agenda, the next meeting.

    The library is read from the bundled texts first; the file appears whole or not at all.
    """
    from db.workspace import create_workspace
    from importers.importing import read_document
    from resources.paths import library_files

    documents = [read_document(file).document for file in library_files()]
    template = next(document for document in documents if agenda_of(document.paragraphs))

    def fill(work: Work) -> None:
        for document in documents:
            work.library.add(document)
        meeting_from_document(work, template)
        if state:
            edit_delegation(work, state=state)

    return create_workspace(path, author=author, fill=fill)


def agenda_of(rows: Iterable[Paragraph]) -> list[Paragraph]:
    """The agenda items among a document's rows."""
    return [row for row in rows if row.kind is Kind.AGENDA and row.label]


def meeting_from_document(
    work: Work, document: Document, *, name: str = NEXT_MEETING, place: str = PLACE
) -> Meeting:
    """A meeting to prepare for, whose agenda is the one that a document gives: usually the last meeting's.

    NameplateError if the document gives none.
    """
    rows = agenda_of(document.paragraphs)
    if not rows:
        raise NameplateError(f"{document.name} holds no agenda; choose the report of a meeting.")
    meeting = Meeting(uuid.uuid4(), name, place)
    return _saved(work, meeting, ((row.label, row.text.strip().rstrip(".;"), row.track) for row in rows))


def meeting_from_agenda(work: Work, document: Document) -> Meeting | None:
    """The meeting that a provisional agenda is for, with its items; None for what is no agenda.

    An agenda that was read before makes no second meeting: one of the same name and dates, or of the same
    items where the dates do not differ, is that meeting, and only what it did not tell yet is filled in.
    """
    if document.main_part != AGENDA:
        return None
    facts = meeting_facts(document)
    if facts is None or not facts.items:
        return None
    items = tuple((_spaced(number), title, track) for number, title, track in facts.items)
    told = Meeting(uuid.uuid4(), facts.name or document.title, facts.place, facts.starts, facts.ends)
    there = next((each for each in work.meetings.meetings() if _same_meeting(work, each, told, items)), None)
    if there is None:
        meeting = _saved(work, told, items)
    else:
        meeting = _filled_in(there, told)
        if meeting != there:
            work.meetings.save_meeting(meeting)
    return meeting


_Item = tuple[str, str, Track | None]


def _saved(work: Work, meeting: Meeting, items: Iterable[_Item]) -> Meeting:
    """Writes a meeting and its items, whose tracks are guessed where they are not given."""
    work.meetings.save_meeting(meeting)
    rows = list(items)
    for (number, title, track), rank in zip(rows, ranks(len(rows)), strict=True):
        guessed = track or guess_track(title)
        work.meetings.save_item(AgendaItem(uuid.uuid4(), meeting.id, _spaced(number), title, guessed, rank))
    return meeting


def _spaced(number: str) -> str:
    """The number of a sub-item as agendas print it: "98 (p)"."""
    return re.sub(r"(?<=\w)\(", " (", number)


def _same_meeting(work: Work, there: Meeting, told: Meeting, items: Iterable[_Item]) -> bool:
    if there.starts is not None and told.starts is not None and there.starts != told.starts:
        return False
    if folded(there.name) == folded(told.name):
        return True
    known = [(folded(item.number), folded(item.title)) for item in work.meetings.items(there.id)]
    return known == [(folded(number), folded(title)) for number, title, _ in items]


def folded(words: str) -> str:
    """Words for comparing: in small letters, single spaces, without the stop at their end."""
    return " ".join(words.split()).rstrip(".;").casefold()


def _filled_in(there: Meeting, told: Meeting) -> Meeting:
    """A meeting with what an agenda tells of it beyond what it knew; its template's name gives way."""
    return replace(
        there,
        name=told.name if there.name == NEXT_MEETING else there.name,
        place=there.place or told.place,
        starts=there.starts or told.starts,
        ends=there.ends or told.ends,
    )


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An agenda item with the number of commitments pulled for it and of its statements."""

    item: AgendaItem
    pulled: int
    statements: int


def agenda(work: Work) -> list[AgendaRow]:
    """The agenda of the current meeting, in order."""
    return [AgendaRow(*row) for row in work.meetings.agenda()]


def agenda_rows(work: Work) -> list[dict[str, Any]]:
    """The agenda as plain data."""
    return [
        {
            "number": row.item.number,
            "title": row.item.title,
            "track": row.item.track,
            "pulled": row.pulled,
            "statements": row.statements,
        }
        for row in agenda(work)
    ]


def meeting_row(meeting: Meeting) -> dict[str, Any]:
    """A meeting as plain data."""
    return {
        "name": meeting.name,
        "place": meeting.place,
        "starts": meeting.starts and meeting.starts.isoformat(),
        "ends": meeting.ends and meeting.ends.isoformat(),
        "when": meeting.when,
        "national_minutes": meeting.national_minutes,
        "group_minutes": meeting.group_minutes,
        "words_a_minute": meeting.words_a_minute,
    }


def edit_meeting(work: Work, **changes: Any) -> Meeting:
    """Changes fields of the current meeting (those of core.agenda.Meeting) and returns it as it is now.

    NameplateError, in which case nothing is changed, for dates in the wrong order, limits below zero and
    rates at which nobody speaks.
    """
    meeting = replace(work.meetings.current(), **changes)
    if not meeting.name.strip():
        raise NameplateError("A meeting needs a name.")
    if meeting.starts and meeting.ends and meeting.ends < meeting.starts:
        raise NameplateError(
            f"The meeting cannot end on {meeting.ends}, before it starts on {meeting.starts}; "
            "change one of the two."
        )
    if not all(0 <= limit <= 24 * 60 for limit in (meeting.national_minutes, meeting.group_minutes)):
        raise NameplateError("A speaking limit is a number of minutes; 0 means that there is none.")
    if meeting.words_a_minute not in _RATES:
        raise NameplateError(
            f"A speaking rate lies between {_RATES[0]} and {_RATES[-1]} words a minute; "
            "interpreters work well at 100 to 120."
        )
    work.meetings.save_meeting(meeting)
    return meeting


def delegation_row(delegation: Delegation) -> dict[str, Any]:
    """The delegation as plain data."""
    return {
        "state": delegation.state,
        "mission": delegation.mission,
        "speaker_name": delegation.speaker_name,
        "speaker_title": delegation.speaker_title,
        "group": delegation.group,
    }


def edit_delegation(work: Work, **changes: Any) -> Delegation:
    """Changes fields of the delegation (those of core.agenda.Delegation) and returns it as it is now.

    A State is kept under its short name. A name that is no State's is kept as it is typed, since
    organizations speak too; ``state_doubt`` tells what to ask about it.
    """
    delegation = replace(work.meetings.delegation(), **changes)
    delegation = replace(delegation, state=canonical_state(delegation.state) or delegation.state.strip())
    work.meetings.save_delegation(delegation)
    return delegation


def author_of(work: Work) -> str:
    """The name that revisions carry where no other is given: the delegation's speaker, empty if not set."""
    return work.meetings.delegation().speaker_name


def state_doubt(name: str) -> str:
    """A sentence for a name that is no State's, with the nearest names there are; empty for a State."""
    if not name or canonical_state(name):
        return ""
    near = nearest_states(name)
    hint = f"; did you mean {' or '.join(near)}?" if near else "."
    return f"“{name}” is not the name of a State{hint}"


def nearest_states(name: str) -> list[str]:
    """The States whose names are most like this one, three at most."""
    found = find_states(name)[:3] if name.strip() else []
    if found:
        return found
    by_folded = {alias.casefold(): state.name for state in STATES for alias in (state.name, *state.aliases)}
    near = get_close_matches(name.casefold(), by_folded, n=3, cutoff=0.75)
    return list(dict.fromkeys(by_folded[folded] for folded in near))


def add_item(work: Work, number: str, title: str, track: Track | None = None) -> AgendaItem:
    """Adds an item at the end of the agenda; NameplateError if its number is taken."""
    meeting = work.meetings.current()
    items = work.meetings.items(meeting.id)
    _refuse_taken(items, number)
    rank = rank_between(items[-1].rank if items else "", "")
    item = AgendaItem(uuid.uuid4(), meeting.id, number, title, track or guess_track(title), rank)
    work.meetings.save_item(item)
    return item


def edit_item(work: Work, item: AgendaItem, **changes: Any) -> AgendaItem:
    """Changes number, title or track of an agenda item and returns it as it is now."""
    changed = replace(item, **changes)
    if not changed.number.strip() or not changed.title.strip():
        raise NameplateError("An agenda item needs a number and a title.")
    _refuse_taken(
        [other for other in work.meetings.items(item.meeting_id) if other.id != item.id], changed.number
    )
    work.meetings.save_item(changed)
    return changed


def _refuse_taken(items: Iterable[AgendaItem], number: str) -> None:
    for item in items:
        if item.number == number:
            raise NameplateError(f"There is an item {number} already: “{item.title}”; choose another number.")


def date_from(text: str) -> dt.date | None:
    """A date as typed (2028-06-05), None for nothing; NameplateError for anything else."""
    if not text.strip():
        return None
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        raise NameplateError(
            f"“{text}” is not a date; write it as year-month-day, like 2028-06-05."
        ) from None
