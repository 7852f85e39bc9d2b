"""`armswire diff`: what is new, changed, disputed, settled and gone between two days, or two registers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from armswire.cli import options

if TYPE_CHECKING:
    from armswire.cli.console import Listing
    from armswire.register.changes.change import Change, Known
    from armswire.register.hindsight import AsKnown
    from armswire.register.store import Register


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sides: a register, on a day or with all that it holds."""

    place: str
    day: date | None
    as_known: AsKnown | None
    known: Known


def command(
    from_: Annotated[
        date | None,
        typer.Argument(metavar="FROM", parser=options.parse_day, help="What was known on this day (2023-03-01) ..."),
    ] = None,
    to: Annotated[
        date | None,
        typer.Argument(
            metavar="TO", parser=options.parse_day, help="... and on this one. [default: all that is known]"
        ),
    ] = None,
    register: options.Register = None,
    other: Annotated[
        str | None,
        typer.Option("--with", metavar="OTHER", help="Another register, whose state on TO is the later side."),
    ] = None,
    actor: Annotated[str | None, typer.Option(help="A party: KOR, South Korea, NATO, org:Hanwha Aerospace.")] = None,
    json: options.Json = False,
) -> None:
    """Say what is new, changed, disputed, settled and gone between two days or two registers.

    For example: armswire diff 2023-03-01 2023-05-26, or: armswire diff --register old.db --with new.db
    """
    from armswire.cli.opened import open_to_read
    from armswire.register.changes.find import find_changes
    from armswire.register.changes.words import name_change
    from armswire.register.listing.asking import find_actor

    _check(from_, to, other)
    with open_to_read(register) as opened:
        party = find_actor(opened, actor)
        before, names = _look(opened, from_), opened.names
    with open_to_read(other or register) as opened:
        after = _look(opened, to)
    found = [name_change(change, names) for change in find_changes(before.known, after.known)]
    if party is not None:
        found = [change for change in found if party in change.parties]
    _print(before, after, found, json=json)


def _check(from_: date | None, to: date | None, other: str | None) -> None:
    if from_ is None and other is None:
        raise typer.BadParameter("give a day, or another register with --with", param_hint="FROM")
    if from_ is not None and to is not None and to < from_:
        raise typer.BadParameter(f"{to} is before {from_}; give the earlier day first", param_hint="TO")


def _look(register: Register, day: date | None) -> Side:
    from armswire.cli.opened import look_back_aloud
    from armswire.register.changes.gathering import gather_known

    as_known = None if day is None else look_back_aloud(register, day)
    return Side(register.place, day, as_known, gather_known(register))


def _print(before: Side, after: Side, changes: Sequence[Change], *, json: bool) -> None:
    from armswire.cli.console import print_json, show
    from armswire.register.changes.change import ChangeKind, encode_change

    if json:
        counts = Counter(change.kind for change in changes)
        told: dict[str, Any] = {
            "from": _encode_side(before),
            "to": _encode_side(after),
            "counts": {kind.value: counts[kind] for kind in ChangeKind},
            "changes": [encode_change(change) for change in changes],
        }
        print_json(told)
    else:
        show(_table(before, after, changes))


def _encode_side(side: Side) -> dict[str, Any]:
    left_out = None
    if side.as_known is not None:
        known = side.as_known
        left_out = {"later": known.later, "undated": known.undated, "judged_later": known.judged_later}
    return {
        "register": side.place,
        "day": None if side.day is None else side.day.isoformat(),
        "articles": len(side.known.documents),
        "left_out": left_out,
        "transfers": len(side.known.transfers),
    }


def _table(before: Side, after: Side, changes: Sequence[Change]) -> Listing:
    from armswire.cli.console import make_listing

    columns = ("id", "change", "about", "what happened", "claims")
    rows = [
        (_ids(first), first.kind.value, first.about, _says(some), _claims(some))
        for some in _by_record(changes)
        for first in some[:1]
    ]
    return make_listing(f"{_name(before, after)} → {_name(after, before)} ({len(changes)})", columns, rows)


def _says(changes: Sequence[Change]) -> str:
    if len(changes) == 1:
        return changes[0].says
    return "\n".join(f"- {one.says}" for one in changes)


def _by_record(changes: Sequence[Change]) -> list[list[Change]]:
    """Changes of one kind in one record stand together."""
    return [list(some) for _, some in groupby(changes, key=lambda one: (one.kind, _ids(one), one.about))]


def _name(side: Side, other: Side) -> str:
    day = "all that is known" if side.day is None else f"known on {side.day.isoformat()}"
    return day if side.place == other.place else f"{side.place}, {day}"


def _ids(change: Change) -> str:
    """The ids of the records, or the two for whom `armswire position` tells more."""
    from armswire.wording.ids import short_id

    if change.line:
        return " ".join(change.line)
    ids = [short_id(name) for name in (*change.disputes[-1:], *(change.after or change.before))]
    was = [short_id(name) for name in change.before if change.after and name not in change.after]
    return "\n".join([*ids, *(f"was {name}" for name in was)])


def _claims(changes: Sequence[Change], most: int = 3) -> str:
    from armswire.wording.ids import short_id

    claims = list(dict.fromkeys(claim for change in changes for claim in change.claims))
    told = [short_id(claim) for claim in claims[:most]]
    return "\n".join([*told, *([f"and {len(claims) - most} more"] if len(claims) > most else [])])
