"""Operators that say how somebody stands to what is said: denying, confirming, accusing, expecting."""

from __future__ import annotations

from dataclasses import replace

from armswire.claims.algebra.applied import Applied, decline, default
from armswire.claims.algebra.away import refuse
from armswire.claims.meaning import Meaning, weaken
from armswire.model.claim import Answer, Certainty, Polarity, Stage


def deny(m: Meaning, op: Applied) -> Meaning:
    """ "denied sending"; "did not deny" commits to nothing, and a request that is denied is refused."""
    if m.stage is Stage.REQUEST:
        return refuse(m, op)
    if op.neither:
        return decline_comment(m, op)
    if op.negated:
        return replace(m, polarity=Polarity.UNCOMMITTED, answer=Answer.NON_DENIAL, stance=op.token, realised=True)
    flipped = Polarity.NEGATED if m.polarity is not Polarity.NEGATED else Polarity.AFFIRMED
    denied = replace(m, polarity=flipped, answer=Answer.DENIES, stance=op.token)
    return replace(denied, realised=True, certainty=Certainty.CERTAIN)


def confirm(m: Meaning, op: Applied) -> Meaning:
    """ "confirmed that it sent"; "did not confirm" commits to nothing."""
    if op.negated or op.neither:
        return decline_comment(m, op)
    return replace(m, answer=Answer.CONFIRMS, stance=op.token, realised=True)


def decline_comment(m: Meaning, op: Applied) -> Meaning:
    """ "declined to comment"."""
    return replace(m, polarity=Polarity.UNCOMMITTED, answer=Answer.DECLINES, stance=op.token, realised=True)


def accuse(m: Meaning, op: Applied) -> Meaning:
    """ "accused Tehran of sending"; who lets arms through has not given them."""
    if op.addressee is not None and op.addressee.shares(m.intermediary):
        return replace(m, stance=op.token, realised=True)
    return replace(m, supplier=default(m.supplier, op.addressee), stance=op.token, realised=True)


def thank(m: Meaning, op: Applied) -> Meaning:
    """ "thanked Oslo for the tanks"."""
    supplier, recipient = default(m.supplier, op.addressee), default(m.recipient, op.agent)
    return replace(m, supplier=supplier, recipient=recipient, stance=op.token, realised=True)


def expect(m: Meaning, op: Applied) -> Meaning:
    """ "is likely to send"."""
    if op.negated and m.stage in {Stage.DELIVERY, Stage.PLEDGE}:
        return replace(decline(m), certainty=Certainty.PROBABLE)
    if not m.realised and m.stage is Stage.DELIVERY:
        m = replace(m, stage=Stage.PLEDGE)
    return replace(m, certainty=weaken(m.certainty, Certainty.PROBABLE), realised=True)


def allow_for(m: Meaning, _op: Applied) -> Meaning:
    """ "it is possible that"."""
    return replace(m, certainty=Certainty.POSSIBLE, realised=True)


def view(m: Meaning, _op: Applied) -> Meaning:
    """ "views supplies positively": who has an opinion of a supply does not say that there is one."""
    return m if m.realised else m.drop("an opinion of a supply")


def leave(m: Meaning, _op: Applied) -> Meaning:
    """ "said that", "a policy of": the meaning stays as it is."""
    return m
