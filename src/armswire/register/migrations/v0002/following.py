"""The tables of transfers and disputes, as version 2 has them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def build() -> None:
    """Build them."""
    op.create_table(
        "transfers",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("neighbourhood", sa.String, nullable=False),
        sa.Column("stage", sa.String),
        sa.Column("standing", sa.String, nullable=False),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("first", sa.String, nullable=False),
        sa.Column("last", sa.String, nullable=False),
        sa.Column("rank", sa.String, nullable=False),
        sa.Column("by_supplier", sa.String, nullable=False),
        sa.Column("by_recipient", sa.String, nullable=False),
        sa.Column("by_item", sa.String, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("transfers_neighbourhood", "transfers", ["neighbourhood"])
    op.create_index("transfers_rank", "transfers", ["rank", "id"])
    for name in ("first", "last", "origins", "by_supplier", "by_recipient", "by_item"):
        op.create_index(f"transfers_{name}", "transfers", [name, "rank", "id"])
    op.create_table(
        "transfer_actors",
        sa.Column("transfer", sa.String, primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("actor", sa.String, primary_key=True),
        sa.Column("rank", sa.String, nullable=False),
    )
    op.create_index("transfer_actors_actor", "transfer_actors", ["actor", "rank"])
