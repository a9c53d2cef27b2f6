"""The first schema: library, revisions, what is projected from them, and the search index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _documents()
    _records()
    _revisions()
    _projections()
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(words, stems, around, around_stems, "
        "content='', prefix='1 2', tokenize='unicode61 remove_diacritics 2')"
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("short", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("standing", sa.String(20), nullable=False),
        sa.Column("main_part", sa.String(), nullable=False),
        sa.Column("cite_as", sa.String(), nullable=False),
        sa.Column("spoken", sa.String(), nullable=False),
        sa.Column("meeting", sa.String(), nullable=False),
        sa.Column("source_note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "parts",
        sa.Column("document_row", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("citation", sa.String(), nullable=False),
        sa.Column("standing", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(["document_row"], ["documents.row"]),
        sa.PrimaryKeyConstraint("document_row", "key"),
    )
    op.create_table(
        "sections",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("document_row", sa.Integer(), nullable=False),
        sa.Column("part_key", sa.String(), nullable=False),
        sa.Column("parent_row", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["document_row", "part_key"], ["parts.document_row", "parts.key"]),
        sa.ForeignKeyConstraint(["parent_row"], ["sections.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("sections_of_document", "sections", ["document_row"], unique=False)
    op.create_table(
        "paragraphs",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("document_row", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("part_key", sa.String(), nullable=False),
        sa.Column("section_row", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("chapeau", sa.String(), nullable=False),
        sa.Column("track", sa.String(20), nullable=True),
        sa.Column("standing", sa.String(20), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("quoted", sa.JSON(), nullable=True),
        sa.Column("typed_label", sa.String(), nullable=True),
        sa.Column("remarks", sa.JSON(), nullable=True),
        sa.Column("footnotes", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["document_row", "part_key"], ["parts.document_row", "parts.key"]),
        sa.UniqueConstraint("document_row", "position"),
        sa.ForeignKeyConstraint(["document_row"], ["documents.row"]),
        sa.ForeignKeyConstraint(["section_row"], ["sections.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("paragraphs_by_id", "paragraphs", ["id"], unique=False)
    op.create_index("paragraphs_by_label", "paragraphs", ["label", "document_row"], unique=False)


def _records() -> None:
    op.create_table(
        "interventions",
        sa.Column("document_row", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("named", sa.String(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("sitting", sa.Integer(), nullable=True),
        sa.Column("date", sa.String(), nullable=False),
        sa.Column("on_behalf", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["document_row"], ["documents.row"]),
        sa.PrimaryKeyConstraint("document_row", "position"),
    )
    op.create_table(
        "national_reports",
        sa.Column("document_row", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("named", sa.String(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["document_row"], ["documents.row"]),
        sa.PrimaryKeyConstraint("document_row", "position"),
    )
    op.create_table(
        "officers",
        sa.Column("document_row", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("named", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["document_row"], ["documents.row"]),
        sa.PrimaryKeyConstraint("document_row", "position"),
    )


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("entity", sa.String(20), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("time", sa.DateTime(), nullable=False),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("revisions_of_entity", "revisions", ["entity", "entity_id"], unique=False)
    op.create_table(
        "revision_parents",
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("revision_id", "parent_id"),
    )
    op.create_index("ix_revision_parents_parent_id", "revision_parents", ["parent_id"], unique=False)
    op.create_table(
        "heads",
        sa.Column("entity", sa.String(20), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.id"]),
        sa.PrimaryKeyConstraint("entity", "entity_id", "revision_id"),
    )


def _projections() -> None:
    op.create_table(
        "agenda_items",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("track", sa.String(20), nullable=True),
        sa.Column("rank", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_agenda_items_meeting_id", "agenda_items", ["meeting_id"], unique=False)
    op.create_table(
        "delegation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("mission", sa.String(), nullable=False),
        sa.Column("speaker_name", sa.String(), nullable=False),
        sa.Column("speaker_title", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "dossiers",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("brief", sa.String(), nullable=False),
        sa.Column("talking_points", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("item_id"),
    )
    op.create_table(
        "meetings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("national_minutes", sa.Double(), nullable=False),
        sa.Column("group_minutes", sa.Double(), nullable=False),
        sa.Column("words_a_minute", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "packs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("item_ids", sa.JSON(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("rank", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_packs_meeting_id", "packs", ["meeting_id"], unique=False)
    op.create_table(
        "pulls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("paragraph_id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("stance", sa.String(20), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("rank", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_pulls_item_id", "pulls", ["item_id"], unique=False)
    op.create_table(
        "statements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("capacity", sa.String(20), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("stage", sa.String(20), nullable=False),
        sa.Column("speaker_name", sa.String(), nullable=False),
        sa.Column("speaker_title", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("minutes", sa.Double(), nullable=True),
        sa.Column("rank", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_statements_item_id", "statements", ["item_id"], unique=False)
