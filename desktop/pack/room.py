"""What the page shows at its left: the meeting, its agenda with what is prepared for it, and its packs."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.agenda import AgendaItem, Delegation, Meeting
from core.briefing_pack import BriefingPack, Pack, PackSettings
from core.ordering import rank_between
from desktop.pack.checks import misquotations, unknown_citations
from desktop.pack.file_names import items_in_words
from desktop.pack.jobs import gather_pack

if TYPE_CHECKING:
    from db.work import Work

FIRST_NAME = "Briefing pack"
NOBODY = Delegation()
_NUMBERED = re.compile(rf"{FIRST_NAME} \d+")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An agenda item and how much is prepared for it."""

    item: AgendaItem
    pulled: int
    statements: int

    @property
    def prepared(self) -> bool:
        """Whether anything was pulled or written for it."""
        return bool(self.pulled or self.statements)

    @property
    def matters(self) -> bool:
        """Whether it is an item of substance, or one for which something is prepared."""
        return self.item.track is not None or self.prepared


@dataclass(frozen=True, slots=True)
class Room:
    """Everything the page needs to know of the workspace; ``meeting`` is None before there is one."""

    meeting: Meeting | None = None
    delegation: Delegation = NOBODY
    rows: tuple[ItemRow, ...] = ()
    packs: tuple[Pack, ...] = ()

    def pack(self, pack_id: uuid.UUID | None) -> Pack | None:
        """The saved pack with this id, None if there is none."""
        return next((pack for pack in self.packs if pack.id == pack_id), None)

    def holds(self, pack: Pack) -> Room:
        """The same with this pack saved, in its old place or at the end."""
        if self.pack(pack.id) is None:
            return replace(self, packs=(*self.packs, pack))
        return replace(self, packs=tuple(pack if each.id == pack.id else each for each in self.packs))

    def chosen(self, pack: Pack) -> tuple[ItemRow, ...]:
        """The agenda items of a pack, in the order of the agenda; one that was deleted is left out."""
        return tuple(row for row in self.rows if row.item.id in pack.item_ids)


def read_room(work: Work, meeting_id: uuid.UUID | None = None) -> Room:
    """Reads it, for this meeting or else the one being prepared."""
    delegation = work.meetings.delegation()
    meetings = work.meetings.meetings()
    if not meetings:
        return Room(delegation=delegation)
    meeting = next((each for each in meetings if each.id == meeting_id), work.meetings.current())
    rows = tuple(ItemRow(*row) for row in work.meetings.agenda(meeting.id))
    return Room(meeting, delegation, rows, tuple(work.packs.packs(meeting.id)))


def new_pack(room: Room, like: Pack | None = None) -> Pack:
    """A pack to start with: the items for which something is prepared.

    It takes paper, parts and marking over from ``like``, but never the choice to show private notes.
    """
    assert room.meeting is not None
    names = {pack.name for pack in room.packs}
    name, nth = FIRST_NAME, 1
    while name in names:
        nth += 1
        name = f"{FIRST_NAME} {nth}"
    settings = replace(like.settings, with_private_notes=False) if like else PackSettings()
    prepared = tuple(row.item.id for row in room.rows if row.prepared)
    rank = rank_between(max((pack.rank for pack in room.packs), default=""), "")
    return Pack(uuid.uuid4(), room.meeting.id, name, prepared, settings, rank)


def cover_title(name: str) -> str:
    """What the cover calls a pack: its name, but for the number that only tells new packs apart."""
    return FIRST_NAME if _NUMBERED.fullmatch(name) else name


@dataclass(frozen=True, slots=True)
class Gathered:
    """A pack as it will be exported, and what the delegate should know of it before."""

    pack: BriefingPack
    remark: str


def gather(work: Work, item_ids: Sequence[uuid.UUID], pack: Pack) -> Gathered:
    """Gathers these items of a pack from the workspace."""
    gathered = gather_pack(work, item_ids, pack.settings, title=cover_title(pack.name))
    remarks = []
    if bare := items_in_words(_bare_items(gathered)):
        remarks.append(f"Nothing in this pack is your own for {bare} yet.")
    if unknown := unknown_citations(gathered):
        remarks.append(f"Not in this workspace, so cited without their text: {', '.join(unknown)}.")
    if wrong := misquotations(gathered):
        remarks.append(f"Words in quotation marks are not those of {', '.join(wrong)}: compare them.")
    return Gathered(gathered, " ".join(remarks))


def _bare_items(pack: BriefingPack) -> list[str]:
    return [
        each.item.number
        for each in pack.items
        if not (each.brief or each.talking_points or each.statements or each.commitments)
    ]
