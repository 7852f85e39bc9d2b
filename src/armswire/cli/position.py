"""`armswire position`: what an actor says beside what it is reported to do."""

from __future__ import annotations

from typing import Annotated

import typer

from armswire.cli import options


def command(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="Who gives or refuses: KOR, South Korea, NATO, ...")],
    toward: Annotated[
        str | None, typer.Argument(metavar="TOWARD", help="Whom it is asked to supply. [default: all, one line each]")
    ] = None,
    register: options.Register = None,
    as_of: options.AsOf = None,
    json: options.Json = False,
) -> None:
    """Show what an actor says (refuses, considers, reverses) beside what it is reported to do, over time.

    For example: armswire position KOR UKR, or: armswire position "South Korea"
    """
    from armswire.cli.console import print_json, show
    from armswire.cli.opened import open_to_read
    from armswire.cli.position_cards import card_line, table_lines
    from armswire.model.position_encoding import encode_line
    from armswire.register.listing.asking import find_actor
    from armswire.register.positions.fetching import get_line, list_lines

    with open_to_read(register, as_of) as opened:
        code, other = find_actor(opened, actor) or actor, find_actor(opened, toward)
        if other is not None:
            line = get_line(opened, code, other)
            if json:
                print_json(encode_line(line))
            else:
                show(card_line(line, opened.names))
            return
        lines = list_lines(opened, actor=code)
        if json:
            print_json([encode_line(line) for line in lines])
        else:
            show(table_lines(lines, code, opened.names))
