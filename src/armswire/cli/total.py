"""`armswire total`: the least and the most of what was transferred, with reasons and scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from armswire.cli import options

if TYPE_CHECKING:
    from armswire.model.total import Selection

_DAYS = "A year, month or day: 2023, 2023-03, 2023-03-14."


def command(
    register: options.Register = None,
    supplier: Annotated[str | None, typer.Option(help="Who gives: KOR, South Korea, org:Hanwha Aerospace.")] = None,
    recipient: Annotated[str | None, typer.Option(help="Who finally gets it.")] = None,
    item: Annotated[
        str | None, typer.Option(help="A family (ammunition, vehicles, aircraft, ...) or an ML category (ML3).")
    ] = None,
    since: Annotated[str | None, typer.Option(help=f"Only what happened from then on. {_DAYS}")] = None,
    until: Annotated[str | None, typer.Option(help=f"Only what happened by then. {_DAYS}")] = None,
    stage: Annotated[
        str, typer.Option(help="The step from which on it counts: request, ... pledge, agreement, approval, delivery.")
    ] = "pledge",
    as_of: options.AsOf = None,
    json: options.Json = False,
) -> None:
    """Add up things and sums: the least and the most, nothing counted twice, and who would have to be right for what.

    An uncertain number stands in brackets, with the reason why. The register's open disputes make scenarios ("if South
    Korea is right"), each with its own least and most. Example:

    armswire total --supplier KOR --recipient UKR --item ammunition --stage delivery --since 2022-11
    """
    from armswire.cli.console import print_json, show
    from armswire.cli.opened import open_to_read
    from armswire.cli.totals_table import table_parts
    from armswire.model.total_encoding import encode_totals
    from armswire.register.listing.asking import find_actor
    from armswire.register.totals.fetching import total_transfers

    with open_to_read(register, as_of) as opened:
        parties = [find_actor(opened, given) for given in (supplier, recipient)]
        selection = _select(*parties, item=item, since=since, until=until, stage=stage)
        totals = total_transfers(opened, selection)
        if json:
            print_json(encode_totals(totals))
        else:
            show(*table_parts(totals))


def _select(
    supplier: str | None, recipient: str | None, *, item: str | None, since: str | None, until: str | None, stage: str
) -> Selection:
    from armswire.model.claim import Stage
    from armswire.model.total import Selection
    from armswire.register.listing.asking import read_day

    allowed = [step.value for step in Stage]
    if stage not in allowed:
        raise typer.BadParameter(f"{stage!r} is not one of {', '.join(allowed)}", param_hint="--stage")
    return Selection(
        supplier=supplier,
        recipient=recipient,
        item=item,
        since=None if since is None else read_day(since),
        until=None if until is None else read_day(until, last=True),
        stage=Stage(stage),
    )
