"""The algebra: what an operator makes of the meaning that it governs.

Each operator kind has one function from meaning to meaning; they are applied from the frame outwards, so "urged Seoul
to reconsider its refusal to sell shells" is urge(reconsider(refuse(sell))). A meaning leads toward a transfer or away
from it; refusing and halting turn it away, lifting and reconsidering turn it back, and who asks for a turning away
presupposes that there was a transfer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from armswire.claims.grammar import Mood
from armswire.claims.meaning import AWAY, TOWARD, Meaning, Party, weaken
from armswire.model.claim import Answer, Certainty, Polarity, Stage


@dataclass(frozen=True, slots=True)
class Applied:
    """An operator at work: who acts, who is addressed, and how its own word presents it."""

    agent: Party | None
    addressee: Party | None
    mood: Mood
    negated: bool
    perfect: bool
    is_noun: bool
    cue: str
    token: int
    target: Party | None = None


def present(meaning: Meaning, mood: Mood, *, negated: bool, progressive: bool, headline_future: bool) -> Meaning:
    """The frame under its own tense, modal and negation; `headline_future` where "to send" heads a headline."""
    if mood is Mood.OBLIGED:
        return (
            replace(meaning, stage=meaning.stage).drop("an opinion of what should be done")
            if not negated
            else meaning.drop("an opinion of what should be done")
        )
    if mood is Mood.FUTURE or headline_future:
        return _decline(meaning) if negated else replace(meaning, stage=_planned(meaning), realised=True)
    if mood is Mood.POSSIBLE:
        if negated:
            return _decline(meaning)
        return replace(meaning, stage=Stage.CONSIDERATION, certainty=Certainty.POSSIBLE, realised=True)
    if mood is Mood.REAL:
        if not negated:
            return replace(meaning, realised=True)
        if progressive:
            return _decline(meaning)
        return replace(meaning, polarity=Polarity.NEGATED, realised=True)
    if negated:
        return _decline(meaning)
    return meaning


def _planned(meaning: Meaning) -> Stage:
    return Stage.PLEDGE


def _decline(meaning: Meaning) -> Meaning:
    return replace(meaning, stage=Stage.REFUSAL, direction=AWAY, realised=True)


def _default(party: Party | None, other: Party | None) -> Party | None:
    return party if party is not None else other


def _request(m: Meaning, op: Applied) -> Meaning:
    if m.direction == AWAY:
        return _presuppose(m, op)
    if op.cue == "need" and (op.agent is None or "takes up" in op.agent.how):
        return m.drop("a need of nobody in particular")
    asked = op.addressee is not None and m.buyer is None
    if asked and m.supplier is not None and op.agent is not None and set(m.supplier.actors) == set(op.agent.actors):
        # Who asks leave to pass arms on asks the one who must allow it, and stands in between.
        m = replace(m, supplier=None, intermediary=_default(m.intermediary, op.agent))
    supplier = _default(m.supplier, op.addressee)
    m = replace(m, stage=Stage.REQUEST, requester=op.agent, supplier=supplier, realised=True)
    return replace(m, polarity=Polarity.NEGATED) if op.negated else m


def _presuppose(m: Meaning, op: Applied) -> Meaning:
    """Who demands that supplying stop says that there is supplying; who asks that none begin says nothing."""
    if m.stage is not Stage.HALT:
        return m.drop("asks that nothing be supplied")
    return replace(
        m,
        stage=m.base,
        direction=TOWARD,
        polarity=Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN,
        supplier=_default(m.supplier, op.addressee),
        stance=op.token,
        realised=True,
    )


def _want(m: Meaning, op: Applied) -> Meaning:
    gives = m.supplier is not None and op.agent is not None and set(m.supplier.actors) & set(op.agent.actors)
    if gives:
        return _consider(m, op)
    return _request(m, op)


def _consider(m: Meaning, op: Applied) -> Meaning:
    if m.direction == AWAY:
        return replace(m, certainty=Certainty.POSSIBLE, realised=True)
    if m.stage is Stage.REQUEST:
        return replace(
            m,
            stage=Stage.CONSIDERATION,
            supplier=_default(m.supplier, _asked(m, op)),
            recipient=_default(m.recipient, m.requester),
            requester=None,
            realised=True,
        )
    other = op.addressee if m.buyer is not None else None
    supplier = _default(_default(m.supplier, other), _giver(m, op))
    m = replace(m, stage=Stage.CONSIDERATION, supplier=supplier, realised=True, certainty=Certainty.CERTAIN)
    return replace(m, polarity=Polarity.NEGATED) if op.negated else m


def _asked(m: Meaning, op: Applied) -> Party | None:
    """Who answers a request has been asked, unless it is the asker itself."""
    if op.agent is None or (m.requester is not None and set(op.agent.actors) & set(m.requester.actors)):
        return None
    return op.agent


def _giver(m: Meaning, op: Applied) -> Party | None:
    """The agent as supplier, unless it is the one who gets or buys."""
    if op.agent is None:
        return None
    others = {a for p in (m.recipient, m.buyer) if p is not None for a in p.actors}
    return None if set(op.agent.actors) & others else op.agent


def _pledge(m: Meaning, op: Applied) -> Meaning:
    if op.negated:
        return _decline(m) if m.direction == TOWARD else replace(m, certainty=Certainty.POSSIBLE)
    supplier = _default(m.supplier, _giver(m, op))
    m = replace(m, recipient=_default(m.recipient, op.addressee)) if m.buyer is None else m
    if (
        m.direction == AWAY
        or m.stage in {Stage.REQUEST, Stage.CONSIDERATION, Stage.APPROVAL, Stage.REVERSAL}
        or m.settled
    ):
        certainty = Certainty.CERTAIN if op.cue in {"pledge"} else Certainty.PROBABLE
        return replace(m, certainty=weaken(m.certainty, certainty), supplier=supplier, realised=True)
    if op.cue == "pledge" and m.realised:
        return replace(m, supplier=supplier)
    return replace(m, stage=Stage.PLEDGE, supplier=supplier, realised=True)


def _announce(m: Meaning, op: Applied) -> Meaning:
    """Announcing a purchase says that it is made; announcing a package promises it."""
    if op.negated or m.realised or m.direction == AWAY or m.base is not Stage.AGREEMENT:
        return _pledge(m, op) if not m.realised or op.negated else m
    return replace(m, supplier=_default(m.supplier, _giver(m, op)), realised=True)


def _agree(m: Meaning, op: Applied) -> Meaning:
    if m.direction == AWAY or m.stage in {Stage.REQUEST, Stage.APPROVAL, Stage.REVERSAL, Stage.END_USE}:
        return m
    if op.negated:
        return replace(m, stage=Stage.AGREEMENT, polarity=Polarity.NEGATED, realised=True)
    if m.base is Stage.DELIVERY and m.stage is not Stage.AGREEMENT:
        return replace(m, stage=Stage.PLEDGE, supplier=_default(m.supplier, _giver(m, op)), realised=True)
    if m.stage is Stage.CONSIDERATION:
        return m
    return replace(m, stage=Stage.AGREEMENT, base=Stage.AGREEMENT, settled=True, realised=True)


def _conclude(m: Meaning, op: Applied) -> Meaning:
    if m.direction == AWAY or m.stage in {
        Stage.REQUEST,
        Stage.APPROVAL,
        Stage.REVERSAL,
        Stage.END_USE,
        Stage.CONSIDERATION,
    }:
        return m
    m = replace(m, stage=Stage.AGREEMENT, base=Stage.AGREEMENT, settled=True, realised=True)
    if op.cue == "sign_for" and m.buyer is None and m.recipient is None:
        m = replace(m, buyer=op.agent, supplier=_default(m.supplier, op.addressee))
    return replace(m, polarity=Polarity.NEGATED) if op.negated else m


def _approve(m: Meaning, op: Applied) -> Meaning:
    if op.agent is None and op.mood is Mood.IMPERATIVE:
        return m.drop("an exhortation")
    if m.direction == AWAY:
        return m
    m = _licensed(m, op)
    m = replace(m, stage=Stage.APPROVAL, realised=True, certainty=Certainty.CERTAIN)
    if op.negated:
        return replace(m, polarity=Polarity.NEGATED) if op.perfect else _decline(m)
    return m


def _licensed(m: Meaning, op: Applied) -> Meaning:
    """Who lets another pass arms on is a supplier too, the other is the one in between; as with refusals (convention 7)."""
    giver = _giver(m, op)
    if m.supplier is None or giver is None or m.buyer is not None:
        return replace(m, supplier=_default(m.supplier, giver))
    if set(giver.actors) & set(m.supplier.actors) or any(len(a) != 3 for a in (*giver.actors, *m.supplier.actors)):
        return m
    both = replace(giver, actors=tuple(dict.fromkeys((*giver.actors, *m.supplier.actors))))
    return replace(m, supplier=both, intermediary=_default(m.intermediary, m.supplier))


def _refuse(m: Meaning, op: Applied) -> Meaning:
    if op.target is not None and m.recipient is None:
        m = replace(m, recipient=op.target)
    if op.negated:
        return replace(
            m,
            stage=Stage.CONSIDERATION,
            certainty=Certainty.POSSIBLE,
            realised=True,
            supplier=_default(m.supplier, op.agent),
        )
    if m.stage is Stage.HALT:
        return replace(m, stage=m.base, direction=TOWARD, realised=True)
    if m.stage is Stage.REQUEST:
        m = replace(m, recipient=_default(m.recipient, m.requester), supplier=_default(m.supplier, _asked(m, op)))
    if m.stage is Stage.REVERSAL or m.direction == TOWARD:
        return replace(
            _block(m, op),
            stage=Stage.REFUSAL,
            direction=AWAY,
            requester=None,
            realised=True,
            certainty=Certainty.CERTAIN,
            polarity=Polarity.AFFIRMED,
        )
    return m


def _block(m: Meaning, op: Applied) -> Meaning:
    """Who blocks another's supply is the supplier of the refusal, the other the intermediary (convention 7)."""
    if op.agent is None:
        return replace(m, supplier=_default(m.supplier, op.addressee))
    if m.supplier is None or (m.requester is not None and set(m.requester.actors) & set(m.supplier.actors)):
        return replace(m, supplier=_giver(m, op) or m.supplier)
    if set(op.agent.actors) & set(m.supplier.actors):
        return m
    if m.recipient is not None and set(op.agent.actors) & set(m.recipient.actors):
        return m
    return replace(m, supplier=op.agent, intermediary=_default(m.intermediary, m.supplier))


