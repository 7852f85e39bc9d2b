"""The second step: neighbourhoods that have changed are reconciled."""

from __future__ import annotations

from itertools import pairwise

from sqlalchemy import Connection, func, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import dependence, derived_rows, loading, schema
from armswire.register.alike import Groups
from armswire.register.judgements import load_judged
from armswire.register.origins import Origins
from armswire.register.reconciliation import reconcile_witnesses
from armswire.register.working_in.neighbours import decode_nearest
from armswire.register.working_in.witnesses import load_witnesses

# Claims that are reconciled at a time, unless one neighbourhood alone has more: they are in memory together.
TOGETHER = 4000


def settle(connection: Connection, rules: EvidenceRules) -> bool:
    """Reconcile some of the neighbourhoods that have changed; False where none had."""
    homes, size = _choose_unsettled(connection)
    if not homes:
        return False
    if size > TOGETHER and _take_apart(connection, homes[0]):
        return True
    placed = schema.placed.c
    columns = select(placed.claim, placed.document, placed.neighbourhood)
    rows = list(loading.rows_in(connection, columns, placed.neighbourhood, homes))
    documents = {row.claim: row.document for row in rows}
    together = set(documents.values())
    judged = load_judged(connection, together)[0]
    loaded = load_witnesses(connection, together, rules, judged, with_trace=True)
    witnesses = [witness for witness in loaded if witness.claim.id in documents]
    origins = Origins(dependence.load(connection, together))
    found = reconcile_witnesses(witnesses, origins, rules, judged)
    derived_rows.drop_neighbourhoods(connection, homes)
    derived_rows.write(connection, found, witnesses)
    now = {witness.claim.id: found.neighbourhoods.get(witness.claim.id, witness.claim.id) for witness in witnesses}
    moved = {row.claim: now[row.claim] for row in rows if now[row.claim] != row.neighbourhood}
    derived_rows.change_placed(connection, "neighbourhood", moved)
    dependence.write_echoes(connection, together)
    return True


def _take_apart(connection: Connection, home: str) -> bool:
    """A neighbourhood falls into those that its claims are in by now; False where it is still one.

    While very many articles are placed, claims become neighbours and cease to be when nearer ones come. What was tied
    together by those that came first would be far too large to reconcile at once: no claim of it is loaded here.
    """
    groups: Groups[str] = Groups()
    claims, documents = set[str](), set[str]()
    placed = schema.placed.c
    columns = select(placed.claim, placed.document, placed.nearest).where(placed.neighbourhood == home)
    for row in connection.execute(columns):
        claims.add(row.claim)
        documents.add(row.document)
        for *_, other in decode_nearest(row.nearest):
            groups.join(row.claim, other)
    for tied in load_judged(connection, documents)[0].together:
        for one, other in pairwise(sorted(claims & set(tied))):
            groups.join(one, other)
    called = {name: groups.first(name) for name in claims}
    if len({*called.values()}) == 1:
        return False
    derived_rows.drop_neighbourhoods(connection, [home])
    derived_rows.change_placed(connection, "neighbourhood", called)
    derived_rows.unsettle(connection, called.values())
    return True


def _choose_unsettled(connection: Connection) -> tuple[list[str], int]:
    """Neighbourhoods to be settled, by name, and how many claims they have: no more than are good to have in memory
    together, but for one neighbourhood that has more."""
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
        if chosen and size + row.size > TOGETHER:
            break
        chosen.append(str(row.neighbourhood))
        size += row.size
    return chosen, size
