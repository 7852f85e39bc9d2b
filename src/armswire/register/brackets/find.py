"""The entries of a transfer: each value with the reasons for its brackets. Pure, like all of reconciling."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.model.entry import Doubt, Entry
from armswire.register.brackets.amounts import read_designations, read_numbers, read_sums
from armswire.register.brackets.doubts import find_ground
from armswire.register.brackets.told import Reading, Told
from armswire.register.brackets.years import read_years


def find_entries(told: Told) -> tuple[Entry, ...]:
    """All entries: those of the items in their order, then the years, then the sums."""
    readings = (*read_numbers(told), *read_designations(told), *read_years(told), *read_sums(told))
    return tuple(
        Entry(
            field=reading.field,
            place=reading.place,
            text=reading.text,
            claims=tuple(sorted({witness.claim.id for witness in reading.witnesses})),
            doubts=tuple(_find_doubts(reading, told)),
        )
        for reading in readings
    )


def _find_doubts(reading: Reading, told: Told) -> Iterator[Doubt]:
    """The doubts in the order of their file."""
    for name, rule in told.rules.brackets.doubts.items():
        ground = find_ground(name, reading, told) if reading.field in rule.fields else None
        if ground is not None:
            claims = tuple(sorted({witness.claim.id for witness in ground.witnesses}))
            yield Doubt(name, rule.words.format(others=ground.others), claims)
