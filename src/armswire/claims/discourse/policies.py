"""A policy said again in answer to a report: "Our position has not changed", "reaffirmed its stance"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armswire.claims.algebra.applied import Applied
from armswire.claims.attribution.chain import Attribution
from armswire.claims.discourse.answerable import Reading, find_answered
from armswire.claims.discourse.kept_rules import keeps_rules
from armswire.claims.discourse.verdicts import answering
from armswire.claims.operators.stacking import Stacking
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced
from armswire.model.claim import Answer, Polarity, Stage

# How many sentences back the policy may have been told.
REACH = 6


class Policies:
    """Finds them in one document."""

    def __init__(self, scene: Scene, stacking: Stacking, attribution: Attribution) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.stacking = stacking
        self.attribution = attribution

    def read(self, readings: Sequence[Reading]) -> Iterator[Candidate]:
        """The refusals that are said again, and where none was told, the reports that are so answered."""
        for token in self.tokens:
            if keeps_rules(self.scene, token.index):
                speakers = self.attribution.chain(token.index)
                if speakers and self._is_of_the_speaker(token.index, speakers[-1].token):
                    op = answering(self.stacking, speakers[-1].token, token.index, "policy")
                    heard = [r for r in readings if r.reported or r.asked]
                    yield from self._answers(op, speakers[-1].token, heard)
            if self._is_policy(token.index):
                verb = self._said_again(token.index)
                holder = None if verb is None else self._speaker(verb)
                if verb is not None and holder is not None:
                    op = answering(self.stacking, holder, verb, "policy")
                    yield from self._answers(op, holder, readings)

    def _is_of_the_speaker(self, verb: int, speaker: int) -> bool:
        """ "Lima said that it respects ...": who speaks, a pronoun for it, or its state."""
        subject = self.grammar.own_subject(verb)
        if subject is None or self.tokens[subject].pos == "PRON":
            return True
        party = self.stacking.party(subject)
        return party is not None and party.shares(self.stacking.party(speaker))

    def _answers(self, op: Applied, holder: int, readings: Sequence[Reading]) -> Iterator[Candidate]:
        here = self.scene.sentence_of(op.token)
        own = [
            r
            for r in readings
            if r.meaning.stage is Stage.REFUSAL
            and op.agent is not None
            and op.agent.shares(r.meaning.supplier)
            and r.meaning.anchor < op.token
            and here - self.scene.sentence_of(r.meaning.anchor) <= REACH
        ]
        before = own[-1] if own else find_answered(self.scene, op.token, op, "decline_comment", readings)
        if before is None or op.agent is None or not op.agent.shares(before.meaning.supplier):
            return
        heard = replace(before.meaning, answer=None)
        m = replace(heard, answer=Answer.RESTATES_POLICY, stance=op.token, dropped=None, realised=True)
        m = m if own else replace(m, polarity=Polarity.UNCOMMITTED)
        m = replace(m, top=op.token, said_at=op.token)
        m = traced(self.scene, heard, m, "answer:policy", Words(op.token))
        yield replace(before.candidate, meaning=m, holder=holder)

    def _is_policy(self, i: int) -> bool:
        """ "our position", "the policy", and nothing behind it that would say what it is."""
        if self.tokens[i].lemma not in self.scene.language.answers.policy_nouns or self.tokens[i].pos != "NOUN":
            return False
        whose = self.grammar.kids(i, "poss") or self.grammar.has_determiner(i, self.scene.language.determiners.pointing)
        return bool(whose) and not self.grammar.kids(i, "prep", "acl", "relcl", "compound")

    def _said_again(self, i: int) -> int | None:
        """The word that says that the policy stays: "has not changed", "remains the same", "no change in"."""
        head, dep = self.tokens[i].head, self.tokens[i].dep
        if dep == "pobj":
            head, dep = self.tokens[head].head, "pobj"
        operators = self.stacking.operators.at(self.grammar, head)
        kinds = {op.kind for op in operators}
        negated = self.grammar.is_negated(head) and "reverse" in kinds
        again = dep == "dobj" and any(op.id == "say_again" for op in operators)
        return head if negated or "restate" in kinds or again else None

    def _speaker(self, verb: int) -> int | None:
        speakers = self.attribution.chain(verb)
        if speakers:
            return speakers[-1].token
        subject = self.stacking.agent(verb)
        return subject if subject is not None and self.stacking.party(subject) is not None else None
