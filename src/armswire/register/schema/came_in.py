"""What came in: articles, and what each reader read in them. Only ever added, but for what waits to be worked in."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from armswire.register.schema.ground import metadata

# `arrived` is the moment, in UTC, at which it came into this register or the one that this was copied from; empty in
# those that came before that was noted. `address` is what all addresses of its page share, `retrieved` the moment, in
# UTC, at which it was fetched. `language` is what somebody said it is in, `written_in` what its words are in.
# `left_out` has the stretches of the text that are not the article's own words, as [[start, end], ...]; the sketch is
# that of the rest.
articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("text_sha256", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("outlet", Text),
    Column("title", Text),
    Column("url", Text),
    Column("published", String),
    Column("published_by", String, nullable=False),
    Column("language", String),
    Column("extra", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("state", String, nullable=False),
    Column("reader", String, nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    Column("left_out", Text, nullable=False, server_default="[]"),
    Column("sourcing", Text, nullable=False, server_default="{}"),
    Column("arrived", String),
    Column("address", String),
    Column("retrieved", String),
    Index("articles_address", "address", "id"),
    Column("written_in", String),
    Index("articles_arrived", "arrived", "id"),
    Index("articles_state", "state", "written_in"),
    Index("articles_published", "published", "id"),
    Index("articles_outlet", "outlet", "published", "id"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("reader", String, primary_key=True),
    Column("document", String, ForeignKey("articles.id"), nullable=False),
    Column("stage", String, nullable=False),
    Column("polarity", String, nullable=False),
    Column("certainty", String, nullable=False),
    Column("requester", Text, nullable=False),
    Column("supplier", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("intermediary", Text, nullable=False),
    Column("items", Text, nullable=False),
    Column("value", Text),
    Column("date_start", String),
    Column("date_end", String),
    Column("answer", String),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("claim", Text, nullable=False),
    Column("trace", Text, nullable=False),
    Index("claims_document", "document"),
    Index("claims_stage", "stage"),
)

claim_actors = Table(
    "claim_actors",
    metadata,
    Column("claim", String, primary_key=True),
    Column("role", String, primary_key=True),
    Column("actor", String, primary_key=True),
    Index("claim_actors_roles", "actor", "role", "claim"),
)

rejections = Table(
    "rejections",
    metadata,
    Column("document", String, ForeignKey("articles.id"), primary_key=True),
    Column("reader", String, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("room", String, nullable=False),
    Column("rule", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
)

# `day` is that of publication: the earliest go first, and to find them must not mean to sort all that wait.
pending = Table(
    "pending",
    metadata,
    Column("document", String, ForeignKey("articles.id"), primary_key=True),
    Column("day", String, nullable=False),
    Index("pending_day", "day", "document"),
)
