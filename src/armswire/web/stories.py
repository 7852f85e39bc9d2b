"""Disputes as several pages tell them in short, each with the transfer that it is about."""

from __future__ import annotations

from collections.abc import Iterable

from armswire.model.dispute import Dispute
from armswire.register.by_ids import get_transfers
from armswire.register.store import Register
from armswire.web.views.disputes import DisputeLine, view_lines


def tell_stories(register: Register, disputes: Iterable[Dispute]) -> list[DisputeLine]:
    """Disputes of a register as lines of a list. Raises RegisterError."""
    told = list(disputes)
    transfers = get_transfers(register, {dispute.transfer for dispute in told})
    return list(view_lines(told, transfers, register.names))
