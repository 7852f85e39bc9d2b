"""A frame under its own tense, then under each operator over it, from the inside out."""

from __future__ import annotations

from dataclasses import replace

from armswire.claims.algebra.composition import apply, present
from armswire.claims.frames.instances import FrameInstance
from armswire.claims.meaning import AWAY, TOWARD, Meaning, weaken
from armswire.claims.operators.addressing import Addressing
from armswire.claims.operators.operator_roles import Stacked
from armswire.claims.operators.stacking import Stack, Stacking
from armswire.claims.parse.grammar import Mood
from armswire.claims.readings.aftermath import Aftermath
from armswire.claims.readings.candidate import Candidate
from armswire.claims.readings.finishing import Finishing
from armswire.claims.readings.judging import affirmed_at
from armswire.claims.readings.sounding import within_question
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced, traced_operator
from armswire.model.claim import Certainty, Polarity, Stage

# Operators that only describe the course of a supply and pass their own tense on to it.
COURSE_KINDS = frozenset({"begin", "boost", "cause"})
CLAUSES = frozenset({"ROOT", "ccomp", "relcl", "acl", "advcl", "parataxis", "conj", "xcomp"})


class Composing:
    """Composes the readings of one document."""

    def __init__(self, scene: Scene, stacking: Stacking, finishing: Finishing) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.stacking = stacking
        self.finishing = finishing
        self.addressing = Addressing(scene, stacking)
        self.aftermath = Aftermath(scene, stacking.operators)

    def candidates(self, instance: FrameInstance, stack: Stack) -> list[Candidate]:
        """The reading of a frame under its operators; what those presuppose comes first, as readings of their own."""
        meaning = self._presented(instance, stack)
        holder: int | None = None
        presupposed: list[Candidate] = []
        refused: Meaning | None = None
        inner: Stacked | None = None
        for stacked in within_question(self.scene, instance.token, stack.operators):
            before, kind = meaning, stacked.operator.kind
            if inner is not None and _presupposes(kind, inner.operator.kind, before):
                presupposed += self._told(before, inner, stacked, holder, instance, stack)
            embargo = inner is not None and inner.operator.id == "embargo"
            if before.stage is Stage.REFUSAL and kind in {"reverse", "halt"} and not embargo:
                refused = before
            meaning = self._under(before, stacked)
            if meaning.stance == stacked.token and before.stance != stacked.token:
                holder = self.stacking.agent(stacked.token)
            inner = stacked
        if refused is not None and meaning.stage is Stage.REQUEST:
            # Who is asked to give up a refusal has refused.
            presupposed.append(self._finished(refused, instance, stack))
        holder = holder if holder is not None else self._who_affirms(meaning)
        told = self._finished(meaning, instance, stack, holder)
        return [
            *presupposed,
            *self.aftermath.turned_about(told),
            told,
            *self.aftermath.due_later(told),
            *self.aftermath.due_goods(told),
        ]

    def _who_affirms(self, m: Meaning) -> int | None:
        """Who says yes to the question in which the words stand."""
        verb = affirmed_at(self.scene, m.anchor)
        return None if verb is None else self.stacking.agent(verb)

    def _finished(
        self, meaning: Meaning, instance: FrameInstance, stack: Stack, holder: int | None = None
    ) -> Candidate:
        heard = self.addressing.heard(meaning)
        finished = self.finishing.finished(heard, instance, stack, told=self._is_reported(stack))
        return Candidate(finished, instance, stack, holder)

    def _is_reported(self, stack: Stack) -> bool:
        """ "asked about a report in the Courier that it had sold": somebody is asked, but another has said so."""
        nouns = (s for s in stack.operators if s.operator.kind in {"say", "accuse"})
        return any(not self.grammar.is_verb(s.token) and self.stacking.author(s.token) is not None for s in nouns)

    def _told(
        self, before: Meaning, inner: Stacked, outer: Stacked, holder: int | None, instance: FrameInstance, stack: Stack
    ) -> list[Candidate]:
        """What stood before the last operator; a statement only where somebody else than who denies it made it."""
        if inner.operator.kind not in {"accuse", "say"}:
            # "turned down a request to pass them on": who turns it down was asked.
            answering = self.stacking.party(self.stacking.agent(outer.token)) if before.onward else None
            asked = before.supplier or (None if before.requester in {None, answering} else answering)
            heard = replace(before, supplier=asked, realised=True, stance=None)
            return [self._finished(heard, instance, stack, holder)]
        author = self.stacking.author(inner.token)
        party, answering = self.stacking.party(author), self.stacking.party(self.stacking.agent(outer.token))
        if author is None or (party is not None and party.shares(answering)):
            return []
        told = replace(before, realised=True, stance=inner.token)
        return [self._finished(told, instance, stack, author)]

    def _presented(self, instance: FrameInstance, stack: Stack) -> Meaning:
        """The frame with its roles and items under its own tense and negation."""
        i, base, roles = instance.token, Stage(instance.frame.stage), instance.roles
        note = f"“{self.tokens[i].text}” is a word of transfer"
        meaning = Meaning(
            stage=base,
            base=base,
            anchor=i,
            supplier=roles.get("supplier"),
            recipient=roles.get("recipient"),
            intermediary=roles.get("intermediary"),
            buyer=roles.get("buyer"),
            items=instance.items,
            top=stack.top,
            onward=instance.frame.onward,
            trace=(self.scene.step("frame", f"frame:{instance.frame.id}", note, i),),
        )
        # "no request has been made": the negation belongs to the request, which the noun itself is.
        denied = not any(s.token == i for s in stack.operators) and self._is_denied(i)
        presented = self._in_its_mood(meaning, stack, denied=denied)
        modal = self.grammar.modal_of(i)
        words = Words(i if modal is None else modal, self.grammar.negation_of(i) if denied else None)
        return traced(self.scene, meaning, presented, "mood", words)

    def _in_its_mood(self, meaning: Meaning, stack: Stack, *, denied: bool) -> Meaning:
        """The frame under its own tense, modal and negation."""
        i = meaning.anchor
        mood = self.grammar.mood(i)
        only_said = all(s.operator.kind == "say" for s in stack.operators)
        presented = present(
            meaning,
            mood,
            negated=denied,
            progressive=self.grammar.is_present(i),
            headline_future=mood is Mood.INFINITIVE and only_said and self._is_plain_infinitive(i),
        )
        if mood is Mood.POSSIBLE and presented.direction == TOWARD and self.grammar.is_past_possibility(i):
            # "may have sent": nothing is weighed any more.
            return replace(presented, stage=meaning.base)
        if self.grammar.is_ended(i):
            return replace(presented, stage=Stage.HALT, direction=AWAY, polarity=Polarity.AFFIRMED, realised=True)
        return presented

    def _is_denied(self, i: int) -> bool:
        grammar = self.grammar
        if self.stacking.lacked_licence(i) is not None:
            # "cannot pass them on without a licence": it is the licence that is denied.
            return False
        denied = grammar.is_negated(i) or grammar.denies_object(i) or self._none_in_headline(i)
        return denied or grammar.governed_by_negation(i)

    def _none_in_headline(self, i: int) -> bool:
        """ "Kremlin: no missiles supplied to Iran", where a headline leaves out "were"."""
        token = self.tokens[i]
        opens = token.dep == "acl" and token.tag == "VBN" and self.scene.is_headline(i)
        noun = self.tokens[token.head]
        said = noun.dep == "dobj" and any(
            op.kind == "say" for op in self.stacking.operators.at(self.grammar, noun.head)
        )
        return opens and (noun.dep == "ROOT" or said) and self.grammar.is_negated(noun.index)

    def _is_plain_infinitive(self, i: int) -> bool:
        """ "Paris to send tanks": a subject before a bare "to", under nothing but speech."""
        token = self.tokens[i]
        named = self.tokens[token.head].head == token.head and token.head in self.scene.actor_at
        opens = self.scene.is_headline(i) and (token.dep == "ROOT" or named)
        return token.dep in CLAUSES and (opens or self.grammar.own_subject(i) is not None)

    def _under(self, before: Meaning, stacked: Stacked) -> Meaning:
        """The meaning under one operator, with the steps that say so."""
        op, operator = self.stacking.applied(stacked), stacked.operator
        # "does not finance shells": what is never done is refused, "did not finance" only was not done.
        always = operator.kind == "boost" and self.grammar.is_present(stacked.token)
        applied = apply(operator.kind, before, op)
        meaning = _carry_mood(applied, operator.kind, op.mood, negated=op.negated, always=always)
        negation = self.grammar.negation_of(stacked.token) if op.negated else None
        words = Words(stacked.token, negation, self.grammar.modal_of(stacked.token))
        return traced_operator(self.scene, before, meaning, f"operator:{operator.kind}:{operator.id}", words)


