"""What a choice of transfers comes to: flows, parties, legs, stages by month. Added up by the database, none decoded.

`chosen` selects the ids of the transfers that count, None for all of them. Everything is brought up to date first, and
any of these functions raises RegisterError where the register cannot be read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Select, case, func, or_, select

from armswire.model.claim import Stage
from armswire.model.flow import FlowParty, Flows, Legs, MapLeg, Month
from armswire.register import schema
from armswire.register.derivation import ensure_derived
from armswire.register.flows.folding import (
    ROLES,
    Chosen,
    Measure,
    by_standing,
    fold_flows,
    only,
    read_standings,
)
from armswire.register.listing.facet_rows import NONE
from armswire.register.store import Register

_LEGS, _STAGES = schema.transfer_legs.c, schema.transfer_stages.c
_AMOUNTS = schema.transfer_amounts.c
_FACETS, _PARTIES = schema.transfer_facets.c, schema.transfer_actors.c
_STAGE_ORDER = list(Stage)
T = TypeVar("T")


def list_flows(
    register: Register, chosen: Chosen = None, *, most: int = 14, family: str | None = None, unit: str | None = None
) -> Flows:
    """Who supplies whom by way of whom, measured by transfers; or by the amounts of a `family` of items, if given.

    In each role the `most` largest actors stand for themselves. `unit` is what the things are counted in, None for one
    by one.
    """
    measure = Measure(chosen, family, unit or "")
    return _keep(register, ("flows", most, family, unit), chosen, lambda: fold_flows(register, measure, most))


def count_parties(register: Register, chosen: Chosen = None) -> tuple[FlowParty, ...]:
    """In how many transfers each actor stands in each role, by role, most transfers first."""
    return _keep(register, ("parties",), chosen, lambda: _count_parties(register, chosen))


def _count_parties(register: Register, chosen: Chosen) -> tuple[FlowParty, ...]:
    # All of them stand in the order of an index of facets; of some the actors are found by the transfers.
    role, actor = (_FACETS.facet, _FACETS.value) if chosen is None else (_PARTIES.role, _PARTIES.actor)
    counted: Select[Any] = select(role.label("role"), actor.label("actor"), func.count().label("transfers"))
    counted = only(counted.where(role.in_(ROLES), actor != NONE), _PARTIES.transfer, chosen).group_by(role, actor)
    parties = [FlowParty(row.role, row.actor, row.transfers) for row in register.rows(counted)]
    return tuple(sorted(parties, key=lambda party: (party.role, -party.transfers, party.actor)))


def list_units(register: Register, family: str, chosen: Chosen = None) -> tuple[tuple[str | None, int], ...]:
    """In which units the things of a family are counted (None: one by one) and in how many transfers, most first."""
    return _keep(register, ("units", family), chosen, lambda: _list_units(register, family, chosen))


def _list_units(register: Register, family: str, chosen: Chosen) -> tuple[tuple[str | None, int], ...]:
    counted = select(_AMOUNTS.unit, func.count().label("transfers")).where(_AMOUNTS.family == family)
    counted = only(counted, _AMOUNTS.transfer, chosen).group_by(_AMOUNTS.unit)
    units = [(row.unit or None, int(row.transfers)) for row in register.rows(counted)]
    return tuple(sorted(units, key=lambda told: (-told[1], told[0] or "")))


def list_legs(register: Register, chosen: Chosen = None, *, most: int = 100) -> Legs:
    """The `most` legs in most transfers, the strongest first."""
    return _keep(register, ("legs", most), chosen, lambda: _list_legs(register, chosen, most))


def _list_legs(register: Register, chosen: Chosen, most: int) -> Legs:
    ends = (_LEGS.sender, _LEGS.receiver, _LEGS.passes_on, _LEGS.is_passed_on)
    number = func.count().label("number")
    told = only(select(*ends, number, *by_standing(_LEGS.standing)), _LEGS.transfer, chosen).group_by(*ends).subquery()
    # In one statement, since to group them is what takes time: beside each leg stands how many there are.
    is_loose = case((or_(told.c.sender == "", told.c.receiver == ""), 1), else_=0).label("is_loose")
    found = select(
        told,
        is_loose,
        func.sum(1 - is_loose).over().label("whole"),
        func.sum(is_loose * told.c.number).over().label("loose"),
    ).order_by(is_loose, told.c.number.desc(), *(told.c[column.name] for column in ends))
    rows = list(register.rows(found.limit(most)))
    legs = tuple(
        MapLeg(row.sender, row.receiver, row.passes_on, row.is_passed_on, read_standings(row))
        for row in rows
        if not row.is_loose
    )
    return Legs(legs, int(rows[0].whole) - len(legs), int(rows[0].loose)) if rows else Legs((), 0, 0)


def list_months(register: Register, chosen: Chosen = None) -> tuple[Month, ...]:
    """How many transfers came to each stage, by month; before the months of a year what is known by the year alone."""
    return _keep(register, ("months",), chosen, lambda: _list_months(register, chosen))


def _list_months(register: Register, chosen: Chosen) -> tuple[Month, ...]:
    counted = select(_STAGES.period, _STAGES.stage, func.count().label("transfers"))
    counted = only(counted, _STAGES.transfer, chosen).group_by(_STAGES.period, _STAGES.stage)
    found: defaultdict[str, list[tuple[Stage, int]]] = defaultdict(list)
    for row in register.rows(counted):
        found[row.period].append((Stage(row.stage), row.transfers))
    return tuple(
        Month(period, tuple(sorted(found[period], key=lambda told: _STAGE_ORDER.index(told[0]))))
        for period in sorted(found)
    )


def _keep(register: Register, name: tuple[object, ...], chosen: Chosen, work: Callable[[], T]) -> T:
    """What all transfers come to is worked out again only where somebody has written to the register."""
    ensure_derived(register)
    return work() if chosen is not None else register.remember(" ".join(map(str, name)), work)