def _halt(m: Meaning, op: Applied) -> Meaning:
    if op.negated:
        return replace(m, realised=True)
    if m.stage in {Stage.REFUSAL}:
        return replace(
            m, stage=Stage.REVERSAL, direction=TOWARD, realised=True, supplier=_default(m.supplier, op.agent)
        )
    if m.direction == AWAY:
        return m
    certainty = Certainty.CERTAIN
    supplier = _default(m.supplier, _giver(m, op))
    return replace(m, stage=Stage.HALT, direction=AWAY, supplier=supplier, realised=True, certainty=certainty)


def _reverse(m: Meaning, op: Applied) -> Meaning:
    if m.direction == TOWARD and m.under != "policy":
        if m.stage is Stage.PLEDGE or m.settled:
            return _halt(m, op)
        return m
    if op.negated:
        return replace(m, stage=Stage.REFUSAL, direction=AWAY, realised=True, supplier=_default(m.supplier, op.agent))
    if m.stage is Stage.HALT:
        return replace(m, stage=m.base, direction=TOWARD, realised=True)
    return replace(m, stage=Stage.REVERSAL, direction=TOWARD, realised=True, supplier=_default(m.supplier, op.agent))


def _resume(m: Meaning, op: Applied) -> Meaning:
    if m.direction == AWAY and m.stage is Stage.HALT:
        return replace(m, stage=m.base, direction=TOWARD, realised=True)
    return replace(m, supplier=_default(m.supplier, _giver(m, op)), realised=True)


