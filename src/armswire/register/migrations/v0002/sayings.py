"""The tables of positions, deeds, refills and retellings, as version 2 has them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def build() -> None:
    """Build them."""
    op.create_table(
        "positions",
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("actor", sa.String, primary_key=True),
        sa.Column("toward", sa.String, primary_key=True),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("date_start", sa.String, nullable=False),
        sa.Column("date_end", sa.String, nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("says", sa.String, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("positions_order", "positions", ["actor", "toward", "date_start", "date_end", "stage"])
    op.create_index("positions_document", "positions", ["document"])
    op.create_table(
        "deeds",
        sa.Column("transfer", sa.String, primary_key=True),
        sa.Column("actor", sa.String, primary_key=True),
        sa.Column("toward", sa.String, primary_key=True),
        sa.Column("stage", sa.String, primary_key=True),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("deeds_actor", "deeds", ["actor", "toward"])
    op.create_table(
        "refills",
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("gift", sa.String, nullable=False),
        sa.Column("giver", sa.Text, nullable=False),
        sa.Column("document", sa.String, nullable=False),
    )
    op.create_index("refills_gift", "refills", ["gift"])
    op.create_index("refills_document", "refills", ["document"])
    op.create_table(
        "retellings",
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("report", sa.String, primary_key=True),
        sa.Column("sign", sa.String, primary_key=True),
        sa.Column("outlet", sa.String, nullable=False),
        sa.Column("document", sa.String, nullable=False),
    )
    op.create_index("retellings_document", "retellings", ["document"])
    op.create_table(
        "echoes",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("copy_of", sa.String),
        sa.Column("retells", sa.Text, nullable=False),
        sa.Column("signs", sa.Text, nullable=False),
        sa.Column("likeness", sa.Text),
    )
    op.create_index("echoes_copy_of", "echoes", ["copy_of"])
    op.create_table(
        "echo_reports",
        sa.Column("report", sa.String, primary_key=True),
        sa.Column("document", sa.String, primary_key=True),
    )
    op.create_index("echo_reports_document", "echo_reports", ["document"])
