"""The briefing pack: what is exported for one agenda item, several, or the whole meeting.

It holds only what was chosen: private notes and private blocks are left out unless asked for, here and not
in the writers, so that nothing that was not chosen ever reaches them.
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from enum import StrEnum

from core.agenda import AgendaItem, Delegation, Meeting
from core.commitments import Stance
from core.documents import LibraryParagraph
from core.record import Record
from core.statements import Statement


class PackPart(StrEnum):
    """The parts of a pack; those before ANNEX that follow CONTENTS repeat for every item."""

    COVER = "cover"
    CONTENTS = "contents"
    BRIEF = "brief"
    TALKING_POINTS = "talking points"
    STATEMENT = "statement"
    COMMITMENTS = "commitments"
    RECORD = "record"
    ANNEX = "annex"


class Paper(StrEnum):
    """The paper a pack is laid out for."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class PackSettings:
    """How a pack is made. ``parts`` are those switched on, in order; ``marking`` is e.g. "CONFIDENTIAL"."""

    parts: tuple[PackPart, ...] = tuple(PackPart)
    marking: str = ""
    paper: Paper = Paper.A4
    with_private_notes: bool = False
    author: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as the delegate set it up and saved it: which items, in which order, with which parts."""

    id: uuid.UUID
    meeting_id: uuid.UUID
    name: str
    item_ids: tuple[uuid.UUID, ...]
    settings: PackSettings = PackSettings()
    rank: str = ""


@dataclass(frozen=True, slots=True)
class PackCommitment:
    """A pulled commitment as it is exported; ``note`` is empty unless private notes were chosen.

    ``cited`` is None where the document is not in this workspace: the reference is then all there is.
    """

    reference: str
    cited: LibraryParagraph | None
    stance: Stance
    note: str = ""


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """The record of one past meeting on the track of an item, ``own`` being the delegation's own State.

    ``item`` and ``item_title`` are that meeting's own agenda item on the track.
    """

    document: str
    meeting: str
    item: str
    item_title: str
    record: Record
    own: Record


@dataclass(frozen=True, slots=True)
class PackItem:
    """One agenda item of a pack."""

    item: AgendaItem
    brief: str
    talking_points: tuple[str, ...]
    statements: tuple[Statement, ...]
    commitments: tuple[PackCommitment, ...]
    records: tuple[MeetingRecord, ...]


@dataclass(frozen=True, slots=True)
class BriefingPack:
    """Everything a writer needs to draw a pack, and nothing else.

    ``cited`` holds the paragraphs that statements cite, by canonical reference, so that footnotes and the
    annex can give them in full; ``made_on`` is the date on the cover.
    """

    title: str
    meeting: Meeting
    delegation: Delegation
    items: tuple[PackItem, ...]
    cited: dict[str, LibraryParagraph]
    settings: PackSettings
    made_on: dt.date


@dataclass(frozen=True, slots=True)
class StatementSheet:
    """A statement exported alone, with the first page a delegation uses and "Check against delivery"."""

    statement: Statement
    item: AgendaItem
    meeting: Meeting
    delegation: Delegation
    cited: dict[str, LibraryParagraph]
    settings: PackSettings
    made_on: dt.date