def _carry_mood(meaning: Meaning, kind: str, mood: Mood, *, negated: bool, always: bool) -> Meaning:
    """Operators that only describe the course of a supply pass their own tense on to it."""
    still_to_come = kind == "boost" and meaning.stage is Stage.DELIVERY and mood in {Mood.FUTURE, Mood.POSSIBLE}
    carries = kind == "resume" or (kind in COURSE_KINDS and not meaning.realised) or still_to_come
    if carries and mood in {Mood.REAL, Mood.FUTURE, Mood.POSSIBLE, Mood.OBLIGED}:
        return present(meaning, mood, negated=negated, progressive=always, headline_future=False)
    if kind in {"agree", "conclude", "approve"} and mood is Mood.FUTURE and meaning.direction == TOWARD:
        return replace(meaning, certainty=weaken(meaning.certainty, Certainty.PROBABLE))
    return meaning


def _presupposes(outer: str, inner: str, meaning: Meaning) -> bool:
    """True where an operator tells of what it governs as a fact beside its own.

    A denied accusation was made, a rejected plea was heard, a refusal that one is urged to reconsider stands.
    """
    if outer == "deny" and inner in {"accuse", "say"}:
        return True
    if outer == "fulfil":
        return inner == "pledge" and meaning.stage is Stage.PLEDGE
    heard = outer in {"refuse", "deny", "consider", "approve", "agree"} and inner == "request"
    return heard and meaning.stage is Stage.REQUEST and meaning.requester is not None
