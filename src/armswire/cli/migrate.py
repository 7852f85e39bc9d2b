"""`armswire migrate`: a register to another version of its tables."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from armswire.cli import options


def command(
    to: Annotated[
        int | None, typer.Option("--to", metavar="VERSION", help="[default: the newest that this program knows]")
    ] = None,
    register: options.Register = None,
    lose_judgements: Annotated[
        bool, typer.Option("--lose-judgements", help="Go to a version that has no place for them all the same.")
    ] = False,
    json: options.Json = False,
) -> None:
    """Bring a register to a newer or an older version of its tables, for an older program to read.

    Older ones are brought to the newest whenever they are opened. For example: armswire migrate --to 1
    """
    from armswire.cli.console import print_json
    from armswire.register.databases.find import find_database
    from armswire.register.migration import migrate
    from armswire.register.schema import SCHEMA_VERSION
    from armswire.register.store import PATIENCE
    from armswire.settings import Settings

    settings = Settings.from_environment()
    place = settings.register_or(register)
    with closing(find_database(place, create=False, patience=PATIENCE, password=settings.password)) as database:
        done = migrate(database, SCHEMA_VERSION if to is None else to, may_lose=lose_judgements)
        name = database.place
    if json:
        print_json({"register": name, "before": done.before, "after": done.after, "judgements_lost": done.lost})
        return
    told = f"from version {done.before} to {done.after}" if done.before != done.after else f"is of version {done.after}"
    lost = f"; {done.lost} judgements are lost" if done.lost else ""
    print(f"{name}: {told}{lost}")
