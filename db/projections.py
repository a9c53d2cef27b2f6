"""The ordinary tables, projected from the heads of the revisions."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from sqlalchemy import Column, ColumnElement, Table, delete, insert, select
from sqlalchemy.orm import Session

from core.revisions import Entity
from db.base import Base
from db.contents import KINDS, Written, from_content, from_row, to_row
from db.written_tables import (
    AgendaItemRow,
    ConceptRow,
    DelegationRow,
    DismissalRow,
    DossierRow,
    MeetingRow,
    PackRow,
    PullRow,
    StatementRow,
    TopicCorrectionRow,
)

T = TypeVar("T", bound=Written)

TABLES: dict[Entity, type[Base]] = {
    Entity.DELEGATION: DelegationRow,
    Entity.MEETING: MeetingRow,
    Entity.AGENDA_ITEM: AgendaItemRow,
    Entity.DOSSIER: DossierRow,
    Entity.PULL: PullRow,
    Entity.STATEMENT: StatementRow,
    Entity.PACK: PackRow,
    Entity.CONCEPT: ConceptRow,
    Entity.TOPIC_CORRECTION: TopicCorrectionRow,
    Entity.DISMISSAL: DismissalRow,
}
_BY_KIND: dict[type, Table] = {kind: cast(Table, TABLES[entity].__table__) for entity, kind in KINDS.items()}


def key_of(entity: Entity) -> Column[uuid.UUID]:
    """The column of an entity's table that holds its id."""
    return next(iter(_BY_KIND[KINDS[entity]].primary_key))


def project(
    session: Session, entity: Entity, entity_id: uuid.UUID, content: Mapping[str, Any] | None
) -> None:
    """Makes the table say what a head says: the row of this content, or no row."""
    if entity not in TABLES:
        return
    table, key = _BY_KIND[KINDS[entity]], key_of(entity)
    session.execute(delete(table).where(key == entity_id))
    if content is not None:
        values = to_row(from_content(KINDS[entity], content))
        session.execute(insert(table).values({key.key: entity_id, **values}))


def read(session: Session, kind: type[T], *conditions: ColumnElement[bool]) -> list[T]:
    """The things of this kind that meet all conditions, in the order the delegate set, then by id."""
    table = _BY_KIND[kind]
    order = [table.c.rank] if "rank" in table.c else []
    query = select(table).where(*conditions).order_by(*order, *table.primary_key)
    return [from_row(kind, row._mapping) for row in session.execute(query)]


def read_one(session: Session, kind: type[T], entity_id: uuid.UUID) -> T | None:
    """The thing of this kind and id, None if it is not there."""
    return next(iter(read(session, kind, next(iter(_BY_KIND[kind].primary_key)) == entity_id)), None)


def ids_of(session: Session, entity: Entity) -> set[uuid.UUID]:
    """The ids of all things of a kind."""
    return set(session.scalars(select(key_of(entity))))
