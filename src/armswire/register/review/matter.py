"""Everything that a person needs beside a claim to judge it, asked for at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from armswire.lexicon.evidence import load_evidence
from armswire.model.claim import Claim
from armswire.model.dispute import Dispute
from armswire.model.judgement import JudgementRecord
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.by_ids import get_articles, get_claims, get_transfers
from armswire.register.force import fold
from armswire.register.grounds.surroundings import find_rivals
from armswire.register.judged import is_about, take_effect
from armswire.register.judgements import load_records
from armswire.register.listing.claims import ClaimFilter, find_claims
from armswire.register.listing.disputes import DisputeFilter, find_disputes
from armswire.register.review.items import Need, QueueItem
from armswire.register.review.quarrels import Quarrel, find_quarrels
from armswire.register.review.queue import judged_claims
from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.register.store import Register
from armswire.register.support_tests import SupportRecord, get_support

# Claims of a transfer or a dispute that can be chosen from; larger ones are judged on their own pages first.
MOST_CLAIMS = 60
# Disputes that are shown beside a claim.
_MOST_DISPUTES = 3
# Other transfers that are offered to be merged with.
_MOST_OTHERS = 12


@dataclass(frozen=True, slots=True)
class Matter:
    """An item with the claim in hand and what stands round it.

    `claims` are those that can be chosen, those of the item first; `corrected` is the claim in hand as judgements in
    force correct it. `disputes` are those in which the claim has a part (all of the item's own); `judgements` those on
    any of the claims, `by_me` the claims that I have judged. `others` could be the same transfer, the likeliest first.
    `support` is what the support test found of the claim in hand, None where it was not tested.
    `quoted` are the claims by id that the words of the disputes rest on; `articles` those of all claims.
    """

    item: QueueItem
    claim: ClaimRecord
    corrected: Claim
    claims: tuple[ClaimRecord, ...]
    transfer: Transfer | None
    disputes: tuple[Dispute, ...]
    judgements: tuple[JudgementRecord, ...]
    by_me: frozenset[str]
    quarrel: Quarrel | None
    others: tuple[Transfer, ...]
    quoted: Mapping[str, ClaimRecord]
    articles: Mapping[str, ArticleRecord]
    support: SupportRecord | None

    @property
    def home(self) -> tuple[str, ...]:
        """The claims of the transfer among those that can be chosen."""
        mine = None if self.transfer is None else self.transfer.id
        return tuple(record.claim.id for record in self.claims if mine is not None and record.transfer == mine)


def get_matter(register: Register, item: QueueItem, by: str | None = None, chosen: str | None = None) -> Matter:
    """What stands round an item. `by` is who looks, `chosen` the beginning of the id of the claim to take in hand.

    Without it that is the first claim of the item that this person has not judged. Raises UnknownRecordError.
    """
    claims = _choices(register, item)
    first_judged = _judgements_about(register, [record.claim.document for record in claims])
    by_me = frozenset() if by is None else judged_claims(first_judged, by)
    left = [record.claim.id for record in claims if record.claim.id not in by_me]
    claim = queries.get_claim(register, chosen or (left or [claims[0].claim.id])[0])
    if claim.claim.id not in {record.claim.id for record in claims}:
        claims = (claim, *claims)
    transfer = None if claim.transfer is None else queries.get_transfer(register, claim.transfer)
    disputes = _disputes(register, item, claim)
    told = {name for dispute in disputes for word in dispute.words for name in word.claims[:1]}
    quoted = get_claims(register, told)
    documents = {record.claim.document for record in (claim, *claims, *quoted.values())}
    judgements = tuple(
        record
        for record in _judgements_about(register, [one.claim.document for one in (claim, *claims)])
        if _concerns(record, claim, claims, disputes)
    )
    return Matter(
        item=item,
        claim=claim,
        corrected=next(iter(take_effect(judgements).apply([claim.claim])), claim.claim),
        claims=claims,
        transfer=transfer,
        disputes=disputes,
        judgements=judgements,
        by_me=by_me,
        quarrel=_quarrel(register, item),
        others=() if transfer is None else _find_others(register, transfer),
        quoted=quoted,
        articles=get_articles(register, documents),
        support=get_support(register, [claim]).get(claim.claim.id),
    )


def by_person(record: JudgementRecord, by: str | None) -> bool:
    """Whether it is the judgement of this person."""
    return by is not None and fold(record.judgement.by) == fold(by)


def _choices(register: Register, item: QueueItem) -> tuple[ClaimRecord, ...]:
    """The claims of an item in its order, then those of its transfer."""
    own = get_claims(register, item.claims[:MOST_CLAIMS])
    ordered = [own[name] for name in item.claims if name in own]
    home = next((record.transfer for record in ordered if record.transfer is not None), item.transfer)
    if home is not None and len(ordered) < MOST_CLAIMS:
        beside = find_claims(ClaimFilter(transfer=home)).page(register, None, MOST_CLAIMS).records
        ordered += [record for record in beside if record.claim.id not in own]
    return tuple(ordered[:MOST_CLAIMS])


def _disputes(register: Register, item: QueueItem, claim: ClaimRecord) -> tuple[Dispute, ...]:
    """The item's own dispute, then others in which the claim has a part."""
    own = [queries.get_dispute(register, item.id)] if item.need is Need.DISPUTED else []
    if claim.transfer is None:
        return tuple(own)
    found = find_disputes(DisputeFilter(transfer=claim.transfer)).stream(register)
    mine = [one for one in found if any(claim.claim.id in word.claims for word in one.words)]
    others = [one for one in mine if one.id not in {known.id for known in own}]
    return tuple([*own, *others][:_MOST_DISPUTES])


def _judgements_about(register: Register, documents: Iterable[str]) -> list[JudgementRecord]:
    with register.reading() as connection:
        return load_records(connection, set(documents))


def _concerns(
    record: JudgementRecord, claim: ClaimRecord, claims: Sequence[ClaimRecord], disputes: Iterable[Dispute]
) -> bool:
    if record.judgement.dispute_type is not None:
        return any(is_about(record, dispute) for dispute in disputes)
    mine = {one.claim.id for one in (claim, *claims)}
    return not record.claims.isdisjoint(mine)


def _quarrel(register: Register, item: QueueItem) -> Quarrel | None:
    return next((one for one in find_quarrels(register) if one.id == item.id), None)


def _find_others(register: Register, transfer: Transfer) -> tuple[Transfer, ...]:
    """Transfers between the same parties: those of the same kind of arms first, then the nearest in time."""
    with register.reading() as connection:
        near = find_rivals(connection, [transfer.id])
    found = get_transfers(register, near)
    mine = _families(transfer)
    ordered = sorted(near, key=lambda name: (mine.isdisjoint(_families(found[name])), near.index(name)))
    return tuple(found[name] for name in ordered[:_MOST_OTHERS])


def _families(transfer: Transfer) -> frozenset[str]:
    rules = load_evidence()
    return frozenset(rules.family_of(supported.item.ml) or supported.item.ml for supported in transfer.items)
