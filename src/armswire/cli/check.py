"""`armswire check`: whether a register is what its articles say, and whether values rest on their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from armswire.cli import options

if TYPE_CHECKING:
    from armswire.cli.support import Selection
    from armswire.model.finding import Finding
    from armswire.register.checks.check import Checked
    from armswire.register.store import Register

FAULTY = 1


def command(
    register: options.Register = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="First work out anew what follows from the claims, then check.")
    ] = False,
    support: Annotated[
        bool,
        typer.Option(
            "--support",
            help="Also blank the words of each value, read the article again and flag values that stay.",
        ),
    ] = False,
    claims: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Of --support: only this claim; may be given repeatedly.")
    ] = None,
    actor: Annotated[str | None, typer.Option(help="Of --support: only claims in which it has a part.")] = None,
    sample: Annotated[int | None, typer.Option(min=1, help="Of --support: so many claims, drawn by chance.")] = None,
    seed: Annotated[int, typer.Option(help="Of --sample: another number draws other claims.")] = 0,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Check that offsets quote their text, ids and transfers follow from the claims, and nothing is orphaned.

    Examples: armswire check; armswire check --support --sample 50; armswire check --support --claims claim-3f0a.

    What --support finds is kept for 'armswire list review' and the pages of 'armswire serve'.

    Exit status: 0 clean; 1 faults were found; 2 wrong usage; 3 the register cannot be used. That a value stays without
    its words is no fault: an article may tell a thing twice.
    """
    from armswire.cli.opened import open_as_it_comes
    from armswire.cli.support import Selection
    from armswire.register.checks.check import check
    from armswire.register.derivation import rederive
    from armswire.register.listing.asking import find_actor

    if not support and (claims or actor or sample):
        raise typer.BadParameter(
            "it limits the support test", param_hint="--claims, --actor, --sample without --support"
        )
    with open_as_it_comes(register) as opened:
        chosen = Selection(tuple(claims or ()), find_actor(opened, actor), sample, seed) if support else None
        if rebuild:
            rederive(opened)
        checked = check(opened)
        findings = None if chosen is None else _test(opened, chosen, quiet=quiet)
        _print(opened, checked, findings, json=json)
    if checked.faults:
        raise typer.Exit(FAULTY)


def _test(register: Register, chosen: Selection, *, quiet: bool) -> list[Finding]:
    """The findings of the support test, which the register keeps; a bar tells how far it is."""
    from armswire.cli.console import open_console, open_progress, warn
    from armswire.cli.support import keep_as_found, support_of_claims

    with open_progress(open_console(to_errors=True), quiet=quiet, what="claims") as progress:
        task = progress.add_task("testing", total=None)
        found = support_of_claims(
            register, chosen, lambda done, total: progress.update(task, completed=done, total=total)
        )
        kept = keep_as_found(register, found, lambda error: warn(f"armswire: what was found is not kept: {error}"))
        return [finding for record in kept for finding in record.findings]


def _print(register: Register, checked: Checked, findings: list[Finding] | None, *, json: bool) -> None:
    from armswire.cli import check_reports
    from armswire.cli.console import print_json, show

    if json:
        print_json(check_reports.report_json(register, checked, findings))
        return
    for listing in check_reports.listings(checked, findings):
        show(listing)
    print("\n".join(check_reports.summary(register, checked, findings)))
