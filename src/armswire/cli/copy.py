"""`armswire copy`: a register into another place, from a file to PostgreSQL or back."""

from __future__ import annotations

from typing import Annotated

import typer

from armswire.cli import options


def command(
    source: Annotated[
        str, typer.Argument(metavar="FROM", help="A register: a file, or postgresql://user@host/database.")
    ],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where it is to be, too; nothing may be there yet.")],
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Copy a register: articles, claims and judgements. The copy exports the same bytes.

    For example: armswire copy armswire.db "postgresql://anna@localhost/arms?schema=armswire"
    """
    from rich.progress import TextColumn

    from armswire.cli.console import open_console, open_progress, print_json
    from armswire.cli.opened import open_as_it_comes, open_to_write
    from armswire.register.copying import copy_register

    errors = open_console(to_errors=True)
    with open_as_it_comes(source) as old, open_to_write(target) as new:
        with open_progress(errors, TextColumn("{task.fields[at]}"), quiet=quiet) as progress:
            task = progress.add_task("copying", total=None, at="")
            copied = copy_register(old, new, lambda name: progress.update(task, at=name))
        places = {"from": old.place, "to": new.place}
    if json:
        counts = {"articles": copied.articles, "claims": copied.claims, "judgements": copied.judgements}
        print_json({**places, "counts": counts})
    else:
        told = f"{copied.articles} articles, {copied.claims} claims, {copied.judgements} judgements copied"
        print(f"{places['to']}: {told} from {places['from']}")
