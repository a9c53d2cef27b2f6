"""Briefing packs as the delegate set them up."""

from __future__ import annotations

import uuid
from dataclasses import replace

from core.briefing_pack import Pack
from core.errors import NameplateError
from core.ordering import rank_between
from core.revisions import Entity
from db.meetings import Meetings
from db.projections import read
from db.revisions import Revisions
from db.unit import Unit
from db.written_tables import PackRow


class Packs:
    """Reads and writes packs within one unit of work."""

    def __init__(self, unit: Unit, revisions: Revisions, meetings: Meetings) -> None:
        """The packs as this unit of work sees them."""
        self._session = unit.session
        self._revisions = revisions
        self._meetings = meetings

    def packs(self, meeting_id: uuid.UUID) -> list[Pack]:
        """The packs of a meeting, in order."""
        return read(self._session, Pack, PackRow.meeting_id == meeting_id)

    def pack(self, pack_id: uuid.UUID) -> Pack:
        """One pack; NameplateError if it is not there."""
        found = read(self._session, Pack, PackRow.id == pack_id)
        if not found:
            raise NameplateError("That pack is no longer in this workspace; it was deleted.")
        return found[0]

    def save(self, pack: Pack) -> Pack:
        """Writes a pack, new or changed; one without a rank goes last. NameplateError without its meeting."""
        self._meetings.meeting(pack.meeting_id)
        if not pack.rank:
            others = [other for other in self.packs(pack.meeting_id) if other.id != pack.id]
            pack = replace(pack, rank=rank_between(others[-1].rank if others else "", ""))
        self._revisions.save(pack)
        return pack

    def delete(self, pack_id: uuid.UUID) -> None:
        """Deletes a pack."""
        self._revisions.delete(Entity.PACK, pack_id)
