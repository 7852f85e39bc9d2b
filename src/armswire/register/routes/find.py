"""The act: the claims of a transfer in, its legs with their standing, the parts of those between, its end users out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.dispute import Dispute, DisputeState, DisputeType
from armswire.model.route import Leg, Route
from armswire.model.standing import Standing
from armswire.model.transfer import Transfer
from armswire.register.assessment import STAGE_ORDER
from armswire.register.judged import NOTHING_JUDGED, Judged
from armswire.register.origins import Origins
from armswire.register.routes.end_users import find_end_users
from armswire.register.routes.legs import Ends, Told, find_legs
from armswire.register.routes.parts import find_parts
from armswire.register.routes.places import Places
from armswire.register.standing import Case, judge
from armswire.register.summary import gather_stages
from armswire.register.witness import Witness

_ONLY_NAMED = "named as part of the way; no step of it is told"


def find_route(
    transfer: Transfer,
    members: Sequence[Witness],
    disputes: Sequence[Dispute],
    origins: Origins,
    rules: EvidenceRules,
    judged: Judged = NOTHING_JUDGED,
) -> Route:
    """The route of a transfer of these claims, sorted by their order, with these disputes.

    A leg is judged by the rules that judge a transfer, on the claims that tell of it.
    """
    places = Places(members)
    legs = find_legs(members, places)
    if len(legs) == 1 and not places.between:
        found = [_whole(transfer, ends) for ends in legs]
    else:
        found = []
        for ends, told in legs.items():
            about = tuple(_about(ends, told, places, disputes))
            found.append(_judge_leg(ends, told, _contrary(told, about, members), about, origins, rules, judged))
    return Route(tuple(found), find_parts(members, places, rules), find_end_users(members, places))


def _whole(transfer: Transfer, ends: Ends) -> Leg:
    """The only leg of a transfer in which nobody stands between: as well known as the transfer."""
    return Leg(
        sender=ends.sender,
        receiver=ends.receiver,
        stages=transfer.stages,
        standing=transfer.standing,
        standing_reason=transfer.standing_reason,
        standing_claims=transfer.standing_claims,
        claims=transfer.claims,
    )


def _judge_leg(
    ends: Ends,
    told: Told,
    contrary: Sequence[Witness],
    disputes: Sequence[Dispute],
    origins: Origins,
    rules: EvidenceRules,
    judged: Judged,
) -> Leg:
    stages = gather_stages(told.tells, STAGE_ORDER)
    standing, reason, claims = Standing.REPORTED, _ONLY_NAMED, told.claims
    if told.tells:
        members = [*told.tells, *contrary] if stages else told.tells
        found = judge(Case(members, stages[-1].stage if stages else None, disputes, origins, rules, judged))
        standing, reason, claims = found.standing, found.reason, found.claims
    return Leg(ends.sender, ends.receiver, stages, standing, reason, claims, told.claims)


def _about(ends: Ends, told: Told, places: Places, disputes: Sequence[Dispute]) -> Iterator[Dispute]:
    """The disputes that bear on a leg.

    Where sides name different end users, the leg that all of them tell of is common ground. A person's verdict on a
    denial is one on whether the goods get to their end, and leaves open how far they went.
    """
    mine = {witness.claim.id for witness in told.tells}
    for dispute in disputes:
        sides = [not mine.isdisjoint(side.claims) for side in dispute.sides]
        is_open = dispute.type is DisputeType.END_USER and dispute.state is DisputeState.OPEN
        is_judged = dispute.type is DisputeType.DENIAL and bool(dispute.judgements)
        if any(sides) and (
            (is_open and not all(sides)) or (is_judged and not places.is_between(ends.receiver))
        ):  # fmt: skip
            yield dispute


def _contrary(told: Told, disputes: Sequence[Dispute], members: Sequence[Witness]) -> list[Witness]:
    """The claims by which the other sides contradict a leg: they count against it, and are no word for it."""
    mine = {witness.claim.id for witness in told.tells}
    others = {
        claim
        for dispute in disputes
        if dispute.type is DisputeType.END_USER
        for side in dispute.sides
        for claim in side.claims
        if claim not in mine
    }
    return [replace(member, affirmed=False) for member in members if member.claim.id in others]
