"""What must hold before changes are undone: nothing was written since, and nothing loses its owner."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from core.errors import NameplateError
from core.revisions import Changes, Entity, Revision
from db.projections import ids_of, key_of
from db.written_tables import AgendaItemRow, DismissalRow, DossierRow, PackRow, PullRow, StatementRow

Content = Mapping[str, Any] | None
Key = tuple[Entity, uuid.UUID]

ANOTHER_WORKSPACE = (
    "That was done in another workspace, or before this one was opened, so it cannot be undone here; change "
    "it by hand, or take an earlier version from its history."
)

_OWNERS: dict[Entity, tuple[Entity, InstrumentedAttribute[uuid.UUID]]] = {
    Entity.AGENDA_ITEM: (Entity.MEETING, AgendaItemRow.meeting_id),
    Entity.DOSSIER: (Entity.AGENDA_ITEM, DossierRow.item_id),
    Entity.PULL: (Entity.AGENDA_ITEM, PullRow.item_id),
    Entity.DISMISSAL: (Entity.AGENDA_ITEM, DismissalRow.item_id),
    Entity.STATEMENT: (Entity.AGENDA_ITEM, StatementRow.item_id),
    Entity.PACK: (Entity.MEETING, PackRow.meeting_id),
}


def earliest(changes: Changes) -> dict[Key, Content]:
    """What each entity was before the first of these changes, in the order of writing."""
    found: dict[Key, Content] = {}
    for entity, entity_id, content in changes.before:
        found.setdefault((entity, entity_id), content)
    return found


def latest(changes: Changes) -> dict[Key, Content]:
    """What each entity was after the last of these changes."""
    return {(entity, entity_id): content for entity, entity_id, content in changes.after}


def check_unchanged(key: Key, became: Content, before: Content, heads: Sequence[Revision]) -> None:
    """NameplateError unless an entity stands as the changes left it."""
    if len(heads) == 1 and heads[0].content == became:
        return
    name = _called(key[0], became or before)
    if len(heads) == 1 and heads[0].content is None:
        what = "was taken away since, so this cannot be undone; take it from its history first."
    else:
        what = "was changed since, so this cannot be undone; change it by hand, or take an earlier version "
        what += "from its history."
    raise NameplateError(f"{name} {what}")


def check_owners(session: Session, target: Mapping[Key, Content]) -> None:
    """NameplateError if, once everything is as ``target`` says, something belonged to what is not there."""
    for (entity, entity_id), content in target.items():
        if content is not None:
            _check_owner_there(session, entity, entity_id, content, target)
        else:
            _check_nothing_left(session, entity, entity_id, target)


def _check_owner_there(
    session: Session,
    entity: Entity,
    entity_id: uuid.UUID,
    content: Mapping[str, Any],
    target: Mapping[Key, Any],
) -> None:
    if entity not in _OWNERS:
        return
    owner, column = _OWNERS[entity]
    owner_id = uuid.UUID(content[column.key])
    there = (
        target[owner, owner_id] is not None
        if (owner, owner_id) in target
        else owner_id in ids_of(session, owner)
    )
    if not there:
        raise NameplateError(
            f"{_called(entity, content)} belongs to something that was deleted since, so this cannot be "
            f"undone; undo that first, or make the {_kind(owner)} anew."
        )


def _check_nothing_left(
    session: Session, entity: Entity, entity_id: uuid.UUID, target: Mapping[Key, Any]
) -> None:
    for owned, (owner, column) in _OWNERS.items():
        if owner is not entity:
            continue
        for owned_id in session.scalars(select(key_of(owned)).where(column == entity_id)):
            if target.get((owned, owned_id), ()) is not None:
                raise NameplateError(
                    f"A {_kind(owned)} was written since for what this would take away, so this cannot be "
                    "undone; delete it by hand."
                )


def _kind(entity: Entity) -> str:
    return "brief" if entity is Entity.DOSSIER else entity.value.replace("_", " ")


def _called(entity: Entity, content: Content) -> str:
    """What an entity is called at the beginning of a sentence."""
    content = content or {}
    match entity:
        case Entity.PULL | Entity.DISMISSAL:
            return str(content.get("reference") or "A commitment")
        case Entity.AGENDA_ITEM:
            return f"Item {content.get('number') or ''}".strip()
        case Entity.DOSSIER:
            return "What was written for the agenda item"
        case Entity.CONCEPT:
            return f"The concept “{content.get('label') or content.get('concept') or ''}”"
        case Entity.TOPIC_CORRECTION:
            return "What you said of a paragraph’s topics"
        case Entity.DELEGATION:
            return "The delegation"
        case _:
            name = content.get("title") or content.get("name")
            return f"“{name}”" if name else f"The {entity.value}"
