"""The slim rows of a transfer: who to whom, its legs, its stages by month, how many things of each family."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from armswire.lexicon.evidence import EvidenceRules
from armswire.lexicon.places import home_state
from armswire.model.ranges import DateRange
from armswire.model.transfer import SupportedActor, Transfer
from armswire.register.totals.accounts import open_account
from armswire.register.totals.cells import by_family
from armswire.register.totals.counting import count_things
from armswire.register.totals.tellings import tell
from armswire.register.witness import PROMISED, Witness
from armswire.register.writing import Values

NOBODY = ""  # stands for whoever is not told, since a key has no empty columns


def flow_rows(transfer: Transfer) -> Iterator[Values]:
    """Each supplier with each go-between and each recipient; `shared` says that several give or get together."""
    givers, between, takers = (
        _acting(_codes(side)) for side in (transfer.supplier, transfer.intermediary, transfer.recipient)
    )
    for supplier, intermediary, recipient in product(givers, between, takers):
        yield {
            "transfer": transfer.id,
            "supplier": supplier,
            "intermediary": intermediary,
            "recipient": recipient,
            "standing": transfer.standing.value,
            "shared": len(givers) * len(takers) > 1,
        }


def leg_rows(transfer: Transfer) -> list[Values]:
    """Who hands over to whom, each pair once, with the standing of the first leg that has it."""
    between = {*_codes(transfer.intermediary)}
    pairs: dict[tuple[str, str], str] = {}
    for leg in transfer.route.legs:
        for pair in product(_acting(leg.sender), _acting(leg.receiver)):
            pairs.setdefault(pair, leg.standing.value)
    return [
        {
            "transfer": transfer.id,
            "sender": sender,
            "receiver": receiver,
            "passes_on": sender in between,
            "is_passed_on": receiver in between,
            "standing": standing,
        }
        for (sender, receiver), standing in pairs.items()
    ]


def stage_rows(transfer: Transfer) -> Iterator[Values]:
    """Each stage with the month or else the year in which it was reached, as far as that is known."""
    for record in transfer.stages:
        yield {"transfer": transfer.id, "stage": record.stage.value, "period": _period(record.date)}


def amount_rows(transfer: Transfer, witnesses: Mapping[str, Witness], rules: EvidenceRules) -> Iterator[Values]:
    """How many things of each family and unit were promised, ordered or delivered, by the rules of totals.

    What nobody tells a number of has none here.
    """
    tellings = tell(witnesses[claim] for claim in transfer.claims if claim in witnesses)
    if not any(item.quantity is not None for telling in tellings for item in telling.items):
        return
    cells = by_family(count_things(open_account(tellings, PROMISED), rules), rules)
    for cell, interval in cells.items():
        if interval.least > 1 or not math.isinf(interval.most):
            most = None if math.isinf(interval.most) else interval.most
            yield {
                "transfer": transfer.id,
                "family": cell.kind,
                "unit": cell.unit or "",
                "least": interval.least,
                "most": most,
            }


def _codes(supported: Iterable[SupportedActor]) -> tuple[str, ...]:
    return tuple(actor.actor for actor in supported)


def _acting(actors: tuple[str, ...]) -> tuple[str, ...]:
    """A state and its firms act together, so a firm is left out where its state stands beside it."""
    return tuple(actor for actor in actors if home_state(actor) not in actors) or (NOBODY,)


def _period(date: DateRange | None) -> str:
    if date is None or date.start.year != date.end.year:
        return ""
    return date.start.isoformat()[: 7 if date.start.month == date.end.month else 4]
