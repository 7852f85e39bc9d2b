"""Which articles of a register are copies of others: what `copies.find_copies` gives, worked out for new ones alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, func, select

from armswire.register import loading, schema, writing
from armswire.register.copies import FIRST, Rank, find_resembled, runs
from armswire.register.facts import ArticleFacts

# By run of words: the first few articles that hold it. All of them, where they are fewer than `FIRST`.
Holders = Mapping[int, Sequence[Rank]]

_COLUMNS = schema.copy_shelves.c
# Runs are unsigned, the integers of databases are not.
_HALF, _WHOLE = 1 << 63, 1 << 64


def find_new_copies(connection: Connection, articles: Mapping[str, ArticleFacts], least: float) -> set[str]:
    """Note which articles the new `articles` resemble, and which others resemble them.

    Returns the articles whose original is another one than before, or was read again. `least` is the resemblance
    from which two texts count as the same.
    """
    # An article that is read again may come later among others than it did.
    moved = _touched_before(connection, articles)
    _shelve(connection, articles)
    holders = _load_first_holders(connection, _runs(articles.values()))
    others = (moved | _touched(connection, articles, holders)) - articles.keys()
    touched = {**articles, **loading.load_facts(connection, others, with_sketch=True)}
    holders |= _load_first_holders(connection, _runs(touched.values()) - holders.keys())
    near = {name: _earlier(facts, holders) for name, facts in touched.items()}
    known = loading.load_facts(connection, {name for names in near.values() for name in names}, with_sketch=True)
    resembles = {
        name: find_resembled(facts.sketch, ((other, known[other].sketch) for other in near[name]), least)
        for name, facts in touched.items()
    }
    changed = _note(connection, resembles)
    return changed | _descendants(connection, changed | articles.keys())


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


def _runs(articles: Iterable[ArticleFacts]) -> set[int]:
    return {_signed(number) for facts in articles for number in runs(facts.sketch)}


def _load_first_holders(connection: Connection, numbers: Iterable[int]) -> dict[int, list[Rank]]:
    order = (_COLUMNS.published, _COLUMNS.document)
    place = func.row_number().over(partition_by=_COLUMNS.run, order_by=order).label("place")
    found: dict[int, list[Rank]] = {}
    for some in loading.in_batches(numbers):
        held = select(_COLUMNS.run, *order, place).where(_COLUMNS.run.in_(some)).subquery()
        for row in connection.execute(select(held).where(held.c.place <= FIRST).order_by(held.c.run, held.c.place)):
            found.setdefault(row.run, []).append((row.published, row.document))
    return found


def _touched_before(connection: Connection, articles: Mapping[str, ArticleFacts]) -> set[str]:
    """The articles that share a run of which one that is read again was among the first holders."""
    rows = loading.rows_in(connection, select(_COLUMNS.document), _COLUMNS.document, articles)
    again = {row.document: articles[row.document] for row in rows}
    return _touched(connection, again, _load_first_holders(connection, _runs(again.values()))) if again else set()


def _touched(connection: Connection, articles: Mapping[str, ArticleFacts], holders: Holders) -> set[str]:
    """The articles that share a run of which a new one is among the first holders."""
    moved = {number: held for number, held in holders.items() if any(name in articles for _, name in held)}
    found = {name for held in moved.values() for _, name in held}
    more = [number for number, held in moved.items() if len(held) == FIRST]
    rows = loading.rows_in(connection, select(_COLUMNS.document), _COLUMNS.run, more)
    return found | {row.document for row in rows}


def _earlier(facts: ArticleFacts, holders: Holders) -> list[str]:
    """The articles that an article is held against, the earliest first."""
    near = {rank for number in runs(facts.sketch) for rank in holders[_signed(number)] if rank < facts.rank}
    return [name for _, name in sorted(near)]


def _note(connection: Connection, resembles: Mapping[str, str | None]) -> set[str]:
    """Note what articles resemble; those for which that is new."""
    columns = schema.likenesses.c
    rows = loading.rows_in(connection, select(columns.document, columns.resembles), columns.document, resembles)
    before = {row.document: row.resembles for row in rows}
    changed = {name for name, found in resembles.items() if before.get(name) != found}
    writing.drop_rows(connection, schema.likenesses, columns.document, changed)
    new = [{"document": name, "resembles": resembles[name]} for name in sorted(changed) if resembles[name] is not None]
    writing.add_rows(connection, schema.likenesses, new)
    return changed


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
