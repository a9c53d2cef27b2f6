"""The delegation, its meetings, and their agenda items."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace

from sqlalchemy import func, select

from core.agenda import AgendaItem, Delegation, Meeting
from core.briefing_pack import Pack
from core.commitments import Dismissal, Dossier, Pull
from core.errors import NameplateError
from core.ordering import rank_between
from core.revisions import Entity
from core.statements import Statement
from db.projections import read
from db.revisions import Revisions
from db.unit import Unit
from db.written_tables import (
    AgendaItemRow,
    DismissalRow,
    DossierRow,
    MeetingRow,
    PackRow,
    PullRow,
    StatementRow,
)


class Meetings:
    """Reads and writes delegation, meetings and agenda items within one unit of work."""

    def __init__(self, unit: Unit, revisions: Revisions) -> None:
        """The meetings as this unit of work sees them."""
        self._unit = unit
        self._session = unit.session
        self._revisions = revisions

    def delegation(self) -> Delegation:
        """Who is preparing; empty fields where nothing was written yet."""
        return next(iter(read(self._session, Delegation)), Delegation())

    def save_delegation(self, delegation: Delegation) -> Delegation:
        """Writes who is preparing."""
        self._revisions.save(delegation)
        return delegation

    def meetings(self) -> list[Meeting]:
        """All meetings, the next one first: see ``current``."""
        today = self._unit.clock().date()
        return sorted(read(self._session, Meeting), key=lambda meeting: _nearness(meeting, today))

    def meeting(self, meeting_id: uuid.UUID) -> Meeting:
        """One meeting; NameplateError if it is not there."""
        found = read(self._session, Meeting, MeetingRow.id == meeting_id)
        if not found:
            raise NameplateError("That meeting is no longer in this workspace; it was deleted.")
        return found[0]

    def current(self) -> Meeting:
        """The meeting being prepared: the one chosen, else the next to end, one without dates, the last held.

        NameplateError if there is none.
        """
        meetings = self.meetings()
        if not meetings:
            raise NameplateError("This workspace has no meeting yet; add one first.")
        chosen = self.delegation().meeting_id
        return next((meeting for meeting in meetings if meeting.id == chosen), meetings[0])

    def save_meeting(self, meeting: Meeting) -> Meeting:
        """Writes a meeting, new or changed."""
        self._revisions.save(meeting)
        return meeting

    def delete_meeting(self, meeting_id: uuid.UUID) -> None:
        """Deletes a meeting with its packs and agenda items and all that belongs to those."""
        for pack in read(self._session, Pack, PackRow.meeting_id == meeting_id):
            self._revisions.delete(Entity.PACK, pack.id)
        for item in self.items(meeting_id):
            self.delete_item(item.id)
        self._revisions.delete(Entity.MEETING, meeting_id)

    def items(self, meeting_id: uuid.UUID) -> list[AgendaItem]:
        """A meeting's agenda items in order."""
        return read(self._session, AgendaItem, AgendaItemRow.meeting_id == meeting_id)

    def item_by_id(self, item_id: uuid.UUID) -> AgendaItem:
        """One agenda item; NameplateError if it is not there."""
        found = read(self._session, AgendaItem, AgendaItemRow.id == item_id)
        if not found:
            raise NameplateError("That agenda item is no longer in this workspace; it was deleted.")
        return found[0]

    def item(self, number: str, meeting_id: uuid.UUID | None = None) -> AgendaItem:
        """The agenda item of this number in a meeting, the current one if none is given.

        NameplateError, naming the numbers there are, if there is none.
        """
        meeting = self.meeting(meeting_id) if meeting_id else self.current()
        items = self.items(meeting.id)
        for item in items:
            if _bare(item.number) == _bare(number):
                return item
        numbers = ", ".join(item.number for item in items)
        there = f"its items are {numbers}" if numbers else "it has no items yet"
        raise NameplateError(f"{meeting.name} has no agenda item {number}; {there}.")

    def save_item(self, item: AgendaItem) -> AgendaItem:
        """Writes an agenda item, new or changed; one without a rank goes last.

        NameplateError if its meeting is not there.
        """
        self.meeting(item.meeting_id)
        if not item.rank:
            items = [other for other in self.items(item.meeting_id) if other.id != item.id]
            item = replace(item, rank=rank_between(items[-1].rank if items else "", ""))
        self._revisions.save(item)
        return item

    def delete_item(self, item_id: uuid.UUID) -> None:
        """Deletes an agenda item with its dossier, pulls, dismissals and statements."""
        for statement in read(self._session, Statement, StatementRow.item_id == item_id):
            self._revisions.delete(Entity.STATEMENT, statement.id)
        for pull in read(self._session, Pull, PullRow.item_id == item_id):
            self._revisions.delete(Entity.PULL, pull.id)
        for dismissal in read(self._session, Dismissal, DismissalRow.item_id == item_id):
            self._revisions.delete(Entity.DISMISSAL, dismissal.id)
        for dossier in read(self._session, Dossier, DossierRow.item_id == item_id):
            self._revisions.delete(Entity.DOSSIER, dossier.item_id)
        self._revisions.delete(Entity.AGENDA_ITEM, item_id)

    def agenda(self, meeting_id: uuid.UUID | None = None) -> list[tuple[AgendaItem, int, int]]:
        """A meeting's items in order, each with how many commitments are pulled and statements written.

        The current meeting if none is given; NameplateError if there is none.
        """
        meeting_id = meeting_id or self.current().id
        pulled = dict(
            self._session.execute(select(PullRow.item_id, func.count()).group_by(PullRow.item_id)).all()
        )
        written = dict(
            self._session.execute(
                select(StatementRow.item_id, func.count()).group_by(StatementRow.item_id)
            ).all()
        )
        return [(item, pulled.get(item.id, 0), written.get(item.id, 0)) for item in self.items(meeting_id)]


def _nearness(meeting: Meeting, today: dt.date) -> tuple[int, int, str]:
    first, last = meeting.starts or meeting.ends, meeting.ends or meeting.starts
    if first is None or last is None:
        return 1, 0, meeting.name
    if last >= today:
        return 0, first.toordinal(), meeting.name
    return 2, -last.toordinal(), meeting.name


def _bare(number: str) -> str:
    return "".join(number.split()).rstrip(".").casefold()
