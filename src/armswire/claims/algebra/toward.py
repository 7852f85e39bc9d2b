"""Operators that lead toward a transfer: asking, weighing, promising, agreeing, approving."""

from __future__ import annotations

from dataclasses import replace

from armswire.claims.algebra.applied import Applied, asked, decline, default, giver
from armswire.claims.meaning import AWAY, TOWARD, Meaning, Party, weaken
from armswire.claims.parse.grammar import Mood
from armswire.model.claim import Certainty, Polarity, Stage

# Stages that an agreement leaves as they are: to agree to a request, a licence or a change of mind is to make it.
NOT_AGREED = frozenset({Stage.REQUEST, Stage.APPROVAL, Stage.REVERSAL, Stage.END_USE})
# Stages that a plan or promise leaves as they are: "plans to ask" is a request to come.
NOT_PLEDGED = frozenset({Stage.REQUEST, Stage.CONSIDERATION, Stage.APPROVAL, Stage.REVERSAL})


def request(m: Meaning, op: Applied) -> Meaning:
    """ "urged Seoul to sell": a request; where it asks that supplying stop, there is supplying."""
    if m.direction == AWAY:
        return _presuppose(m, op)
    if m.under == "halt" and m.realised and m.stage is m.base:
        # "must stop supplying", somebody demanded: the halt has been taken back already.
        return replace(m, stance=op.token)
    if op.cue == "need" and (op.agent is None or op.agent.taken_up):
        return m.drop("a need of nobody in particular")
    # Who asks its own members asks no leave of them.
    to_another = op.addressee is not None and not op.addressee.shares(op.agent)
    asks_leave = to_another or m.onward
    if asks_leave and m.buyer is None and m.supplier is not None and _same(m.supplier.actors, op):
        # Who asks leave to pass arms on asks the one who must allow it, named or not, and stands in between.
        m = replace(m, supplier=None, intermediary=default(m.intermediary, op.agent))
    supplier = default(m.supplier, op.addressee)
    if op.addressee is None and m.supplier is not None and _same(m.supplier.actors, op) and not op.is_noun:
        return m.drop("asks nobody else")
    m = replace(m, stage=Stage.REQUEST, requester=op.agent, supplier=supplier, realised=True)
    return replace(m, polarity=Polarity.NEGATED) if op.negated else m


def _same(actors: tuple[str, ...], op: Applied) -> bool:
    return op.agent is not None and set(actors) == set(op.agent.actors)


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
        supplier=default(m.supplier, op.addressee),
        stance=op.token,
        realised=True,
    )


def want(m: Meaning, op: Applied) -> Meaning:
    """ "wants to send" considers, "wants to get" requests; who wants to sign a contract for itself considers too."""
    gives = op.agent is not None and op.agent.shares(m.supplier)
    signs = op.agent is not None and m.settled and op.agent.shares(m.buyer)
    return consider(m, op) if gives or signs else request(m, op)


def consider(m: Meaning, op: Applied) -> Meaning:
    """ "is considering sending"; a request that is considered has been made to whoever considers it."""
    if m.direction == AWAY:
        return replace(m, certainty=Certainty.POSSIBLE, realised=True)
    if m.stage is Stage.REQUEST:
        supplier, recipient = default(m.supplier, asked(m, op)), default(m.recipient, m.requester)
        considered = replace(m, stage=Stage.CONSIDERATION, supplier=supplier, recipient=recipient)
        return replace(considered, requester=None, realised=True)
    offered = m.stage is Stage.PLEDGE and m.under == "pledge" and m.recipient is None
    if offered and op.agent is not None and not op.agent.shares(m.supplier):
        # "is weighing offers of jets": who weighs them would get the jets.
        m = replace(m, recipient=op.agent)
    other = op.addressee if m.buyer is not None else None
    supplier = default(default(m.supplier, other), giver(m, op))
    if m.recipient is None and m.buyer is None and op.addressee is not None and not op.addressee.shares(supplier):
        # "in talks with Kenya on the sale of tanks": whom a seller talks with would get them.
        m = replace(m, recipient=op.addressee, sides_open=m.supplier is None)
    m = replace(m, stage=Stage.CONSIDERATION, supplier=supplier, realised=True, certainty=Certainty.CERTAIN)
    return replace(m, polarity=Polarity.NEGATED) if op.negated else m


def pledge(m: Meaning, op: Applied) -> Meaning:
    """ "promised to send", "plans to send"; a plan to do anything else makes that probable."""
    if op.negated:
        return decline(m) if m.direction == TOWARD else replace(m, certainty=Certainty.POSSIBLE)
    supplier = default(m.supplier, giver(m, op))
    m = replace(m, recipient=default(m.recipient, op.addressee)) if m.buyer is None else m
    if m.direction == AWAY or m.stage in NOT_PLEDGED or m.settled:
        certainty = Certainty.CERTAIN if op.cue == "pledge" else Certainty.PROBABLE
        return replace(m, certainty=weaken(m.certainty, certainty), supplier=supplier, realised=True)
    if op.cue == "pledge" and m.realised:
        return replace(m, supplier=supplier)
    return replace(m, stage=Stage.PLEDGE, supplier=supplier, realised=True)


