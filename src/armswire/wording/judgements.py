"""Judgements as short words for tables and cards."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.model.claim import Claim
from armswire.model.judgement import Judgement, JudgementRecord, Subject, Verdict
from armswire.register.anchoring import correct
from armswire.wording.claims import say_actors, say_chain, say_claim
from armswire.wording.ids import short_id
from armswire.wording.values import say_dates, say_item, say_money

_EMPTY = "nothing"

# What was done, as one tells of it afterwards.
DONE = {
    Verdict.ACCEPT: "accepted",
    Verdict.CORRECT: "corrected",
    Verdict.REJECT: "rejected",
    Verdict.MERGE: "merged",
    Verdict.SPLIT: "split",
    Verdict.SETTLE: "settled",
    Verdict.NOTE: "noted",
    Verdict.WITHDRAW: "withdrew",
}


def say_judgement(record: JudgementRecord) -> str:
    """A judgement in one line: who did what and when, why, and whether it holds."""
    judgement = record.judgement
    return f"{short_id(judgement.id)}  {say_act(judgement)} ({say_force(record)})"


def say_act(judgement: Judgement) -> str:
    """Who did what and when, and why."""
    what = " · ".join(part for part in (judgement.verdict.value, say_what(judgement)) if part)
    because = f": {judgement.because}" if judgement.because else ""
    return f"{what}, by {judgement.by} on {judgement.on.isoformat()}{because}"


def say_force(record: JudgementRecord) -> str:
    """Whether it takes effect, and if not, why."""
    force = record.force.value.replace("_", " ")
    return f"{force}: {record.reason}" if record.reason else force


def say_what(judgement: Judgement) -> str:
    """What was judged, as it was read at the time."""
    counts = [len(group) for group in judgement.claims]
    if judgement.verdict is Verdict.CORRECT:
        return f"{short_id(judgement.claims[0][0].id)}: {'; '.join(say_corrections(judgement))}"
    if judgement.verdict is Verdict.MERGE:
        return f"{len(counts)} transfers of {', '.join(map(str, counts))} claims"
    if judgement.verdict is Verdict.SPLIT:
        return f"{counts[0]} of {sum(counts)} claims"
    if judgement.subject is Subject.CLAIM:
        return f"{short_id(judgement.claims[0][0].id)}: {say_claim(judgement.claims[0][0])}"
    if judgement.subject is Subject.DISPUTE:
        side = "" if judgement.side is None else f" (side {judgement.side + 1} of {len(counts)})"
        return f"{judgement.question}{side}"
    if judgement.subject is Subject.TRANSFER:
        return f"a transfer of {sum(counts)} claims"
    return short_id(judgement.target or "")


def say_corrections(judgement: Judgement) -> Iterator[str]:
    """For each corrected slot what was read and what it is to be."""
    before = judgement.claims[0][0]
    after = correct(before, judgement.slots)
    for slot in judgement.slots:
        yield f"{slot} {_say_slot(before, slot)} → {_say_slot(after, slot)}"


def _say_slot(claim: Claim, slot: str) -> str:
    value = getattr(claim, slot)
    if not value:
        return _EMPTY
    if slot == "items":
        return "; ".join(say_item(item) for item in claim.items)
    if slot == "date":
        return say_dates(claim.date)
    if slot == "value" and claim.value is not None:
        return say_money(claim.value)
    if slot == "attribution":
        return say_chain(claim.attribution)
    if isinstance(value, tuple):
        return say_actors(value) if slot != "conditions" else "; ".join(value)
    return str(value)
