"""What finds the claims and articles that something new could touch."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text

from armswire.register.schema.ground import metadata

# Claims of which one is among the nearest of the other, directly or through others, are one neighbourhood: no transfer
# reaches beyond it. `nearest` lists the claims nearest to this one, with how near (`nearest.Near`).
placed = Table(
    "placed",
    metadata,
    Column("claim", String, primary_key=True),
    Column("document", String, nullable=False),
    Column("neighbourhood", String, nullable=False),
    Column("nearest", Text, nullable=False),
    Index("placed_document", "document"),
    Index("placed_neighbourhood", "neighbourhood"),
)

# Neighbourhoods that have changed since they were last reconciled.
unsettled = Table("unsettled", metadata, Column("neighbourhood", String, primary_key=True))

# What a claim shares with every claim that it could belong with; `first` and `last` are ordinals of days.
shelves = Table(
    "shelves",
    metadata,
    Column("shelf", BigInteger, primary_key=True, autoincrement=False),
    Column("first", Integer, primary_key=True, autoincrement=False),
    Column("claim", String, primary_key=True),
    Column("family", String, primary_key=True),
    Column("last", Integer, nullable=False),
    Column("document", String, nullable=False),
    Index("shelves_document", "document"),
)

# The article that each near-copy resembles most directly; following it leads to the original.
likenesses = Table(
    "likenesses",
    metadata,
    Column("document", String, primary_key=True),
    Column("resembles", String, nullable=False),
    Index("likenesses_resembles", "resembles"),
)

# The bands of the sketch of each article (`run`), by which those that could be copies of each other are found.
copy_shelves = Table(
    "copy_shelves",
    metadata,
    Column("run", BigInteger, primary_key=True, autoincrement=False),
    Column("published", String, primary_key=True),
    Column("document", String, primary_key=True),
    Index("copy_shelves_document", "document"),
    sqlite_with_rowid=False,
)

# A run of words of a quotation that few can have heard, with where it begins in which article.
quotation_shelves = Table(
    "quotation_shelves",
    metadata,
    Column("run", BigInteger, primary_key=True, autoincrement=False),
    Column("published", String, primary_key=True),
    Column("document", String, primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Index("quotation_shelves_document", "document"),
)

# The quotation of an earlier article that each shared one repeats; following it leads to the first.
shared_quotations = Table(
    "shared_quotations",
    metadata,
    Column("document", String, primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("first", String, nullable=False),
    Column("first_start", Integer, nullable=False),
    Index("shared_quotations_first", "first"),
)
