"""What people write: revisions and their heads, and the ordinary tables projected from the heads.

The projections' columns are the fields of the core dataclasses. No foreign keys stand between them: they
follow the revisions, and a merge may bring a pull before the item it belongs to.
"""

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from core.commitments import Stance
from core.documents import Track
from core.revisions import Entity
from core.statements import Capacity, Stage
from db.base import Base


class RevisionRow(Base):
    """One state of one entity; ``content`` is NULL where it was deleted. ``row`` is the order of arrival."""

    __tablename__ = "revisions"
    __table_args__ = (Index("revisions_of_entity", "entity", "entity_id"),)

    row: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[uuid.UUID] = mapped_column(unique=True)
    entity: Mapped[Entity]
    entity_id: Mapped[uuid.UUID]
    content: Mapped[dict[str, Any] | None]
    author: Mapped[str]
    time: Mapped[dt.datetime]
    sealed: Mapped[bool]
    name: Mapped[str]


class RevisionParentRow(Base):
    """What a revision grew from: none for the first, two for a merge.

    A parent need not be in this file: a share may bring a version without all its history.
    """

    __tablename__ = "revision_parents"

    revision_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True
    )
    parent_id: Mapped[uuid.UUID] = mapped_column(primary_key=True, index=True)


class HeadRow(Base):
    """A revision that nothing has followed yet; an entity with two is waiting for a merge."""

    __tablename__ = "heads"

    entity: Mapped[Entity] = mapped_column(primary_key=True)
    entity_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    revision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("revisions.id"), primary_key=True)


class DelegationRow(Base):
    """core.agenda.Delegation; one row at most."""

    __tablename__ = "delegation"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    state: Mapped[str]
    mission: Mapped[str]
    speaker_name: Mapped[str]
    speaker_title: Mapped[str]
    group: Mapped[str]
    meeting_id: Mapped[uuid.UUID | None]


class MeetingRow(Base):
    """core.agenda.Meeting."""

    __tablename__ = "meetings"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    place: Mapped[str]
    starts: Mapped[dt.date | None]
    ends: Mapped[dt.date | None]
    national_minutes: Mapped[float]
    group_minutes: Mapped[float]
    words_a_minute: Mapped[int]


class AgendaItemRow(Base):
    """core.agenda.AgendaItem."""

    __tablename__ = "agenda_items"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[uuid.UUID] = mapped_column(index=True)
    number: Mapped[str]
    title: Mapped[str]
    track: Mapped[Track | None]
    rank: Mapped[str]


class DossierRow(Base):
    """core.commitments.Dossier."""

    __tablename__ = "dossiers"

    item_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    brief: Mapped[str]
    talking_points: Mapped[list[Any]]
    note: Mapped[str]


class PullRow(Base):
    """core.commitments.Pull."""

    __tablename__ = "pulls"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    item_id: Mapped[uuid.UUID] = mapped_column(index=True)
    paragraph_id: Mapped[uuid.UUID]
    reference: Mapped[str]
    stance: Mapped[Stance]
    note: Mapped[str]
    rank: Mapped[str]


class StatementRow(Base):
    """core.statements.Statement."""

    __tablename__ = "statements"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    item_id: Mapped[uuid.UUID] = mapped_column(index=True)
    title: Mapped[str]
    capacity: Mapped[Capacity]
    group: Mapped[str]
    text: Mapped[str]
    stage: Mapped[Stage]
    speaker_name: Mapped[str]
    speaker_title: Mapped[str]
    language: Mapped[str]
    minutes: Mapped[float | None]
    rank: Mapped[str]


class PackRow(Base):
    """core.briefing_pack.Pack."""

    __tablename__ = "packs"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[uuid.UUID] = mapped_column(index=True)
    name: Mapped[str]
    item_ids: Mapped[list[Any]]
    settings: Mapped[dict[str, Any]]
    rank: Mapped[str]


class ConceptRow(Base):
    """core.meaning.thesaurus.OwnConcept; the terms are lists by language."""

    __tablename__ = "own_concepts"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    concept: Mapped[str]
    label: Mapped[str]
    topics: Mapped[list[Any]]
    broader: Mapped[list[Any]]
    related: Mapped[list[Any]]
    said: Mapped[dict[str, Any]]
    written: Mapped[dict[str, Any]]
    names: Mapped[dict[str, Any]]
    dropped: Mapped[list[Any]]


class TopicCorrectionRow(Base):
    """core.meaning.topics.TopicCorrection."""

    __tablename__ = "topic_corrections"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    paragraph_id: Mapped[uuid.UUID] = mapped_column(index=True)
    added: Mapped[list[Any]]
    removed: Mapped[list[Any]]


class DismissalRow(Base):
    """core.commitments.Dismissal."""

    __tablename__ = "dismissals"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    item_id: Mapped[uuid.UUID] = mapped_column(index=True)
    paragraph_id: Mapped[uuid.UUID]
    reference: Mapped[str]
