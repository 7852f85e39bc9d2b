"""Talks that a party confirms when more was reported: "confirmed that talks had been held"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armswire.claims.discourse.answerable import REACH, Reading
from armswire.claims.discourse.answering_parties import answering_party
from armswire.claims.meaning import TOWARD, Meaning, share
from armswire.claims.operators.stacking import Stacking
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced, traced_operator
from armswire.model.claim import Answer, Certainty, Polarity, Stage


def find_confirmed_talks(scene: Scene, stacking: Stacking, readings: Sequence[Reading]) -> Iterator[Candidate]:
    """The talks that are confirmed about what a reading told before; of a deal that was reported they are a part."""
    for token in scene.grammar.tokens:
        verb = token.index
        talks = _confirmed(scene, stacking, verb)
        who = None if talks is None else answering_party(scene, stacking, verb)
        if talks is None or who is None:
            continue
        party = stacking.party(who)
        here = scene.sentence_of(verb)
        before = [
            r
            for r in readings
            if r.meaning.anchor < verb and here - scene.sentence_of(r.meaning.anchor) <= REACH
            if r.meaning.direction == TOWARD and (share(party, r.meaning.supplier) or share(party, r.meaning.recipient))
        ]
        if before:
            told = before[-1].meaning
            m = replace(_talks(told, verb), answer=None)
            m = traced_operator(scene, told, m, "answer:talks", Words(talks))
            m = traced(scene, m, replace(m, answer=_talks(told, verb).answer), "answer:talks", Words(verb))
            yield replace(before[-1].candidate, meaning=m, holder=who)


def _talks(m: Meaning, verb: int) -> Meaning:
    answer = Answer.CONFIRMS if m.stage is Stage.CONSIDERATION else Answer.CONFIRMS_PART
    m = replace(m, stage=Stage.CONSIDERATION, polarity=Polarity.AFFIRMED, certainty=Certainty.CERTAIN, dropped=None)
    return replace(m, answer=answer, stance=verb, top=verb, said_at=verb, realised=True)


def _confirmed(scene: Scene, stacking: Stacking, verb: int) -> int | None:
    """The noun of "confirmed that [talks] were under way", where it is not told what they are about."""
    grammar = scene.grammar
    confirms = any(op.kind == "confirm" for op in stacking.operators.at(grammar, verb))
    if not grammar.is_verb(verb) or not confirms or grammar.is_negated(verb):
        return None
    for clause in grammar.kids(verb, "ccomp"):
        for subject in grammar.kids(clause, "nsubj", "nsubjpass"):
            talks = any(op.kind == "consider" for op in stacking.operators.at(grammar, subject))
            about_arms = any(k in scene.item_at for k in grammar.subtree(clause))
            if talks and not grammar.is_verb(subject) and not about_arms and not grammar.is_negated(clause):
                return subject
    return None
