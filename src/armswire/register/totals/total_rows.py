"""One row of a total with its reasons: the share of each transfer, what may be counted elsewhere, the scenarios."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from armswire.model.total import Bound, Share, TotalRow
from armswire.register.totals.cells import SEVERAL, UNNAMED, Cell, Cells, covered_by
from armswire.register.totals.intervals import Interval
from armswire.register.totals.overlaps import Overlap
from armswire.register.totals.row_sums import RowSum
from armswire.register.totals.scenario_rows import list_scenarios
from armswire.register.totals.scenarios import Deal, Ledger
from armswire.register.totals.selecting import Counter


@dataclass(frozen=True, slots=True)
class Counted:
    """A deal in the selection: its cells at the level selected and, of them, those delivered; `told` are the former as
    told, before any doubt whether they count."""

    deal: Deal
    cells: Cells
    delivered: Cells
    told: Cells


@dataclass(frozen=True, slots=True)
class Book:
    """All that rows are made of: the deals counted, by position who may be one with whom and who refills what."""

    counted: Sequence[Counted]
    overlaps: Sequence[Overlap]
    refills: Mapping[int, Sequence[int]]
    ledger: Ledger

    def name(self, position: int) -> str:
        """The transfer at a position."""
        return self.counted[position].deal.transfer.id


def make_row(cell: Cell, positions: Sequence[int], book: Book) -> TotalRow:
    """The total of a cell, in which the deals at some positions have a share."""
    deals = [book.counted[position].deal for position in positions]
    hidden = _told_elsewhere(cell, positions, book)
    inside = _find_inside(cell, positions, book)
    row = RowSum(
        [book.counted[position].cells[cell] for position in positions],
        [book.counted[position].delivered.get(cell) for position in positions],
        inside,
        {place: hidden[position] for place, position in enumerate(positions) if position in hidden},
    )
    joined = [
        f"{deals[one.later].transfer.id} {one.kind} {deals[one.earlier].transfer.id}: the least counts one"
        for one in inside
    ]
    notes = _note(positions, inside, book)
    shares = tuple(
        Share(
            deal.transfer.id,
            *_doubt_disputed(row.intervals[place], cell, deal, book.ledger).bounds(),
            _evidence(cell, deal, book.ledger.counter),
            tuple(notes[place]),
        )
        for place, deal in enumerate(deals)
    )
    least, most = row.add_up().bounds()
    return TotalRow(
        family=cell.kind,
        unit=cell.unit,
        currency=cell.currency,
        least=Bound(least.value, (*_whys(shares, "least"), *joined)),
        most=Bound(most.value, _whys(shares, "most")),
        most_told=sum(interval.most for interval in row.intervals if not math.isinf(interval.most)),
        shares=shares,
        scenarios=list_scenarios(cell, deals, row, book.ledger),
    )


def row_order(cell: Cell) -> tuple[bool, bool, str, str, str]:
    """Things before sums, kinds before what names none."""
    unclear = cell.kind in (SEVERAL, UNNAMED) or cell.kind.isupper()
    return cell.currency is not None, unclear, cell.kind, cell.unit or "", cell.currency or ""


def _whys(shares: Iterable[Share], bound: str) -> tuple[str, ...]:
    return tuple(
        f"{share.transfer}: {why}" for share in shares for why in (share.least if bound == "least" else share.most).why
    )


def _doubt_disputed(interval: Interval, cell: Cell, deal: Deal, ledger: Ledger) -> Interval:
    """The interval with the disputes as reasons for the bounds that hang on them."""
    for dispute, sides in deal.disputes:
        told = [ledger.count(deal, ledger.counter.level, {dispute.id: side}).get(cell) for side in sides]
        why = (f"open dispute: {dispute.question}",)
        if len({one.least if one else 0 for one in told}) > 1:
            interval = replace(interval, why_least=(*interval.why_least, *why))
        if len({one.most if one else 0 for one in told}) > 1:
            interval = replace(interval, why_most=(*interval.why_most, *why))
    return interval


def _find_inside(cell: Cell, positions: Sequence[int], book: Book) -> list[Overlap]:
    """The overlaps within a row, by place in it, that the numbers told allow."""
    here = {position: place for place, position in enumerate(positions)}
    numbers = {position: book.counted[position].told.get(cell) for position in positions}
    return [
        Overlap(here[overlap.later], here[overlap.earlier], overlap.kind)
        for overlap in book.overlaps
        if overlap.later in here and overlap.earlier in here and overlap.is_allowed(numbers)
    ]


def _note(positions: Sequence[int], inside: Iterable[Overlap], book: Book) -> dict[int, list[str]]:
    """By place in a row, the transfers that a share has to do with."""
    notes: defaultdict[int, list[str]] = defaultdict(list)
    for overlap in inside:
        notes[overlap.later].append(f"{overlap.kind} {book.name(positions[overlap.earlier])}")
    for place, position in enumerate(positions):
        notes[place].extend(
            f"may refill what was given in {book.name(gift)}" for gift in book.refills.get(position, ())
        )
    return notes


def _told_elsewhere(cell: Cell, positions: Sequence[int], book: Book) -> dict[int, str]:
    """Of a row of things without a kind: the transfers that may be ones that count in the row of a kind."""
    rules = book.ledger.counter.rules
    covers = set(rules.families if cell.kind == UNNAMED else covered_by(cell.kind, rules))
    if not covers or cell.currency is not None:
        return {}
    found: dict[int, str] = {}
    here = set(positions)
    for overlap in book.overlaps:
        for mine, other in ((overlap.later, overlap.earlier), (overlap.earlier, overlap.later)):
            if mine in here and any(told.kind in covers for told in book.counted[other].cells):
                found.setdefault(mine, f"may be one with {book.name(other)}, counted as another kind")
    return found


def _evidence(cell: Cell, deal: Deal, counter: Counter) -> tuple[str, ...]:
    """The claims that tell of it: of things those that name them, of sums those that state one; of the promise too."""
    rules = counter.rules
    if cell.currency is not None:
        value = {t.witness.claim.id for t in deal.tellings if t.witness.claim.value is not None}
        return tuple(sorted(value))
    named = {
        telling.witness.claim.id
        for telling in deal.tellings
        if any((rules.family_of(item.ml) or item.ml) == cell.kind for item in telling.items)
    }
    done = {t.witness.claim.id for t in deal.tellings if t.place >= counter.level and not t.items}
    return tuple(sorted(named | done)) or deal.transfer.claims