def _begin(m: Meaning, op: Applied) -> Meaning:
    supplier = _default(m.supplier, _giver(m, op)) if not op.is_noun else m.supplier
    return replace(m, supplier=supplier)


def _fail(m: Meaning, op: Applied) -> Meaning:
    return replace(m, polarity=Polarity.NEGATED, realised=True) if m.direction == TOWARD else m


def _deny(m: Meaning, op: Applied) -> Meaning:
    if m.stage is Stage.REQUEST:
        return _refuse(m, op)
    if op.negated:
        return replace(m, polarity=Polarity.UNCOMMITTED, answer=Answer.NON_DENIAL, stance=op.token, realised=True)
    flipped = Polarity.NEGATED if m.polarity is not Polarity.NEGATED else Polarity.AFFIRMED
    return replace(
        m, polarity=flipped, answer=Answer.DENIES, stance=op.token, realised=True, certainty=Certainty.CERTAIN
    )


def _confirm(m: Meaning, op: Applied) -> Meaning:
    if op.negated:
        return replace(m, polarity=Polarity.UNCOMMITTED, answer=Answer.DECLINES, stance=op.token, realised=True)
    return replace(m, answer=Answer.CONFIRMS, stance=op.token, realised=True)


def _decline_comment(m: Meaning, op: Applied) -> Meaning:
    return replace(m, polarity=Polarity.UNCOMMITTED, answer=Answer.DECLINES, stance=op.token, realised=True)


