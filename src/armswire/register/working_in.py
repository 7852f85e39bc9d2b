"""Works articles into what follows from the claims, in two steps, each of which can be interrupted after any portion.

`place` puts the claims of some articles into neighbourhoods: new ones, or those that they are alike to, which may so
become one. `settle` reconciles neighbourhoods that have changed. When very many articles come in, each neighbourhood is
reconciled once, not with every portion of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from sqlalchemy import ColumnElement, Connection, and_, func, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import dependence, derived_rows, loading, placing, schema, writing
from armswire.register.alike import Groups, find_alike
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

# Claims that are reconciled at a time, unless one neighbourhood alone has more: they are in memory together.
TOGETHER = 4000


def place(connection: Connection, documents: Sequence[str], rules: EvidenceRules) -> None:
    """Put the claims of some articles into neighbourhoods. The articles may have been placed before."""
    facts = loading.load_facts(connection, documents, with_sketch=True)
    moved = dependence.find_new(connection, facts, rules)
    # What was judged of these articles can hang on other articles: claims that a person joined, contrary judgements.
    judged, bound = load_judged(connection, documents)
    placed = schema.placed.c
    touched = {
        **_homes_of(connection, placed.document, {*documents, *moved}),
        **_homes_of(connection, placed.claim, bound),
    }
    derived_rows.drop_articles(connection, documents)
    fresh = load_witnesses(connection, documents, rules, judged)
    called = _join_homes(connection, fresh, touched, bound, rules)
    new = {witness.claim.id: witness.claim.document for witness in fresh}
    derived_rows.place(connection, new, called)
    derived_rows.unsettle(connection, {called.get(name, name) for name in (*new, *touched.values())})
    placing.shelve(connection, fresh)
    writing.add_rows(connection, schema.positions, [saying_values(heard) for heard in find_sayings(fresh)])
    derived_rows.write_refills(connection, find_refills(fresh, rules))
    dependence.write_echoes(connection, {*documents, *moved})


def settle(connection: Connection, rules: EvidenceRules) -> bool:
    """Reconcile some of the neighbourhoods that have changed; False where none had."""
    homes = _choose_unsettled(connection)
    if not homes:
        return False
    placed = schema.placed.c
    rows = loading.rows_in(connection, select(placed.claim, placed.document), placed.neighbourhood, homes)
    documents = {row.claim: row.document for row in rows}
    together = set(documents.values())
    judged = load_judged(connection, together)[0]
    loaded = load_witnesses(connection, together, rules, judged, with_trace=True)
    witnesses = [witness for witness in loaded if witness.claim.id in documents]
    origins = Origins(dependence.load(connection, together))
    found = reconcile_witnesses(witnesses, origins, rules, judged)
    derived_rows.drop_neighbourhoods(connection, homes)
    derived_rows.write(connection, found, witnesses)
    dependence.write_echoes(connection, together)
    return True


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


def _homes_of(connection: Connection, column: ColumnElement[str], values: Iterable[str]) -> dict[str, str]:
    """The neighbourhood of each claim that has one of the values in a column of `placed`."""
    placed = schema.placed.c
    rows = loading.rows_in(connection, select(placed.claim, placed.neighbourhood), column, values)
    return {row.claim: row.neighbourhood for row in rows}


def _join_homes(
    connection: Connection,
    fresh: Sequence[Witness],
    before: Mapping[str, str],
    bound: Iterable[str],
    rules: EvidenceRules,
) -> dict[str, str]:
    """What the neighbourhoods of new claims, and those that they join, are called from now on, by claim or older name.

    A claim that stood somewhere `before` stands there again, and claims that are `bound` to each other by judgements
    stand together: whether they belong there is found out when the neighbourhood is settled.
    """
    joining = [witness for witness in fresh if witness.names_party]
    near = placing.find_near(connection, joining, rules)
    homes = _homes_of(connection, schema.placed.c.claim, {*near, *bound})
    groups: Groups[str] = Groups()
    for one, other in _find_links(connection, joining, near, homes, rules):
        groups.join(one, other)
    new = {witness.claim.id for witness in fresh}
    for claim in new & before.keys():
        groups.join(claim, before[claim])
    tied = [homes.get(claim, claim) for claim in sorted(bound) if claim in homes or claim in new]
    for one, other in pairwise(tied):
        groups.join(one, other)
    there = {*homes.values(), *before.values()}
    called = {**{name: name for name in (*new, *there)}, **_name_groups(connection, groups, there)}
    derived_rows.merge_neighbourhoods(connection, {home: called[home] for home in there})
    return called


def _find_links(
    connection: Connection,
    fresh: Sequence[Witness],
    near: Mapping[str, Iterable[int]],
    homes: Mapping[str, str],
    rules: EvidenceRules,
) -> Iterator[tuple[str, str]]:
    """New claims that belong together, and new claims with the neighbourhoods in which something belongs with them."""
    placed = schema.placed.c
    rows = loading.rows_in(connection, select(placed.claim, placed.document), placed.claim, near)
    documents = {row.document for row in rows}
    loaded = load_witnesses(connection, documents, rules, load_judged(connection, documents)[0])
    others = [witness for witness in loaded if witness.claim.id in near and witness.claim.id in homes]
    pairs = Pairs([*fresh, *others], rules)
    alike = find_alike(fresh, pairs, rules)
    yield from ((fresh[one].claim.id, fresh[other].claim.id) for one, other in alike.pairs())
    linked = set[tuple[int, str]]()
    for position, other in enumerate(others, len(fresh)):
        home = homes[other.claim.id]
        for mine in near[other.claim.id]:
            if (mine, home) not in linked and pairs.joins(mine, position):
                linked.add((mine, home))
                yield fresh[mine].claim.id, home


def _name_groups(connection: Connection, groups: Groups[str], homes: set[str]) -> dict[str, str]:
    """What each member of a group is called from now on: as its largest neighbourhood, so that few rows change."""
    placed = schema.placed.c
    counted = select(placed.neighbourhood, func.count().label("size")).group_by(placed.neighbourhood)
    sizes = {row.neighbourhood: row.size for row in loading.rows_in(connection, counted, placed.neighbourhood, homes)}
    names: dict[str, str] = {}
    for members in groups.all():
        name = min(members, key=lambda member: (-sizes.get(member, 0), member))
        names |= dict.fromkeys(members, name)
    return names


def _choose_unsettled(connection: Connection) -> list[str]:
    """Neighbourhoods to be settled, by name, with no more claims than are good to have in memory together."""
    unsettled, placed = schema.unsettled.c, schema.placed.c
    statement = (
        select(unsettled.neighbourhood, func.count(placed.claim).label("size"))
        .join(schema.placed, placed.neighbourhood == unsettled.neighbourhood, isouter=True)
        .group_by(unsettled.neighbourhood)
        .order_by(unsettled.neighbourhood)
        .limit(TOGETHER)
    )
    chosen: list[str] = []
    size = 0
    for row in connection.execute(statement).all():
        size += row.size
        if chosen and size > TOGETHER:
            break
        chosen.append(str(row.neighbourhood))
    return chosen
