"""Operators that turn away from a transfer, and those that undo such a turn."""

from __future__ import annotations

from dataclasses import replace

from armswire.claims.algebra.applied import Applied, asked, decline, default, giver
from armswire.claims.meaning import AWAY, TOWARD, Meaning
from armswire.model.claim import Answer, Certainty, Polarity, Stage


def refuse(m: Meaning, op: Applied) -> Meaning:
    """ "refused to send"; "did not rule out sending" leaves it open, refusing to stop goes on."""
    if m.answer is not None and not op.is_noun:
        # "refused to deny that it had": no denial.
        return replace(m, polarity=Polarity.UNCOMMITTED, answer=Answer.NON_DENIAL)
    if op.target is not None and m.recipient is None:
        m = replace(m, recipient=op.target)
    if op.negated:
        open_still = replace(m, stage=Stage.CONSIDERATION, certainty=Certainty.POSSIBLE, realised=True)
        return replace(open_still, supplier=default(m.supplier, op.agent))
    if m.stage is Stage.HALT:
        return _go_on(m)
    if m.stage is Stage.REQUEST:
        gets = None if m.intermediary is not None and m.intermediary.shares(m.requester) else m.requester
        m = replace(m, recipient=default(m.recipient, gets), supplier=default(m.supplier, asked(m, op)))
    if m.stage is not Stage.REVERSAL and m.direction != TOWARD:
        return m
    return replace(
        _block(m, op),
        stage=Stage.REFUSAL,
        direction=AWAY,
        requester=None,
        realised=True,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.AFFIRMED,
    )


def _block(m: Meaning, op: Applied) -> Meaning:
    """Who blocks another's supply is the supplier of the refusal, the other the intermediary (convention 7)."""
    if op.agent is None:
        return replace(m, supplier=default(m.supplier, op.addressee))
    if m.under == "pledge" and m.recipient is None and m.buyer is None and not op.agent.shares(m.supplier):
        # "turned down a Chinese offer of jets": who turns it down would have got them.
        return replace(m, recipient=op.agent, intermediary=None)
    if m.supplier is None or m.supplier.shares(m.requester):
        return replace(m, supplier=giver(m, op) or m.supplier)
    if op.agent.shares(m.supplier) or op.agent.shares(m.recipient):
        return m
    return replace(m, supplier=op.agent, intermediary=default(m.intermediary, m.supplier))


def halt(m: Meaning, op: Applied) -> Meaning:
    """ "suspended deliveries"; what ends a refusal is a reversal."""
    if op.negated:
        return replace(m, realised=True)
    if m.stage is Stage.REFUSAL:
        return _turn_back(m, op)
    if m.direction == AWAY:
        return m
    supplier = default(m.supplier, giver(m, op))
    stopped = replace(m, stage=Stage.HALT, direction=AWAY, supplier=supplier)
    return replace(stopped, realised=True, certainty=Certainty.CERTAIN)


def attempt(m: Meaning, _op: Applied) -> Meaning:
    """ "moved to block a sale": who tries to block it may halt it; other attempts leave open what comes of them."""
    if m.direction != AWAY:
        return m
    stage = Stage.HALT if m.stage is Stage.REFUSAL else m.stage
    return replace(m, stage=stage, certainty=Certainty.POSSIBLE, realised=True)


def reverse(m: Meaning, op: Applied) -> Meaning:
    """ "lifted its ban on sales"; who breaks a promise or a contract halts."""
    if m.direction == TOWARD and m.under != "policy":
        return halt(m, op) if m.stage is Stage.PLEDGE or m.settled else m
    if op.negated:
        unchanged = Answer.RESTATES_POLICY if m.stage is Stage.REFUSAL else m.answer
        return replace(decline(m), supplier=default(m.supplier, op.agent), answer=unchanged)
    return _go_on(m) if m.stage is Stage.HALT else _turn_back(m, op)


def resume(m: Meaning, op: Applied) -> Meaning:
    """ "resumed deliveries"."""
    if m.direction == AWAY and m.stage is Stage.HALT:
        return _go_on(m)
    return replace(m, supplier=default(m.supplier, giver(m, op)), realised=True)


def fail(m: Meaning, _op: Applied) -> Meaning:
    """ "failed to deliver"; what is denied or confirmed is not what fails."""
    if m.answer is not None:
        return m
    return replace(m, polarity=Polarity.NEGATED, realised=True) if m.direction == TOWARD else m


def oblige(m: Meaning, kind: str) -> Meaning:
    """ "must stop selling" presupposes selling; "should approve" is an opinion."""
    if kind == "halt" and m.stage is Stage.HALT:
        return _go_on(m)
    return m.drop("an opinion of what should be done")


def _go_on(m: Meaning) -> Meaning:
    """What was halted goes on as it was."""
    return replace(m, stage=m.base, direction=TOWARD, realised=True)


def _turn_back(m: Meaning, op: Applied) -> Meaning:
    supplier = default(m.supplier, op.agent)
    return replace(m, stage=Stage.REVERSAL, direction=TOWARD, realised=True, supplier=supplier)
