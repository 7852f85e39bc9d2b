"""What one transfer comes to: how many of what, and which sums, as told of it. The rules stand in `reckoning`."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Item
from armswire.model.ranges import Money, Quantity
from armswire.register.separation import same_unit
from armswire.register.totals.intervals import Interval, add, greater, join_whys
from armswire.register.totals.readings import Told, read_tellings
from armswire.register.totals.tellings import Telling, step_name
from armswire.register.totals.things import group_things
from armswire.register.witness import PROMISED

UNNAMED, SEVERAL = "unnamed", "several"
_ONE = Quantity(1, 1)


class Cell(NamedTuple):
    """What a total is of: things of a category in a unit (None: one by one), or sums in a currency."""

    kind: str
    unit: str | None = None
    currency: str | None = None


Cells = dict[Cell, Interval]


@dataclass(frozen=True, slots=True)
class Account:
    """What is told of a transfer when it is counted from a step on: `counted` tells of that step or a later one,
    `before` of steps from the promise on that came before, and of the goods alone."""

    counted: tuple[Telling, ...]
    before: tuple[Telling, ...]
    level: int

    @property
    def told(self) -> tuple[Telling, ...]:
        """All of it."""
        return (*self.counted, *self.before)


def open_account(tellings: Sequence[Telling], level: int) -> Account:
    """The tellings as they bear on what was done at a level or later."""
    counted = tuple(telling for telling in tellings if telling.place >= level and not telling.is_aside)
    before = tuple(telling for telling in tellings if telling.is_aside or PROMISED <= telling.place < level)
    return Account(counted, before, level)


def count_things(account: Account, rules: EvidenceRules) -> Cells:
    """How many of each category and unit; a word for no kind in particular counts where nobody names a kind."""
    named = _mentions(account.counted, account, rules)
    if not account.counted:
        return {}
    if named:
        return _count_mentions(named, _mentions(account.before, account, rules), account, rules)
    promised = _mentions(account.before, account, rules)
    if not promised:
        why = "nobody says what it was"
        return {Cell(UNNAMED): _unless_unsure(Interval(1, math.inf).doubted(why), account.counted)}
    cells = _count_mentions([], promised, account, rules)
    if len(cells) == 1:
        return {cell: _unless_unsure(interval, account.counted) for cell, interval in cells.items()}
    why = "nobody says which of the things promised it was"
    return {cell: interval.at_least(0, why) for cell, interval in cells.items()}


def count_sums(account: Account, rules: EvidenceRules) -> dict[Cell, tuple[Interval, frozenset[str]]]:
    """The sums that are told, each with the categories it covers: one sum for several kinds is one sum."""
    counted, before = _by_currency(account.counted), _by_currency(account.before)
    found: dict[Cell, tuple[Interval, frozenset[str]]] = {}
    for currency in sorted(counted.keys() | before.keys()) if account.counted else ():
        sums = counted.get(currency) or before[currency]
        interval = _over_steps(sums, rules)
        if currency not in counted and not any(telling.is_aside for telling, _ in sums):
            interval = interval.at_least(0, "the sum is that of what was promised")
        covered = _kinds([telling for telling, _ in sums], rules) or _kinds(account.told, rules)
        families = {rules.family_of(ml) or ml for ml in covered}
        family = families.pop() if len(families) == 1 else SEVERAL if families else UNNAMED
        found[Cell(family, None, currency)] = (_unless_unsure(interval, account.counted), covered)
    return found


def _count_mentions(
    named: Sequence[tuple[Telling, Item]],
    promised: Sequence[tuple[Telling, Item]],
    account: Account,
    rules: EvidenceRules,
) -> Cells:
    """`named` are the items of the steps counted; where there are none, those promised were all that could be meant."""
    cells: Cells = {}
    counted = {telling.witness.claim.id for telling, _ in named}
    for ml, things in group_things([*named, *promised]).items():
        counts: dict[str, dict[str | None, Interval]] = {}
        for thing, mentions in things.items():
            mine = [mention for mention in mentions if mention[0].witness.claim.id in counted]
            earlier = [mention for mention in mentions if mention[0].witness.claim.id not in counted]
            if mine or not named:
                counts[thing] = _count_thing(mine, earlier, account, rules)
        for unit, interval in _parts_and_whole(counts).items():
            cells[Cell(ml, unit)] = interval
    return cells


def _count_thing(
    mine: Sequence[tuple[Telling, Item]],
    earlier: Sequence[tuple[Telling, Item]],
    account: Account,
    rules: EvidenceRules,
) -> dict[str | None, Interval]:
    """By unit. A number told of the promise is the most of what was done of it; without one nobody knows the most."""
    promised = {unit: _over_steps(told, rules) for unit, told in _by_unit(earlier).items()}
    tellers = [telling for telling, _ in mine] or list(account.counted)
    numbers: dict[str | None, Interval] = {}
    for unit, told in _by_unit(mine).items():
        ceiling = promised[unit].most if unit in promised else math.inf
        interval = _over_steps(told, rules, ceiling)
        if interval.least < 1 and any(telling.is_certain for telling in tellers):
            interval = Interval(min(1, interval.most), interval.most, interval.why_least, interval.why_most)
        numbers[unit] = interval
    if numbers:
        return numbers
    if not promised:
        return {None: _unless_unsure(Interval(1, math.inf).doubted("no number is told"), tellers)}
    if account.level <= PROMISED:  # then only words on the end use tell the number
        return {unit: _unless_unsure(interval, tellers) for unit, interval in promised.items()}
    done = step_name(account.level)
    why = f"no number is told of the {done}; the most is what was promised"
    found = {}
    for unit, interval in promised.items():
        whole = Interval(min(1, interval.most), interval.most, (why,), join_whys((why,), interval.why_most))
        found[unit] = _unless_unsure(whole, tellers)
    return found


def _parts_and_whole(counts: Mapping[str, Mapping[str | None, Interval]]) -> dict[str | None, Interval]:
    """By unit, the things of a category together; what names no model or kind (the thing "") is the whole of them."""
    parts: defaultdict[str | None, list[Interval]] = defaultdict(list)
    for thing, by_unit in counts.items():
        for unit, interval in by_unit.items():
            if thing:
                parts[unit].append(interval)
    total = {unit: add(intervals) for unit, intervals in parts.items()}
    for unit, whole in counts.get("", {}).items():
        part = total.get(unit)
        if part is None:
            if not total or not math.isinf(whole.most):
                total[unit] = whole
        elif math.isinf(part.most) and not math.isinf(whole.most):
            known = Interval(part.least, max(part.least, whole.most), part.why_least, whole.why_most)
            total[unit] = greater(known, whole)
        elif not math.isinf(whole.most):
            total[unit] = greater(part, whole)
    return total


def _over_steps(
    told: Sequence[tuple[Telling, Quantity | Money]], rules: EvidenceRules, ceiling: float = math.inf
) -> Interval:
    """The greatest of the steps: what was delivered is of what was promised."""
    steps: defaultdict[int, list[tuple[Telling, Quantity | Money]]] = defaultdict(list)
    for telling, number in told:
        steps[telling.place].append((telling, number))
    return reduce(greater, [_one_step(steps[place], rules, ceiling) for place in sorted(steps)])


def _one_step(told: Sequence[tuple[Telling, Quantity | Money]], rules: EvidenceRules, ceiling: float) -> Interval:
    readings = [
        Told(number, (telling.witness.claim.document, telling.witness.claim.attribution)) for telling, number in told
    ]
    return _unless_unsure(read_tellings(readings, rules, ceiling), [telling for telling, _ in told])


def _unless_unsure(interval: Interval, tellings: Sequence[Telling]) -> Interval:
    if any(telling.is_certain for telling in tellings):
        return interval
    return interval.at_least(0, "told as probable or possible only")


def _mentions(tellings: Sequence[Telling], account: Account, rules: EvidenceRules) -> list[tuple[Telling, Item]]:
    """Items, but for words like "weapons" where a kind is named that they can stand for."""
    named = {family for telling in account.told for item in telling.items if (family := rules.family_of(item.ml))}
    return [
        (telling, item)
        for telling in tellings
        for item in telling.items
        if rules.family_of(item.ml) is not None or named.isdisjoint(covered_by(item.ml, rules))
    ]


def _kinds(tellings: Sequence[Telling], rules: EvidenceRules) -> frozenset[str]:
    """The categories that tellings name; those that name no kind only where nothing else is named."""
    named = {item.ml for telling in tellings for item in telling.items}
    clear = frozenset(ml for ml in named if rules.family_of(ml) is not None)
    return clear or frozenset(named)


def _by_unit(
    mentions: Sequence[tuple[Telling, Item]],
) -> dict[str | None, list[tuple[Telling, Quantity | Money]]]:
    found: defaultdict[str | None, list[tuple[Telling, Quantity | Money]]] = defaultdict(list)
    for telling, item in mentions:
        if item.quantity is not None:
            unit = None if same_unit(item.quantity, _ONE) else item.quantity.unit
            found[unit].append((telling, item.quantity))
    return dict(found)


def _by_currency(tellings: Sequence[Telling]) -> dict[str, list[tuple[Telling, Quantity | Money]]]:
    found: defaultdict[str, list[tuple[Telling, Quantity | Money]]] = defaultdict(list)
    for telling in tellings:
        value = telling.witness.claim.value
        if value is not None:
            found[value.currency].append((telling, value))
    return dict(found)


def lowered(interval: Interval, cell: Cell, why: str) -> Interval:
    """Where a part of it belongs to others: at least one thing, of a sum perhaps nothing."""
    return interval.at_least(0 if cell.currency else min(1, interval.least), why)


def by_family(cells: Cells, rules: EvidenceRules) -> Cells:
    """Cells of categories as cells of families; two categories of a family are different things."""
    found: defaultdict[Cell, list[Interval]] = defaultdict(list)
    for cell, interval in cells.items():
        found[cell._replace(kind=rules.family_of(cell.kind) or cell.kind)].append(interval)
    return {cell: add(intervals) for cell, intervals in found.items()}


def covered_by(ml: str, rules: EvidenceRules) -> tuple[str, ...]:
    """The families that a word for no kind in particular can stand for; none for a category that names a kind."""
    return next((families for category, families in rules.covers.items() if category == ml), ())
