"""Where claims stand in a register: on which shelves they can be found, and in which neighbourhood they are.

A shelf holds the claims that share a key (`candidates.find_standing`), by kind of item and time. Looking along
shelves finds every claim that a new one could belong with, without a look at the rest of the register.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import chain

from sqlalchemy import Connection, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import loading, schema, writing
from armswire.register.candidates import ANY, Key, find_looking, find_standing
from armswire.register.witness import Witness
from armswire.register.writing import Values

# Ordinals of the first and the last day: of a claim of unknown time.
_NEVER, _EVER = 0, 4_000_000
# What lasts more days stands at the front of its shelf, so that of the others only some years are looked through.
_LONG = 800


def shelve(connection: Connection, witnesses: Iterable[Witness]) -> None:
    """Put claims on their shelves."""
    rows: list[Values] = []
    for witness in witnesses:
        if not witness.names_party:
            continue
        first, last = _days(witness)
        rows.extend(
            {
                "shelf": _number(key),
                "family": family,
                "claim": witness.claim.id,
                "document": witness.claim.document,
                "first": first,
                "last": last,
            }
            for key, family in find_standing(witness)
        )
    writing.add_rows(connection, schema.shelves, rows)


def find_near(connection: Connection, witnesses: Sequence[Witness], rules: EvidenceRules) -> dict[str, set[int]]:
    """The claims of the register that could belong with some of the witnesses, by their keys, items and times.

    Each with the positions of those witnesses.
    """
    wanted: defaultdict[int, list[int]] = defaultdict(list)
    for position, witness in enumerate(witnesses):
        if witness.names_party:
            for key in find_looking(witness):
                wanted[_number(key)].append(position)
    if not wanted:
        return {}
    room = int(rules.days.longest)
    spans = [_days(witness) for witness in witnesses]
    lower, upper = min(first for first, _ in spans) - room, max(last for _, last in spans) + room
    columns = schema.shelves.c
    reaching = select(columns.shelf, columns.family, columns.claim, columns.first, columns.last).where(
        columns.last >= lower
    )
    rows = chain.from_iterable(
        loading.rows_in(connection, reaching.where(columns.first.between(*between)), columns.shelf, wanted)
        for between in ((_NEVER, _NEVER), (lower - _LONG, upper))
    )
    found: defaultdict[str, set[int]] = defaultdict(set)
    for row in rows:
        for position in wanted[row.shelf]:
            first, last = spans[position]
            families = witnesses[position].families
            kind = row.family == ANY or not families or row.family in families
            if kind and row.first <= last + room and row.last >= first - room:
                found[row.claim].add(position)
    return found


def _days(witness: Witness) -> tuple[int, int]:
    if witness.time is None:
        return _NEVER, _EVER
    first, last = witness.time.start.toordinal(), witness.time.end.toordinal()
    return (first if last - first <= _LONG else _NEVER), last


def _number(key: Key) -> int:
    """A key as a number that databases keep small; two keys that share one cost a comparison and nothing else."""
    return int.from_bytes(blake2b("\x1f".join(key).encode(), digest_size=8).digest(), "big", signed=True)
