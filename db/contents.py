"""Core dataclasses as plain JSON data and back: the content of revisions, and the rows of projections.

Generic over dataclass fields, so a new field needs nothing here. Reading is strict: received files are read
with it, so a wrong type, an unknown field or a missing one without a default is a ValueError.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import types
import typing
import uuid
from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from core.agenda import AgendaItem, Delegation, Meeting
from core.briefing_pack import Pack
from core.commitments import Dismissal, Dossier, Pull
from core.meaning.thesaurus import OwnConcept
from core.meaning.topics import TopicCorrection
from core.revisions import Entity
from core.statements import Statement

Written = (
    Delegation
    | Meeting
    | AgendaItem
    | Dossier
    | Pull
    | Statement
    | Pack
    | OwnConcept
    | TopicCorrection
    | Dismissal
)
T = TypeVar("T")

KINDS: dict[Entity, type[Written]] = {
    Entity.DELEGATION: Delegation,
    Entity.MEETING: Meeting,
    Entity.AGENDA_ITEM: AgendaItem,
    Entity.DOSSIER: Dossier,
    Entity.PULL: Pull,
    Entity.STATEMENT: Statement,
    Entity.PACK: Pack,
    Entity.CONCEPT: OwnConcept,
    Entity.TOPIC_CORRECTION: TopicCorrection,
    Entity.DISMISSAL: Dismissal,
}
_ENTITIES = {kind: entity for entity, kind in KINDS.items()}

DELEGATION_ID = uuid.UUID("b2f5f6a4-51a5-5d0c-8a3e-9a1e6d9f0c57")
"""The one delegation of a workspace, the same in every file, so that two files merge theirs."""


def identity(thing: Written) -> tuple[Entity, uuid.UUID]:
    """What a thing is kept as: its kind and its id. A dossier goes by its agenda item's id."""
    if isinstance(thing, Delegation):
        return Entity.DELEGATION, DELEGATION_ID
    if isinstance(thing, Dossier):
        return Entity.DOSSIER, thing.item_id
    return _ENTITIES[type(thing)], thing.id


def to_content(thing: Any) -> dict[str, Any]:
    """A dataclass as JSON data: objects, lists, strings, numbers, booleans and null."""
    return {field.name: _plain(getattr(thing, field.name)) for field in dataclasses.fields(thing)}


def from_content(kind: Callable[..., T], content: Mapping[str, Any]) -> T:
    """The dataclass that ``to_content`` made this of; ValueError if it is not one to the letter."""
    hints, required = _shape(kind)
    if not isinstance(content, Mapping):
        raise ValueError(f"{_name(kind)} is not an object")  # noqa: TRY004 - what was read is wrong, not the call
    if unknown := set(content) - set(hints):
        raise ValueError(f"{_name(kind)} has no field {sorted(map(str, unknown))[0]!r}")
    if missing := required - set(content):
        raise ValueError(f"{_name(kind)} lacks {sorted(missing)[0]!r}")
    return kind(**{name: _typed(hints[name], value, name) for name, value in content.items()})


def to_row(thing: Any) -> dict[str, Any]:
    """A dataclass as column values: as it is, but tuples, mappings and nested dataclasses as JSON data."""
    values = {field.name: getattr(thing, field.name) for field in dataclasses.fields(thing)}
    return {
        name: _plain(value)
        if isinstance(value, tuple | Mapping) or dataclasses.is_dataclass(value)
        else value
        for name, value in values.items()
    }


def from_row(kind: Callable[..., T], row: Mapping[Any, Any]) -> T:
    """The dataclass of a projection's row; columns that are no field of it are left out."""
    hints, _ = _shape(kind)
    return kind(**{name: _typed(hint, row[name], name) for name, hint in hints.items()})


def _name(kind: Any) -> str:
    return str(kind.__name__)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, uuid.UUID | dt.date):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return to_content(value)
    return value


@lru_cache(maxsize=64)
def _shape(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)
    required = frozenset(
        field.name
        for field in fields
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )
    return {field.name: hints[field.name] for field in fields}, required


def _typed(hint: Any, value: Any, name: str) -> Any:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        kinds = [kind for kind in typing.get_args(hint) if kind is not types.NoneType]
        return None if value is None else _typed(kinds[0], value, name)
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise ValueError(f"{name} is not a list")
        return tuple(_typed(typing.get_args(hint)[0], each, name) for each in value)
    if origin is Mapping:
        if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
            raise ValueError(f"{name} is not an object")
        return {key: _typed(typing.get_args(hint)[1], each, name) for key, each in value.items()}
    if dataclasses.is_dataclass(hint):
        return (
            value
            if isinstance(value, typing.cast(type, hint))
            else from_content(typing.cast(type, hint), value)
        )
    return _scalar(hint, value, name)


def _scalar(kind: Any, value: Any, name: str) -> Any:
    if type(value) is kind:
        if kind is float and not math.isfinite(value):
            raise ValueError(f"{name} is not a finite number")
        return value
    if kind is float and type(value) is int:
        return float(value)
    if isinstance(value, str):
        if kind is uuid.UUID:
            return uuid.UUID(value)
        if kind is dt.date:
            return dt.date.fromisoformat(value)
        if issubclass(kind, Enum):
            return kind(value)
    raise ValueError(f"{name} is {type(value).__name__}, not {kind.__name__}")
