"""Which side who answers is on where the answer names only the other: "denied arms supplies to Sudan"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.meaning import Meaning, Party
from armswire.claims.operators.stacking import Stacking
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene

# How long the code of a state is: a group or an alliance may confirm what others do.
STATE_CODE = 3
# Answers that a state gives of itself; it may decline to comment on what others do.
OF_ITSELF = frozenset({"confirm", "deny"})


def fill_from_answers(scene: Scene, stacking: Stacking, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each answer that lacks a side with who answers, where nobody else can be meant."""
    return [_with_side(scene, stacking, c) for c in candidates]


def _with_side(scene: Scene, stacking: Stacking, candidate: Candidate) -> Candidate:
    m = candidate.meaning
    who = stacking.party(candidate.holder)
    governed = m.answer is not None and m.said_at is None and m.stance is not None
    if not governed or who is None or any(len(code) != STATE_CODE for code in who.actors):
        return candidate
    side = Party(who.actors, who.token, "who answers, as nobody else is named")
    speaks = m.stance is not None and {op.kind for op in stacking.operators.at(scene.grammar, m.stance)} & OF_ITSELF
    if not speaks:
        return candidate
    if m.supplier is None and m.recipient is not None and _gives(scene, candidate, who):
        return replace(candidate, meaning=replace(m, supplier=side))
    if m.recipient is None and m.supplier is not None and _gets(scene, candidate, who):
        return replace(candidate, meaning=replace(m, recipient=side))
    return candidate


def _gives(scene: Scene, candidate: Candidate, who: Party) -> bool:
    """ "denies drone sales to Sudan", "admitted that shells had been sent": an act without anybody who acts."""
    m, grammar = candidate.meaning, scene.grammar
    if who.shares(m.recipient) or who.shares(m.intermediary) or "buyer" in candidate.instance.frame.noun_roles.values():
        return False
    if not grammar.is_verb(m.anchor):
        lemma = grammar.tokens[m.anchor].lemma
        # "arms supplies": goods by their name, and a word of supply.
        return m.anchor not in scene.item_at or any(lemma in frame.nouns for frame in scene.language.frames)
    by_nobody = grammar.is_passive(m.anchor) and grammar.passive_agent(m.anchor) is None
    return by_nobody and _admits(scene, m)


def _gets(scene: Scene, candidate: Candidate, who: Party) -> bool:
    """ "confirmed the purchase of tanks from Togo", "acknowledged that Russia had delivered two helicopters"."""
    m = candidate.meaning
    if who.shares(m.supplier) or who.shares(m.intermediary):
        return False
    bought = not scene.grammar.is_verb(m.anchor) and "buyer" in candidate.instance.frame.noun_roles.values()
    return bought or _admits(scene, m)


def _admits(scene: Scene, m: Meaning) -> bool:
    """ "admitted", "acknowledged": what is one's own doing, or has come to oneself."""
    words = scene.language.answers.admitting_words
    return m.stance is not None and scene.grammar.tokens[m.stance].lemma in words
