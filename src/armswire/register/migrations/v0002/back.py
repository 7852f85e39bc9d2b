"""From version 2 back to version 1."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from armswire.register.schema import metadata

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


def take_back() -> None:
    """Drop what version 1 has no place for, and build what it had otherwise."""
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
    # Version 1 reads sketches of another kind; without one an article is a copy of none.
    articles = sa.table("articles", sa.column("sketch", sa.LargeBinary))
    op.execute(sa.update(articles).values(sketch=b""))
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
