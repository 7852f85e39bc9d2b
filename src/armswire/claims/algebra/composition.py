"""The algebra: what an operator makes of the meaning that it governs.

Each operator kind has one function from meaning to meaning; they are applied from the frame outwards, so "urged Seoul
to reconsider its refusal to sell shells" is urge(reconsider(refuse(sell))). A meaning leads toward a transfer or away
from it; refusing and halting turn it away, lifting and reconsidering turn it back, and who asks for a turning away
presupposes that there was a transfer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from armswire.claims.algebra import away, stance, toward
from armswire.claims.algebra.applied import Applied, decline
from armswire.claims.meaning import Meaning
from armswire.claims.parse.grammar import Mood
from armswire.model.claim import Answer, Certainty, Polarity, Stage

ALGEBRA: dict[str, Callable[[Meaning, Applied], Meaning]] = {
    "request": toward.request,
    "want": toward.want,
    "consider": toward.consider,
    "pledge": toward.pledge,
    "announce": toward.announce,
    "await": toward.come,
    "agree": toward.agree,
    "conclude": toward.conclude,
    "approve": toward.approve,
    "fulfil": toward.fulfil,
    "begin": toward.begin,
    "boost": toward.begin,
    "cause": toward.begin,
    "refuse": away.refuse,
    "halt": away.halt,
    "attempt": away.attempt,
    "reverse": away.reverse,
    "resume": away.resume,
    "fail": away.fail,
    "deny": stance.deny,
    "confirm": stance.confirm,
    "decline_comment": stance.decline_comment,
    "evade": stance.evade,
    "restate": stance.restate,
    "accuse": stance.accuse,
    "thank": stance.thank,
    "likely": stance.expect,
    "possible": stance.allow_for,
    "say": stance.say,
    "policy": stance.leave,
    "attitude": stance.view,
    "address": stance.leave,
}
# Operators under whose "may" the transfer is no less certain: "may say that", "can confirm that".
UNTOUCHED_BY_MAY = frozenset({"say", "begin", "boost", "cause", "confirm"})
# What may be approved or agreed is still being considered.
OPEN_UNDER_MAY = frozenset({"approve", "agree", "conclude"})
# Who could not confirm or deny is certain of that.
UNANSWERED = frozenset({Answer.DECLINES, Answer.NON_DENIAL})
# What should be done so is somebody's opinion.
OPINION_UNDER_SHOULD = frozenset({"approve", "pledge", "agree", "consider", "halt", "refuse", "reverse", "resume"})


def present(meaning: Meaning, mood: Mood, *, negated: bool, progressive: bool, headline_future: bool) -> Meaning:
    """The frame under its own tense, modal and negation; `headline_future` where "to send" heads a headline."""
    if mood is Mood.OBLIGED:
        return meaning.drop("an opinion of what should be done")
    if not negated:
        return _affirmed(meaning, Mood.FUTURE if headline_future else mood)
    if mood is Mood.REAL and not progressive and not headline_future:
        return replace(meaning, polarity=Polarity.NEGATED, realised=True)
    return decline(meaning)


def _affirmed(meaning: Meaning, mood: Mood) -> Meaning:
    if mood is Mood.FUTURE:
        return replace(meaning, stage=Stage.PLEDGE, realised=True)
    if mood is Mood.POSSIBLE:
        return replace(meaning, stage=Stage.CONSIDERATION, certainty=Certainty.POSSIBLE, realised=True)
    return replace(meaning, realised=True) if mood is Mood.REAL else meaning


def apply(kind: str, meaning: Meaning, op: Applied) -> Meaning:
    """`meaning` under an operator of `kind`; a modal on the operator weakens what comes out."""
    out = replace(ALGEBRA[kind](meaning, op), under=kind)
    if op.mood is Mood.OBLIGED and kind in OPINION_UNDER_SHOULD:
        return away.oblige(out, kind)
    unable_to_confirm = out.answer in UNANSWERED and kind in {"confirm", "deny"}
    if op.mood is Mood.POSSIBLE and kind not in UNTOUCHED_BY_MAY and not unable_to_confirm:
        out = replace(out, certainty=Certainty.POSSIBLE)
        if kind in OPEN_UNDER_MAY and out.stage in {Stage.APPROVAL, Stage.AGREEMENT}:
            out = replace(out, stage=Stage.CONSIDERATION)
    return out
