"""An operator at work, and what all operators do with the parties to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from armswire.claims.meaning import AWAY, Meaning, Party
from armswire.claims.parse.grammar import Mood
from armswire.model.claim import Stage


@dataclass(frozen=True, slots=True)
class Applied:
    """Who acts, who is addressed, against whom, and how the operator's own word presents it.

    `neither` marks one of two that are both denied: "neither confirmed nor denied"; `lacking` what has not come so far:
    "cannot pass them on without a licence"; `unfulfilled` what "has yet to" come. `partly`
    marks an answer to a part only ("confirmed some of it"), `withheld` one that is not given ("without denying"),
    `evasive` one that leaves both open ("refused to confirm or deny", "had nothing to add").
    """

    agent: Party | None
    addressee: Party | None
    mood: Mood
    negated: bool
    perfect: bool
    is_noun: bool
    cue: str
    token: int
    target: Party | None = None
    neither: bool = False
    lacking: bool = False
    unfulfilled: bool = False
    partly: bool = False
    withheld: bool = False
    evasive: bool = False


def default(party: Party | None, other: Party | None) -> Party | None:
    """The party, or the other where nobody is known."""
    return party if party is not None else other


def decline(m: Meaning) -> Meaning:
    """The meaning as a refusal."""
    return replace(m, stage=Stage.REFUSAL, direction=AWAY, realised=True)


def asked(m: Meaning, op: Applied) -> Party | None:
    """Who answers a request has been asked, unless it is the asker itself."""
    if op.agent is None or op.agent.shares(m.requester):
        return None
    return op.agent


def giver(m: Meaning, op: Applied) -> Party | None:
    """The agent as supplier, unless it is the one who gets or buys; of two of whom one gets, the other."""
    if op.agent is None:
        return None
    gets = {actor for party in (m.recipient, m.buyer) if party is not None for actor in party.actors}
    others = tuple(actor for actor in op.agent.actors if actor not in gets)
    return replace(op.agent, actors=others) if others else None
