"""The first register: articles, claims, rejections, and what they add up to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build all tables in an empty file."""
    op.create_table("meta", sa.Column("key", sa.String, primary_key=True), sa.Column("value", sa.Text, nullable=False))
    op.create_table(
        "articles",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("text_sha256", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published", sa.String),
        sa.Column("published_by", sa.String, nullable=False),
        sa.Column("language", sa.String),
        sa.Column("extra", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("sketch", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("reader", sa.String, primary_key=True),
        sa.Column("document", sa.String, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("polarity", sa.String, nullable=False),
        sa.Column("certainty", sa.String, nullable=False),
        sa.Column("requester", sa.Text, nullable=False),
        sa.Column("supplier", sa.Text, nullable=False),
        sa.Column("recipient", sa.Text, nullable=False),
        sa.Column("intermediary", sa.Text, nullable=False),
        sa.Column("items", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("date_start", sa.String),
        sa.Column("date_end", sa.String),
        sa.Column("answer", sa.String),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("trace", sa.Text, nullable=False),
    )
    op.create_index("claims_document", "claims", ["document"])
    op.create_index("claims_stage", "claims", ["stage"])
    op.create_table(
        "claim_actors",
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("actor", sa.String, primary_key=True),
    )
    op.create_index("claim_actors_actor", "claim_actors", ["actor"])
    op.create_table(
        "rejections",
        sa.Column("document", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("reader", sa.String, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("room", sa.String, nullable=False),
        sa.Column("rule", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "transfers",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("stage", sa.String),
        sa.Column("standing", sa.String, nullable=False),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("first", sa.String),
        sa.Column("last", sa.String),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "transfer_claims",
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("transfer", sa.String, nullable=False),
    )
    op.create_index("transfer_claims_transfer", "transfer_claims", ["transfer"])
    op.create_table(
        "transfer_actors",
        sa.Column("transfer", sa.String, primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("actor", sa.String, primary_key=True),
    )
    op.create_index("transfer_actors_actor", "transfer_actors", ["actor"])
    op.create_table(
        "disputes",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("transfer", sa.String, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("disputes_transfer", "disputes", ["transfer"])
    op.create_table(
        "positions",
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("toward", sa.String),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "echoes",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("copy_of", sa.String),
        sa.Column("retells", sa.Text, nullable=False),
    )
