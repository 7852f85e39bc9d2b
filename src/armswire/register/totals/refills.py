"""Goods that make up for a gift: goods of their own, named beside what they make up for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from armswire.model.claim import Stage
from armswire.register.totals.scenarios import Deal


def find_refills(deals: Sequence[Deal]) -> dict[int, list[int]]:
    """For each transfer said to make up for a gift, those in the same articles by which its recipient gave."""
    givers: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for position, deal in enumerate(deals):
        for telling in deal.tellings:
            for actor in telling.witness.supplier:
                givers[telling.witness.claim.document, actor].add(position)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for position, deal in enumerate(deals):
        takers = {actor for telling in deal.tellings for actor in telling.witness.recipient}
        for telling in deal.tellings:
            if telling.witness.claim.stage is Stage.END_USE:
                for actor in telling.witness.recipient:
                    for gift in givers.get((telling.witness.claim.document, actor), ()):
                        to = {a for told in deals[gift].tellings for a in told.witness.recipient}
                        if gift != position and to and to.isdisjoint(takers):
                            found[position].add(gift)
    return {position: sorted(gifts) for position, gifts in found.items()}
