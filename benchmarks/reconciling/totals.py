"""How often totals hold the truth, on worlds whose truth is known: nothing counted twice, nothing left out.

    python benchmarks/reconciling/totals.py [--deals 250] [--seed 101] [--seed 102 ...] [--json]

For every supplier, recipient and family of items of a world in which all numbers are known, the total of the news is
compared with what was truly promised or more. `right` is the share of totals that hold the truth between least and
most, `exact` the share of those that give it as one number, `too_high` and `too_low` that of the others.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from reports import News, report
from worlds import Deal, World, invent_world

from armswire.lexicon.evidence import load_evidence
from armswire.model.claim import Stage
from armswire.model.dispute import Dispute
from armswire.model.total import Selection, Totals
from armswire.model.transfer import Transfer
from armswire.register.reconciliation import reconcile
from armswire.register.totals.reckoning import total
from armswire.register.witness import call_witnesses

PUBLISHED = (101, 102, 103)
BINDING = frozenset({Stage.PLEDGE, Stage.AGREEMENT, Stage.APPROVAL, Stage.DELIVERY})
RULES = load_evidence()


def main() -> None:
    """Invent, reconcile, add up, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--deals", type=int, default=250)
    parser.add_argument("--seed", type=int, action="append")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    found: Counter[str] = Counter()
    for seed in arguments.seed or PUBLISHED:
        world = invent_world(seed, arguments.deals)
        found.update(compare(world, report(world, seed)))
    number = sum(found[name] for name in ("right", "too_high", "too_low"))
    shares = {name: round(found[name] / number, 3) for name in ("right", "exact", "too_high", "too_low")}
    shown = {"totals": number, **shares}
    if arguments.json:
        print(json.dumps(shown, indent=2))
    else:
        print("\n".join(f"{name:>10}  {value}" for name, value in shown.items()))


def compare(world: World, news: News) -> Iterator[str]:
    """What became of each total whose truth is known: right (and exact), too high, too low."""
    add_up = _reckoner(news)
    for (supplier, recipient, family), deals in _truth(world).items():
        if any(deal.quantity is None for deal in deals):
            continue
        true = sum(deal.quantity or 0 for deal in deals)
        totals = add_up(Selection(supplier=supplier, recipient=recipient, item=family))
        rows = [row for row in totals.rows if row.currency is None and row.family == family]
        least = sum(row.least.value or 0 for row in rows)
        most = sum(math.inf if row.most.value is None else row.most.value for row in rows)
        yield "right" if least <= true <= most else "too_high" if least > true else "too_low"
        if least == true == most:
            yield "exact"


def _truth(world: World) -> dict[tuple[str, str, str], list[Deal]]:
    found: defaultdict[tuple[str, str, str], list[Deal]] = defaultdict(list)
    for deal in world.deals:
        if any(stage in BINDING for stage, _ in deal.steps):
            found[deal.supplier, deal.recipient, RULES.family_of(deal.ml) or deal.ml].append(deal)
    return found


def _reckoner(news: News) -> Callable[[Selection], Totals]:
    claims = [told.claim for told in news.told]
    findings = reconcile(claims, news.articles, RULES)
    witnesses = {witness.claim.id: witness for witness in call_witnesses(claims, news.articles, RULES)}
    asked: defaultdict[str, list[Dispute]] = defaultdict(list)
    for dispute in findings.disputes:
        asked[dispute.transfer].append(dispute)

    def fits(transfer: Transfer, selection: Selection) -> bool:
        """As the register fetches them: one of the two parties is known."""
        suppliers, recipients = ({one.actor for one in role} for role in (transfer.supplier, transfer.recipient))
        gives = selection.supplier in suppliers or not suppliers
        gets = selection.recipient in recipients or not recipients
        return gives and gets and bool(suppliers or recipients)

    def add_up(selection: Selection) -> Totals:
        transfers = [transfer for transfer in findings.transfers if fits(transfer, selection)]
        disputes = [dispute for transfer in transfers for dispute in asked[transfer.id]]
        return total(transfers, disputes, witnesses, selection, RULES)

    return add_up


if __name__ == "__main__":
    main()
