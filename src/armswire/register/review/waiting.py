"""The items of a queue with what says why they are there, looked up together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from armswire.model.dispute import Dispute
from armswire.model.transfer import Transfer
from armswire.register.by_ids import get_claims, get_disputes_of, get_transfers
from armswire.register.review.items import Need, QueueFilter, QueueItem
from armswire.register.review.quarrels import Quarrel, find_quarrels
from armswire.register.review.queue import list_queue
from armswire.register.rows import ClaimRecord
from armswire.register.store import Register
from armswire.register.support_tests import SupportRecord, get_support

# Items that are looked up in one go where all are listed.
PORTION = 100


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item of a queue, the first of its claims, its transfer, and the dispute, pair or test that brings it there."""

    item: QueueItem
    claim: ClaimRecord | None
    transfer: Transfer | None
    dispute: Dispute | None = None
    quarrel: Quarrel | None = None
    support: SupportRecord | None = None


def get_waiting(register: Register, items: Sequence[QueueItem]) -> tuple[Waiting, ...]:
    """Items with what belongs to them, in their order. Raises RegisterError."""
    claims = get_claims(register, [item.claims[0] for item in items if item.claims])
    transfers = get_transfers(register, {item.transfer for item in items if item.transfer is not None})
    disputed = {item.transfer for item in items if item.need is Need.DISPUTED and item.transfer is not None}
    disputes = {dispute.id: dispute for dispute in get_disputes_of(register, disputed)}
    contrary = any(item.need is Need.CONTRARY for item in items)
    quarrels = {quarrel.id: quarrel for quarrel in find_quarrels(register)} if contrary else {}
    tests = get_support(register, claims.values())
    return tuple(
        Waiting(
            item,
            claims.get(item.claims[0]) if item.claims else None,
            None if item.transfer is None else transfers.get(item.transfer),
            disputes.get(item.id),
            quarrels.get(item.id),
            tests.get(item.claims[0]) if item.claims else None,
        )
        for item in items
    )


def list_waiting(register: Register, asked: QueueFilter) -> Iterator[Waiting]:
    """A whole queue from its beginning. Raises RegisterError."""
    cursor = None
    while True:
        part = list_queue(register, asked, cursor, PORTION)
        yield from get_waiting(register, part.items)
        if part.next is None:
            return
        cursor = part.next
