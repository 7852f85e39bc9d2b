"""Looks up what is nearest to some claims in a register, and to whom of the register they become the nearest."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import loading, schema
from armswire.register.alike import find_alike
from armswire.register.nearest import Near, find_nearest, take_nearest
from armswire.register.pairs import Pairs
from armswire.register.witness import Witness
from armswire.register.working_in import shelving
from armswire.register.working_in.witnesses import load_some


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What looking up found: the nearest of each claim that was looked up, and of the others those that have changed.

    `links` are the pairs of which the one is now among the nearest of the other, one of the two looked up; `homes`
    tells the neighbourhood of each claim in them that stands in the register already.
    """

    nearest: Mapping[str, Sequence[Near]]
    changed: Mapping[str, Sequence[Near]]
    links: Sequence[tuple[str, str]]
    homes: Mapping[str, str]


def look_up(connection: Connection, looking: Sequence[Witness], rules: EvidenceRules) -> Neighbours:
    """Hold some claims against each other and against all others of the register that they could belong with.

    Claims that stand in the register may be among them: nothing of what was nearest to them is taken as known.
    """
    near = shelving.find_near(connection, looking, rules)
    for witness in looking:
        near.pop(witness.claim.id, None)
    placed = schema.placed.c
    rows = {row.claim: row for row in loading.rows_in(connection, select(schema.placed), placed.claim, near)}
    others = load_some(connection, (row.document for row in rows.values()), rows, rules)
    witnesses = [*looking, *others]
    pairs = Pairs(witnesses, rules)
    alike = find_alike(looking, pairs, rules)
    for position, other in enumerate(others, len(looking)):
        for mine in near[other.claim.id]:
            score = pairs.score(mine, position)
            if score is not None and score >= rules.join.value:
                alike.add(mine, position, score)
    found = find_nearest(alike, witnesses, rules.nearest)
    nearest = {witness.claim.id: found[position] for position, witness in enumerate(looking)}
    links = [(name, other) for name, theirs in nearest.items() for *_, other in theirs]
    changed: dict[str, Sequence[Near]] = {}
    for position, witness in enumerate(others, len(looking)):
        if not found[position]:
            continue
        name = witness.claim.id
        known = decode_nearest(rows[name].nearest)
        closer = take_nearest([*known, *found[position]], rules.nearest)
        if closer != known:
            changed[name] = closer
            links.extend((name, other) for *_, other in closer if other in nearest)
    return Neighbours(nearest, changed, links, {name: row.neighbourhood for name, row in rows.items()})


def encode_nearest(found: Sequence[Near]) -> str:
    """The nearest of a claim as the register keeps them."""
    return json.dumps(found, separators=(",", ":"))


def decode_nearest(kept: str) -> list[Near]:
    """What `encode_nearest` was given."""
    return [(step, score, day, claim) for step, score, day, claim in json.loads(kept)]
