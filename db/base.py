"""What all table mappings share: the declarative base and the column types."""

from __future__ import annotations

import datetime as dt
import uuid
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, Date, DateTime, Dialect, Enum, TypeDecorator, Uuid
from sqlalchemy.orm import DeclarativeBase

from core.commitments import Stance
from core.documents import Kind, Standing, Track
from core.record import Party
from core.revisions import Entity
from core.statements import Capacity, Stage


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment, stored in UTC and given back with its time zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """UTC without a zone, as the database stores it."""
        return None if value is None else value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """The stored moment with its zone."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


def _choice(kind: type[StrEnum]) -> Enum:
    """A column of one of these values, stored as the value itself in text of a fixed width."""
    return Enum(
        kind,
        native_enum=False,
        length=20,
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """The base of every mapping."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        uuid.UUID: Uuid(),
        dt.date: Date(),
        dt.datetime: UtcDateTime(),
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
        **{kind: _choice(kind) for kind in (Capacity, Entity, Kind, Party, Stage, Stance, Standing, Track)},
    }
