"""What people judged, which is only ever added, and what the support test found of claims as they are read now."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, Text

from armswire.register.schema.ground import metadata

# `target` is the article or the other judgement that it is about.
judgements = Table(
    "judgements",
    metadata,
    Column("id", String, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("judge", Text, nullable=False),
    Column("day", String, nullable=False),
    Column("target", String),
    Column("record", Text, nullable=False),
    Index("judgements_target", "target"),
)

# No foreign key: a judgement can come before its article.
judgement_documents = Table(
    "judgement_documents",
    metadata,
    Column("judgement", String, ForeignKey("judgements.id"), primary_key=True),
    Column("document", String, primary_key=True),
    Index("judgement_documents_document", "document"),
)

# What the support test found of a claim. `reader` is the version that read the claim, and with it the words that were
# tested: read by another one, the claim is not tested any more. `tested_by` is the version that read the article again.
support_tests = Table(
    "support_tests",
    metadata,
    Column("claim", String, primary_key=True),
    Column("document", String, ForeignKey("articles.id"), nullable=False),
    Column("reader", String, nullable=False),
    Column("tested_by", String, nullable=False),
    Column("flagged", Boolean, nullable=False),
    Column("record", Text, nullable=False),
    Index("support_tests_flagged", "flagged", "claim"),
    Index("support_tests_document", "document"),
)
