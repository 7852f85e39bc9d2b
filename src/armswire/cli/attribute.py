"""`armswire attribute`: who says what in any articles, relevant or not, without a register."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from armswire.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from armswire.pipeline import Attributed

FAILURES = 1


def command(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Files, folders, or - for standard input.", show_default=False)
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to. [default: standard output]")
    ] = None,
    quiet: options.Quiet = False,
) -> None:
    """Write who says what in articles: one article a line of JSON, with source, cue and content of each attribution.

    Spans count in the code points of the text as it came in. Any article is read, whatever it is about; no register
    is needed.
    """
    from armswire.articles.read import read
    from armswire.cli.written import write_whole
    from armswire.pipeline import Reader, attribute_articles
    from armswire.settings import Settings

    settings = Settings.from_environment()
    reader = Reader(matrices=settings.matrices, attributions=settings.attributions)
    found = _follow(attribute_articles(reader, read(sources)), quiet=quiet)
    if output is None:
        # Line ends are our own, and UTF-8 whatever the terminal's locale.
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        failures = _write(found, sys.stdout)
    else:
        failures = write_whole(output, lambda file: _write(found, file))
    if failures:
        raise typer.Exit(FAILURES)


def _write(found: Iterable[Attributed], file: TextIO) -> int:
    """One line for each article that was read; the number of those that were not."""
    from armswire.model.encoding import encode_attribution

    failures = 0
    for one in found:
        if one.error is not None:
            failures += 1
            continue
        line = {"id": one.id, "attributions": [encode_attribution(a) for a in one.attributions]}
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return failures


def _follow(found: Iterable[Attributed], *, quiet: bool) -> Iterator[Attributed]:
    """What comes, with progress, and failures named on standard error."""
    from armswire.cli.console import open_console, open_progress

    errors = open_console(to_errors=True)
    with open_progress(errors, quiet=quiet) as progress:
        task = progress.add_task("attributing", total=None)
        for one in found:
            if one.error is not None:
                errors.print(f"armswire: {one.error.message}", markup=False, soft_wrap=True)
            progress.update(task, advance=1)
            yield one
