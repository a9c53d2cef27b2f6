"""Own concepts, corrected topics, what is not relevant; the search index tells what a paragraph is about."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "own_concepts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("concept", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("broader", sa.JSON(), nullable=False),
        sa.Column("related", sa.JSON(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("written", sa.JSON(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("dropped", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "topic_corrections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("paragraph_id", sa.Uuid(), nullable=False),
        sa.Column("added", sa.JSON(), nullable=False),
        sa.Column("removed", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_topic_corrections_paragraph_id", "topic_corrections", ["paragraph_id"], unique=False)
    op.create_table(
        "dismissals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("paragraph_id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_dismissals_item_id", "dismissals", ["item_id"], unique=False)
    # Filled when the file is opened: its user_version tells that the index is not this program's.
    op.execute("DROP TABLE search")
    op.execute(
        "CREATE TABLE search_words (\n\tword VARCHAR NOT NULL,\n\tstem VARCHAR NOT NULL,\n\t"
        "rows INTEGER NOT NULL,\n\tPRIMARY KEY (word, stem)\n) WITHOUT ROWID"
    )
    op.execute("CREATE INDEX search_words_by_stem ON search_words (stem)")
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(words, stems, around, around_stems, about, "
        "content='', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute("INSERT INTO search (search, rank) VALUES ('automerge', 8)")
