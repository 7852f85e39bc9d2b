"""The claims around some claims of a register: their neighbourhoods, and the transfers nearest to theirs.

Only what an explanation looks at is loaded: whatever else a register holds costs nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from armswire.lexicon.evidence import EvidenceRules, load_evidence
from armswire.register import schema
from armswire.register.derivation import ensure_derived
from armswire.register.facts import UNDATED
from armswire.register.grounds.neighbourhood import Neighbourhood
from armswire.register.judged import Judged
from armswire.register.judgements import load_judged
from armswire.register.loading import rows_in
from armswire.register.store import Register
from armswire.register.witness import Witness
from armswire.register.working_in.witnesses import load_witnesses

# Of the transfers between the same parties, how many of those nearest in time are looked at.
MOST_RIVALS = 25

# More days than there are.
_FAR = date.max.toordinal()

_PLACED, _JOINED, _TRANSFERS, _PARTIES = (
    table.c for table in (schema.placed, schema.transfer_claims, schema.transfers, schema.transfer_actors)
)


def look_around(register: Register, claims: Sequence[str]) -> Neighbourhood:
    """The neighbourhoods of some claims with their rivals. Claims that a person rejected are not in them.

    Raises RegisterError.
    """
    ensure_derived(register)
    rules = load_evidence()
    with register.reading() as connection:
        homes = _names(connection, select(_PLACED.neighbourhood), _PLACED.claim, claims)
        beside = _names(connection, select(_PLACED.claim), _PLACED.neighbourhood, homes)
        rivals = find_rivals(connection, _names(connection, select(_JOINED.transfer), _JOINED.claim, claims))
        elsewhere = _names(connection, select(_JOINED.claim), _JOINED.transfer, rivals) - beside
        joined = rows_in(connection, select(_JOINED.claim, _JOINED.transfer), _JOINED.claim, beside | elsewhere)
        transfers = {row.claim: row.transfer for row in joined}
        (witnesses, judged), (others, _) = (_load(connection, some, rules) for some in (beside, elsewhere))
    places = {transfer: place for place, transfer in enumerate(rivals)}
    others.sort(key=lambda one: (places[transfers[one.claim.id]], one.order))
    return Neighbourhood(witnesses, others, transfers, rules, judged)


def find_rivals(connection: Connection, transfers: Collection[str]) -> list[str]:
    """The ids of other transfers between the parties of some, the nearest in time first."""
    gaps: dict[str, int] = {}
    for transfer in sorted(transfers):
        statement = select(_TRANSFERS.first, _TRANSFERS.last).where(_TRANSFERS.id == transfer)
        mine = _days(*connection.execute(statement).one())
        for row in connection.execute(_between_the_same(connection, transfer)):
            if row.id not in transfers:
                gaps[row.id] = min(gaps.get(row.id, _FAR), _gap(mine, _days(row.first, row.last)))
    return sorted(gaps, key=lambda name: (gaps[name], name))[:MOST_RIVALS]


def _between_the_same(connection: Connection, transfer: str) -> Select[tuple[str, str, str]]:
    """The transfers with the giver and with a receiver or go-between of this one, in whatever roles.

    Of one that lacks a side, those with the other.
    """
    statement = select(_TRANSFERS.id, _TRANSFERS.first, _TRANSFERS.last)
    for roles in (("supplier",), ("recipient", "intermediary")):
        named = select(_PARTIES.actor).where(_PARTIES.transfer == transfer, _PARTIES.role.in_(roles))
        actors = [row.actor for row in connection.execute(named)]
        if actors:
            statement = statement.where(_TRANSFERS.id.in_(select(_PARTIES.transfer).where(_PARTIES.actor.in_(actors))))
    return statement


def _days(first: str, last: str) -> tuple[int, int] | None:
    """The first and the last day of a transfer; None where it has no dates."""
    if first == UNDATED:
        return None
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


def _gap(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int:
    """Days between two transfers; those without dates come after all others."""
    if one is None or other is None:
        return _FAR
    return max(0, other[0] - one[1], one[0] - other[1])


def _load(connection: Connection, claims: Collection[str], rules: EvidenceRules) -> tuple[list[Witness], Judged]:
    """Some claims as they are reconciled, and what was judged of their articles."""
    documents = _names(connection, select(_PLACED.document), _PLACED.claim, claims)
    judged = load_judged(connection, documents)[0]
    return [one for one in load_witnesses(connection, documents, rules, judged) if one.claim.id in claims], judged


def _names(
    connection: Connection, statement: Select[Any], column: ColumnElement[str], values: Iterable[str]
) -> set[str]:
    return {str(row[0]) for row in rows_in(connection, statement.distinct(), column, values)}
