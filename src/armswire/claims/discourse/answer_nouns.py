"""Answers that a noun tells of: "drew a denial from Oslo", "despite repeated denials", "there was no comment"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armswire.claims.attribution.chain import Attribution
from armswire.claims.discourse.answerable import Reading, find_answered
from armswire.claims.discourse.verdicts import answered, answering
from armswire.claims.operators.operator_roles import Stacked
from armswire.claims.operators.stacking import Stacking
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator

ANSWERS = frozenset({"deny", "confirm"})


class AnswerNouns:
    """Finds them in one document."""

    def __init__(self, scene: Scene, stacking: Stacking, attribution: Attribution) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.stacking = stacking
        self.attribution = attribution

    def read(self, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Iterator[Candidate]:
        """The answers that nouns give to the readings, those left out that stand over a candidate's own words."""
        used = {s.token for c in candidates for s in c.stack.operators}
        for token in self.tokens:
            if token.pos in {"NOUN", "PROPN", "INTJ"} and token.index not in used:
                operator = self._operator(token.index)
                found = None if operator is None else self._answer(operator, token.index, readings)
                if found is not None:
                    yield found

    def _operator(self, i: int) -> Operator | None:
        """The noun as an operator; a comment answers only where there is none."""
        if self.tokens[i].lemma in self.scene.language.answers.comment_nouns:
            return self.stacking.governing.declining if self._is_lacking(i) else None
        found = (op for op in self.stacking.operators.at(self.grammar, i) if op.kind in ANSWERS)
        return next(found, None)

    def _is_lacking(self, i: int) -> bool:
        """ "no comment", "no immediate comment"; what somebody has none of is read at the verb."""
        verb = self.tokens[i].head
        if not self.grammar.is_negated(i) or self.tokens[i].dep != "dobj" or self.grammar.own_subject(verb) is None:
            return self.grammar.is_negated(i)
        # "said: 'No comment'"
        return any(op.kind == "say" for op in self.stacking.operators.at(self.grammar, verb))

    def _answer(self, operator: Operator, i: int, readings: Sequence[Reading]) -> Candidate | None:
        holder = self._holder(i)
        if holder is None or self._is_about_another(i):
            return None
        given = self.stacking.applied(Stacked(operator, i, i))
        op = answering(self.stacking, holder, i, operator.id)
        op = replace(op, negated=given.negated, withheld=self.stacking.is_withheld(i))
        before = find_answered(self.scene, i, op, operator.kind, readings) or self._told_behind(i, readings)
        if before is None or op.agent is None:
            return None
        return answered(self.scene, before, operator.kind, op, holder, f"answer:{operator.kind}:{operator.id}")

    def _told_behind(self, i: int, readings: Sequence[Reading]) -> Reading | None:
        """ "despite denials from Oslo, Kenya insists that ...": what the rest of the sentence tells."""
        here = self.scene.sentence_of(i)
        opens = self.grammar.word(self.tokens[i].head) in self.scene.language.prepositions.concessive
        behind = (r for r in readings if r.reported and r.meaning.anchor > i)
        return next((r for r in behind if opens and self.scene.sentence_of(r.meaning.anchor) == here), None)

    def _holder(self, i: int) -> int | None:
        """Whose answer it is: "Oslo's denial", "a denial from Oslo", "Oslo issued one", “No comment,” said Oslo."""
        head = self.tokens[i].head
        own = self.grammar.kids(i, "poss")
        senders = [o for at in (i, head) for o in self.grammar.behind(at, self.scene.language.prepositions.sender)]
        for one in (*own, *senders):
            if self.stacking.party(one) is not None:
                return one
        speakers = self.attribution.speaker_of_quotation(i)
        if speakers:
            return speakers[-1].token
        verb = self.grammar.clause_verb(i)
        subject = self.stacking.arguments.subject(verb) if self.grammar.is_verb(verb) else None
        return subject if subject is not None and self.stacking.party(subject) is not None else None

    def _is_about_another(self, i: int) -> bool:
        """ "a denial of visas", "denials that it had bribed anybody": what is denied is told there."""
        language = self.scene.language
        known = {*language.statement_nouns, *language.event_nouns}
        about = self.grammar.behind(i, language.prepositions.answered)
        if any(self.tokens[o].lemma not in known and self.grammar.word(o) not in known for o in about):
            return True
        return bool(self.grammar.kids(i, "acl", "ccomp", "compound"))
