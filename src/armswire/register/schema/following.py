"""What follows from the claims: transfers with what belongs to them, and disputes about them."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from armswire.register.schema.ground import metadata

# `rank` puts transfers in the order in which they are listed; `by_supplier`, `by_recipient` and `by_item` are what they
# are sorted by instead.
transfers = Table(
    "transfers",
    metadata,
    Column("id", String, primary_key=True),
    Column("neighbourhood", String, nullable=False),
    Column("stage", String),
    Column("standing", String, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("first", String, nullable=False),
    Column("last", String, nullable=False),
    Column("rank", String, nullable=False),
    Column("by_supplier", String, nullable=False),
    Column("by_recipient", String, nullable=False),
    Column("by_item", String, nullable=False),
    Column("record", Text, nullable=False),
    Index("transfers_neighbourhood", "neighbourhood"),
    # With the id behind what is sorted by, an order is walked along without a look at the rows.
    Index("transfers_rank", "rank", "id"),
    Index("transfers_first", "first", "rank", "id"),
    Index("transfers_last", "last", "rank", "id"),
    Index("transfers_origins", "origins", "rank", "id"),
    Index("transfers_by_supplier", "by_supplier", "rank", "id"),
    Index("transfers_by_recipient", "by_recipient", "rank", "id"),
    Index("transfers_by_item", "by_item", "rank", "id"),
)

transfer_claims = Table(
    "transfer_claims",
    metadata,
    Column("claim", String, primary_key=True),
    Column("transfer", String, nullable=False),
    Index("transfer_claims_transfer", "transfer"),
)

# `rank` is that of the transfer, so that an actor's transfers are found in their order.
transfer_actors = Table(
    "transfer_actors",
    metadata,
    Column("transfer", String, primary_key=True),
    Column("role", String, primary_key=True),
    Column("actor", String, primary_key=True),
    Column("rank", String, nullable=False),
    Index("transfer_actors_actor", "actor", "rank"),
)

disputes = Table(
    "disputes",
    metadata,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("state", String, nullable=False),
    Column("transfer", String, nullable=False),
    Column("record", Text, nullable=False),
    Index("disputes_transfer", "transfer"),
)
