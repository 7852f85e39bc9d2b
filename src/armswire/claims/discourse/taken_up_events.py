"""Nouns for a supply told before, with what became of it: "has lifted the ban", "has yet to approve the gift".

Such a noun says again what moves and between whom only by its article. It is read as if the goods and the parties of
the reading that it takes up stood at it; what stands over it then says how the supply stands now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armswire.claims.cues import CueBook
from armswire.claims.frames.instances import FrameInstance
from armswire.claims.meaning import AWAY, Meaning, Party
from armswire.claims.operators.operator_roles import Stacked
from armswire.claims.operators.stacking import Stack, Stacking
from armswire.claims.parse.grammar import Mood
from armswire.claims.readings.candidate import Candidate
from armswire.claims.readings.composing import Composing
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced
from armswire.lexicon.language import Frame, Operator
from armswire.model.claim import Certainty, Polarity, Stage

# How many sentences back such a noun reaches.
REACH = 2
# Nouns of these operators name something that can come or go: a request, an offer, talks, a permit, a ban.
EVENT_KINDS = frozenset({"request", "pledge", "consider", "approve", "refuse"})
# Something is told of it where one of these stands over it; answers to a report are read elsewhere.
TELLING_KINDS = frozenset(
    {
        "request", "pledge", "agree", "approve", "refuse", "halt", "reverse", "resume", "begin", "conclude", "fail",
        "consider", "boost",
    }
)  # fmt: skip
# What is not agreed on yet.
OPEN_STAGES = frozenset({Stage.CONSIDERATION, Stage.PLEDGE, Stage.REQUEST})
WITHHOLDING_KINDS = frozenset({"halt", "refuse"})
ANSWERING_KINDS = frozenset({"deny", "confirm", "decline_comment", "accuse"})


class TakenUpEvents:
    """Finds them in one document."""

    def __init__(
        self,
        scene: Scene,
        operators: CueBook[Operator],
        frames: CueBook[Frame],
        stacking: Stacking,
        composing: Composing,
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.operators = operators
        self.frames = frames
        self.stacking = stacking
        self.composing = composing

    def read(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """What such nouns tell of the supplies that `candidates`, each a reading in itself, told before."""
        for instance, stack in self._find(candidates):
            for candidate in self.composing.candidates(instance, stack):
                m = candidate.meaning
                asks = m.stage is Stage.REQUEST and m.requester is None
                # "No request has been made": whoever would get it has not asked.
                yield replace(candidate, meaning=replace(m, requester=m.recipient)) if asks else candidate
        yield from self._priced(candidates)
        yield from self._unsigned(candidates)

    def _priced(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """ "The deal is worth $100 million": the reading that it takes up, told again where its sum stands."""
        for money in self.scene.annotated.money:
            at = next((t.index for t in self.tokens if money.span.covers(t.span)), None)
            verb = self.grammar.clause_verb(at) if at is not None else None
            deal = self.grammar.own_subject(verb) if verb is not None else None
            if verb is None or deal is None or self.tokens[verb].lemma not in self.language.cost_verbs:
                continue
            if not self.frames.at(self.grammar, deal) or not self._points_back(deal) or deal in self.scene.item_at:
                continue
            before = self._taken_up(deal, None, candidates)
            if before is not None and before.meaning.direction != AWAY:
                yield replace(before, meaning=replace(before.meaning, anchor=deal, top=verb, said_at=None))

    def _unsigned(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """ "Nothing has been signed": no agreement on what is talked about or offered."""
        open_ones = [c for c in candidates if c.meaning.stage in OPEN_STAGES and c.meaning.direction != AWAY]
        for token in self.tokens:
            i = token.index
            nothing = (
                self.grammar.word(c) in self.language.pronouns.negative for c in self.grammar.kids(i, "nsubjpass")
            )
            if not any(nothing) or not any(op.kind == "conclude" for op in self.operators.at(self.grammar, i)):
                continue
            before = self._taken_up(i, None, open_ones)
            if before is not None:
                m = replace(before.meaning, stage=Stage.AGREEMENT, base=Stage.AGREEMENT, polarity=Polarity.NEGATED)
                m = replace(m, anchor=i, top=i, said_at=None, certainty=Certainty.CERTAIN, requester=None, answer=None)
                words = Words(i, self.grammar.negation_of(i))
                m = traced(self.scene, before.meaning, m, "nothing concluded", words)
                yield replace(before, meaning=m, holder=None)

    def _find(self, candidates: Sequence[Candidate]) -> Iterator[tuple[FrameInstance, Stack]]:
        """Each such noun as a frame with the roles and items of the last of `candidates` before it."""
        used = {s.token for c in candidates if c.meaning.items for s in c.stack.operators}
        used |= {c.meaning.anchor for c in candidates if c.meaning.items}
        used |= {absorbed for c in candidates for absorbed in c.instance.absorbed}
        for token in self.tokens:
            i = token.index
            if i in used or token.pos != "NOUN" or i in self.scene.item_at:
                continue
            frame, own = next(iter(self.frames.at(self.grammar, i)), None), self._event_operator(i)
            if (frame is None and own is None) or not self._points_back(i):
                continue
            stack = self.stacking.over(i)
            if own is not None and frame is None:
                stack = Stack((Stacked(own, i, i), *stack.operators), stack.top)
            if not self._tells(stack, own if frame is None else None, denied=self._denied(i)):
                continue
            before = self._taken_up(i, own if frame is None else None, candidates)
            if before is not None:
                yield self._instance(i, frame or before.instance.frame, before.meaning), stack

    def _event_operator(self, i: int) -> Operator | None:
        found = (op for op in self.operators.at(self.grammar, i) if op.kind in EVENT_KINDS)
        return next(found, None)

    def _points_back(self, i: int) -> bool:
        """ "the deal", "its offer", "no request", and nothing behind it that would say which deal is meant."""
        words = self.language.determiners
        known = self.grammar.has_determiner(i, words.pointing)
        if not known and not self._denied(i) and not self.grammar.kids(i, "poss"):
            return False
        plain = {*self.language.same_adjectives, *self.language.event_adjectives, *words.ordinals}
        of_its_own = (
            c
            for c in self.grammar.kids(i, "compound", "amod", "nmod", "nummod")
            if self.grammar.word(c) not in plain and c not in self.scene.actor_at
        )
        if next(of_its_own, None) is not None or self.grammar.kids(i, "acl", "relcl", "ccomp"):
            return False
        complement = self.language.prepositions.complement
        behind = (obj for word, obj in self.grammar.prepositions(i) if word in complement)
        return all(obj in self.scene.actor_at or self._is_date(obj) for obj in behind)

    def _denied(self, i: int) -> bool:
        """ "no request", "no deal"; "no decision" leaves everything open."""
        kinds = {op.kind for op in self.operators.at(self.grammar, i)}
        denied = any(self.grammar.word(c) in self.language.negations for c in self.grammar.kids(i, "det", "neg"))
        return denied and (bool(self.frames.at(self.grammar, i)) or "request" in kinds)

    def _is_date(self, i: int) -> bool:
        span = self.tokens[i].span
        return any(d.span.overlaps(span) for d in self.scene.annotated.dates)

    def _tells(self, stack: Stack, own: Operator | None, *, denied: bool = False) -> bool:
        if stack.operators and self.grammar.mood(stack.operators[-1].token) is Mood.INFINITIVE:
            # "has thirty days to object to the deal": nothing says that it does.
            return False
        if any(self.grammar.kids(s.token, "xcomp") for s in stack.operators):
            # "the sale was intended to refill stocks": it is the clause that is intended.
            return False
        above = [s.operator.kind for s in stack.operators if s.operator is not own]
        if denied and WITHHOLDING_KINDS & {*above}:
            # "No delivery has been suspended": that is a denial, and nothing that was refused.
            return False
        return any(kind in TELLING_KINDS for kind in above) and not set(above) & ANSWERING_KINDS

    def _taken_up(self, i: int, own: Operator | None, candidates: Sequence[Candidate]) -> Candidate | None:
        """The last reading before the noun that it can name: a ban what was refused or halted."""
        here = self.scene.sentence_of(i)
        near = [
            c
            for c in candidates
            if c.meaning.anchor < i and here - self.scene.sentence_of(c.meaning.anchor) <= REACH and c.meaning.items
        ]
        if own is not None and own.kind == "refuse":
            near = [c for c in near if c.meaning.direction == AWAY]
        return max(near, key=lambda c: c.meaning.anchor, default=None)

    def _instance(self, i: int, frame: Frame, before: Meaning) -> FrameInstance:
        roles = {
            "supplier": before.supplier,
            "recipient": before.recipient or before.requester,
            "intermediary": before.intermediary,
        }
        return FrameInstance(i, frame, {k: _told_before(p) for k, p in roles.items() if p is not None}, before.items)


def _told_before(party: Party) -> Party:
    return replace(party, how=f"{party.how}, told before")
