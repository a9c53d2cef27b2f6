"""What a delegate gathers for one agenda item: pulled commitments, the brief and talking points.

Beside them stands what was put aside as not relevant, so that it is not offered again.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import StrEnum

_NAMESPACE = uuid.UUID("7c1f6c1e-2f0b-5f0e-9d0a-54b0a3c8e6d2")


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
class Dismissal:
    """What is not relevant: a commitment that an item's delegate does not want to be offered again.

    ``reference`` keeps the name it bore. ``id`` is ``dismissal_id``, the same wherever the same is dismissed.
    """

    id: uuid.UUID
    item_id: uuid.UUID
    paragraph_id: uuid.UUID
    reference: str = ""


def dismissal_id(item_id: uuid.UUID, paragraph_id: uuid.UUID) -> uuid.UUID:
    """The id under which a paragraph is dismissed for an item, the same in every file."""
    return uuid.uuid5(_NAMESPACE, f"{item_id}\n{paragraph_id}")


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a delegate wrote for one agenda item beside pulls and statements; all Markdown.

    ``brief`` opens the item in a pack; ``talking_points`` is a list, one point a line; ``note`` is private.
    """

    item_id: uuid.UUID
    brief: str = ""
    talking_points: tuple[str, ...] = ()
    note: str = ""
