"""The tables of versions, as version 2 has them."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from armswire.model.article import RETRIEVED
from armswire.register.versions.page import page_of, retrieved_at

# Articles whose addresses are worked out at a time.
_PORTION = 500


def build() -> None:
    """Build them, and tell of each article which page it is of."""
    op.create_table(
        "outlines",
        sa.Column("document", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("sentences", sa.Text, nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("address", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("seen", sa.String, nullable=False),
        sa.Column("arrived", sa.String, nullable=False),
        sa.Column("run", sa.String, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("versions_address", "versions", ["address", "seen", "arrived", "document"])
    op.create_index("versions_run", "versions", ["run"])
    op.create_table(
        "claim_edits",
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("change", sa.String, primary_key=True),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("seen", sa.String, nullable=False),
    )
    op.create_index("claim_edits_document", "claim_edits", ["document"])
    op.create_index("claim_edits_version", "claim_edits", ["version"])
    op.add_column("articles", sa.Column("address", sa.String))
    op.add_column("articles", sa.Column("retrieved", sa.String))
    _tell_pages()
    op.create_index("articles_address", "articles", ["address", "id"])


def _tell_pages() -> None:
    connection = op.get_bind()
    articles = sa.table("articles", *map(sa.column, ("id", "url", "extra", "address", "retrieved")))
    told = sa.select(articles.c.id, articles.c.url, articles.c.extra).order_by(articles.c.id).limit(_PORTION)
    change = (
        sa.update(articles)
        .where(articles.c.id == sa.bindparam("of"))
        .values(address=sa.bindparam("page"), retrieved=sa.bindparam("at"))
    )
    last = ""
    while rows := connection.execute(told.where(articles.c.id > last)).all():
        last = rows[-1].id
        pages = [(row.id, row.url, json.loads(row.extra)) for row in rows]
        connection.execute(
            change,
            [
                {"of": name, "page": page_of(url, extra), "at": retrieved_at(extra.get(RETRIEVED))}
                for name, url, extra in pages
            ],
        )
