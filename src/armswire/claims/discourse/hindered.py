"""Refusals that refuse nothing in words: "There are restrictions", "That would be difficult", "Our hands are tied".

So diplomats say no. It is one where whoever was asked for arms says it of itself in the next sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armswire.claims.attribution.chain import Attribution
from armswire.claims.discourse.answerable import Reading, find_answered
from armswire.claims.discourse.verdicts import answered, answering
from armswire.claims.meaning import Meaning, Party, share
from armswire.claims.operators.stacking import Stacking
from armswire.claims.parse.grammar import Mood
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.model.claim import Polarity, Stage

CLAUSES = ("xcomp", "ccomp", "acl", "csubj")
# "It is", and "would be" or "may be", which are no less a no.
SAID_MOODS = frozenset({Mood.REAL, Mood.FUTURE, Mood.POSSIBLE})


class HinderedAnswers:
    """Finds them in one document."""

    def __init__(self, scene: Scene, stacking: Stacking, attribution: Attribution) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.answers
        self.stacking = stacking
        self.attribution = attribution

    def read(self, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Iterator[Candidate]:
        """The refusals of requests among the readings; a sentence that tells of arms itself is left to its words."""
        requests = [r for r in readings if r.meaning.stage is Stage.REQUEST and r.meaning.polarity is Polarity.AFFIRMED]
        telling = {self.scene.sentence_of(c.meaning.anchor) for c in candidates if c.meaning.items} if requests else ()
        for token in self.tokens if requests else ():
            i = token.index
            hindrance = None if self.scene.sentence_of(i) in telling else self._hindrance(i)
            speakers = () if hindrance is None else self.attribution.chain(i)
            if hindrance is None or not speakers:
                continue
            op = answering(self.stacking, speakers[-1].token, hindrance, "hindered")
            own = [r for r in requests if self._is_asked(r.meaning, op.agent)]
            before = find_answered(self.scene, i, op, "refuse", own)
            if before is not None:
                answer = answered(self.scene, before, "refuse", op, speakers[-1].token, "answer:hindered")
                asked_at = before.meaning.top if self._is_told_the_asker(i, before.meaning) else None
                yield replace(answer, meaning=replace(answer.meaning, items=(), replied_to=asked_at))

    def _is_asked(self, m: Meaning, who: Party | None) -> bool:
        """ "asked Oslo for tanks", and "asked for tanks in a call with Norway's minister"."""
        if m.supplier is not None or who is None or share(m.requester, who):
            return share(m.supplier, who)
        there = self.scene.tokens_of(self.scene.sentence_of(m.anchor))
        named = {a for t in there if t.index in self.scene.actor_at for a in self.scene.actor_at[t.index].actors}
        return bool(named & {*who.actors})

    def _is_told_the_asker(self, i: int, request: Meaning) -> bool:
        """ "However, she explained to him", right behind what he asked for."""
        here = self.scene.sentence_of(i)
        asker = () if request.requester is None else request.requester.actors
        named = (self.scene.actor_at[t.index] for t in self.scene.tokens_of(here) if t.index in self.scene.actor_at)
        return here - self.scene.sentence_of(request.top) == 1 and any({*a.actors} & {*asker} for a in named)

    def _hindrance(self, i: int) -> int | None:
        """The word for what stands in the way, where the verb `i` says that something does."""
        if not self.grammar.is_verb(i) or self.grammar.mood(i) not in SAID_MOODS or self._is_open(i):
            return None
        if self.grammar.kids(i, "expl"):
            told = [*self.grammar.kids(i, "attr", "nsubj")]
        elif not all(self._is_it_or_who_speaks(s) for s in self.grammar.kids(i, "nsubj")):
            return None
        elif self.tokens[i].lemma in self.words.facing_verbs:
            told = [*self.grammar.kids(i, "dobj")]
        else:
            told = [*self.grammar.kids(i, "attr", "acomp"), *(obj for _, obj in self.grammar.prepositions(i))]
        denied = self.grammar.is_negated(i)
        return next((t for t in told if self._hinders(t, denied=denied or self.grammar.is_negated(t))), None)

    def _is_it_or_who_speaks(self, i: int) -> bool:
        """ "this would be difficult", "we are unable", "Oslo has obstacles to clear"; not "the harvest was hard"."""
        return self.tokens[i].pos == "PRON" or i in self.scene.actor_at

    def _hinders(self, i: int, *, denied: bool) -> bool:
        lemma = self.tokens[i].lemma
        # "It is difficult to say when" hinders no supply.
        above = self.tokens[i].head
        clauses = [*self.grammar.kids(i, *CLAUSES), *self.grammar.kids(above, *CLAUSES)]
        if any(self.tokens[c].lemma not in self.words.granting_verbs for c in clauses):
            return False
        if lemma in self.words.feasible_words:
            return denied
        return lemma in self.words.hindering_words and not denied

    def _is_open(self, i: int) -> bool:
        """ "if there are restrictions", "whether that is possible"."""
        language = self.scene.language
        return self.grammar.stands_under(i, (*language.condition_markers, *language.question_markers))
