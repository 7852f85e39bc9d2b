"""What people judged, as pages tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from armswire.model.dispute import Dispute
from armswire.model.judgement import JudgementRecord
from armswire.wording.judgements import DONE, say_force


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person made of the question: `side` is the one held right, in words, `force` whether it holds."""

    verdict: str
    side: str
    by: str
    on: date
    because: str
    force: str


def view_judged(record: JudgementRecord, dispute: Dispute) -> Judged:
    """A judgement on a dispute."""
    judgement = record.judgement
    right: frozenset[str] = frozenset()
    if judgement.side is not None and judgement.side < len(record.found):
        right = frozenset(record.found[judgement.side])
    sides = [side.says for side in dispute.sides if right & set(side.claims)]
    return Judged(
        verdict=DONE[judgement.verdict],
        side=" and ".join(sides),
        by=judgement.by,
        on=judgement.on,
        because=judgement.because,
        force=say_force(record),
    )
