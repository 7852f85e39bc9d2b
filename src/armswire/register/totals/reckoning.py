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

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.dispute import Dispute
from armswire.model.total import LeftOut, Selection, Totals
from armswire.model.transfer import Transfer
from armswire.register.totals.cells import Cell
from armswire.register.totals.overlaps import find_overlaps
from armswire.register.totals.refills import find_refills
from armswire.register.totals.scenarios import Deal, Ledger, count_deal, open_deal
from armswire.register.totals.selecting import DELIVERED, Counter, OutsideError
from armswire.register.totals.total_rows import Book, Counted, make_row, row_order
from armswire.register.witness import Witness


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
    counted: list[Counted] = []
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
            counted.append(Counted(deal, cells, delivered, counter.told(deal.tellings)))
        else:
            left_out.append(LeftOut(transfer.id, f"names nothing that is {selection.item}"))
    deals = [one.deal for one in counted]
    book = Book(counted, find_overlaps(deals, rules), find_refills(deals), ledger)
    members: defaultdict[Cell, list[int]] = defaultdict(list)
    for position, one in enumerate(counted):
        for cell in one.cells:
            members[cell].append(position)
    rows = tuple(make_row(cell, members[cell], book) for cell in sorted(members, key=row_order))
    return Totals(selection, rows, tuple(left_out))


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
