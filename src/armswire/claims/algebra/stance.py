"""Operators that say how somebody stands to what is said: denying, confirming, accusing, expecting."""

from __future__ import annotations

from dataclasses import replace

from armswire.claims.algebra.applied import Applied, decline, default
from armswire.claims.algebra.away import refuse
from armswire.claims.meaning import Meaning, weaken
from armswire.model.claim import Answer, Certainty, Polarity, Stage

# Verbs of saying what one has said before.
SAID_AGAIN = "say_again"


def deny(m: Meaning, op: Applied) -> Meaning:
    """ "denied sending"; "did not deny" commits to nothing, and another's request that is denied is refused."""
    own_request = op.agent is not None and op.agent.shares(m.requester)
    if m.stage is Stage.REQUEST and not own_request and not op.withheld:
        return refuse(m, op)
    if op.negated or op.withheld or op.neither:
        return evade(m, op)
    if op.partly:
        return replace(evade(m, op), answer=Answer.DENIES_PART)
    flipped = Polarity.NEGATED if m.polarity is not Polarity.NEGATED else Polarity.AFFIRMED
    denied = replace(m, polarity=flipped, answer=Answer.DENIES, stance=op.token)
    return replace(denied, realised=True, certainty=Certainty.CERTAIN)


def confirm(m: Meaning, op: Applied) -> Meaning:
    """ "confirmed that it sent"; "did not confirm" commits to nothing."""
    if op.withheld:
        return evade(m, op)
    if op.negated or op.neither:
        return decline_comment(m, op)
    answer = Answer.CONFIRMS_PART if op.partly else Answer.CONFIRMS
    return replace(m, answer=answer, stance=op.token, realised=True)


def evade(m: Meaning, op: Applied) -> Meaning:
    """ "called the report misleading": whoever finds fault with it has not denied it."""
    return replace(m, polarity=Polarity.UNCOMMITTED, answer=Answer.NON_DENIAL, stance=op.token, realised=True)


def restate(m: Meaning, _op: Applied) -> Meaning:
    """ "its policy of not supplying is unchanged": a refusal said again in answer to a report."""
    return replace(m, answer=Answer.RESTATES_POLICY, realised=True) if m.stage is Stage.REFUSAL else m


def decline_comment(m: Meaning, op: Applied) -> Meaning:
    """ "declined to comment"; who has nothing to add, or neither confirms nor denies, has not declined to answer."""
    answer = Answer.NON_DENIAL if op.evasive else Answer.DECLINES
    return replace(m, polarity=Polarity.UNCOMMITTED, answer=answer, stance=op.token, realised=True)


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


def say(m: Meaning, op: Applied) -> Meaning:
    """ "said that" leaves the meaning as it is; "reiterated its refusal" answers what was asked or reported."""
    return replace(restate(m, op), stance=op.token) if op.cue == SAID_AGAIN and m.stage is Stage.REFUSAL else m


def leave(m: Meaning, _op: Applied) -> Meaning:
    """ "a policy of": the meaning stays as it is."""
    return m
