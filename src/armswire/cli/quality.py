"""`armswire quality`: how well the installed version reads, as it was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armswire.cli import options

if TYPE_CHECKING:
    from rich.console import RenderableType

    from armswire.cli.console import Listing
    from armswire.scoring.report import Cell, Table


def command(json: options.Json = False) -> None:
    """Print the measured figures of this version: by group of texts, stage, polarity and slot, with what was counted.

    The same figures as in the README, on the page "How well it reads" and under /api/v1/quality.
    """
    from rich.text import Text

    from armswire.cli.console import print_json, show
    from armswire.scoring.report import make_report

    if json:
        from armswire.api.responses.quality import tell_quality
        from armswire.scoring.measured import load_measured, load_names

        print_json(tell_quality(load_measured(), load_names()).model_dump(mode="json"))
        return
    report = make_report()
    days = ", ".join(day.isoformat() for day in report.days)
    readings = [Text(f"  {one.figure} {one.value:.2f} on {one.words}") for one in report.first_readings]
    parts: list[RenderableType] = [
        Text(f"Armswire {', '.join(report.versions)}, measured on {days}\n"),
        _listing(report.claims),
    ]
    parts += [Text("Read for the first time", style="bold"), *readings, Text()]
    for group in report.groups:
        parts += [Text(group.title, style="bold"), *(_listing(table) for table in group.tables)]
    show(*parts, *(_listing(table) for table in (*report.words, report.reconciling)))


def _listing(table: Table) -> Listing:
    from armswire.cli.console import make_listing

    rows = [(row.words, *map(_say, row.cells)) for row in table.rows]
    return make_listing(table.title, table.columns, rows)


def _say(cell: Cell) -> str:
    return f"{cell.figure} ({cell.counted})" if cell.counted else cell.figure
