"""Slim rows of transfers, by which they are found, counted and added up without any being decoded."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, String, Table, Text

from armswire.register.schema.ground import metadata

# By what a transfer can be found: `facet` is the name of a filter, `value` one of those that it fits.
transfer_facets = Table(
    "transfer_facets",
    metadata,
    Column("facet", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("rank", String, primary_key=True),
    Column("transfer", String, nullable=False),
    Index("transfer_facets_transfer", "transfer", "facet", "value"),
)

# The facets of a transfer together, FACET=VALUE in a line each, to be counted where tens of thousands of transfers fit.
facet_sets = Table(
    "facet_sets",
    metadata,
    Column("transfer", String, primary_key=True),
    Column("facets", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Slim rows of transfers, by which many are added up (`flows`). An actor that nobody tells is empty.
transfer_flows = Table(
    "transfer_flows",
    metadata,
    Column("transfer", String, primary_key=True),
    Column("supplier", String, primary_key=True),
    Column("intermediary", String, primary_key=True),
    Column("recipient", String, primary_key=True),
    Column("standing", String, nullable=False),
    Column("shared", Boolean, nullable=False),
    Index("transfer_flows_parties", "supplier", "intermediary", "recipient", "standing"),
)

# `passes_on`: the sender is a go-between; `is_passed_on`: the receiver is one.
transfer_legs = Table(
    "transfer_legs",
    metadata,
    Column("transfer", String, primary_key=True),
    Column("sender", String, primary_key=True),
    Column("receiver", String, primary_key=True),
    Column("passes_on", Boolean, nullable=False),
    Column("is_passed_on", Boolean, nullable=False),
    Column("standing", String, nullable=False),
    Index("transfer_legs_ends", "sender", "receiver", "passes_on", "is_passed_on", "standing"),
)

# `period` is a month, or a year, or empty, as far as it is known when the stage was reached.
transfer_stages = Table(
    "transfer_stages",
    metadata,
    Column("transfer", String, primary_key=True),
    Column("stage", String, primary_key=True),
    Column("period", String, nullable=False),
    Index("transfer_stages_period", "period", "stage"),
)

# `unit` is empty for things that are counted one by one; `most` is empty where nobody can say it.
transfer_amounts = Table(
    "transfer_amounts",
    metadata,
    Column("transfer", String, primary_key=True),
    Column("family", String, primary_key=True),
    Column("unit", String, primary_key=True),
    Column("least", Float, nullable=False),
    Column("most", Float),
    Index("transfer_amounts_family", "family", "unit"),
)
