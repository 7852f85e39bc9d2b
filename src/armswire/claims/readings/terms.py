"""The terms of a supply: who alone may use it, and that it must not go on to another.

"A clause bars the buyer from passing them on", "on condition that they be used by the police", "they may not be sold
on": nobody refuses anything there. Such words are terms of the supply told before them or beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from armswire.claims.cues import CueBook
from armswire.claims.parse.grammar import Mood
from armswire.claims.scene import Scene
from armswire.lexicon.language import Frame, Operator
from armswire.model.claim import Claim, Polarity, Stage

# How many sentences before the term the supply may have been told.
REACH = 2
# Stages of supplies that have terms; what is agreed or allowed has them before what is only promised or done.
BOUND = (Stage.APPROVAL, Stage.AGREEMENT, Stage.PLEDGE, Stage.DELIVERY)
# Moods of what may not be.
FORBIDDING = frozenset({Mood.POSSIBLE, Mood.OBLIGED, Mood.FUTURE})


@dataclass(frozen=True, slots=True)
class Term:
    """The words of a term, from the first to the last token, and the words of transfer in it, which move nothing."""

    first: int
    last: int
    moves: frozenset[int]


class Terms:
    """The terms that one document tells."""

    def __init__(self, scene: Scene, operators: CueBook[Operator], frames: CueBook[Frame]) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.operators = operators
        self.frames = frames
        self.found = tuple(self._find())
        self._moves = frozenset().union(*(term.moves for term in self.found))

    def hold(self, i: int) -> bool:
        """True where the word of transfer at `i` stands in a term and tells of no event."""
        return i in self._moves

    def bind(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims, those of the supply that a term is about with its words as a condition."""
        out = list(claims)
        for term in self.found:
            text = self.scene.words(term.first, term.last)
            place = self._bound(out, term)
            if place is not None and text not in out[place].conditions:
                step = self.scene.step("conditions", "term", f"“{text}” is a term of it", term.first)
                claim = out[place]
                conditions = (*claim.conditions, text)
                out[place] = replace(claim, conditions=conditions, trace=(*claim.trace, step))
        return out

    def _bound(self, claims: Sequence[Claim], term: Term) -> int | None:
        """The place of the claim that a term is about: of the nearest sentence, what binds most."""
        here = self.scene.sentence_of(term.first)
        sentences = self.scene.annotated.document.sentences
        for back in range(min(REACH, here) + 1):
            span = self.scene.source_span(sentences[here - back].span)
            near = [
                k
                for k, claim in enumerate(claims)
                if claim.stage in BOUND
                and claim.polarity is Polarity.AFFIRMED
                and claim.supplier
                and claim.recipient
                and claim.evidence.start < span.end
                and claim.evidence.end > span.start
            ]
            if near:
                return min(near, key=lambda k: BOUND.index(claims[k].stage))
        return None

    def _find(self) -> Iterator[Term]:
        for token in self.tokens:
            if token.lemma in self.scene.language.condition_nouns:
                yield from self._of_condition(token.index)
            elif self._forbids(token.index):
                yield self._term(token.index, [*self.grammar.subtree(token.index)], self._without_subject(token.index))
            elif self._may_not_go_on(token.index):
                yield self._term(token.index, [token.index], self._without_subject(token.index))

    def _of_condition(self, noun: int) -> Iterator[Term]:
        """ "on condition [that they be used by the police] and not be sold on"."""
        for clause in self.grammar.kids(noun, "acl", "ccomp"):
            if self.tokens[clause].lemma in self.scene.language.anonymity.naming_verbs:
                # "on condition that he not be named" binds who reports it, not who gets the arms.
                continue
            below = [*self.grammar.subtree(clause)]
            opening = [k for k in below if self.tokens[k].dep == "mark"]
            yield self._term(clause, below, [k for k in below if k not in opening])

    def _term(self, head: int, below: Sequence[int], words: Sequence[int]) -> Term:
        inside = [k for k in words if self.tokens[k].dep != "punct"] or [head]
        return Term(min(inside), max(inside), frozenset(below))

    def _forbids(self, i: int) -> bool:
        """ "a clause bars the buyer from passing them on", "the papers forbid any resale"."""
        if not self.grammar.is_verb(i) or not any(op.kind == "refuse" for op in self.operators.at(self.grammar, i)):
            return False
        subject = self.grammar.own_subject(self.grammar.first_conjunct(i))
        subject = subject if self.grammar.own_subject(i) is None else self.grammar.own_subject(i)
        if subject is None or self.tokens[subject].lemma not in self.scene.language.term_papers:
            return False
        return any(self._goes_on(k) for k in self.grammar.subtree(i))

    def _may_not_go_on(self, i: int) -> bool:
        """ "they may not be passed on to a fourth country"."""
        if not self._goes_on(i) or not self.grammar.is_verb(i) or not self.grammar.is_passive(i):
            return False
        to_whom = self.grammar.behind(i, self.scene.language.prepositions.destination)
        named = any(obj in self.scene.actor_at for obj in to_whom)
        return self.grammar.is_negated(i) and self.grammar.mood(i) in FORBIDDING and not named

    def _goes_on(self, i: int) -> bool:
        return any(frame.onward for frame in self.frames.at(self.grammar, i))

    def _without_subject(self, i: int) -> list[int]:
        """The clause from its verb on: "bars the buyer from passing them on"."""
        before = {k for s in self.grammar.kids(i, "nsubj", "nsubjpass") for k in self.grammar.subtree(s)}
        joined = {k for c in self.grammar.kids(i, "conj", "cc") for k in self.grammar.subtree(c)}
        return [k for k in self.grammar.subtree(i) if k not in before | joined]
