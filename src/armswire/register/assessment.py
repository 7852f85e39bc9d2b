"""What the evidence for a transfer adds up to: how far it has come, how well that is known, and why."""

from __future__ import annotations

from collections.abc import Sequence

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.dispute import Dispute
from armswire.model.transfer import Transfer
from armswire.register.brackets.find import find_entries
from armswire.register.brackets.told import Told
from armswire.register.judged import NOTHING_JUDGED, Judged
from armswire.register.origins import Origins
from armswire.register.provenance import draw
from armswire.register.standing import DENIED_BY_PARTY, Case, judge
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
    found = judge(Case(members, furthest, disputes, origins, rules, judged))
    items, values = gather_items(members, rules), gather_values(members)
    return Transfer(
        id=transfer,
        supplier=gather_actors(members, "supplier"),
        recipient=gather_actors(members, "recipient"),
        intermediary=gather_actors(members, "intermediary"),
        items=items,
        value=values,
        stage=furthest,
        stages=stages,
        standing=found.standing,
        standing_rule=found.rule,
        standing_reason=found.reason,
        standing_claims=found.claims,
        origins=origins.gather(affirmed),
        claims=tuple(sorted(member.claim.id for member in members)),
        disputes=tuple(dispute.id for dispute in disputes),
        judgements=judged.concerning((member.claim.id for member in members), disputes),
        entries=find_entries(Told(members, items, values, disputes, found.rule == DENIED_BY_PARTY, origins, rules)),
        provenance=draw(origins, members),
    )
