"""Revisions: everything a person writes is kept as rows that name what they grew from.

History, undo, "who changed this" and merging are this one mechanism (DESIGN.md, "The workspace file").
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

PAUSE_THAT_SEALS = dt.timedelta(minutes=5)


class Entity(StrEnum):
    """The kinds of things a person writes."""

    DELEGATION = "delegation"
    MEETING = "meeting"
    AGENDA_ITEM = "agenda_item"
    DOSSIER = "dossier"
    PULL = "pull"
    STATEMENT = "statement"
    PACK = "pack"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of one entity. ``content`` is plain JSON data, None where the entity was deleted.

    ``sealed`` means that somebody else may have seen it, so it is never replaced in place. ``name`` is what
    a person called this version, empty for most.
    """

    id: uuid.UUID
    entity: Entity
    entity_id: uuid.UUID
    parents: tuple[uuid.UUID, ...]
    content: Mapping[str, Any] | None
    author: str
    time: dt.datetime
    sealed: bool = False
    name: str = ""


def may_replace(newest: Revision, author: str, now: dt.datetime) -> bool:
    """Whether an author's next autosave may take the place of the newest revision instead of following it.

    Only the author's own, unsealed, unnamed, and with no pause of five minutes in between; a deletion is
    never written over.
    """
    return (
        not newest.sealed
        and not newest.name
        and newest.content is not None
        and newest.author == author
        and dt.timedelta(0) <= now - newest.time < PAUSE_THAT_SEALS
    )


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write changed: broadcast so that every view decides for itself whether it is concerned.

    ``initiator`` names who asked for it, so that an editor does not reload over its own typing. ``before``
    holds what each entity was (None: it was not there), in the order of writing, so that it can be undone.
    """

    entities: frozenset[tuple[Entity, uuid.UUID]] = frozenset()
    library: bool = False
    initiator: str = ""
    before: tuple[tuple[Entity, uuid.UUID, Mapping[str, Any] | None], ...] = field(
        default=(), compare=False, repr=False
    )

    def touches(self, *kinds: Entity) -> bool:
        """Whether any entity of these kinds was written."""
        return any(entity in kinds for entity, _ in self.entities)

    def __or__(self, other: Changes) -> Changes:
        """Both sets of changes together; the first one's initiator stands."""
        return Changes(
            self.entities | other.entities,
            self.library or other.library,
            self.initiator or other.initiator,
            self.before + other.before,
        )

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.entities) or self.library
