"""Works some articles into what follows from the claims: finds all that they touch, and works that out again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import dependence, derived_rows, loading, placing, schema, writing
from armswire.register.backfills import find_refills
from armswire.register.judged import Judged
from armswire.register.judgements import load_judged
from armswire.register.origins import Origins
from armswire.register.pairs import Pairs
from armswire.register.positions.rows import saying_values
from armswire.register.positions.sayings import find_sayings
from armswire.register.reconciliation import reconcile_witnesses
from armswire.register.rows import decode_claim_row
from armswire.register.witness import Witness, call_witnesses


def work_in(connection: Connection, documents: Sequence[str], rules: EvidenceRules) -> None:
    """Work out what follows from some articles, and all that they touch. They may have been worked in before."""
    facts = loading.load_facts(connection, documents, with_sketch=True)
    moved = dependence.find_new(connection, facts, rules)
    # What was judged of these articles can hang on other articles: claims that a person joined, contrary judgements.
    judged, bound = load_judged(connection, documents)
    homes = _homes_of(connection, {*documents, *moved}, bound)
    derived_rows.drop_articles(connection, documents)
    fresh = load_witnesses(connection, documents, rules, judged)
    homes |= _homes_of_alike(connection, fresh, homes, rules)
    witnesses = [*_load_neighbourhoods(connection, homes, rules), *fresh]
    witnesses.sort(key=lambda witness: witness.order)
    together = {witness.claim.document for witness in witnesses}
    judged = load_judged(connection, together)[0]
    origins = Origins(dependence.load(connection, together))
    found = reconcile_witnesses(witnesses, origins, rules, judged)
    derived_rows.drop_neighbourhoods(connection, homes)
    derived_rows.write(connection, found, witnesses)
    placing.shelve(connection, fresh)
    writing.add_rows(connection, schema.positions, [saying_values(heard) for heard in find_sayings(fresh)])
    derived_rows.write_refills(connection, find_refills(fresh, rules))
    dependence.write_echoes(connection, {*documents, *moved, *together})


def load_witnesses(
    connection: Connection, documents: Iterable[str], rules: EvidenceRules, judged: Judged | None = None
) -> list[Witness]:
    """The current claims of some articles, as they were judged. `judged` is looked up where it is not known."""
    documents = set(documents)
    if judged is None:
        judged = load_judged(connection, documents)[0]
    current = and_(schema.claims.c.document == schema.articles.c.id, schema.claims.c.reader == schema.articles.c.reader)
    statement = select(schema.claims.c.claim, schema.claims.c.trace).join(schema.articles, current)
    rows = loading.rows_in(connection, statement, schema.claims.c.document, documents)
    claims = judged.apply(decode_claim_row(row, with_trace=True) for row in rows)
    return call_witnesses(claims, loading.load_facts(connection, documents), rules)


def _homes_of(connection: Connection, documents: Iterable[str], claims: Iterable[str]) -> set[str]:
    """The neighbourhoods in which claims of some articles stand, and some other claims."""
    placed = schema.placed.c
    statement = select(placed.neighbourhood)
    rows = [
        *loading.rows_in(connection, statement, placed.document, documents),
        *loading.rows_in(connection, statement, placed.claim, claims),
    ]
    return {row.neighbourhood for row in rows}


def _homes_of_alike(
    connection: Connection, fresh: Sequence[Witness], known: set[str], rules: EvidenceRules
) -> set[str]:
    """The neighbourhoods of claims that belong together with a new one."""
    near = placing.find_near(connection, fresh, rules)
    placed = schema.placed.c
    statement = select(placed.claim, placed.document, placed.neighbourhood)
    rows = [row for row in loading.rows_in(connection, statement, placed.claim, near) if row.neighbourhood not in known]
    homes = {row.claim: row.neighbourhood for row in rows}
    loaded = load_witnesses(connection, {row.document for row in rows}, rules)
    others = [witness for witness in loaded if witness.claim.id in homes]
    pairs = Pairs([*fresh, *others], rules)
    found: set[str] = set()
    for position, other in enumerate(others, len(fresh)):
        home = homes[other.claim.id]
        if home not in found and any(pairs.joins(mine, position) for mine in near[other.claim.id]):
            found.add(home)
    return found


def _load_neighbourhoods(connection: Connection, homes: Iterable[str], rules: EvidenceRules) -> list[Witness]:
    placed = schema.placed.c
    rows = list(loading.rows_in(connection, select(placed.claim, placed.document), placed.neighbourhood, homes))
    wanted = {row.claim for row in rows}
    loaded = load_witnesses(connection, {row.document for row in rows}, rules)
    return [witness for witness in loaded if witness.claim.id in wanted]
