"""What the evidence for a transfer adds up to: how far it has come, how well that is known, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.transfer import Dispute, DisputeState, DisputeType, Standing, Transfer
from armswire.register.denials import (
    find_contradiction,
    find_parties,
    is_acknowledged,
    is_denial,
    speaker,
    still_denying,
)
from armswire.register.disputes import NO
from armswire.register.judged import NOTHING_JUDGED, Judged
from armswire.register.origins import Origins
from armswire.register.phrasing import list_actors
from armswire.register.summary import gather_actors, gather_items, gather_stages, gather_values
from armswire.register.witness import Witness

# From the least to the furthest. A refusal answers a request, a reversal clears the way to a promise, a halt comes
# after something was under way but takes nothing back that was delivered; an end use alone only tells of a transfer.
STAGE_ORDER = (
    Stage.END_USE,
    Stage.REQUEST,
    Stage.CONSIDERATION,
    Stage.REFUSAL,
    Stage.REVERSAL,
    Stage.PLEDGE,
    Stage.AGREEMENT,
    Stage.APPROVAL,
    Stage.HALT,
    Stage.DELIVERY,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A standing, the claims it was judged on, and why in words."""

    standing: Standing
    reason: str
    claims: tuple[str, ...]


def assess(
    transfer: str,
    members: Sequence[Witness],
    disputes: Sequence[Dispute],
    origins: Origins,
    rules: EvidenceRules,
    judged: Judged = NOTHING_JUDGED,
) -> Transfer:
    """The transfer of some claims with its disputes, those settled that people `judged`."""
    stages = gather_stages(members, STAGE_ORDER)
    furthest = stages[-1].stage if stages else None
    affirmed = [member for member in members if member.affirmed]
    found = judge(members, furthest, disputes, origins, rules, judged)
    return Transfer(
        id=transfer,
        supplier=gather_actors(members, "supplier"),
        recipient=gather_actors(members, "recipient"),
        intermediary=gather_actors(members, "intermediary"),
        items=gather_items(members, rules),
        value=gather_values(members),
        stage=furthest,
        stages=stages,
        standing=found.standing,
        standing_reason=found.reason,
        standing_claims=found.claims,
        origins=origins.gather(affirmed),
        claims=tuple(sorted(member.claim.id for member in members)),
        disputes=tuple(dispute.id for dispute in disputes),
        judgements=judged.concerning((member.claim.id for member in members), disputes),
    )


def judge(
    members: Sequence[Witness],
    furthest: Stage | None,
    disputes: Sequence[Dispute],
    origins: Origins,
    rules: EvidenceRules,
    judged: Judged = NOTHING_JUDGED,
) -> Judgement:
    """How well the furthest stage is known. What a party contradicts is disputed, whoever else confirms it.

    A denial on which a person has judged makes nothing disputed: the transfer is denied where the denial was judged
    right, and else as well known as without it.
    """
    if furthest is None:
        return _judge_unaffirmed(members)
    parties = find_parties(members)
    told = [member for member in members if member.affirmed and member.claim.stage is furthest]
    settled = [dispute for dispute in disputes if dispute.type is DisputeType.DENIAL and dispute.judgements]
    return (
        _judge_settled(settled, judged)
        or (None if settled else _judge_denied(members, parties, rules))
        or _judge_end_user(members, parties, disputes)
        or _judge_support(told, parties, origins)
    )


def _judge_unaffirmed(members: Sequence[Witness]) -> Judgement:
    denying = [member for member in members if is_denial(member)]
    if denying:
        return Judgement(Standing.DENIED, "nobody affirms it, and it is denied", _ids(denying))
    return Judgement(Standing.REPORTED, "it is spoken of, and neither affirmed nor denied", _ids(members))


def _judge_settled(settled: Sequence[Dispute], judged: Judged) -> Judgement | None:
    for dispute in settled:
        side = judged.side_of(dispute)
        if side is not None and dispute.sides[side].says == NO:
            return Judgement(Standing.DENIED, dispute.state_reason, tuple(sorted(dispute.sides[side].claims)))
    return None


def _judge_denied(members: Sequence[Witness], parties: frozenset[str], rules: EvidenceRules) -> Judgement | None:
    contradiction = find_contradiction(members, rules)
    if contradiction is None:
        return None
    denying = [no for no in still_denying(contradiction, members) if speaker(no) in parties]
    if not denying:
        return None
    who = list_actors(speaker(no) or "" for no in denying)
    return Judgement(Standing.DISPUTED, f"denied by {who}, a party to it", _ids([*contradiction.affirming, *denying]))


def _judge_end_user(
    members: Sequence[Witness], parties: frozenset[str], disputes: Sequence[Dispute]
) -> Judgement | None:
    for dispute in disputes:
        if dispute.type is DisputeType.END_USER and dispute.state is DisputeState.OPEN:
            claims = {claim for side in dispute.sides for claim in side.claims}
            told = [member for member in members if member.claim.id in claims and speaker(member) in parties]
            if told:
                who = list_actors(speaker(member) or "" for member in told)
                return Judgement(Standing.DISPUTED, f"{who} and others name different end users", tuple(sorted(claims)))
    return None


def _judge_support(told: Sequence[Witness], parties: frozenset[str], origins: Origins) -> Judgement:
    acknowledged = [member for member in told if is_acknowledged(member, parties)]
    if acknowledged:
        who = list_actors(speaker(member) or "" for member in acknowledged)
        return Judgement(Standing.CONFIRMED, f"acknowledged by {who}, a party to it", _ids(acknowledged))
    independent = origins.gather(told)
    if len(independent) > 1:
        return Judgement(Standing.CORROBORATED, f"told by {len(independent)} independent origins", _ids(told))
    return Judgement(Standing.REPORTED, "told by one origin", _ids(told))


def _ids(members: Sequence[Witness]) -> tuple[str, ...]:
    return tuple(sorted({member.claim.id for member in members}))
