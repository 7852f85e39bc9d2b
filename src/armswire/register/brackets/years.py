"""The year of order and the years of delivery of a transfer, from the claims of the best stages that give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.lexicon.brackets import Tier
from armswire.model.entry import EntryField
from armswire.model.ranges import DateRange
from armswire.register.brackets.told import Reading, Told
from armswire.register.witness import Witness

Years = tuple[int, ...]
Placed = tuple[Years, Witness]


def read_years(told: Told) -> Iterator[Reading]:
    """The year of order and the years of delivery, where they are known or can be inferred."""
    for field in (EntryField.ORDER_YEAR, EntryField.DELIVERY_YEARS):
        readings = (_read_tier(field, tier, told) for tier in told.rules.brackets.tiers[field])
        found = next((reading for reading in readings if reading is not None), None)
        if found is not None:
            yield found


def _read_tier(field: EntryField, tier: Tier, told: Told) -> Reading | None:
    telling = [
        witness
        for witness in told.members
        if witness.claim.stage in tier.stages and (witness.affirmed or tier.any_polarity)
    ]
    dated = [
        (_years(witness.claim.date), witness)
        for witness in telling
        if witness.claim.date is not None and _is_ahead(witness) is tier.ahead
    ]
    if dated:
        return _read_dated(field, tier, dated)
    inferred = [placed for witness in telling if (placed := _infer(witness)) is not None]
    if tier.ahead or not inferred:
        return None
    # The first report is the nearest to the event.
    years, witness = min(inferred, key=lambda placed: placed[1].order)
    return Reading(field, None, _words(years), (witness,), tier.doubt, years=years, is_dated=False)


def _read_dated(field: EntryField, tier: Tier, dated: list[Placed]) -> Reading:
    """Deliveries go on over years and all of them count; an order is placed in one, which the others should share."""
    exact = {years[0] for years, _ in dated if len(years) == 1}
    if field is EntryField.DELIVERY_YEARS:
        loose = [placed for placed in dated if len(placed[0]) > 1 and exact.isdisjoint(placed[0])]
        years = tuple(sorted(exact.union(*(years for years, _ in loose))))
        giving = [witness for placed, witness in dated if len(placed) == 1] + [witness for _, witness in loose]
        others: tuple[tuple[str, Witness], ...] = ()
    else:
        years, _ = min(dated, key=lambda placed: (len(placed[0]), placed[1].order))
        loose = [placed for placed in dated if placed[0] == years] if len(years) > 1 else []
        giving = [witness for placed, witness in dated if not {*placed}.isdisjoint(years)]
        others = tuple((_words(placed), witness) for placed, witness in dated if {*placed}.isdisjoint(years))
    return Reading(
        field=field,
        place=None,
        text=_words(years),
        witnesses=tuple(giving),
        doubt=tier.doubt,
        years=years,
        loose=tuple(witness for _, witness in loose),
        others=others,
    )


def _infer(witness: Witness) -> Placed | None:
    """The years in which something can have been that is told without a date, or with the date of what is promised."""
    if witness.claim.date is not None and witness.published is not None:
        return (witness.published.year,), witness
    return None if witness.time is None else (_years(witness.time), witness)


def _is_ahead(witness: Witness) -> bool:
    """Whether the date is that of something still to come."""
    dates, published = witness.claim.date, witness.published
    return dates is not None and published is not None and dates.start > published


def _years(dates: DateRange) -> Years:
    return tuple(range(dates.start.year, dates.end.year + 1))


def _words(years: Iterable[int]) -> str:
    """ "2022", "2022-2024" for years in a row, "2019, 2022" for others."""
    rows: list[list[int]] = []
    for year in years:
        if rows and rows[-1][-1] == year - 1:
            rows[-1].append(year)
        else:
            rows.append([year])
    return ", ".join(str(row[0]) if len(row) == 1 else f"{row[0]}-{row[-1]}" for row in rows)
