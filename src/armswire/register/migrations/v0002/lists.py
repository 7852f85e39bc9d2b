"""The tables of slim rows of transfers, as version 2 has them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def build() -> None:
    """Build them."""
    op.create_table(
        "transfer_facets",
        sa.Column("facet", sa.String, primary_key=True),
        sa.Column("value", sa.String, primary_key=True),
        sa.Column("rank", sa.String, primary_key=True),
        sa.Column("transfer", sa.String, nullable=False),
    )
    op.create_index("transfer_facets_transfer", "transfer_facets", ["transfer", "facet", "value"])
    op.create_table(
        "facet_sets",
        sa.Column("transfer", sa.String, primary_key=True),
        sa.Column("facets", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "transfer_flows",
        sa.Column("transfer", sa.String, primary_key=True),
        sa.Column("supplier", sa.String, primary_key=True),
        sa.Column("intermediary", sa.String, primary_key=True),
        sa.Column("recipient", sa.String, primary_key=True),
        sa.Column("standing", sa.String, nullable=False),
        sa.Column("shared", sa.Boolean, nullable=False),
    )
    op.create_index("transfer_flows_parties", "transfer_flows", ["supplier", "intermediary", "recipient", "standing"])
    op.create_table(
        "transfer_legs",
        sa.Column("transfer", sa.String, primary_key=True),
        sa.Column("sender", sa.String, primary_key=True),
        sa.Column("receiver", sa.String, primary_key=True),
        sa.Column("passes_on", sa.Boolean, nullable=False),
        sa.Column("is_passed_on", sa.Boolean, nullable=False),
        sa.Column("standing", sa.String, nullable=False),
    )
    op.create_index(
        "transfer_legs_ends", "transfer_legs", ["sender", "receiver", "passes_on", "is_passed_on", "standing"]
    )
    op.create_table(
        "transfer_stages",
        sa.Column("transfer", sa.String, primary_key=True),
        sa.Column("stage", sa.String, primary_key=True),
        sa.Column("period", sa.String, nullable=False),
    )
    op.create_index("transfer_stages_period", "transfer_stages", ["period", "stage"])
    op.create_table(
        "transfer_amounts",
        sa.Column("transfer", sa.String, primary_key=True),
        sa.Column("family", sa.String, primary_key=True),
        sa.Column("unit", sa.String, primary_key=True),
        sa.Column("least", sa.Float, nullable=False),
        sa.Column("most", sa.Float),
    )
    op.create_index("transfer_amounts_family", "transfer_amounts", ["family", "unit"])
