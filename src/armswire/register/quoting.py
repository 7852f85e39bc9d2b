"""Which articles of a register quote what others quote: what `sharing.find_shared` gives, worked out for new ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import loading, schema, writing
from armswire.register.facts import ArticleFacts
from armswire.register.sharing import FIRST, Place, Shared, exclusive, find_first, runs_of, shared_at

_SHELVES = schema.quotation_shelves.c
_SHARED = schema.shared_quotations.c


def find_new_shared(connection: Connection, articles: Mapping[str, ArticleFacts], rules: EvidenceRules) -> set[str]:
    """Note which quotations of the new `articles` stand in others, and which of others stand in them.

    Returns the articles of which that is not as before, or whose first was read again.
    """
    before = _near(connection, set(articles))
    rows = [
        {"run": number, "published": place[0], "document": place[1], "start": place[2]}
        for facts in articles.values()
        for place, words in exclusive(facts, rules).items()
        for number in runs_of(words)
    ]
    writing.drop_rows(connection, schema.quotation_shelves, _SHELVES.document, articles)
    writing.add_rows(connection, schema.quotation_shelves, rows)
    touched = set(articles) | before | _near(connection, set(articles))
    known = loading.load_facts(connection, touched)
    changed = {name for name, facts in known.items() if _note(connection, facts, rules)}
    return changed | _followers(connection, changed | set(articles))


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


def _near(connection: Connection, names: set[str]) -> set[str]:
    """The articles with quotations on a shelf on which one of the names is among the first."""
    numbers = {row.run for row in loading.rows_in(connection, select(_SHELVES.run), _SHELVES.document, names)}
    found: set[str] = set()
    for number in sorted(numbers):
        if any(place[1] in names for place in _first_holders(connection, number)):
            holders = connection.execute(select(_SHELVES.document).where(_SHELVES.run == number))
            found.update(row.document for row in holders)
    return found


def _note(connection: Connection, facts: ArticleFacts, rules: EvidenceRules) -> bool:
    """Note which quotations of an article stand in earlier ones; True where that is new."""
    now = {
        (place[2], first[1], first[2])
        for place, words in exclusive(facts, rules).items()
        if (first := _first(connection, place, words, rules)) is not None
    }
    statement = select(_SHARED.start, _SHARED.first, _SHARED.first_start).where(_SHARED.document == facts.id)
    if now == {(row.start, row.first, row.first_start) for row in connection.execute(statement)}:
        return False
    writing.drop_rows(connection, schema.shared_quotations, _SHARED.document, [facts.id])
    rows = [{"document": facts.id, "start": at, "first": first, "first_start": there} for at, first, there in now]
    writing.add_rows(connection, schema.shared_quotations, rows)
    return True


def _first(connection: Connection, place: Place, words: list[str], rules: EvidenceRules) -> Place | None:
    near: set[Place] = set()
    for number in runs_of(words):
        near.update(other for other in _first_holders(connection, number) if other < place)
    known = loading.load_facts(connection, {other[1] for other in near})
    said = {where: spoken for facts in known.values() for where, spoken in exclusive(facts, rules).items()}
    return find_first(place, words, ((other, said[other]) for other in sorted(near) if other in said), rules)


def _first_holders(connection: Connection, number: int) -> list[Place]:
    order = (_SHELVES.published, _SHELVES.document, _SHELVES.start)
    statement = select(*order).where(_SHELVES.run == number).order_by(*order).limit(FIRST)
    return [(row.published, row.document, row.start) for row in connection.execute(statement)]


def _followers(connection: Connection, names: set[str]) -> set[str]:
    """The articles that have a quotation from one of the names, directly or through others."""
    found: set[str] = set()
    wanted = names
    while wanted:
        rows = loading.rows_in(connection, select(_SHARED.document), _SHARED.first, wanted)
        wanted = {row.document for row in rows} - found
        found |= wanted
    return found
