"""What follows from the claims besides transfers: who says and does what, who fills whose gaps, who retells whom."""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table, Text

from armswire.register.schema.ground import metadata

# One row for each claim and actor whose position it tells; rows that share actor, toward, date and stage are one
# position. `toward` is empty where no recipient is named.
positions = Table(
    "positions",
    metadata,
    Column("claim", String, primary_key=True),
    Column("actor", String, primary_key=True),
    Column("toward", String, primary_key=True),
    Column("document", String, nullable=False),
    Column("date_start", String, nullable=False),
    Column("date_end", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("says", String, nullable=False),
    Column("record", Text, nullable=False),
    Index("positions_order", "actor", "toward", "date_start", "date_end", "stage"),
    Index("positions_document", "document"),
)

# The steps that a transfer is told to have come, seen from who gives and who gets.
deeds = Table(
    "deeds",
    metadata,
    Column("transfer", String, primary_key=True),
    Column("actor", String, primary_key=True),
    Column("toward", String, primary_key=True),
    Column("stage", String, primary_key=True),
    Column("record", Text, nullable=False),
    Index("deeds_actor", "actor", "toward"),
)

# A claim that somebody's gaps are filled; `gift` is the claim of the gift that made them, empty where none is told.
refills = Table(
    "refills",
    metadata,
    Column("claim", String, primary_key=True),
    Column("gift", String, nullable=False),
    Column("giver", Text, nullable=False),
    Column("document", String, nullable=False),
    Index("refills_gift", "gift"),
    Index("refills_document", "document"),
)

# `report` is an article by id, or an outlet by the name `outlet`; `sign` is by what it is known.
retellings = Table(
    "retellings",
    metadata,
    Column("claim", String, primary_key=True),
    Column("report", String, primary_key=True),
    Column("sign", String, primary_key=True),
    Column("outlet", String, nullable=False),
    Column("document", String, nullable=False),
    Index("retellings_document", "document"),
)

echoes = Table(
    "echoes",
    metadata,
    Column("document", String, primary_key=True),
    Column("copy_of", String),
    Column("retells", Text, nullable=False),
    Column("signs", Text, nullable=False),
    Column("likeness", Text),
    Index("echoes_copy_of", "copy_of"),
)

# An article under each report that it retells (an article by id, an outlet by name).
echo_reports = Table(
    "echo_reports",
    metadata,
    Column("report", String, primary_key=True),
    Column("document", String, primary_key=True),
    Index("echo_reports_document", "document"),
)
