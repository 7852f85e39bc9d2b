"""The tables that find what something new could touch, as version 2 has them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def build() -> None:
    """Build them."""
    op.create_table(
        "quotation_shelves",
        sa.Column("run", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("published", sa.String, primary_key=True),
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
    )
    op.create_index("quotation_shelves_document", "quotation_shelves", ["document"])
    op.create_table(
        "shared_quotations",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("first", sa.String, nullable=False),
        sa.Column("first_start", sa.Integer, nullable=False),
    )
    op.create_index("shared_quotations_first", "shared_quotations", ["first"])
    op.create_table(
        "placed",
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("neighbourhood", sa.String, nullable=False),
        sa.Column("nearest", sa.Text, nullable=False),
    )
    op.create_index("placed_document", "placed", ["document"])
    op.create_index("placed_neighbourhood", "placed", ["neighbourhood"])
    op.create_table("unsettled", sa.Column("neighbourhood", sa.String, primary_key=True))
    op.create_table(
        "shelves",
        sa.Column("shelf", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("first", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("family", sa.String, primary_key=True),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("document", sa.String, nullable=False),
    )
    op.create_index("shelves_document", "shelves", ["document"])
    op.create_table(
        "likenesses",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("resembles", sa.String, nullable=False),
    )
    op.create_index("likenesses_resembles", "likenesses", ["resembles"])
    op.create_table(
        "copy_shelves",
        sa.Column("run", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("published", sa.String, primary_key=True),
        sa.Column("document", sa.String, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("copy_shelves_document", "copy_shelves", ["document"])
