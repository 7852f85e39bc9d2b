"""What version 2 keeps more of articles and claims, and by which indices it finds them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from armswire.register.record import sketch_of

# Articles whose texts are in memory at a time.
_PORTION = 500


def build() -> None:
    """Build them."""
    op.add_column("articles", sa.Column("sourcing", sa.Text, nullable=False, server_default="{}"))
    op.add_column("articles", sa.Column("arrived", sa.String))
    op.add_column("articles", sa.Column("written_in", sa.String))
    op.create_index("articles_state", "articles", ["state", "written_in"])
    op.add_column("articles", sa.Column("left_out", sa.Text, nullable=False, server_default="[]"))
    _sketch_anew()
    op.create_index("articles_arrived", "articles", ["arrived", "id"])
    op.create_table(
        "pending",
        sa.Column("document", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("day", sa.String, nullable=False),
    )
    op.create_index("pending_day", "pending", ["day", "document"])
    op.create_index("articles_published", "articles", ["published", "id"])
    op.create_index("articles_outlet", "articles", ["outlet", "published", "id"])
    op.drop_index("claim_actors_actor", "claim_actors")
    op.create_index("claim_actors_roles", "claim_actors", ["actor", "role", "claim"])


def _sketch_anew() -> None:
    """Version 1 had sketches of another kind."""
    connection = op.get_bind()
    articles = sa.table("articles", *map(sa.column, ("id", "text", "state", "sketch")))
    columns = articles.c
    change = sa.update(articles).where(columns.id == sa.bindparam("of")).values(sketch=sa.bindparam("sketched"))
    portion = sa.select(columns.id, columns.text, columns.state).order_by(columns.id).limit(_PORTION)
    last = ""
    while rows := connection.execute(portion.where(columns.id > last)).all():
        connection.execute(change, [{"of": row.id, "sketched": sketch_of(row.text, (), row.state)} for row in rows])
        last = rows[-1].id
