"""Adds up flows so that each role has a bounded number of actors: the small ones are told together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, Row, Select, and_, case, func, literal, select, union_all

from armswire.model.flow import OTHERS, Amount, Flow, Flows, Standings
from armswire.model.standing import Standing
from armswire.register import schema
from armswire.register.store import Register

Chosen = Select[Any] | None

ROLES = ("supplier", "intermediary", "recipient")
_FLOWS, _AMOUNTS = schema.transfer_flows.c, schema.transfer_amounts.c


@dataclass(frozen=True, slots=True)
class Measure:
    """Which transfers count, and by what flows are measured: by their number, or by the amounts of a family."""

    chosen: Chosen
    family: str | None
    unit: str


def fold_flows(register: Register, measure: Measure, most: int) -> Flows:
    """The flows between the `most` largest actors of each role and the others. Raises RegisterError."""
    told = _tell(measure)
    ranked = _rank(register, told)
    # One actor alone is told by its name: "1 other" says less in as much room.
    shown = {role: actors if len(actors) <= most + 1 else actors[:most] for role, actors in ranked.items()}
    flows = [_flow(row, measure) for row in register.rows(_fold(told, shown, measure))]
    flows.sort(key=lambda flow: (-flow.size, *(getattr(flow, role) or "~" for role in ROLES)))
    folded = {role: others for role in ranked if (others := len(ranked[role]) - len(shown[role]))}
    return Flows(tuple(flows), folded, 0 if measure.family is None else _count_unmeasured(register, measure))


def only(statement: Select[Any], transfer: ColumnElement[str], chosen: Chosen) -> Select[Any]:
    """A statement that looks at the transfers chosen alone; `transfer` is its column of their ids."""
    return statement if chosen is None else statement.where(transfer.in_(chosen))


def count_rows(register: Register, statement: Select[Any]) -> int:
    """The number that a statement counts."""
    row = register.first(statement)
    return 0 if row is None else int(row[0])


def by_standing(column: ColumnElement[str], number: ColumnElement[Any] | int = 1) -> list[ColumnElement[Any]]:
    """How many there are of each standing in a group of rows, each of which stands for `number`."""
    return [func.sum(case((column == one.value, number), else_=0)).label(one.value) for one in Standing]


def read_standings(row: Row[Any]) -> Standings:
    """The columns of `by_standing`."""
    return tuple((one, int(number)) for one in Standing if (number := getattr(row, one.value)))


def _tell(measure: Measure) -> CTE:
    """One row for each supplier, go-between, recipient and standing."""
    parties = [_FLOWS[role] for role in ROLES]
    number = func.count().label("transfers")
    if measure.family is None:
        statement: Select[Any] = select(*parties, _FLOWS.standing, number, func.count().label("size"))
    else:
        # Of several who give or get together each has a share that nobody tells: at least one thing.
        least = case((and_(_FLOWS.shared, _AMOUNTS.least > 1), 1.0), else_=_AMOUNTS.least)
        wanted = and_(_AMOUNTS.family == measure.family, _AMOUNTS.unit == measure.unit)
        statement = select(
            *parties,
            _FLOWS.standing,
            number,
            func.sum(func.coalesce(_AMOUNTS.most, _AMOUNTS.least)).label("size"),
            func.sum(least).label("least"),
            func.coalesce(func.sum(_AMOUNTS.most), 0.0).label("most"),
            func.count(_AMOUNTS.most).label("bounded"),
        ).join_from(schema.transfer_flows, schema.transfer_amounts, and_(_AMOUNTS.transfer == _FLOWS.transfer, wanted))
    return only(statement, _FLOWS.transfer, measure.chosen).group_by(*parties, _FLOWS.standing).cte("told")


def _rank(register: Register, told: CTE) -> Mapping[str, list[str]]:
    """The actors in each role, the largest first."""
    sides = [
        select(literal(role).label("role"), told.c[role].label("actor"), func.sum(told.c.size).label("size"))
        .where(told.c[role] != "")
        .group_by(told.c[role])
        for role in ROLES
    ]
    ranked: defaultdict[str, list[str]] = defaultdict(list)
    for row in sorted(register.rows(union_all(*sides)), key=lambda row: (-row.size, row.actor)):
        ranked[row.role].append(row.actor)
    return ranked


def _fold(told: CTE, shown: Mapping[str, Sequence[str]], measure: Measure) -> Select[Any]:
    """The same with OTHERS in the place of whoever is not shown."""
    parties = [
        case((told.c[role].in_(["", *shown.get(role, ())]), told.c[role]), else_=OTHERS).label(role) for role in ROLES
    ]
    sums = ["transfers", *(("least", "most", "bounded") if measure.family is not None else ())]
    part = select(*parties, told.c.standing, *(told.c[name] for name in sums)).subquery()
    summed = [func.sum(part.c[name]).label(name) for name in sums]
    columns: list[ColumnElement[Any]] = [*by_standing(part.c.standing, part.c.transfers), *summed]
    ends = [part.c[role] for role in ROLES]
    return select(*ends, *columns).group_by(*ends)


def _flow(row: Row[Any], measure: Measure) -> Flow:
    amount = None
    if measure.family is not None:
        told = int(row.transfers)
        amount = Amount(told, float(row.least), float(row.most), told - int(row.bounded))
    ends = (row.supplier or None, row.intermediary or None, row.recipient or None)
    return Flow(*ends, read_standings(row), amount)


def _count_unmeasured(register: Register, measure: Measure) -> int:
    everything: Select[Any] = select(func.count()).select_from(schema.transfers)
    measured: Select[Any] = select(func.count()).where(_AMOUNTS.family == measure.family, _AMOUNTS.unit == measure.unit)
    chosen = count_rows(register, only(everything, schema.transfers.c.id, measure.chosen))
    return chosen - count_rows(register, only(measured, _AMOUNTS.transfer, measure.chosen))
