"""The options that several commands share, each written once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

# Whether the file can be read is asked where it is opened: that is no wrong usage, and `readable` would make it one.
Register = Annotated[
    Path | None,
    typer.Option(
        "--register", "-r", readable=False, help="The register's file. [default: ARMSWIRE_REGISTER, else armswire.db]"
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print a report for machines.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")]
