"""What a choice of transfers comes to: flows, parties, legs, stages by month. Added up by the database, none decoded.

`chosen` selects the ids of the transfers that count, None for all of them. Everything is brought up to date first, and
any of these functions raises RegisterError where the register cannot be read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from armswire.model.claim import Stage
from armswire.model.flow import Amount, Flow, FlowParty, MapLeg, Month, Standings
from armswire.model.standing import Standing
from armswire.register import schema
from armswire.register.derivation import ensure_derived
from armswire.register.store import Register

Chosen = Select[tuple[str]] | None

_FLOWS, _LEGS, _STAGES = schema.transfer_flows.c, schema.transfer_legs.c, schema.transfer_stages.c
_AMOUNTS, _PARTIES = schema.transfer_amounts.c, schema.transfer_actors.c
_STANDINGS, _STAGE_ORDER = list(Standing), list(Stage)


def list_flows(
    register: Register, chosen: Chosen = None, *, family: str | None = None, unit: str | None = None
) -> tuple[Flow, ...]:
    """Who supplies whom by way of whom, most transfers first; with amounts of a `family` of items where it is given.

    `unit` is what the things are counted in, None for one by one.
    """
    ensure_derived(register)
    parties = (_FLOWS.supplier, _FLOWS.intermediary, _FLOWS.recipient)
    counted = select(*parties, _FLOWS.standing, func.count().label("transfers"))
    counted = _only(counted, _FLOWS.transfer, chosen).group_by(*parties, _FLOWS.standing)
    found: defaultdict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for row in register.rows(counted):
        found[row.supplier, row.intermediary, row.recipient].append((row.standing, row.transfers))
    amounts = {} if family is None else _amounts(register, chosen, family, unit or "")
    flows = (
        Flow(ends[0] or None, ends[1] or None, ends[2] or None, _standings(told), amounts.get(ends))
        for ends, told in found.items()
    )
    return tuple(
        sorted(flows, key=lambda flow: (-flow.transfers, _names(flow.supplier, flow.intermediary, flow.recipient)))
    )


def count_parties(register: Register, chosen: Chosen = None) -> tuple[FlowParty, ...]:
    """In how many transfers each actor stands in each role, by role, most transfers first."""
    ensure_derived(register)
    counted = select(_PARTIES.role, _PARTIES.actor, func.count().label("transfers"))
    counted = _only(counted, _PARTIES.transfer, chosen).group_by(_PARTIES.role, _PARTIES.actor)
    parties = [FlowParty(row.role, row.actor, row.transfers) for row in register.rows(counted)]
    return tuple(sorted(parties, key=lambda party: (party.role, -party.transfers, party.actor)))


def list_units(register: Register, family: str, chosen: Chosen = None) -> tuple[tuple[str | None, int], ...]:
    """In which units the things of a family are counted (None: one by one) and in how many transfers, most first."""
    ensure_derived(register)
    counted = select(_AMOUNTS.unit, func.count().label("transfers")).where(_AMOUNTS.family == family)
    counted = _only(counted, _AMOUNTS.transfer, chosen).group_by(_AMOUNTS.unit)
    units = [(row.unit or None, int(row.transfers)) for row in register.rows(counted)]
    return tuple(sorted(units, key=lambda told: (-told[1], told[0] or "")))


def list_legs(register: Register, chosen: Chosen = None) -> tuple[MapLeg, ...]:
    """Who hands over to whom, most transfers first."""
    ensure_derived(register)
    ends = (_LEGS.sender, _LEGS.receiver, _LEGS.passes_on, _LEGS.is_passed_on)
    counted = select(*ends, _LEGS.standing, func.count().label("transfers"))
    counted = _only(counted, _LEGS.transfer, chosen).group_by(*ends, _LEGS.standing)
    found: defaultdict[tuple[str, str, bool, bool], list[tuple[str, int]]] = defaultdict(list)
    for row in register.rows(counted):
        found[row.sender, row.receiver, row.passes_on, row.is_passed_on].append((row.standing, row.transfers))
    legs = (
        MapLeg(sender or None, receiver or None, passes_on, is_passed_on, _standings(told))
        for (sender, receiver, passes_on, is_passed_on), told in found.items()
    )
    return tuple(sorted(legs, key=lambda leg: (-leg.transfers, _names(leg.sender, leg.receiver), leg.is_passed_on)))


def list_months(register: Register, chosen: Chosen = None) -> tuple[Month, ...]:
    """How many transfers came to each stage, by month; before the months of a year what is known by the year alone."""
    ensure_derived(register)
    counted = select(_STAGES.period, _STAGES.stage, func.count().label("transfers"))
    counted = _only(counted, _STAGES.transfer, chosen).group_by(_STAGES.period, _STAGES.stage)
    found: defaultdict[str, list[tuple[Stage, int]]] = defaultdict(list)
    for row in register.rows(counted):
        found[row.period].append((Stage(row.stage), row.transfers))
    return tuple(
        Month(period, tuple(sorted(found[period], key=lambda told: _STAGE_ORDER.index(told[0]))))
        for period in sorted(found)
    )


def _amounts(register: Register, chosen: Chosen, family: str, unit: str) -> dict[tuple[str, ...], Amount]:
    # Of several who give or get together each has a share that nobody tells: at least one thing.
    least = case((and_(_FLOWS.shared, _AMOUNTS.least > 1), 1.0), else_=_AMOUNTS.least)
    parties = (_FLOWS.supplier, _FLOWS.intermediary, _FLOWS.recipient)
    summed = (
        select(
            *parties,
            func.count().label("told"),
            func.sum(least).label("least"),
            func.coalesce(func.sum(_AMOUNTS.most), 0.0).label("most"),
            func.count(_AMOUNTS.most).label("bounded"),
        )
        .join_from(schema.transfer_amounts, schema.transfer_flows, _FLOWS.transfer == _AMOUNTS.transfer)
        .where(_AMOUNTS.family == family, _AMOUNTS.unit == unit)
    )
    rows = register.rows(_only(summed, _AMOUNTS.transfer, chosen).group_by(*parties))
    return {
        (row.supplier, row.intermediary, row.recipient): Amount(row.told, row.least, row.most, row.told - row.bounded)
        for row in rows
    }


def _only(statement: Select[Any], transfer: ColumnElement[str], chosen: Chosen) -> Select[Any]:
    return statement if chosen is None else statement.where(transfer.in_(chosen))


def _standings(told: Iterable[tuple[str, int]]) -> Standings:
    ordered = sorted(told, key=lambda one: _STANDINGS.index(Standing(one[0])))
    return tuple((Standing(standing), transfers) for standing, transfers in ordered)


def _names(*actors: str | None) -> tuple[str, ...]:
    """Who is not told comes last."""
    return tuple(actor or "~" for actor in actors)
