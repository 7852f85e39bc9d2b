"""`armswire list`: tables of transfers, claims, articles, disputes, positions, judgements, what waits for review."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from armswire.cli import options
from armswire.errors import SettingError

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
    REVIEW = "review"


# Rows of a table that somebody may still read; a register can have a hundred thousand.
IN_A_TABLE = 1000

# From how many sources on a claim is told third-hand.
THIRD_HAND = 2
Filters = dict[str, list[str]]

# Options that are called otherwise than the filter.
_OPTIONS = {
    "document": "article",
    "min_depth": "min-depth",
    "min_origins": "min-origins",
    "told_since": "told-since",
    "arrived_since": "arrived-since",
    "intermediary": "through",
}
_A_DAY = "A year, month or day: 2023, 2023-03, 2023-03-14."


def command(
    kind: Annotated[Kind, typer.Argument(help="What to list.", show_default=False)],
    register: options.Register = None,
    as_of: options.AsOf = None,
    actor: Annotated[
        list[str] | None, typer.Option(help="A party, in any role: KOR, South Korea, NATO, org:Hanwha Aerospace.")
    ] = None,
    supplier: Annotated[list[str] | None, typer.Option(help='Of transfers: who gives; or "none".')] = None,
    recipient: Annotated[list[str] | None, typer.Option(help="Of transfers: who gets it.")] = None,
    intermediary: Annotated[list[str] | None, typer.Option("--through", help="Of transfers: who passes it on.")] = None,
    item: Annotated[
        list[str] | None, typer.Option(help="Of transfers: a family (ammunition, vehicles, ...) or a category (ML3).")
    ] = None,
    toward: Annotated[str | None, typer.Option(help="Of positions: whom the actor is asked to supply.")] = None,
    stage: Annotated[list[str] | None, typer.Option(help="request, consideration, ... delivery, refusal.")] = None,
    polarity: Annotated[str | None, typer.Option(help="Of claims: affirmed, negated, uncommitted.")] = None,
    standing: Annotated[list[str] | None, typer.Option(help="Of transfers: confirmed, corroborated, ...")] = None,
    dispute: Annotated[list[str] | None, typer.Option(help="Of transfers: open, settled, none.")] = None,
    speaker: Annotated[
        list[str] | None, typer.Option(help="Of transfers: of what class is whose word it is: named_official, ...")
    ] = None,
    since: Annotated[str | None, typer.Option(help=f"What happened, or was published, from then on. {_A_DAY}")] = None,
    until: Annotated[str | None, typer.Option(help="The same, by then.")] = None,
    min_origins: Annotated[
        int | None, typer.Option(min=0, help="Of transfers: with so many independent origins, or more.")
    ] = None,
    overdue: Annotated[
        str | None, typer.Option(metavar="DAY", help="Of transfers: a promised delivery was not reported then; or now.")
    ] = None,
    told_since: Annotated[
        str | None, typer.Option(metavar="DAY", help="Of transfers, disputes: in articles published from then on.")
    ] = None,
    arrived_since: Annotated[
        str | None,
        typer.Option(
            metavar="MOMENT", help="Of articles, and what they tell of: came into the register from then on (UTC)."
        ),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(help='Words of the evidence, or of the article: shells "end user" howitz* -missiles'),
    ] = None,
    type_: Annotated[str | None, typer.Option("--type", help="Of disputes: denial, end_user, quantity, ...")] = None,
    state: Annotated[
        str | None,
        typer.Option(
            help="Of disputes: open, settled. Of articles: read, irrelevant, foreign, same. Of judgements: in_force..."
        ),
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Of articles: who published them.")] = None,
    document: Annotated[str | None, typer.Option("--article", help="Only what this article (its id) says.")] = None,
    transfer: Annotated[str | None, typer.Option(help="Only what belongs to this transfer (its id).")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of judgements: who judged. Of review: who reviews.")
    ] = None,
    verdict: Annotated[str | None, typer.Option(help="Of judgements: accept, correct, reject, merge, ...")] = None,
    need: Annotated[
        str | None, typer.Option(help="Of review: contrary, disputed, single, uncertain or flagged; else all of them.")
    ] = None,
    hide: Annotated[
        str | None,
        typer.Option(help="Of review: leave out what --by has judged (mine), anybody has (judged), or nothing (none)."),
    ] = None,
    third_hand: Annotated[
        bool, typer.Option("--third-hand", help="Of claims: only those told third-hand or worse (--min-depth 2).")
    ] = False,
    min_depth: Annotated[
        int | None, typer.Option(min=0, help="Of claims: only those with so many sources in the chain, or more.")
    ] = None,
    sort: Annotated[
        str, typer.Option(help="Of transfers: usual, supplier, recipient, item, first, last, origins; -last for down.")
    ] = "usual",
    limit: Annotated[
        int | None,
        typer.Option(min=0, help="At most so many; 0 for all. [default: 1000 in a table, all with --json]"),
    ] = None,
    json: options.Json = False,
) -> None:
    """List transfers, claims, articles, disputes, positions, judgements, or what waits for review; all, or what fits.

    A filter of transfers that is given more than once lets any of its values through. Example:

    armswire list transfers --supplier KOR --item ammunition --since 2022-11 --min-origins 2 --sort -last

    Filters of transfers narrow what waits for review, too: armswire list review --need single --by Anna --item ML3
    """
    from armswire.cli.opened import open_to_read

    depth = max(THIRD_HAND, min_depth or 0) if third_hand else min_depth
    given = {
        "actor": actor,
        "supplier": supplier,
        "recipient": recipient,
        "intermediary": intermediary,
        "item": item,
        "toward": toward,
        "stage": stage,
        "polarity": polarity,
        "standing": standing,
        "dispute": dispute,
        "speaker": speaker,
        "since": since,
        "until": until,
        "min_origins": min_origins,
        "overdue": overdue,
        "told_since": told_since,
        "arrived_since": arrived_since,
        "words": words,
        "type": type_,
        "state": state,
        "outlet": outlet,
        "document": document,
        "transfer": transfer,
        "by": by,
        "verdict": verdict,
        "need": need,
        "hide": hide,
        "min_depth": depth,
    }
    filters = {
        name: list(map(str, value)) if isinstance(value, list) else [str(value)]
        for name, value in given.items()
        if value is not None
    }
    with open_to_read(register, as_of) as opened:
        records = _records(opened, kind, filters, sort)
        if json:
            _print_json(kind, islice(records, limit or None), opened.names)
        else:
            _print_table(kind, records, IN_A_TABLE if limit is None else limit, opened.names)


def _records(register: Register, kind: Kind, filters: Filters, sort: str) -> Iterator[Any]:
    from armswire.register import queries
    from armswire.register.listing.articles import ArticleFilter
    from armswire.register.listing.asking import read_filter, read_order
    from armswire.register.listing.claims import ClaimFilter
    from armswire.register.listing.disputes import DisputeFilter
    from armswire.register.listing.transfer_filter import TransferFilter
    from armswire.register.listing.transfers import find_transfers

    order, is_down = read_order(sort)
    try:
        match kind:
            case Kind.TRANSFERS:
                wanted = read_filter(TransferFilter, register, filters)
                return find_transfers(wanted, order, is_down=is_down).stream(register)
            case Kind.CLAIMS:
                return queries.list_claims(register, read_filter(ClaimFilter, register, filters))
            case Kind.ARTICLES:
                return queries.list_articles(register, read_filter(ArticleFilter, register, filters))
            case Kind.DISPUTES:
                return queries.list_disputes(register, read_filter(DisputeFilter, register, filters))
            case Kind.POSITIONS:
                return _list_positions(register, filters)
            case Kind.JUDGEMENTS:
                return _list_judgements(register, filters)
            case Kind.REVIEW:
                return _list_review(register, filters)
    except SettingError as error:
        option = f"--{_OPTIONS.get(error.place, error.place)}" if error.place else ""
        raise SettingError(error.problem, place=option, value=error.value, remedy=error.remedy) from error


def _list_positions(register: Register, filters: Filters) -> Iterator[Any]:
    from armswire.model.claim import Stage
    from armswire.register import queries
    from armswire.register.listing.asking import find_actor

    chosen = _check(filters, {"actor": (), "toward": (), "stage": [stage.value for stage in Stage]})
    actor, toward = (find_actor(register, chosen.get(name)) for name in ("actor", "toward"))
    return queries.list_positions(register, actor=actor, toward=toward, stage=chosen.get("stage"))


def _list_judgements(register: Register, filters: Filters) -> Iterator[Any]:
    from armswire.model.judgement import Force, Verdict
    from armswire.register.judgement_queries import list_judgements

    verdicts, forces = [verdict.value for verdict in Verdict], [force.value for force in Force]
    chosen = _check(filters, {"by": (), "document": (), "verdict": verdicts, "state": forces})
    return list_judgements(register, **chosen)


def _list_review(register: Register, filters: Filters) -> Iterator[Any]:
    from armswire.register.review.asking import read_queue
    from armswire.register.review.items import Need
    from armswire.register.review.waiting import list_waiting

    needs = filters.get("need") or [need.value for need in Need]
    queues = [read_queue(register, {**filters, "need": [need]}) for need in needs]
    return (one for asked in queues for one in list_waiting(register, asked))


def _check(filters: Filters, allowed: Mapping[str, Collection[str]]) -> dict[str, str]:
    """The one value of each filter. Raises SettingError for another filter, or another value than those allowed."""
    for name, values in filters.items():
        if name not in allowed:
            raise SettingError("nothing can be filtered by it", place=name, remedy=f"There are: {', '.join(allowed)}")
        if len(values) > 1 or (allowed[name] and values[0] not in allowed[name]):
            remedy = f"Use one of: {', '.join(allowed[name])}" if allowed[name] else "Give it once"
            raise SettingError("there is no such value", place=name, value=", ".join(values), remedy=remedy)
    return {name: values[0] for name, values in filters.items()}


def _print_json(kind: Kind, records: Iterable[Any], names: Mapping[str, str]) -> None:
    from armswire.cli.console import print_json
    from armswire.cli.records_json import encode
    from armswire.exports.review_items import encode_waiting

    if kind is Kind.REVIEW:
        print_json([encode_waiting(one, names) for one in records])
    else:
        print_json([encode(record) for record in records])


def _print_table(kind: Kind, records: Iterator[Any], limit: int, names: Mapping[str, str]) -> None:
    from armswire.cli import judgement_cards, tables
    from armswire.cli.console import open_console, show

    make: dict[Kind, Callable[[Iterable[Any]], Listing]] = {
        Kind.TRANSFERS: tables.table_transfers,
        Kind.CLAIMS: tables.table_claims,
        Kind.ARTICLES: tables.table_articles,
        Kind.DISPUTES: tables.table_disputes,
        Kind.POSITIONS: tables.table_positions,
        Kind.JUDGEMENTS: judgement_cards.table_judgements,
        Kind.REVIEW: lambda waiting: tables.table_review(waiting, names),
    }
    show(make[kind](islice(records, limit or None)))
    if next(records, None) is not None:
        more = f"there are more than these {limit:,}: filter them, or show all with --limit 0"
        open_console(to_errors=True).print(f"armswire: {more}", markup=False, soft_wrap=True)
