"""The slots of a claim: which of them are filled, with what, and which steps of the trace tell them."""

from __future__ import annotations

from typing import Any

from armswire.model.claim import Claim, Step
from armswire.model.encoding import encode_claim
from armswire.model.span import Span

# A slot, and the slots of the steps that tell it: the first group of which a step has words. The word of transfer
# itself ("frame") tells the stage where nothing is stacked on it, and the item where the verb holds it ("arming").
TOLD_BY: dict[str, tuple[frozenset[str], ...]] = {
    "stage": (frozenset({"stage"}), frozenset({"frame"})),
    "polarity": (frozenset({"polarity"}),),
    "certainty": (frozenset({"certainty"}),),
    "requester": (frozenset({"requester"}),),
    "supplier": (frozenset({"supplier"}),),
    "recipient": (frozenset({"recipient"}),),
    "intermediary": (frozenset({"intermediary"}),),
    "items": (frozenset({"items"}), frozenset({"frame"})),
    "value": (frozenset({"value"}),),
    "date": (frozenset({"date"}),),
    "conditions": (frozenset({"conditions"}),),
    "reason": (frozenset({"reason"}),),
    "answer": (frozenset({"answer"}),),
    "attribution": (frozenset({"attribution"}),),
    "hedges": (frozenset({"hedges"}),),
}

# What a slot holds where no words tell it: nothing needs to support that.
UNTOLD: tuple[object, ...] = (None, [], "affirmed", "certain")

# The words that are said do not tell who says them.
_WHAT_IS_SAID = "marked:content"


def slot_values(claim: Claim) -> dict[str, Any]:
    """What each filled slot of a claim holds, as in JSON."""
    encoded = encode_claim(claim)
    return {slot: encoded[slot] for slot in TOLD_BY if encoded[slot] not in UNTOLD}


def steps_of(claim: Claim, slot: str) -> tuple[Step, ...]:
    """The steps that tell a slot: those that point at words if there are any, else those that tell of a rule alone."""
    groups = [[s for s in claim.trace if s.slot in named and s.rule != _WHAT_IS_SAID] for named in TOLD_BY[slot]]
    with_words = ([step for step in group if span_of(step) is not None] for group in groups)
    found = next((group for group in with_words if group), groups[0])
    return tuple(found)


def span_of(step: Step) -> Span | None:
    """Where the words of a step stand, or None where it points at none."""
    if step.start is None or step.end is None or not 0 <= step.start < step.end:
        return None
    return Span(step.start, step.end)


def words_of_transfer(claim: Claim) -> frozenset[Span]:
    """By which claims of one sentence are told apart: the word of transfer, else the words that tell the stage."""
    frames = {span for step in claim.trace if step.slot == "frame" and (span := span_of(step))}
    return frozenset(frames or {span for step in steps_of(claim, "stage") if (span := span_of(step))})
