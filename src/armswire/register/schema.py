"""The tables of the register. `migrations/` builds them; a test holds the two equal.

What came in (only ever added): `articles`, `claims`, `claim_actors`, `rejections`; `pending` names the articles of
which it has not been worked out yet what follows. What people judged (only ever added, too): `judgements`, and
`judgement_documents`, which names the articles that each is about. `support_tests` holds what the support test found of
claims, as long as they are read as they were then.
What follows (computed again where something new touches it): `transfers`, `transfer_claims`, `transfer_actors`,
`transfer_facets`, `facet_sets`, `transfer_flows`, `transfer_legs`, `transfer_stages`, `transfer_amounts`, `disputes`,
`positions`, `deeds`, `refills`, `retellings`, `echoes`, `echo_reports`. Beside them stands what finds the claims and
articles that something new could touch: `placed`, `unsettled`, `shelves`, `likenesses`, `copy_shelves`,
`shared_quotations`, `quotation_shelves`. `meta` holds versions. The indices of words (`databases/word_index.py`) are
the database's own.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

# The newest schema this program knows; the migration of the same number brings a register there.
SCHEMA_VERSION = 2

metadata = MetaData()

# By this comment a database of many tables is known to hold a register; SQLite has a number in the file's header.
REGISTER_MARK = "Armswire register"

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
    comment=REGISTER_MARK,
)

# `arrived` is the moment, in UTC, at which it came into this register or the one that this was copied from; empty in
# those that came before that was noted.
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
    Column("sourcing", Text, nullable=False, server_default="{}"),
    Column("arrived", String),
    Index("articles_arrived", "arrived", "id"),
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

# `day` is that of publication: the earliest go first, and to find them must not mean to sort all that wait.
pending = Table(
    "pending",
    metadata,
    Column("document", String, ForeignKey("articles.id"), primary_key=True),
    Column("day", String, nullable=False),
    Index("pending_day", "day", "document"),
)

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
    Index("echoes_copy_of", "copy_of"),
)

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

copy_shelves = Table(
    "copy_shelves",
    metadata,
    Column("run", BigInteger, primary_key=True, autoincrement=False),
    Column("published", String, primary_key=True),
    Column("document", String, primary_key=True),
    Index("copy_shelves_document", "document"),
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

# An article under each report that it retells (an article by id, an outlet by name).
echo_reports = Table(
    "echo_reports",
    metadata,
    Column("report", String, primary_key=True),
    Column("document", String, primary_key=True),
    Index("echo_reports_document", "document"),
)

DERIVED = (
    transfers,
    transfer_claims,
    transfer_actors,
    transfer_flows,
    transfer_legs,
    transfer_stages,
    transfer_amounts,
    transfer_facets,
    facet_sets,
    disputes,
    positions,
    deeds,
    refills,
    retellings,
    echoes,
    placed,
    unsettled,
    shelves,
    likenesses,
    copy_shelves,
    quotation_shelves,
    shared_quotations,
    echo_reports,
)

# Of these, the tables that are read by nothing but the adding of articles.
ONLY_FOR_ADDING = (shelves, copy_shelves, quotation_shelves)
