"""What is told with a transfer and depends on more than its own claims: backfills, and what is not reported yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from armswire.model.route import Backfill
from armswire.model.transfer import Transfer
from armswire.register.threads import tell_thread


def complete(transfer: Transfer, backfills: Mapping[str, tuple[Backfill, ...]], known_until: date | None) -> Transfer:
    """The transfer with its backfills (those of all transfers are given), and its thread as it is known on a day."""
    thread = tell_thread(transfer.thread.steps, known_until)
    return replace(transfer, thread=thread, backfills=backfills.get(transfer.id, ()))
