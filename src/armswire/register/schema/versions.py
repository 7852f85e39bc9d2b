"""Versions of articles: what of their texts is the article, how they differ, and what that did to claims."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from armswire.register.schema.ground import metadata

# What of an article's text is the article (`model.version.Outline`), kept of articles that have versions only.
outlines = Table(
    "outlines",
    metadata,
    Column("document", String, ForeignKey("articles.id"), primary_key=True),
    Column("digest", String, nullable=False),
    Column("sentences", Text, nullable=False),
)

# The articles of an address that several have, in the order of `seen`, `arrived` and id. `run` is the first of those
# that were made of one another; `record` has how one differs from that before it.
versions = Table(
    "versions",
    metadata,
    Column("document", String, primary_key=True),
    Column("address", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("seen", String, nullable=False),
    Column("arrived", String, nullable=False),
    Column("run", String, nullable=False),
    Column("record", Text, nullable=False),
    Index("versions_address", "address", "seen", "arrived", "document"),
    Index("versions_run", "run"),
)

# What versions did to claims: `document` is the article of the claim, `version` that in which it came in or is gone.
claim_edits = Table(
    "claim_edits",
    metadata,
    Column("claim", String, primary_key=True),
    Column("change", String, primary_key=True),
    Column("document", String, nullable=False),
    Column("version", String, nullable=False),
    Column("seen", String, nullable=False),
    Index("claim_edits_document", "document"),
    Index("claim_edits_version", "version"),
)
