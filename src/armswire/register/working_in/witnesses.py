"""The claims of a register as reconciling wants them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, and_, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import loading, schema
from armswire.register.judged import Judged
from armswire.register.judgements import load_judged
from armswire.register.rows import decode_claim_row
from armswire.register.witness import Witness, call_witnesses


def load_witnesses(
    connection: Connection, documents: Iterable[str], rules: EvidenceRules, judged: Judged, *, with_trace: bool = False
) -> list[Witness]:
    """The current claims of some articles, as they were judged. The trace is long: disputes alone look at it."""
    documents = set(documents)
    current = and_(schema.claims.c.document == schema.articles.c.id, schema.claims.c.reader == schema.articles.c.reader)
    columns = [schema.claims.c.claim, schema.claims.c.trace] if with_trace else [schema.claims.c.claim]
    statement = select(*columns).join(schema.articles, current)
    rows = loading.rows_in(connection, statement, schema.claims.c.document, documents)
    claims = judged.apply(decode_claim_row(row, with_trace=with_trace) for row in rows)
    return call_witnesses(claims, loading.load_facts(connection, documents), rules)


def load_some(
    connection: Connection, documents: Iterable[str], claims: Iterable[str], rules: EvidenceRules
) -> list[Witness]:
    """Those of the current claims of some articles that are among `claims`, as they were judged."""
    documents, wanted = set(documents), set(claims)
    loaded = load_witnesses(connection, documents, rules, load_judged(connection, documents)[0])
    return [witness for witness in loaded if witness.claim.id in wanted]
