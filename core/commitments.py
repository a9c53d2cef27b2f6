"""What a delegate gathers for one agenda item: pulled commitments, the brief and talking points."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """What the delegation means to do with a pulled commitment."""

    CITE = "cite"
    SUPPORT = "support"
    PROPOSE_CHANGE = "propose change"
    OPPOSE = "oppose"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Pull:
    """A commitment in a dossier. ``note`` is private: it leaves the workspace only when chosen.

    ``reference`` keeps the name under which it was pulled, so that a dossier stays readable where the
    document itself is missing. ``rank`` is its place in the order the delegate sets (core.ordering).
    """

    id: uuid.UUID
    item_id: uuid.UUID
    paragraph_id: uuid.UUID
    reference: str
    stance: Stance = Stance.CITE
    note: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a delegate wrote for one agenda item beside pulls and statements; all Markdown.

    ``brief`` opens the item in a pack; ``talking_points`` is a list, one point a line; ``note`` is private.
    """

    item_id: uuid.UUID
    brief: str = ""
    talking_points: tuple[str, ...] = ()
    note: str = ""
