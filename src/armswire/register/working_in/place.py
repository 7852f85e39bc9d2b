"""The first step: new claims find the neighbourhoods that they join."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from sqlalchemy import ColumnElement, Connection, func, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import dependence, derived_rows, loading, schema, writing
from armswire.register.alike import Groups
from armswire.register.backfills import find_refills
from armswire.register.judgements import load_judged
from armswire.register.positions.rows import saying_values
from armswire.register.positions.sayings import find_sayings
from armswire.register.witness import Witness
from armswire.register.working_in import shelving
from armswire.register.working_in.neighbours import Neighbours, encode_nearest, look_up
from armswire.register.working_in.witnesses import load_some, load_witnesses


def place(connection: Connection, documents: Sequence[str], rules: EvidenceRules) -> None:
    """Put the claims of some articles into neighbourhoods. The articles may have been placed before."""
    facts = loading.load_facts(connection, documents, with_sketch=True)
    moved = dependence.find_new(connection, documents, facts, rules)
    # What was judged of these articles can hang on other articles: claims that a person joined, contrary judgements.
    judged, bound = load_judged(connection, documents)
    before = _homes_of(connection, schema.placed.c.document, documents)
    touched = {
        *before.values(),
        *_homes_of(connection, schema.placed.c.document, moved).values(),
        *_homes_of(connection, schema.placed.c.claim, bound).values(),
    }
    derived_rows.drop_articles(connection, documents)
    fresh = load_witnesses(connection, documents, rules, judged)
    # Whose nearest is read again, or gone, has room for what was less near before.
    beside = _load_members(connection, set(before.values()), rules)
    found = look_up(connection, [witness for witness in (*fresh, *beside) if witness.names_party], rules)
    called = _name_homes(connection, fresh, found, before, bound)
    _stand(connection, fresh, found, called)
    derived_rows.unsettle(connection, {called.get(name, name) for name in (*_ids(fresh), *touched)})
    shelving.shelve(connection, fresh)
    writing.add_rows(connection, schema.positions, [saying_values(heard) for heard in find_sayings(fresh)])
    derived_rows.write_refills(connection, find_refills(fresh, rules))
    dependence.write_echoes(connection, {*documents, *moved})


def _homes_of(connection: Connection, column: ColumnElement[str], values: Iterable[str]) -> dict[str, str]:
    """The neighbourhood of each claim that has one of the values in a column of `placed`."""
    placed = schema.placed.c
    rows = loading.rows_in(connection, select(placed.claim, placed.neighbourhood), column, values)
    return {row.claim: row.neighbourhood for row in rows}


def _load_members(connection: Connection, homes: Iterable[str], rules: EvidenceRules) -> list[Witness]:
    placed = schema.placed.c
    rows = loading.rows_in(connection, select(placed.claim, placed.document), placed.neighbourhood, homes)
    documents = {row.claim: row.document for row in rows}
    return load_some(connection, documents.values(), documents, rules)


def _name_homes(
    connection: Connection, fresh: Sequence[Witness], found: Neighbours, before: Mapping[str, str], bound: Iterable[str]
) -> dict[str, str]:
    """What the neighbourhoods of new claims, and those that they join, are called from now on, by claim or older name.

    A claim that stood somewhere `before` stands there again, and claims that are `bound` to each other by judgements
    stand together: whether they belong there is found out when the neighbourhood is settled.
    """
    new = {*_ids(fresh)}
    homes = {
        **found.homes,
        **_homes_of(connection, schema.placed.c.claim, {*bound, *(found.nearest.keys() - new)}),
        **before,
    }
    groups: Groups[str] = Groups()
    for one, other in found.links:
        groups.join(homes.get(one, one), homes.get(other, other))
    for claim in new & before.keys():
        groups.join(claim, before[claim])
    tied = [homes.get(claim, claim) for claim in sorted(bound) if claim in homes or claim in new]
    for one, other in pairwise(tied):
        groups.join(one, other)
    there = set(homes.values())
    called = {**{name: name for name in (*new, *there)}, **_name_groups(connection, groups, there)}
    derived_rows.merge_neighbourhoods(connection, {home: called[home] for home in there})
    return called


def _name_groups(connection: Connection, groups: Groups[str], homes: set[str]) -> dict[str, str]:
    """What each member of a group is called from now on: as its largest neighbourhood, so that few rows change."""
    placed = schema.placed.c
    counted = select(placed.neighbourhood, func.count().label("size")).group_by(placed.neighbourhood)
    sizes = {row.neighbourhood: row.size for row in loading.rows_in(connection, counted, placed.neighbourhood, homes)}
    names: dict[str, str] = {}
    for members in groups.all():
        name = min(members, key=lambda member: (-sizes.get(member, 0), member))
        names |= dict.fromkeys(members, name)
    return names


def _stand(connection: Connection, fresh: Sequence[Witness], found: Neighbours, called: Mapping[str, str]) -> None:
    """New claims stand in their neighbourhoods, and those that were there know what is nearest to them now."""
    rows = [
        {
            "claim": witness.claim.id,
            "document": witness.claim.document,
            "neighbourhood": called[witness.claim.id],
            "nearest": encode_nearest(found.nearest.get(witness.claim.id, ())),
        }
        for witness in fresh
    ]
    writing.add_rows(connection, schema.placed, rows)
    there = found.nearest.keys() - {*_ids(fresh)}
    nearer = {**found.changed, **{name: found.nearest[name] for name in there}}
    derived_rows.change_placed(connection, "nearest", {name: encode_nearest(near) for name, near in nearer.items()})


def _ids(witnesses: Iterable[Witness]) -> list[str]:
    return [witness.claim.id for witness in witnesses]