def come(m: Meaning, op: Applied) -> Meaning:
    """ "expects the rest in May", "ten more are on their way": what was told before is still to come."""
    if m.direction == AWAY or m.realised:
        return m
    waits = op.agent is not None and not op.agent.shares(m.supplier)
    recipient = default(m.recipient, op.agent if waits else None)
    return replace(m, stage=Stage.PLEDGE, recipient=recipient, realised=True)


def announce(m: Meaning, op: Applied) -> Meaning:
    """Announcing a purchase says that it is made; announcing a package promises it."""
    if op.negated:
        return pledge(m, op)
    if m.realised:
        return m
    if m.direction == AWAY or m.base is not Stage.AGREEMENT:
        return pledge(m, op)
    return replace(m, supplier=default(m.supplier, giver(m, op)), realised=True)


def agree(m: Meaning, op: Applied) -> Meaning:
    """ "agreed to send" promises, "agreed on a sale" is an agreement."""
    if m.direction == AWAY or m.stage in NOT_AGREED:
        return m
    if op.negated:
        return replace(m, stage=Stage.AGREEMENT, polarity=Polarity.NEGATED, realised=True)
    if m.base is Stage.DELIVERY and m.stage is not Stage.AGREEMENT:
        return replace(m, stage=Stage.PLEDGE, supplier=default(m.supplier, giver(m, op)), realised=True)
    if m.stage is Stage.CONSIDERATION:
        return m
    return replace(m, stage=Stage.AGREEMENT, base=Stage.AGREEMENT, settled=True, realised=True)


def conclude(m: Meaning, op: Applied) -> Meaning:
    """ "signed a contract for", "signed for": an agreement in words."""
    if m.direction == AWAY or m.stage in NOT_AGREED or m.stage is Stage.CONSIDERATION:
        return m
    m = replace(m, stage=Stage.AGREEMENT, base=Stage.AGREEMENT, settled=True, realised=True)
    if op.cue == "sign_for" and m.buyer is None and m.recipient is None:
        m = replace(m, buyer=op.agent, supplier=default(m.supplier, op.addressee))
    if op.agent is not None and op.agent.shares(m.recipient or m.buyer):
        # "India and France concluded a deal for the Indian navy": the other of two sells.
        m = replace(m, supplier=default(m.supplier, giver(m, op)))
    if m.buyer is None and m.recipient is None and _is_firm(op.agent) and m.supplier and not _is_firm(m.supplier):
        # "Damen won an order from Kenya": who wins it sells.
        m = replace(m, buyer=m.supplier, supplier=op.agent)
    return replace(m, polarity=Polarity.NEGATED) if op.negated else m


def _is_firm(party: Party | None) -> bool:
    return party is not None and any(actor.startswith("org:") for actor in party.actors)


def approve(m: Meaning, op: Applied) -> Meaning:
    """ "approved the sale"; "has not approved" is not yet, "did not approve" a refusal."""
    if op.agent is None and op.mood is Mood.IMPERATIVE:
        return m.drop("an exhortation")
    if m.direction == AWAY:
        return m
    m = replace(_licensed(m, op), stage=Stage.APPROVAL, realised=True, certainty=Certainty.CERTAIN)
    if not op.negated:
        return m
    return replace(m, polarity=Polarity.NEGATED) if op.perfect or op.lacking else decline(m)


def _licensed(m: Meaning, op: Applied) -> Meaning:
    """Who lets another pass arms on supplies too, the other is in between; as with refusals (convention 7)."""
    licenser = giver(m, op)
    if m.supplier is None or licenser is None or m.buyer is not None:
        return replace(m, supplier=default(m.supplier, licenser))
    of_states = all(len(actor) == 3 for actor in (*licenser.actors, *m.supplier.actors))
    if licenser.shares(m.supplier) or not of_states:
        return m
    both = replace(licenser, actors=tuple(dict.fromkeys((*licenser.actors, *m.supplier.actors))))
    return replace(m, supplier=both, intermediary=default(m.intermediary, m.supplier))


def fulfil(m: Meaning, op: Applied) -> Meaning:
    """ "fulfilled its promise" has given, "has yet to honour the contract" has not."""
    if m.direction == AWAY or m.stage not in {Stage.PLEDGE, Stage.AGREEMENT, Stage.DELIVERY}:
        return m
    if op.mood is not Mood.REAL and not op.perfect:
        return begin(m, op)
    supplier = default(m.supplier, giver(m, op))
    polarity = Polarity.NEGATED if op.negated or op.unfulfilled else m.polarity
    return replace(m, stage=Stage.DELIVERY, base=Stage.DELIVERY, polarity=polarity, supplier=supplier, realised=True)


def begin(m: Meaning, op: Applied) -> Meaning:
    """ "began to send", "speeds up", "helps to send": who does so gives, the stage stays."""
    return m if op.is_noun else replace(m, supplier=default(m.supplier, giver(m, op)))
