"""What one transfer comes to in sums of money. The rules stand in `reckoning`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from armswire.lexicon.evidence import EvidenceRules
from armswire.register.totals.accounts import Account, Number, over_steps, unless_unsure
from armswire.register.totals.cells import SEVERAL, UNNAMED, Cell
from armswire.register.totals.intervals import Interval
from armswire.register.totals.tellings import Telling


def count_sums(account: Account, rules: EvidenceRules) -> dict[Cell, tuple[Interval, frozenset[str]]]:
    """The sums that are told, each with the categories it covers: one sum for several kinds is one sum."""
    counted, before = _by_currency(account.counted), _by_currency(account.before)
    found: dict[Cell, tuple[Interval, frozenset[str]]] = {}
    for currency in sorted(counted.keys() | before.keys()) if account.counted else ():
        sums = counted.get(currency) or before[currency]
        interval = over_steps(sums, rules)
        if currency not in counted and not any(telling.is_aside for telling, _ in sums):
            interval = interval.at_least(0, "the sum is that of what was promised")
        covered = _kinds([telling for telling, _ in sums], rules) or _kinds(account.told, rules)
        families = {rules.family_of(ml) or ml for ml in covered}
        family = families.pop() if len(families) == 1 else SEVERAL if families else UNNAMED
        found[Cell(family, None, currency)] = (unless_unsure(interval, account.counted), covered)
    return found


def _kinds(tellings: Sequence[Telling], rules: EvidenceRules) -> frozenset[str]:
    """The categories that tellings name; those that name no kind only where nothing else is named."""
    named = {item.ml for telling in tellings for item in telling.items}
    clear = frozenset(ml for ml in named if rules.family_of(ml) is not None)
    return clear or frozenset(named)


def _by_currency(tellings: Sequence[Telling]) -> dict[str, list[Number]]:
    found: defaultdict[str, list[Number]] = defaultdict(list)
    for telling in tellings:
        value = telling.witness.claim.value
        if value is not None:
            found[value.currency].append((telling, value))
    return dict(found)
