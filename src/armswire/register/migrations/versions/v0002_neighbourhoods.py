"""What follows from the claims is kept by neighbourhood, so that new articles touch only what they concern.

Judgements have their tables, and so has what the support test found.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from armswire.register.databases.word_index import create_word_indices, drop_word_indices
from armswire.register.schema import metadata

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the new tables; what followed is worked out again when the register is first looked at."""
    op.add_column("articles", sa.Column("sourcing", sa.Text, nullable=False, server_default="{}"))
    op.add_column("articles", sa.Column("arrived", sa.String))
    op.create_index("articles_arrived", "articles", ["arrived", "id"])
    op.create_table(
        "pending",
        sa.Column("document", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("day", sa.String, nullable=False),
    )
    op.create_index("pending_day", "pending", ["day", "document"])
    for name in ("transfers", "transfer_actors", "positions", "echoes"):
        op.drop_table(name)
    for name in ("transfer_claims", "disputes"):
        op.execute(sa.delete(sa.table(name)))
    op.execute(sa.text("DELETE FROM meta WHERE key IN ('changes', 'derived')"))
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
        "transfer_actors",
        sa.Column("transfer", sa.String, primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("actor", sa.String, primary_key=True),
        sa.Column("rank", sa.String, nullable=False),
    )
    op.create_index("transfer_actors_actor", "transfer_actors", ["actor", "rank"])
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
    )
    op.create_index("echoes_copy_of", "echoes", ["copy_of"])
    op.create_table(
        "echo_reports",
        sa.Column("report", sa.String, primary_key=True),
        sa.Column("document", sa.String, primary_key=True),
    )
    op.create_index("echo_reports_document", "echo_reports", ["document"])
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
    )
    op.create_index("copy_shelves_document", "copy_shelves", ["document"])
    op.create_index("articles_published", "articles", ["published", "id"])
    op.create_index("articles_outlet", "articles", ["outlet", "published", "id"])
    op.drop_index("claim_actors_actor", "claim_actors")
    op.create_index("claim_actors_roles", "claim_actors", ["actor", "role", "claim"])
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
    create_word_indices(op.get_bind())


# What version 1 has, too, and keeps what it holds: tables with their columns, and indices.
KEPT = {
    "meta": {"key", "value"},
    "articles": {
        *("id", "sha256", "text_sha256", "text", "outlet", "title", "url", "published", "published_by", "language"),
        *("extra", "place", "state", "reader", "sketch"),
    },
    "claims": {
        *("id", "reader", "document", "stage", "polarity", "certainty", "requester", "supplier", "recipient"),
        *("intermediary", "items", "value", "date_start", "date_end", "answer", "start", "end", "claim", "trace"),
    },
    "claim_actors": {"claim", "role", "actor"},
    "rejections": {"document", "reader", "place", "room", "rule", "note", "start", "end", "text"},
    "transfer_claims": {"claim", "transfer"},
    "disputes": {"id", "type", "state", "transfer", "record"},
}
KEPT_INDICES = {
    *("claims_document", "claims_stage", "transfer_claims_transfer", "disputes_transfer"),
}


def downgrade() -> None:
    """All goes that version 1 has no place for, judgements too; what followed is worked out again by its program."""
    drop_word_indices(op.get_bind())
    found = sa.inspect(op.get_bind())
    there = set(found.get_table_names())
    for table in reversed(metadata.sorted_tables):
        if table.name in there and table.name not in KEPT:
            op.drop_table(table.name)
    for name, columns in KEPT.items():
        for index in found.get_indexes(name):
            if index["name"] is not None and index["name"] not in KEPT_INDICES:
                op.drop_index(index["name"], name)
        for column in found.get_columns(name):
            if column["name"] not in columns:
                op.drop_column(name, column["name"])
    op.create_index("claim_actors_actor", "claim_actors", ["actor"])
    for name in ("transfer_claims", "disputes"):
        op.execute(sa.delete(sa.table(name)))
    op.execute(sa.text("DELETE FROM meta WHERE key = 'derived'"))
    op.create_table(
        "transfer_actors",
        sa.Column("transfer", sa.String, primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("actor", sa.String, primary_key=True),
    )
    op.create_index("transfer_actors_actor", "transfer_actors", ["actor"])
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
