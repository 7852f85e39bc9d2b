"""The tables of the register, by what they hold. `migrations/` builds them; a test holds the two equal.

`came_in` (only ever added): `articles`, `claims`, `claim_actors`, `rejections`; `pending` names the articles of which
it has not been worked out yet what follows. `judged` (only ever added, too): `judgements` with the articles that each
is about; beside them what the support test found, as long as claims are read as they were then. What follows (computed
again where something new touches it) is in `following`, `lists` and `sayings`; `placing` finds the claims and articles
that something new could touch. `versions` tells which articles are of one page, and what came of
their claims. `ground` holds versions of the schema. The indices of words (`databases/word_index.py`) are the
database's own.
"""

from __future__ import annotations

from armswire.register.schema.came_in import articles, claim_actors, claims, pending, rejections
from armswire.register.schema.following import disputes, transfer_actors, transfer_claims, transfers
from armswire.register.schema.ground import REGISTER_MARK, SCHEMA_VERSION, meta, metadata
from armswire.register.schema.judged import judgement_documents, judgements, support_tests
from armswire.register.schema.lists import (
    facet_sets,
    transfer_amounts,
    transfer_facets,
    transfer_flows,
    transfer_legs,
    transfer_stages,
)
from armswire.register.schema.placing import (
    copy_shelves,
    likenesses,
    placed,
    quotation_shelves,
    shared_quotations,
    shelves,
    unsettled,
)
from armswire.register.schema.sayings import deeds, echo_reports, echoes, positions, refills, retellings
from armswire.register.schema.versions import claim_edits, outlines, versions

__all__ = (
    "DERIVED",
    "ONLY_FOR_ADDING",
    "REGISTER_MARK",
    "SCHEMA_VERSION",
    "articles",
    "claim_actors",
    "claim_edits",
    "claims",
    "copy_shelves",
    "deeds",
    "disputes",
    "echo_reports",
    "echoes",
    "facet_sets",
    "judgement_documents",
    "judgements",
    "likenesses",
    "meta",
    "metadata",
    "outlines",
    "pending",
    "placed",
    "positions",
    "quotation_shelves",
    "refills",
    "rejections",
    "retellings",
    "shared_quotations",
    "shelves",
    "support_tests",
    "transfer_actors",
    "transfer_amounts",
    "transfer_claims",
    "transfer_facets",
    "transfer_flows",
    "transfer_legs",
    "transfer_stages",
    "transfers",
    "unsettled",
    "versions",
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
    versions,
    claim_edits,
)

# Of these, the tables that are read by nothing but the adding of articles.
ONLY_FOR_ADDING = (shelves, copy_shelves, quotation_shelves)
