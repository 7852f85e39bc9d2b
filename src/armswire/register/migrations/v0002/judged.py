"""The tables of judgements and of what the support test found, as version 2 has them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def build() -> None:
    """Build them."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("judge", sa.Text, nullable=False),
        sa.Column("day", sa.String, nullable=False),
        sa.Column("target", sa.String),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("judgements_target", "judgements", ["target"])
    op.create_table(
        "judgement_documents",
        sa.Column("judgement", sa.String, sa.ForeignKey("judgements.id"), primary_key=True),
        sa.Column("document", sa.String, primary_key=True),
    )
    op.create_index("judgement_documents_document", "judgement_documents", ["document"])
    op.create_table(
        "support_tests",
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("document", sa.String, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("tested_by", sa.String, nullable=False),
        sa.Column("flagged", sa.Boolean, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("support_tests_flagged", "support_tests", ["flagged", "claim"])
    op.create_index("support_tests_document", "support_tests", ["document"])
