"""The record: who spoke, who reported and who presided at past meetings, as their own reports tell it.

What the window and the command line both call; nothing here knows either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from core.agenda import AgendaItem, guess_track
from core.briefing_pack import MeetingRecord
from core.documents import DocumentHead, Paragraph, Track
from core.errors import NameplateError
from core.groups import canonical_group, names_of_group
from core.record import Intervention, NationalReport, Officer, Record
from core.states import canonical_state
from desktop.meeting.jobs import agenda_of, nearest_states

if TYPE_CHECKING:
    from db.work import Work

_ALIKE = 0.75
_BEHALF = re.compile(r"\bon behalf of (?:the )?(?P<whom>.+)", re.I)


def records_for(work: Work, item: AgendaItem) -> tuple[MeetingRecord, ...]:
    """The record of an agenda item at each past meeting in the library, newest first.

    That meeting's own item on the same track is taken; for an item without a track the one whose title is
    most like it. ``own`` is the delegation's State: its interventions on the item, its reports and offices.
    """
    state = work.meetings.delegation().state
    found = []
    for document, record in work.library.records():
        row = matching_item(agenda_of(work.library.rows(document.id)), item)
        if row is None:
            continue
        on_item = record.on_item(row.label)
        own = record.of(state) if state else Record()
        own = Record(own.on_item(row.label).interventions, own.reports, own.officers)
        meeting = document.meeting or document.title
        found.append(MeetingRecord(document.name, meeting, row.label, _title(row), on_item, own))
    return tuple(found)


def matching_item(agenda: list[Paragraph], item: AgendaItem) -> Paragraph | None:
    """The item of a past meeting's agenda that corresponds to an item of ours, None if none does."""
    if item.track is not None:
        return next((row for row in agenda if _track(row) is item.track), None)
    likeness = [
        (SequenceMatcher(None, _bare(_title(row)), _bare(item.title)).ratio(), row)
        for row in agenda
        if _track(row) is None
    ]
    closest, row = max(likeness, key=lambda pair: pair[0], default=(0.0, None))
    return row if closest >= _ALIKE else None


def record_rows(work: Work, *, state: str | None = None, item: AgendaItem | None = None) -> dict[str, Any]:
    """The record of all past meetings as plain data, of one participant or on one item if asked for.

    ``state`` may be typed in any of a State's names, and may name a group or an organization too. A State
    that did nothing has an empty record. NameplateError for a name that is nobody's.
    """
    records = work.library.records()
    party = participant(state, [record for _, record in records]) if state is not None else None
    rows: dict[str, Any] = {"state": party, "item": item.number if item else None}
    rows |= {"interventions": [], "reports": [], "officers": []}
    for document, record in records:
        chosen = _of(record, party) if party is not None else record
        if item is not None:
            row = matching_item(agenda_of(work.library.rows(document.id)), item)
            chosen = chosen.on_item(row.label) if row else Record()
        for kind, plain in plain_record(document, chosen).items():
            rows[kind].extend(plain)
    return rows


def plain_record(document: DocumentHead, record: Record) -> dict[str, list[dict[str, Any]]]:
    """What one document tells as plain data; ``ref`` is the report paragraph that says so."""

    def common(party: str, named: str, label: str) -> dict[str, Any]:
        return {
            "document": document.name,
            "meeting": document.meeting or document.title,
            "party": party,
            "named": named,
            "ref": _reference(document, label),
        }

    return {
        "interventions": [
            common(row.party, row.named, row.label)
            | {
                "kind": row.kind,
                "items": list(row.items),
                "sitting": row.sitting,
                "date": row.date,
                "on_behalf": row.on_behalf,
            }
            for row in record.interventions
        ],
        "reports": [common(row.party, row.named, row.label) | {"kind": row.kind} for row in record.reports],
        "officers": [
            common(row.party, row.named, row.label) | {"office": row.office, "person": row.person}
            for row in record.officers
        ],
    }


def participant(typed: str, records: Sequence[Record]) -> str:
    """The canonical name of whoever is meant: a State, or a group or organization that a record names.

    NameplateError for a name that is nobody's, or may be several's.
    """
    if state := canonical_state(typed):
        return state
    wanted = _bare(typed)
    names = _names(records)
    if (group := canonical_group(typed)) and any(_bare(name) in names for name in names_of_group(group)):
        return group
    meant = {party for bare, party in names.items() if bare == wanted} or {
        party for bare, party in names.items() if wanted and f" {wanted} " in f" {bare} "
    }
    meant = {canonical_group(party) or party for party in meant}
    if len(meant) == 1:
        return meant.pop()
    if meant:
        listed = " or ".join(sorted(meant)[:4])
        raise NameplateError(f"“{typed}” may mean {listed}; give more of the name.")
    near = nearest_states(typed)
    hint = f"; did you mean {' or '.join(near)}?" if near else "."
    raise NameplateError(
        f"“{typed}” is not the name of a State, nor of a group or organization on record{hint}"
    )


def _names(records: Iterable[Record]) -> dict[str, str]:
    """Everyone a record names, by bare name: parties under each of their names, and those spoken for."""
    names: dict[str, str] = {}
    for record in records:
        rows: list[Intervention | NationalReport | Officer]
        rows = [*record.interventions, *record.reports, *record.officers]
        for row in rows:
            names |= {_bare(row.party): row.party, _bare(row.named): row.party}
        for spoken in record.interventions:
            if behalf := _BEHALF.search(spoken.on_behalf):
                names.setdefault(_bare(behalf["whom"]), behalf["whom"])
    return names


def _of(record: Record, name: str) -> Record:
    """What a record tells of a participant: its own rows, and what others said on its behalf."""
    names = names_of_group(name)
    spoken = tuple(
        row
        for row in record.interventions
        if row.party in names or any(f" {_bare(each)} " in f" {_bare(row.on_behalf)} " for each in names)
    )
    return Record(
        spoken,
        tuple(row for row in record.reports if row.party in names),
        tuple(row for row in record.officers if row.party in names),
    )


def _track(row: Paragraph) -> Track | None:
    return row.track or guess_track(_title(row))


def _title(row: Paragraph) -> str:
    return row.text.strip().rstrip(".;")


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _reference(document: DocumentHead, label: str) -> str:
    """Where in the report a row stands; a report's own paragraphs are its main part or the part "report"."""
    if not label:
        return ""
    for key in ("report", "text"):
        if any(part.key == key for part in document.parts):
            prefix = "" if key == document.main_part else f"{key}."
            return f"{document.name}/{prefix}{label}"
    return f"{document.name}/{label}"
