"""What a queue for people holds: items, the needs that bring them there, and the places between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from armswire.register.listing.paging import decode_cursor, encode_cursor
from armswire.register.listing.transfer_filter import EVERYTHING, TransferFilter


class Need(StrEnum):
    """Why a person should look, in the order in which it presses."""

    CONTRARY = "contrary"  # people judged contrary to each other, and nobody has settled it
    DISPUTED = "disputed"  # the reports of a transfer answer a question differently
    SINGLE = "single"  # all that affirms a transfer goes back to one origin
    UNCERTAIN = "uncertain"  # a claim was read as less than certain
    FLAGGED = "flagged"  # a value of a claim stays without the words that are given for it


class Hide(StrEnum):
    """What is left out of a queue, since somebody did it."""

    MINE = "mine"  # what I have judged
    JUDGED = "judged"  # what anybody has judged
    NONE = "none"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Whose queue, and of what: `by` is who asks, `wanted` narrows it to claims of transfers that fit."""

    need: Need
    by: str | None = None
    hide: Hide = Hide.NONE
    wanted: TransferFilter = EVERYTHING


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One thing to look at: a dispute, a transfer, a claim, or a pair of contrary judgements (`id` names it).

    `claims` are those that it is about, `judgements` the ids of the pair; `place` is the cursor of what comes after it.
    """

    need: Need
    id: str
    transfer: str | None
    claims: tuple[str, ...]
    place: str
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueuePart:
    """Some items in their order; `next` is where the queue goes on, None at its end.

    `looked_at` candidates were looked at: where there are more than that between two items, the part ends before it is
    full, so that nobody waits.
    """

    items: tuple[QueueItem, ...]
    next: str | None
    looked_at: int


def make_place(need: Need, *key: str) -> str:
    """The cursor after the candidate with this key."""
    return encode_cursor(_list_of(need), key)


def read_place(need: Need, cursor: str | None, parts: int) -> tuple[str, ...] | None:
    """The key that a cursor names, None for the beginning. Raises SettingError for a cursor of something else."""
    return None if cursor is None else tuple(decode_cursor(cursor, _list_of(need), (str,) * parts))


def _list_of(need: Need) -> str:
    return f"review {need.value}"