def _accuse(m: Meaning, op: Applied) -> Meaning:
    return replace(m, supplier=_default(m.supplier, op.addressee), stance=op.token, realised=True)


def _say(m: Meaning, op: Applied) -> Meaning:
    return m


def _thank(m: Meaning, op: Applied) -> Meaning:
    return replace(
        m,
        supplier=_default(m.supplier, op.addressee),
        recipient=_default(m.recipient, op.agent),
        stance=op.token,
        realised=True,
    )


def _likely(m: Meaning, op: Applied) -> Meaning:
    if op.negated and m.stage in {Stage.DELIVERY, Stage.PLEDGE}:
        return replace(_decline(m), certainty=Certainty.PROBABLE)
    if not m.realised and m.stage is Stage.DELIVERY:
        m = replace(m, stage=Stage.PLEDGE)
    return replace(m, certainty=weaken(m.certainty, Certainty.PROBABLE), realised=True)


def _possible(m: Meaning, op: Applied) -> Meaning:
    return replace(m, certainty=Certainty.POSSIBLE, realised=True)


def _policy(m: Meaning, op: Applied) -> Meaning:
    return m


ALGEBRA: dict[str, Callable[[Meaning, Applied], Meaning]] = {
    "request": _request,
    "want": _want,
    "consider": _consider,
    "pledge": _pledge,
    "announce": _announce,
    "agree": _agree,
    "conclude": _conclude,
    "boost": _begin,
    "approve": _approve,
    "refuse": _refuse,
    "halt": _halt,
    "reverse": _reverse,
    "resume": _resume,
    "begin": _begin,
    "fail": _fail,
    "deny": _deny,
    "confirm": _confirm,
    "say": _say,
    "accuse": _accuse,
    "thank": _thank,
    "likely": _likely,
    "possible": _possible,
    "decline_comment": _decline_comment,
    "policy": _policy,
    "cause": _begin,
}


def apply(kind: str, meaning: Meaning, op: Applied) -> Meaning:
    """`meaning` under an operator of `kind`; a modal on the operator weakens what comes out."""
    out = replace(ALGEBRA[kind](meaning, op), under=kind)
    if op.mood is Mood.POSSIBLE and kind not in {"say", "begin", "boost", "cause"}:
        out = replace(out, certainty=Certainty.POSSIBLE)
    if (
        op.mood is Mood.POSSIBLE
        and out.stage in {Stage.APPROVAL, Stage.AGREEMENT}
        and kind in {"approve", "agree", "conclude"}
    ):
        out = replace(out, stage=Stage.CONSIDERATION)
    if op.mood is Mood.OBLIGED and kind in {
        "approve",
        "pledge",
        "agree",
        "consider",
        "halt",
        "refuse",
        "reverse",
        "resume",
    }:
        return _obliged(out, kind)
    return out


def _obliged(m: Meaning, kind: str) -> Meaning:
    """ "must stop selling" presupposes selling; "should approve" is an opinion."""
    if kind == "halt" and m.stage is Stage.HALT:
        return replace(m, stage=m.base, direction=TOWARD, realised=True)
    return m.drop("an opinion of what should be done")
