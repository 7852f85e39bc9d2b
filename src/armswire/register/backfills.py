"""A gives to B, and C refills A: which claims of one article tell of both sides, and which transfers that links.

A link rests on an article that tells of the refill and of the gift: it is found article by article, and the transfers
are those that the two claims belong to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.route import Backfill, BackfillSide
from armswire.register.denials import is_assertion
from armswire.register.witness import PROMISED, Witness


@dataclass(frozen=True, slots=True, order=True)
class Refill:
    """A claim that somebody's gaps are filled, and the claim of the gift that made them.

    `giver` holds who gave it away; `gift` is empty where the article does not tell of the gift.
    """

    document: str
    claim: str
    gift: str
    giver: tuple[str, ...]


def find_refills(witnesses: Iterable[Witness], rules: EvidenceRules) -> Iterator[Refill]:
    """The refills that some articles tell of; `witnesses` are all claims of each."""
    by_article: defaultdict[str, list[Witness]] = defaultdict(list)
    for witness in sorted(witnesses, key=lambda witness: witness.order):
        by_article[witness.claim.document].append(witness)
    for document, told in by_article.items():
        for witness in told:
            if _is_refill(witness, rules):
                gift = _find_gift(witness, told)
                yield Refill(document, witness.claim.id, gift.claim.id if gift else "", witness.claim.recipient)


def link_transfers(refills: Iterable[Refill], transfers: Mapping[str, str]) -> dict[str, tuple[Backfill, ...]]:
    """By transfer, the backfills that it is a side of; `transfers` tells to which one a claim belongs.

    Where the goods go on to whom the gift went, refill and gift are one transfer: that is no backfill.
    """
    held: defaultdict[tuple[str, BackfillSide, str, tuple[str, ...]], set[str]] = defaultdict(set)
    for refill in refills:
        mine, other = transfers.get(refill.claim), transfers.get(refill.gift, "")
        if mine is None or mine == other:
            continue
        claims = {refill.claim, refill.gift} if other else {refill.claim}
        held[mine, BackfillSide.REFILL, other, refill.giver] |= claims
        if other:
            held[other, BackfillSide.GIFT, mine, refill.giver] |= claims
    linked = {(transfer, side, giver) for transfer, side, other, giver in held if other}
    found: defaultdict[str, list[Backfill]] = defaultdict(list)
    for (transfer, side, other, giver), claims in sorted(held.items()):
        if other or (transfer, side, giver) not in linked:
            found[transfer].append(Backfill(side, giver, other or None, tuple(sorted(claims))))
    return {transfer: tuple(backfills) for transfer, backfills in found.items()}


def _is_refill(witness: Witness, rules: EvidenceRules) -> bool:
    """Whether the claim says whose gaps are filled: terms of end use that name no end user (conventions 4 and 10)."""
    claim = witness.claim
    if claim.stage is not Stage.END_USE or not witness.affirmed or not claim.supplier or not claim.recipient:
        return False
    return not claim.conditions or any(rules.routes.end_user.find(term) is None for term in claim.conditions)


def _find_gift(refill: Witness, told: Sequence[Witness]) -> Witness | None:
    """What whoever is refilled gave to a third, as the same article tells it nearest to the refill."""
    gifts = [witness for witness in told if _can_be_gift(witness, refill)]
    return min(
        gifts, key=lambda gift: (not _same_kind(gift, refill), _distance(gift, refill), gift.order), default=None
    )


def _can_be_gift(witness: Witness, refill: Witness) -> bool:
    if not is_assertion(witness) or witness.place is None or witness.place < PROMISED:
        return False
    if witness.supplier.isdisjoint(refill.recipient) or not witness.recipient:
        return False
    if witness.recipient & (refill.recipient | refill.supplier):
        return False
    # Stocks are filled with what was taken from them; "in exchange" can be for anything.
    return not refill.claim.conditions or _same_kind(witness, refill)


def _same_kind(one: Witness, other: Witness) -> bool:
    """Whether the goods can be of one kind; a word for no kind in particular can be any."""
    if not one.families or not other.families:
        return True
    return not one.families.isdisjoint(other.families)


def _distance(one: Witness, other: Witness) -> int:
    mine, theirs = one.claim.evidence, other.claim.evidence
    return max(0, mine.start - theirs.end, theirs.start - mine.end)
