"""When one claim tells what another told: by its words, or by its slots."""

from __future__ import annotations

from collections.abc import Iterable

from armswire.model.claim import Claim, Item
from armswire.model.ranges import DateRange
from armswire.register.versions.text import VersionText, fold_words


def still_tells(version: VersionText, claim: Claim) -> bool:
    """Whether a text still has the words that a claim of another version rests on, or a claim that tells as much."""
    return stands_in(version, claim) or any(repeats(other, claim) for other in version.claims)


def tells_already(version: VersionText, claim: Claim) -> bool:
    """Whether a text has the words of a claim of a later version already, or a claim that differs in detail alone."""
    return stands_in(version, claim) or any(repeats(other, claim) or repeats(claim, other) for other in version.claims)


def stands_in(version: VersionText, claim: Claim) -> bool:
    """Whether the words that a claim rests on stand in a text, however it is broken into lines."""
    words = fold_words([claim.evidence.text])
    return bool(words) and words in version.body


def repeats(claim: Claim, earlier: Claim) -> bool:
    """Whether a claim says all that an earlier one said; it may say more ("20 tanks", now "20 Leopard 1 tanks").

    In whose words, on whose word and on what day does not matter, but for days that exclude each other.
    """
    return (
        claim.stage is earlier.stage
        and claim.polarity is earlier.polarity
        and claim.certainty is earlier.certainty
        and claim.answer is earlier.answer
        and _has_all(claim.supplier, earlier.supplier)
        and _has_all(claim.recipient, earlier.recipient)
        and _has_all(claim.requester, earlier.requester)
        and _has_all(claim.intermediary, earlier.intermediary)
        and (earlier.value is None or claim.value == earlier.value)
        and all(any(_is_as_exact(item, other) for item in claim.items) for other in earlier.items)
        and _can_be_one(claim.date, earlier.date)
    )


def _has_all(actors: Iterable[str], earlier: Iterable[str]) -> bool:
    return set(earlier) <= set(actors)


def _is_as_exact(item: Item, other: Item) -> bool:
    return (
        item.ml == other.ml
        and other.designation in (None, item.designation)
        and other.quantity in (None, item.quantity)
    )


def _can_be_one(one: DateRange | None, other: DateRange | None) -> bool:
    return one is None or other is None or (one.start <= other.end and other.start <= one.end)
