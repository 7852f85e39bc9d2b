"""Why something waits for a person, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from armswire.model.claim import Certainty, Claim
from armswire.model.dispute import Dispute, DisputeState
from armswire.model.finding import Finding
from armswire.model.transfer import Transfer
from armswire.register.phrasing import actor_name
from armswire.register.review.items import Need
from armswire.register.review.quarrels import Quarrel
from armswire.register.review.waiting import Waiting
from armswire.register.support_tests import SupportRecord
from armswire.wording.claims import say_claim, say_transfer_parties
from armswire.wording.entries import say_items
from armswire.wording.judgements import DONE

# What a need is called, and what brings something there.
NEEDS: Mapping[Need, tuple[str, str]] = MappingProxyType(
    {
        Need.CONTRARY: ("Contrary judgements", "two people judged otherwise, and neither judgement takes effect"),
        Need.DISPUTED: ("In dispute", "the reports answer a question differently, and nobody has settled it"),
        Need.SINGLE: ("Single source", "all that affirms the transfer goes back to one origin"),
        Need.UNCERTAIN: ("Less than certain", "the claim is read as probable or possible, not as certain"),
        Need.FLAGGED: (
            "Flagged by the support test",
            "a value stays when the words that are given for it are blanked; of the claims that were tested",
        ),
    }
)


def say_whys(
    claim: Claim,
    transfer: Transfer | None,
    disputes: Iterable[Dispute],
    quarrel: Quarrel | None,
    support: SupportRecord | None,
    names: Mapping[str, str],
) -> Iterator[tuple[Need, str]]:
    """Each need that brings a claim to be looked at, and why, in the order in which they press.

    `names` are those of actors, who can be an origin too.
    """
    if quarrel is not None:
        one, other = quarrel.one.judgement, quarrel.other.judgement
        yield (
            Need.CONTRARY,
            f"{one.by} {DONE[one.verdict]} it on {one.on.isoformat()}, {other.by} {DONE[other.verdict]} it on "
            f"{other.on.isoformat()}: neither takes effect until a third settles it or one withdraws",
        )
    for dispute in disputes:
        if dispute.state is DisputeState.OPEN:
            yield Need.DISPUTED, f"{dispute.question} ({dispute.state_reason})"
    if transfer is not None and len(transfer.origins) == 1:
        yield Need.SINGLE, f"all that affirms the transfer goes back to {actor_name(transfer.origins[0].name, names)}"
    if claim.certainty is not Certainty.CERTAIN:
        hedges = ", ".join(f"“{hedge.text}”" for hedge in claim.hedges)
        by = f", by the words {hedges}" if hedges else ""
        yield Need.UNCERTAIN, f"it is read as {claim.certainty.value}{by}"
    if support is not None and support.flagged:
        yield Need.FLAGGED, "; ".join(say_finding(one) for one in support.findings if one.flagged)


def say_why(waiting: Waiting, names: Mapping[str, str]) -> str:
    """Why an item is in its queue. `names` are those of actors."""
    need, claim = waiting.item.need, waiting.claim
    if claim is None:
        return NEEDS[need][1]
    disputes = () if waiting.dispute is None else (waiting.dispute,)
    whys = say_whys(claim.claim, waiting.transfer, disputes, waiting.quarrel, waiting.support, names)
    return next((words for known, words in whys if known is need), NEEDS[need][1])


def say_waiting(waiting: Waiting) -> str:
    """What an item is: a transfer, or a claim."""
    about_transfer = waiting.item.need in (Need.DISPUTED, Need.SINGLE)
    if waiting.transfer is not None and (about_transfer or waiting.claim is None):
        return ": ".join(filter(None, [say_transfer_parties(waiting.transfer), "; ".join(say_items(waiting.transfer))]))
    return waiting.item.id if waiting.claim is None else say_claim(waiting.claim.claim)


def say_finding(finding: Finding) -> str:
    """What the support test found of a slot, or of the claim as a whole."""
    return f"{finding.slot or 'the claim'}: {finding.told}"
