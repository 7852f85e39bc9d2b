"""`armswire export`: the register as files for others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armswire.cli import options
from armswire.cli.written import write_whole

if TYPE_CHECKING:
    from armswire.exports.exporter import Exporter
    from armswire.register.store import Register


def command(
    what: Annotated[
        str,
        typer.Argument(
            help="claims, transfers, disputes, articles, positions, judgements (JSON Lines), csv, sipri, html, ...",
            show_default=False,
        ),
    ],
    register: options.Register = None,
    as_of: options.AsOf = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to. [default: standard output]")
    ] = None,
) -> None:
    """Write the register, or one part of it. The same register gives the same bytes."""
    from armswire.cli.opened import open_to_read
    from armswire.exports.formats import find_exporter

    exporter = find_exporter(what)
    with open_to_read(register, as_of) as opened:
        if output is None:
            # Line ends are the exporter's own, and UTF-8 whatever the terminal's locale.
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
            exporter.write(opened, sys.stdout)
        else:
            write_file(exporter, opened, output)


def write_file(exporter: Exporter, register: Register, path: Path) -> int:
    """Write to a file and return the number of records. Raises OutputError where it cannot be written."""
    return write_whole(path, lambda file: exporter.write(register, file))
