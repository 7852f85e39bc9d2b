"""Transfers into totals: the least and the most of things and of money, nothing counted twice, with what follows if one
side of an open dispute is right. Pure functions: the same transfers, claims and disputes give the same totals.

What counts
  A transfer counts once, from the step on that is selected (a promise, if none is): a promise and its delivery are one.
  Only what is affirmed counts. Requests, talks, refusals and denials add nothing and take nothing away by themselves.
  What names nobody in a role selected counts nowhere and is listed. Things are added by family and unit, sums by
  currency. A sum that covers several kinds is one sum ("several").
One number (an interval: least, most, and for each the reasons why it is uncertain; a bound with reasons stands in
brackets, one without is as it was told)
  "66" is 66. "About 100" is up to a share less or more (`approximate_share`). "Hundreds" is the range it was read as.
  No number: at least 1, most unknown. A word like "weapons" counts only where no kind is named that it can stand for.
Several numbers for one thing
  Those that can be the same number are one, the most exact. Others on one mouth (one article, one chain of sources) are
  all true, in parts or one within the other: from the greatest to all together, and no more than was promised.
  On several mouths one of them is right: from the smallest to the greatest.
  Of the steps of one transfer the greatest counts: 100 promised and 60 delivered are 100 promised or more, and 60
  delivered. Delivered with no number told: 1 to what was promised.
What lowers the least
  To 0: only told as probable or possible; the day may lie outside of the period; halted since (then what was delivered
  before); a sum that covers other kinds than those selected. To 1: shared with others, and nobody tells the shares.
Adding transfers up
  The most is the sum of all. For the least, transfers that may be the same (parties, goods and numbers allow it, and
  the time from promise to delivery; two days told for one step are no quarter apart), a delivery and a promise of which
  it may be a part, and goods that may have been passed on count once: the heaviest set of which no two may be one. What
  was delivered was also promised, so the least of what was promised is never below that. Refills (backfills) are goods
  of their own: named, and counted.
Open disputes
  Each side is a scenario: denial (counted or not), quantity (one number or the other), end user (this recipient or
  that), stage (done or to come), date (inside the period or not), item (this thing or that). "No comment" is no side.
  Settled by people, a dispute counts as the right side has it. The interval of a scenario leaves all other disputes
  open; the whole interval is the hull of all scenarios.
  Why that is exact without listing all combinations: a dispute belongs to one transfer, so each transfer's least and
  most are found among its own few answers; a total only grows when a transfer's number grows, so the least total has
  every transfer at its least and the most total every one at its most. Within a transfer, numbers that exclude each
  other are not tried out either, for the same reason; up to 4,096 answers to the other questions are, and beyond that
  (twelve denials, dates and end users of one deal) the bounds are as wide as can be, never too narrow.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.total import Bound, LeftOut, Selection, Share, TotalRow, Totals
from armswire.model.transfer import Dispute, Transfer
from armswire.register.totals.counting import SEVERAL, UNNAMED, Cell, Cells, covered_by
from armswire.register.totals.intervals import Interval
from armswire.register.totals.overlaps import Overlap, find_overlaps, find_refills
from armswire.register.totals.row_sums import RowSum
from armswire.register.totals.scenario_rows import list_scenarios
from armswire.register.totals.scenarios import Deal, Ledger, count_deal, open_deal
from armswire.register.totals.selecting import DELIVERED, Counter, OutsideError
from armswire.register.witness import Witness


@dataclass(frozen=True, slots=True)
class _Counted:
    """A deal in the selection: its cells at the level selected and, of them, those delivered; `told` are the former as
    told, before any doubt whether they count."""

    deal: Deal
    cells: Cells
    delivered: Cells
    told: Cells


def total(
    transfers: Iterable[Transfer],
    disputes: Iterable[Dispute],
    witnesses: Mapping[str, Witness],
    selection: Selection,
    rules: EvidenceRules,
    settled: Mapping[str, int] = MappingProxyType({}),
) -> Totals:
    """Totals of the transfers that fit the selection. `witnesses` holds the claims of all of them by id, `settled` the
    side that people judged to be right, by dispute.

    What names nobody in a role selected counts nowhere: nobody knows whose it is. It is named among what is left out.
    Reasons name actors by marks (`phrasing`).
    """
    counter = Counter(selection, rules)
    ledger = Ledger(counter)
    asked: defaultdict[str, list[Dispute]] = defaultdict(list)
    for dispute in disputes:
        asked[dispute.transfer].append(dispute)
    counted: list[_Counted] = []
    left_out: list[LeftOut] = []
    for transfer in sorted(transfers, key=lambda transfer: transfer.id):
        questions = sorted(asked[transfer.id], key=lambda dispute: dispute.id)
        deal = open_deal(transfer, questions, witnesses, rules, settled)
        if nameless := _unnamed_roles(transfer, selection):
            if _would_count(deal, _without(selection, nameless), rules):
                why = "who got it" if "recipient" in nameless else "who gave it"
                left_out.append(LeftOut(transfer.id, f"nobody says {why}"))
            continue
        try:
            cells = count_deal(deal, counter, counter.level)
        except OutsideError as error:
            left_out.append(LeftOut(transfer.id, str(error)))
            continue
        if cells:
            delivered = {} if counter.level == DELIVERED else ledger.count(deal, DELIVERED)
            counted.append(_Counted(deal, cells, delivered, counter.told(deal.tellings)))
        else:
            left_out.append(LeftOut(transfer.id, f"names nothing that is {selection.item}"))
    deals = [one.deal for one in counted]
    overlaps = find_overlaps(deals, rules)
    refills = find_refills(deals)
    members: defaultdict[Cell, list[int]] = defaultdict(list)
    for position, one in enumerate(counted):
        for cell in one.cells:
            members[cell].append(position)
    rows = [_row(cell, members[cell], counted, overlaps, refills, ledger) for cell in sorted(members, key=_row_order)]
    return Totals(selection, tuple(rows), tuple(left_out))


def _unnamed_roles(transfer: Transfer, selection: Selection) -> list[str]:
    """The roles that are selected and that nobody is named in."""
    roles = ("supplier", "recipient")
    return [role for role in roles if getattr(selection, role) is not None and not getattr(transfer, role)]


def _without(selection: Selection, roles: Sequence[str]) -> Selection:
    """The selection with some roles open to anybody."""
    return replace(
        selection,
        supplier=None if "supplier" in roles else selection.supplier,
        recipient=None if "recipient" in roles else selection.recipient,
    )


def _would_count(deal: Deal, wider: Selection, rules: EvidenceRules) -> bool:
    """Whether it would be in the selection if its unnamed parties were those selected."""
    counter = Counter(wider, rules)
    try:
        return bool(count_deal(deal, counter, counter.level))
    except OutsideError:
        return False


def _row(
    cell: Cell,
    positions: Sequence[int],
    counted: Sequence[_Counted],
    overlaps: Sequence[Overlap],
    refills: Mapping[int, Sequence[int]],
    ledger: Ledger,
) -> TotalRow:
    hidden = _told_elsewhere(cell, positions, counted, overlaps, ledger.counter.rules)
    here = {position: place for place, position in enumerate(positions)}
    numbers = {position: counted[position].told.get(cell) for position in positions}
    inside = [
        Overlap(here[overlap.later], here[overlap.earlier], overlap.kind)
        for overlap in overlaps
        if overlap.later in here and overlap.earlier in here and overlap.is_allowed(numbers)
    ]
    row = RowSum(
        [counted[position].cells[cell] for position in positions],
        [counted[position].delivered.get(cell) for position in positions],
        inside,
        {here[position]: why for position, why in hidden.items()},
    )
    ids = [counted[position].deal.transfer.id for position in positions]
    whole = row.add_up()
    joined = [f"{ids[one.later]} {one.kind} {ids[one.earlier]}: the least counts one" for one in inside]
    scenarios = list_scenarios(cell, [counted[position].deal for position in positions], row, ledger)
    notes: defaultdict[int, list[str]] = defaultdict(list)
    for overlap in inside:
        notes[overlap.later].append(f"{overlap.kind} {ids[overlap.earlier]}")
    for position in positions:
        gifts = [counted[gift].deal.transfer.id for gift in refills.get(position, ())]
        notes[here[position]].extend(f"may refill what was given in {gift}" for gift in gifts)
    shares = tuple(
        Share(
            deal.transfer.id,
            *_doubt_disputed(row.intervals[place], cell, deal, ledger).bounds(),
            _evidence(cell, deal, ledger.counter),
            tuple(notes[place]),
        )
        for place, deal in enumerate(counted[position].deal for position in positions)
    )
    least, most = whole.bounds()
    return TotalRow(
        family=cell.kind,
        unit=cell.unit,
        currency=cell.currency,
        least=Bound(least.value, (*_whys(shares, "least"), *joined)),
        most=Bound(most.value, _whys(shares, "most")),
        most_told=sum(interval.most for interval in row.intervals if not math.isinf(interval.most)),
        shares=shares,
        scenarios=scenarios,
    )


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


def _told_elsewhere(
    cell: Cell,
    positions: Sequence[int],
    counted: Sequence[_Counted],
    overlaps: Sequence[Overlap],
    rules: EvidenceRules,
) -> dict[int, str]:
    """Of a row of things without a kind: the transfers that may be ones that count in the row of a kind."""
    covers = set(rules.families if cell.kind == UNNAMED else covered_by(cell.kind, rules))
    if not covers or cell.currency is not None:
        return {}
    found: dict[int, str] = {}
    here = set(positions)
    for overlap in overlaps:
        for mine, other in ((overlap.later, overlap.earlier), (overlap.earlier, overlap.later)):
            if mine in here and any(told.kind in covers for told in counted[other].cells):
                found.setdefault(mine, f"may be one with {counted[other].deal.transfer.id}, counted as another kind")
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


def _row_order(cell: Cell) -> tuple[bool, bool, str, str, str]:
    """Things before sums, kinds before what names none."""
    unclear = cell.kind in (SEVERAL, UNNAMED) or cell.kind.isupper()
    return cell.currency is not None, unclear, cell.kind, cell.unit or "", cell.currency or ""
