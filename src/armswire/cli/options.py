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


# Not a path, which would lose a slash of an address. Whether it can be read is asked where it is opened.
Register = Annotated[
    str | None,
    typer.Option(
        "--register",
        "-r",
        metavar="PLACE",
        help="The register: a file, or postgresql://user@host/database. [default: ARMSWIRE_REGISTER, else armswire.db]",
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
Keep = Annotated[
    Path | None, typer.Option("--keep", metavar="FOLDER", help="Keep all that is read here as it came, as WARC.")
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="A host that may be in a private network; repeatable."),
]
