"""Which articles of a register are copies of others: what `copies.find_copies` gives, worked out for new ones alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial

from sqlalchemy import Connection, select

from armswire.register import loading, schema, writing
from armswire.register.copies import FIRST, Rank, find_resembled, runs
from armswire.register.facts import ArticleFacts

# The first few articles that hold a run of words.
Holders = Callable[[int], Sequence[Rank]]

_COLUMNS = schema.copy_shelves.c
# Runs are unsigned, the integers of databases are not.
_HALF, _WHOLE = 1 << 63, 1 << 64


def find_new_copies(connection: Connection, articles: Mapping[str, ArticleFacts], least: float) -> set[str]:
    """Note which articles the new `articles` resemble, and which others resemble them.

    Returns the articles whose original is another one than before. `least` is the resemblance from which two texts
    count as the same.
    """
    _shelve(connection, articles)
    first_holders = cache(partial(_first_holders, connection))
    touched = _touched(connection, articles, first_holders)
    changed = {
        name
        for name, facts in loading.load_facts(connection, touched, with_sketch=True).items()
        if _note(connection, name, _resembled(connection, facts, first_holders, least))
    }
    return changed | _descendants(connection, changed)


def find_originals(connection: Connection, documents: Iterable[str]) -> dict[str, str]:
    """The original of each of the `documents` that is a copy."""
    above: dict[str, str] = {}
    wanted = set(documents)
    while wanted:
        columns = schema.likenesses.c
        found = {
            row.document: row.resembles
            for row in loading.rows_in(
                connection, select(columns.document, columns.resembles), columns.document, wanted
            )
        }
        above |= found
        wanted = set(found.values()) - above.keys()
    return {name: _top(above, name) for name in above}


def _shelve(connection: Connection, articles: Mapping[str, ArticleFacts]) -> None:
    rows = [
        {"run": _signed(number), "published": facts.rank[0], "document": name}
        for name, facts in articles.items()
        for number in set(runs(facts.sketch))
    ]
    # An article that was worked in before stands there already.
    writing.drop_rows(connection, schema.copy_shelves, _COLUMNS.document, articles)
    writing.add_rows(connection, schema.copy_shelves, rows)


def _touched(connection: Connection, articles: Mapping[str, ArticleFacts], first_holders: Holders) -> set[str]:
    """The new articles, and those that share a run of which a new one is among the first holders."""
    touched = set(articles)
    numbers = {_signed(number) for facts in articles.values() for number in runs(facts.sketch)}
    for number in sorted(numbers):
        if any(name in articles for _, name in first_holders(number)):
            holders = connection.execute(select(_COLUMNS.document).where(_COLUMNS.run == number))
            touched.update(row.document for row in holders)
    return touched


def _resembled(connection: Connection, facts: ArticleFacts, first_holders: Holders, least: float) -> str | None:
    near: set[Rank] = set()
    for number in runs(facts.sketch):
        near.update(rank for rank in first_holders(_signed(number)) if rank < facts.rank)
    ordered = [name for _, name in sorted(near)]
    known = loading.load_facts(connection, ordered, with_sketch=True)
    return find_resembled(facts.sketch, ((name, known[name].sketch) for name in ordered), least)


def _first_holders(connection: Connection, number: int) -> Sequence[Rank]:
    statement = (
        select(_COLUMNS.published, _COLUMNS.document)
        .where(_COLUMNS.run == number)
        .order_by(_COLUMNS.published, _COLUMNS.document)
        .limit(FIRST)
    )
    return [(row.published, row.document) for row in connection.execute(statement)]


def _note(connection: Connection, name: str, resembles: str | None) -> bool:
    """Note what an article resembles; True where that is new."""
    columns = schema.likenesses.c
    before = connection.execute(select(columns.resembles).where(columns.document == name)).scalar()
    if before == resembles:
        return False
    writing.drop_rows(connection, schema.likenesses, columns.document, [name])
    if resembles is not None:
        writing.add_rows(connection, schema.likenesses, [{"document": name, "resembles": resembles}])
    return True


def _descendants(connection: Connection, names: set[str]) -> set[str]:
    columns = schema.likenesses.c
    found: set[str] = set()
    wanted = names
    while wanted:
        rows = loading.rows_in(connection, select(columns.document), columns.resembles, wanted)
        wanted = {row.document for row in rows} - found
        found |= wanted
    return found


def _top(above: Mapping[str, str], name: str) -> str:
    while name in above:
        name = above[name]
    return name


def _signed(number: int) -> int:
    return number - _WHOLE if number >= _HALF else number
