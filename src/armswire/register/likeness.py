"""Which articles of a register are copies of others: what `copies.find_copies` gives, worked out for new ones alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import loading, schema, writing
from armswire.register.copies import FIRST, bands, find_resembled
from armswire.register.facts import ArticleFacts
from armswire.register.run_shelves import Holders, RunShelves, find_followers

_SHELVES = RunShelves(schema.copy_shelves, FIRST)


def find_new_copies(connection: Connection, articles: Mapping[str, ArticleFacts], rules: EvidenceRules) -> set[str]:
    """Note which articles the new `articles` resemble, and which others resemble them.

    Returns the articles whose original is another one than before, or was read again.
    """
    # An article that is read again may come later among others than it did.
    moved = _touched_before(connection, articles)
    _shelve(connection, articles)
    holders = _SHELVES.load_first(connection, _runs(articles.values()))
    others = (moved | _SHELVES.find_sharers(connection, articles.keys(), holders)) - articles.keys()
    touched = {**articles, **loading.load_facts(connection, others, with_sketch=True)}
    holders |= _SHELVES.load_first(connection, _runs(touched.values()) - holders.keys())
    near = {name: _earlier(facts, holders) for name, facts in touched.items()}
    known = loading.load_facts(connection, {name for names in near.values() for name in names}, with_sketch=True)
    resembles = {
        name: find_resembled(facts.sketch, ((other, known[other].sketch) for other in near[name]), rules)
        for name, facts in touched.items()
    }
    changed = _note(connection, resembles)
    columns = schema.likenesses.c
    return changed | find_followers(connection, columns.document, columns.resembles, changed | articles.keys())


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
        {"run": number, "published": facts.rank[0], "document": name}
        for name, facts in articles.items()
        for number in bands(facts.sketch)
    ]
    _SHELVES.put(connection, articles, rows)


def _runs(articles: Iterable[ArticleFacts]) -> set[int]:
    return {number for facts in articles for number in bands(facts.sketch)}


def _touched_before(connection: Connection, articles: Mapping[str, ArticleFacts]) -> set[str]:
    """The articles that share a run of which one that is read again was among the first holders."""
    holders = _SHELVES.load_first(connection, _SHELVES.load_runs(connection, articles))
    return _SHELVES.find_sharers(connection, articles.keys(), holders)


def _earlier(facts: ArticleFacts, holders: Holders) -> list[str]:
    """The articles that an article is held against, the earliest first."""
    near = {rank for number in bands(facts.sketch) for rank in holders[number] if rank < facts.rank}
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


def _top(above: Mapping[str, str], name: str) -> str:
    while name in above:
        name = above[name]
    return name
