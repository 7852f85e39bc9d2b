"""`armswire list`: tables of transfers, claims, articles, disputes, positions, judgements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from armswire.cli import options

if TYPE_CHECKING:
    from armswire.cli.console import Listing
    from armswire.register.store import Register


class Kind(StrEnum):
    """What can be listed."""

    TRANSFERS = "transfers"
    CLAIMS = "claims"
    ARTICLES = "articles"
    DISPUTES = "disputes"
    POSITIONS = "positions"
    JUDGEMENTS = "judgements"


# Rows of a table that somebody may still read; a register can have a hundred thousand.
IN_A_TABLE = 1000

# From how many sources on a claim is told third-hand.
THIRD_HAND = 2
Filters = dict[str, str | int | None]

# Which filters `queries` has for which kind.
FILTERS = {
    Kind.TRANSFERS: ("actor", "stage", "standing", "document"),
    Kind.CLAIMS: ("actor", "stage", "polarity", "document", "transfer", "min_depth"),
    Kind.ARTICLES: ("state", "outlet"),
    Kind.DISPUTES: ("actor", "type", "state", "transfer", "document"),
    Kind.POSITIONS: ("actor", "toward", "stage"),
    Kind.JUDGEMENTS: ("by", "verdict", "state", "document"),
}


def command(
    kind: Annotated[Kind, typer.Argument(help="What to list.", show_default=False)],
    register: options.Register = None,
    as_of: options.AsOf = None,
    actor: Annotated[str | None, typer.Option(help="A party: KOR, South Korea, NATO, org:Hanwha Aerospace.")] = None,
    toward: Annotated[str | None, typer.Option(help="Of positions: whom the actor is asked to supply.")] = None,
    stage: Annotated[str | None, typer.Option(help="request, consideration, pledge, ... delivery, refusal.")] = None,
    polarity: Annotated[str | None, typer.Option(help="Of claims: affirmed, negated, uncommitted.")] = None,
    standing: Annotated[str | None, typer.Option(help="Of transfers: confirmed, corroborated, ...")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="Of disputes: denial, end_user, quantity, ...")] = None,
    state: Annotated[
        str | None,
        typer.Option(help="Of disputes: open, settled. Of articles: read, irrelevant. Of judgements: in_force, ..."),
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Of articles: who published them.")] = None,
    document: Annotated[str | None, typer.Option("--article", help="Only what this article (its id) says.")] = None,
    transfer: Annotated[str | None, typer.Option(help="Only what belongs to this transfer (its id).")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Of judgements: who judged.")] = None,
    verdict: Annotated[str | None, typer.Option(help="Of judgements: accept, correct, reject, merge, ...")] = None,
    third_hand: Annotated[
        bool, typer.Option("--third-hand", help="Of claims: only those told third-hand or worse (--min-depth 2).")
    ] = False,
    min_depth: Annotated[
        int | None, typer.Option(min=0, help="Of claims: only those with so many sources in the chain, or more.")
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(min=0, help="At most so many; 0 for all. [default: 1000 in a table, all with --json]"),
    ] = None,
    json: options.Json = False,
) -> None:
    """List transfers, claims, articles, disputes, positions or judgements, all or those that fit the filters."""
    from armswire.cli.opened import find_actor, open_to_read

    given: Filters = {
        "actor": actor,
        "toward": toward,
        "stage": stage,
        "polarity": polarity,
        "standing": standing,
        "type": type_,
        "state": state,
        "outlet": outlet,
        "document": document,
        "transfer": transfer,
        "by": by,
        "verdict": verdict,
        "min_depth": max(THIRD_HAND, min_depth or 0) if third_hand else min_depth,
    }
    filters = _check_filters(kind, given)
    with open_to_read(register, as_of) as opened:
        if actor is not None:
            filters["actor"] = find_actor(opened, actor)
        if toward is not None:
            filters["toward"] = find_actor(opened, toward)
        records = _records(opened, kind, filters)
        if json:
            _print_json(islice(records, limit or None))
        else:
            _print_table(kind, records, IN_A_TABLE if limit is None else limit)


def _check_filters(kind: Kind, given: Filters) -> Filters:
    chosen: Filters = {name: value for name, value in given.items() if value is not None}
    for name, value in chosen.items():
        option = {"document": "article", "min_depth": "min-depth"}.get(name, name)
        if name not in FILTERS[kind]:
            raise typer.BadParameter(f"{kind.value} cannot be filtered by it", param_hint=f"--{option}")
        allowed = _allowed(kind, name)
        if allowed and value not in allowed:
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(allowed)}", param_hint=f"--{option}")
    return chosen


def _allowed(kind: Kind, name: str) -> list[str]:
    """The values of a filter that has few of them; none where any value may be right."""
    from armswire.model.claim import Polarity, Stage
    from armswire.model.dispute import DisputeState, DisputeType
    from armswire.model.judgement import Force, Verdict
    from armswire.model.standing import Standing

    values: dict[str, type[StrEnum]] = {
        "stage": Stage,
        "polarity": Polarity,
        "standing": Standing,
        "type": DisputeType,
        "verdict": Verdict,
    }
    if name == "state":
        states: dict[Kind, type[StrEnum]] = {Kind.DISPUTES: DisputeState, Kind.JUDGEMENTS: Force}
        return [state.value for state in states[kind]] if kind in states else ["read", "irrelevant"]
    return [value.value for value in values[name]] if name in values else []


def _records(register: Register, kind: Kind, filters: Filters) -> Iterator[Any]:
    from armswire.register import judgement_queries, queries

    listing: dict[Kind, Any] = {
        Kind.TRANSFERS: queries.list_transfers,
        Kind.CLAIMS: queries.list_claims,
        Kind.ARTICLES: queries.list_articles,
        Kind.DISPUTES: queries.list_disputes,
        Kind.POSITIONS: queries.list_positions,
        Kind.JUDGEMENTS: judgement_queries.list_judgements,
    }
    found: Iterator[Any] = listing[kind](register, **filters)
    return found


def _print_json(records: Iterable[Any]) -> None:
    from armswire.cli.console import print_json
    from armswire.cli.records_json import encode

    print_json([encode(record) for record in records])


def _print_table(kind: Kind, records: Iterator[Any], limit: int) -> None:
    from armswire.cli import judgement_cards, tables
    from armswire.cli.console import open_console, show

    make: dict[Kind, Callable[[Iterable[Any]], Listing]] = {
        Kind.TRANSFERS: tables.table_transfers,
        Kind.CLAIMS: tables.table_claims,
        Kind.ARTICLES: tables.table_articles,
        Kind.DISPUTES: tables.table_disputes,
        Kind.POSITIONS: tables.table_positions,
        Kind.JUDGEMENTS: judgement_cards.table_judgements,
    }
    show(make[kind](islice(records, limit or None)))
    if next(records, None) is not None:
        more = f"there are more than these {limit:,}: filter them, or show all with --limit 0"
        open_console(to_errors=True).print(f"armswire: {more}", markup=False, soft_wrap=True)
