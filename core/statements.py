"""Statements: in whose name they are made, how far they are, and how they usually open."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import StrEnum

from core.agenda import Delegation


class Capacity(StrEnum):
    """In whose name a statement is made."""

    NATIONAL = "national"
    GROUP = "group"


class Stage(StrEnum):
    """How far a statement is; European Union texts carry the last two on their first page."""

    DRAFT = "draft"
    FINAL = "final"
    DELIVERED = "as delivered"


@dataclass(frozen=True, slots=True)
class Statement:
    """What will be delivered on one agenda item. ``text`` is Markdown (core.statement_text).

    ``group`` names the group it is made on behalf of, or aligns with; speaker fields empty mean the
    delegation's. ``minutes`` overrides the meeting's limit where one was given for this statement.
    """

    id: uuid.UUID
    item_id: uuid.UUID
    title: str
    capacity: Capacity = Capacity.NATIONAL
    group: str = ""
    text: str = ""
    stage: Stage = Stage.DRAFT
    speaker_name: str = ""
    speaker_title: str = ""
    language: str = "en"
    minutes: float | None = None
    rank: str = ""


def usual_opening(delegation: Delegation, capacity: Capacity, group: str) -> str:
    """The Markdown a new statement starts with; blanks a delegate must fill stand in square brackets.

    A national statement usually opens by aligning with its group (DOMAIN.md, "Statements").
    """
    if capacity is Capacity.GROUP:
        return f"Chair,\n\nI have the honour to speak on behalf of {with_article(group) or '[group]'}.\n"
    state = delegation.state or "[State]"
    if group:
        return (
            f"Chair,\n\n{state} aligns itself with the statement delivered on behalf of "
            f"{with_article(group)}, and wishes to add the following in its national capacity.\n"
        )
    return f"Chair,\n\n{state} thanks you for convening our discussion of this item.\n"


_BARE = frozenset(
    ("asean", "canz", "caricom", "celac", "eccas", "ecowas", "igad", "mercosur", "sadc", "sica")
)


def with_article(group: str) -> str:
    """A group as it is named in mid-sentence: "the African Group", "CARICOM"; empty if no group is named.

    An article that was typed with it is not put before it a second time.
    """
    name = " ".join(group.split())
    first, _, rest = name.partition(" ")
    if first.lower() in ("the", "a", "an") and rest:
        return f"{first.lower()} {rest}"
    return name if not name or first.lower() in _BARE else f"the {name}"
