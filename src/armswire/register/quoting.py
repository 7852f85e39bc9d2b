"""Which articles of a register quote what others quote: what `sharing.find_shared` gives, worked out for new ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import loading, schema, writing
from armswire.register.facts import ArticleFacts
from armswire.register.run_shelves import RunShelves, find_followers
from armswire.register.sharing import FIRST, Place, Shared, exclusive, find_first, runs_of, shared_at

_SHELVES = RunShelves(schema.quotation_shelves, FIRST)
_SHARED = schema.shared_quotations.c


def find_new_shared(connection: Connection, articles: Mapping[str, ArticleFacts], rules: EvidenceRules) -> set[str]:
    """Note which quotations of the new `articles` stand in others, and which of others stand in them.

    Returns the articles of which that is not as before, or whose first was read again.
    """
    # An article that is read again may come later among others than it did.
    others = _near(connection, articles)
    said = _said(articles.values(), rules)
    _shelve(connection, articles, said)
    others |= _near(connection, articles)
    known = {**articles, **loading.load_facts(connection, others - articles.keys())}
    said |= _said(known.values(), rules)
    runs = {place: runs_of(words) for place, words in said.items()}
    holders = _SHELVES.load_first(connection, {number for numbers in runs.values() for number in numbers})
    near = {
        place: sorted({other for number in numbers for other in holders.get(number, ()) if other < place})
        for place, numbers in runs.items()
    }
    missing = {other[1] for found in near.values() for other in found} - known.keys()
    said |= _said(loading.load_facts(connection, missing).values(), rules)
    firsts = {
        place: find_first(place, said[place], ((other, said[other]) for other in found if other in said), rules)
        for place, found in near.items()
    }
    changed = _note(connection, known, firsts)
    return changed | find_followers(connection, _SHARED.document, _SHARED.first, changed | articles.keys())


def find_shared(connection: Connection, documents: Iterable[str]) -> dict[str, tuple[Shared, ...]]:
    """The quotations of each of the `documents` that an earlier article has, with the first that has them."""
    wanted = set(documents)
    above: dict[tuple[str, int], tuple[str, int]] = {}
    waiting = wanted
    seen: set[str] = set()
    while waiting:
        rows = list(loading.rows_in(connection, select(schema.shared_quotations), _SHARED.document, waiting))
        above |= {(row.document, row.start): (row.first, row.first_start) for row in rows}
        seen |= waiting
        waiting = {row.first for row in rows} - seen
    known = loading.load_facts(connection, wanted & {document for document, _ in above})
    found: defaultdict[str, list[Shared]] = defaultdict(list)
    for document, start in sorted(above):
        first = above[document, start]
        while first in above:
            first = above[first]
        if document in known and first[0] != document:
            found[document].append(shared_at(known[document], start, *first))
    return {name: tuple(shared) for name, shared in found.items()}


def _said(articles: Iterable[ArticleFacts], rules: EvidenceRules) -> dict[Place, list[str]]:
    """The quotations of some articles that count."""
    return {place: words for facts in articles for place, words in exclusive(facts, rules).items()}


def _shelve(connection: Connection, articles: Iterable[str], said: Mapping[Place, Sequence[str]]) -> None:
    rows = [
        {"run": number, "published": place[0], "document": place[1], "start": place[2]}
        for place, words in said.items()
        for number in runs_of(words)
    ]
    _SHELVES.put(connection, articles, rows)


def _near(connection: Connection, articles: Mapping[str, ArticleFacts]) -> set[str]:
    """The articles with quotations on a shelf on which one of `articles` is among the first."""
    holders = _SHELVES.load_first(connection, _SHELVES.load_runs(connection, articles))
    return _SHELVES.find_sharers(connection, articles.keys(), holders)


def _note(connection: Connection, articles: Iterable[str], firsts: Mapping[Place, Place | None]) -> set[str]:
    """Note where the quotations of some articles stood first; the articles for which that is new."""
    now: dict[str, set[tuple[int, str, int]]] = {name: set() for name in articles}
    for place, first in firsts.items():
        if first is not None:
            now[place[1]].add((place[2], first[1], first[2]))
    before: dict[str, set[tuple[int, str, int]]] = {name: set() for name in now}
    for row in loading.rows_in(connection, select(schema.shared_quotations), _SHARED.document, now):
        before[row.document].add((row.start, row.first, row.first_start))
    changed = {name for name in now if now[name] != before[name]}
    writing.drop_rows(connection, schema.shared_quotations, _SHARED.document, changed)
    rows = [
        {"document": name, "start": start, "first": first, "first_start": first_start}
        for name in sorted(changed)
        for start, first, first_start in sorted(now[name])
    ]
    writing.add_rows(connection, schema.shared_quotations, rows)
    return changed
