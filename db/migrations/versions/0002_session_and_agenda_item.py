"""Documents tell the session and the agenda item they were issued under; the delegation its meeting."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("CREATE TEMPORARY TABLE old_documents AS SELECT * FROM documents")
    op.drop_table("documents")
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
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("agenda_item", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    kept = (
        '"row", id, symbol, short, title, language, date, standing, main_part, cite_as, spoken, meeting, '
        "source_note"
    )
    op.execute(
        f"INSERT INTO documents ({kept}, session, agenda_item) SELECT {kept}, '', '' FROM old_documents"
    )
    op.execute("DROP TABLE temp.old_documents")
    op.execute("CREATE TEMPORARY TABLE old_delegation AS SELECT * FROM delegation")
    op.drop_table("delegation")
    op.create_table(
        "delegation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("mission", sa.String(), nullable=False),
        sa.Column("speaker_name", sa.String(), nullable=False),
        sa.Column("speaker_title", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    kept = 'id, state, mission, speaker_name, speaker_title, "group"'
    op.execute(f"INSERT INTO delegation ({kept}) SELECT {kept} FROM old_delegation")
    op.execute("DROP TABLE temp.old_delegation")
