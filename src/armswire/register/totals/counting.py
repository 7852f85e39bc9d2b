"""How many of what one transfer comes to, as told of it. The rules stand in `reckoning`."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.ranges import Quantity
from armswire.register.separation import same_unit
from armswire.register.totals.accounts import Account, Number, over_steps, unless_unsure
from armswire.register.totals.cells import UNNAMED, Cell, Cells, covered_by
from armswire.register.totals.intervals import Interval, add, greater, join_whys
from armswire.register.totals.tellings import Telling, step_name
from armswire.register.totals.things import Mention, group_things
from armswire.register.witness import PROMISED

_ONE = Quantity(1, 1)


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
        return {Cell(UNNAMED): unless_unsure(Interval(1, math.inf).doubted(why), account.counted)}
    cells = _count_mentions([], promised, account, rules)
    if len(cells) == 1:
        return {cell: unless_unsure(interval, account.counted) for cell, interval in cells.items()}
    why = "nobody says which of the things promised it was"
    return {cell: interval.at_least(0, why) for cell, interval in cells.items()}


def _count_mentions(
    named: Sequence[Mention],
    promised: Sequence[Mention],
    account: Account,
    rules: EvidenceRules,
) -> Cells:
    """`named` are the items of the steps counted; where there are none, those promised were all that could be meant."""
    cells: Cells = {}
    counted = {_claim_of(mention) for mention in named}
    for ml, things in group_things([*named, *promised]).items():
        counts: dict[str, dict[str | None, Interval]] = {}
        for thing, mentions in things.items():
            mine = [mention for mention in mentions if _claim_of(mention) in counted]
            earlier = [mention for mention in mentions if _claim_of(mention) not in counted]
            if mine or not named:
                counts[thing] = _count_thing(mine, earlier, account, rules)
        for unit, interval in _parts_and_whole(counts).items():
            cells[Cell(ml, unit)] = interval
    return cells


def _claim_of(mention: Mention) -> str:
    return mention[0].witness.claim.id


def _count_thing(
    mine: Sequence[Mention],
    earlier: Sequence[Mention],
    account: Account,
    rules: EvidenceRules,
) -> dict[str | None, Interval]:
    """By unit. A number told of the promise is the most of what was done of it; without one nobody knows the most."""
    promised = {unit: over_steps(told, rules) for unit, told in _by_unit(earlier).items()}
    tellers = [telling for telling, _ in mine] or list(account.counted)
    numbers: dict[str | None, Interval] = {}
    for unit, told in _by_unit(mine).items():
        ceiling = promised[unit].most if unit in promised else math.inf
        interval = over_steps(told, rules, ceiling)
        if interval.least < 1 and any(telling.is_certain for telling in tellers):
            interval = Interval(min(1, interval.most), interval.most, interval.why_least, interval.why_most)
        numbers[unit] = interval
    if numbers:
        return numbers
    if not promised:
        return {None: unless_unsure(Interval(1, math.inf).doubted("no number is told"), tellers)}
    if account.level <= PROMISED:  # then only words on the end use tell the number
        return {unit: unless_unsure(interval, tellers) for unit, interval in promised.items()}
    done = step_name(account.level)
    why = f"no number is told of the {done}; the most is what was promised"
    found = {}
    for unit, interval in promised.items():
        whole = Interval(min(1, interval.most), interval.most, (why,), join_whys((why,), interval.why_most))
        found[unit] = unless_unsure(whole, tellers)
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


def _mentions(tellings: Sequence[Telling], account: Account, rules: EvidenceRules) -> list[Mention]:
    """Items, but for words like "weapons" where a kind is named that they can stand for."""
    named = {family for telling in account.told for item in telling.items if (family := rules.family_of(item.ml))}
    return [
        (telling, item)
        for telling in tellings
        for item in telling.items
        if rules.family_of(item.ml) is not None or named.isdisjoint(covered_by(item.ml, rules))
    ]


def _by_unit(
    mentions: Sequence[Mention],
) -> dict[str | None, list[Number]]:
    found: defaultdict[str | None, list[Number]] = defaultdict(list)
    for telling, item in mentions:
        if item.quantity is not None:
            unit = None if same_unit(item.quantity, _ONE) else item.quantity.unit
            found[unit].append((telling, item.quantity))
    return dict(found)
