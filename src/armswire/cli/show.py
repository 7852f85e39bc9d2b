"""`armswire show`: one record as a card."""

from __future__ import annotations

from typing import Annotated

import typer

from armswire.cli import options


def command(
    id_: Annotated[str, typer.Argument(metavar="ID", help="An id, or so much of it that it is the only one.")],
    register: options.Register = None,
    as_of: options.AsOf = None,
    json: options.Json = False,
) -> None:
    """Show a transfer, dispute, claim, article or judgement: what, who, when, on whose word, in which words."""
    from armswire.cli.cards import card
    from armswire.cli.console import print_json, show
    from armswire.cli.opened import open_to_read
    from armswire.cli.records_json import encode, encode_history
    from armswire.exports.formats.jsonl import encode_held_article
    from armswire.register.judgement_queries import find_judgeable
    from armswire.register.rows import ArticleRecord
    from armswire.register.versions.history import find_history

    with open_to_read(register, as_of) as opened:
        record = find_judgeable(opened, id_)
        if json:
            if isinstance(record, ArticleRecord):
                history = encode_history(find_history(opened, record.article.id))
                print_json({**encode_held_article(record), **history})
            else:
                print_json(encode(record))
        else:
            show(card(opened, record))
