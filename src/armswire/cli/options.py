"""The options that several commands share, each written once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer


def parse_day(words: str) -> date:
    """A day as people write it in ISO 8601. Raises BadParameter."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise typer.BadParameter(f"{words!r} is no day; write it as 2023-03-01") from error


# Whether the file can be read is asked where it is opened: that is no wrong usage, and `readable` would make it one.
Register = Annotated[
    Path | None,
    typer.Option(
        "--register", "-r", readable=False, help="The register's file. [default: ARMSWIRE_REGISTER, else armswire.db]"
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print a report for machines.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        parser=parse_day,
        help="The register as it could be known on that day, from what was published and judged by then (2023-03-01).",
    ),
]
