"""Reference material: documents, their parts, sections and paragraphs, and what reports tell of meetings.

Immutable: rows are added with their document and never changed. ``row`` columns are local to the file;
what another file may know a thing by is its ``id`` (core.documents).
"""

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.documents import Kind, Standing, Track
from core.record import Party
from db.base import Base


class DocumentRow(Base):
    """A document without its text; ``row`` tells the order in which documents were added."""

    __tablename__ = "documents"

    row: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[uuid.UUID] = mapped_column(unique=True)
    symbol: Mapped[str]
    short: Mapped[str]
    title: Mapped[str]
    language: Mapped[str]
    date: Mapped[dt.date | None]
    standing: Mapped[Standing]
    main_part: Mapped[str]
    cite_as: Mapped[str]
    spoken: Mapped[str]
    meeting: Mapped[str]
    source_note: Mapped[str]
    session: Mapped[str]
    agenda_item: Mapped[str]


class PartRow(Base):
    """A part of a document: a piece with a numbering of its own."""

    __tablename__ = "parts"

    document_row: Mapped[int] = mapped_column(ForeignKey("documents.row"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    title: Mapped[str]
    citation: Mapped[str]
    standing: Mapped[Standing]


class SectionRow(Base):
    """A heading that paragraphs stand under; ``parent_row`` is the heading above it, if any."""

    __tablename__ = "sections"
    __table_args__ = (
        ForeignKeyConstraint(["document_row", "part_key"], ["parts.document_row", "parts.key"]),
        Index("sections_of_document", "document_row"),
    )

    row: Mapped[int] = mapped_column(primary_key=True)
    document_row: Mapped[int]
    part_key: Mapped[str]
    parent_row: Mapped[int | None] = mapped_column(ForeignKey("sections.row"))
    position: Mapped[int]
    heading: Mapped[str]


class ParagraphRow(Base):
    """A row of a document. The same paragraph may stand in two readings of a document, under one ``id``."""

    __tablename__ = "paragraphs"
    __table_args__ = (
        ForeignKeyConstraint(["document_row", "part_key"], ["parts.document_row", "parts.key"]),
        UniqueConstraint("document_row", "position"),
        Index("paragraphs_by_id", "id"),
        Index("paragraphs_by_label", "label", "document_row"),
    )

    row: Mapped[int] = mapped_column(primary_key=True)
    document_row: Mapped[int] = mapped_column(ForeignKey("documents.row"))
    position: Mapped[int]
    id: Mapped[uuid.UUID]
    part_key: Mapped[str]
    section_row: Mapped[int | None] = mapped_column(ForeignKey("sections.row"))
    label: Mapped[str]
    kind: Mapped[Kind]
    level: Mapped[int]
    text: Mapped[str]
    chapeau: Mapped[str]
    track: Mapped[Track | None]
    standing: Mapped[Standing]
    page: Mapped[int | None]
    quoted: Mapped[list[Any] | None]
    typed_label: Mapped[str | None]
    remarks: Mapped[list[Any] | None]
    footnotes: Mapped[list[Any] | None]


class InterventionRow(Base):
    """A statement made at a past meeting, as its report tells it."""

    __tablename__ = "interventions"

    document_row: Mapped[int] = mapped_column(ForeignKey("documents.row"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    party: Mapped[str]
    named: Mapped[str]
    kind: Mapped[Party]
    items: Mapped[list[Any]]
    sitting: Mapped[int | None]
    date: Mapped[str]
    on_behalf: Mapped[str]
    label: Mapped[str]


class NationalReportRow(Base):
    """A national report submitted to a past meeting."""

    __tablename__ = "national_reports"

    document_row: Mapped[int] = mapped_column(ForeignKey("documents.row"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    party: Mapped[str]
    named: Mapped[str]
    kind: Mapped[Party]
    label: Mapped[str]


class OfficerRow(Base):
    """An officer elected at a past meeting."""

    __tablename__ = "officers"

    document_row: Mapped[int] = mapped_column(ForeignKey("documents.row"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    party: Mapped[str]
    named: Mapped[str]
    office: Mapped[str]
    person: Mapped[str]
    label: Mapped[str]
