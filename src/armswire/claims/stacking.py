"""Which operators stand over a frame, from the inside out."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.claims.arguments import Arguments
from armswire.claims.composition import Applied
from armswire.claims.cues import CueBook
from armswire.claims.grammar import Mood
from armswire.claims.meaning import Party
from armswire.claims.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Frame, Operator

COMPLEMENTS = frozenset(
    {"xcomp", "ccomp", "dobj", "dative", "attr", "oprd", "nsubjpass", "csubj", "csubjpass", "acl", "appos", "obj"}
)
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "npadvmod"})
COMPLEMENT_PREPOSITIONS = frozenset(
    {
        "on",
        "of",
        "for",
        "to",
        "about",
        "over",
        "from",
        "against",
        "with",
        "in",
        "at",
        "regarding",
        "concerning",
        "into",
        "by",
    }
)
# What may be said of a supply that is itself the subject: it stops, resumes, goes on, is likely.
SUBJECT_KINDS = frozenset({"halt", "resume", "begin", "boost", "likely", "possible", "fail"})
# Finite clauses are complements only of words of speech and of thinking.
CLAUSAL_KINDS = frozenset(
    {
        "say",
        "confirm",
        "deny",
        "accuse",
        "likely",
        "possible",
        "request",
        "consider",
        "pledge",
        "want",
        "decline_comment",
    }
)


@dataclass(frozen=True, slots=True)
class Stacked:
    """An operator over a frame: the token where it stands, and the child through which it governs."""

    operator: Operator
    token: int
    child: int


@dataclass(frozen=True, slots=True)
class Stack:
    """The operators from the inside out, the tokens passed on the way, and the outermost token of the reading."""

    operators: tuple[Stacked, ...]
    passed: tuple[int, ...]
    top: int


class Stacking:
    """Climbs from a frame to the root of its clause and gathers operators."""

    def __init__(
        self,
        scene: Scene,
        operators: CueBook[Operator],
        frames: CueBook[Frame],
        arguments: Arguments,
        participants: Participants,
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.operators = operators
        self.frames = frames
        self.arguments = arguments
        self.participants = participants

    def over(self, anchor: int) -> Stack:
        """The operators over the word at `anchor`."""
        found: list[Stacked] = []
        passed: list[int] = []
        cur = anchor
        top = anchor
        while True:
            token = self.tokens[cur]
            head = token.head
            if head == cur:
                break
            if token.dep == "conj":
                if self._stands_alone(cur):
                    break
                passed.append(head)
                cur = head
                continue
            link = self._governor(cur)
            if link is None:
                break
            governor, operator = link
            passed.append(governor)
            if operator is not None:
                found.append(Stacked(operator, governor, cur))
            if operator is None and self.grammar.is_verb(governor):
                if not self._is_light(cur, governor):
                    break
            top = governor
            cur = governor
        return Stack(tuple(found), tuple(passed), top)

    def _stands_alone(self, cur: int) -> bool:
        """A coordinated clause with a subject of its own shares no operator with the first one."""
        return self.grammar.is_verb(cur) and bool(self.grammar.kids(cur, "nsubj", "nsubjpass"))

    def _is_light(self, cur: int, governor: int) -> bool:
        """True where the verb only carries its object ("made a delivery", "expressed hope")."""
        return self.tokens[cur].dep in {"dobj", "nsubjpass", "attr", "xcomp", "obj"}

    def _governor(self, cur: int) -> tuple[int, Operator | None] | None:
        """The word above `cur` and the operator that it is, or None where a clause boundary lies between."""
        token = self.tokens[cur]
        dep, head = token.dep, token.head
        if dep in {"pobj", "pcomp"}:
            word = self.tokens[head].text.lower()
            above = self.tokens[head].head
            while self.tokens[above].dep in {"prep"} and self.tokens[above].pos == "ADP":
                above = self.tokens[above].head
            if above == head or word not in COMPLEMENT_PREPOSITIONS:
                return None
            return above, self._choose(above, cur, dep, word)
        if dep in COMPLEMENTS:
            if dep == "acl" and self._object_of_asking(head):
                verb = self._verb_above(head)
                return verb, self._choose(verb, cur, "xcomp", "")
            return head, self._choose(head, cur, dep, "")
        if dep == "relcl" and self.grammar.mood(cur) is Mood.INFINITIVE:
            if self._object_of_asking(head):
                verb = self._verb_above(head)
                return verb, self._choose(verb, cur, "xcomp", "")
            return head, self._choose(head, cur, "acl", "")
        if dep in MODIFIERS:
            return head, self._choose(head, cur, dep, "")
        if dep == "nsubj":
            operator = self._choose(head, cur, dep, "")
            return None if operator is None else (head, operator)
        if dep == "advcl" and self.grammar.mood(cur) is Mood.INFINITIVE:
            operator = self._choose(head, cur, "xcomp", "") or self._undone_policy(head)
            if operator is not None and operator.kind in {
                "request",
                "pledge",
                "agree",
                "want",
                "consider",
                "likely",
                "approve",
                "cause",
                "begin",
                "boost",
                "conclude",
                "fail",
                "refuse",
                "reverse",
            }:
                return head, operator
        return None

    def _undone_policy(self, head: int) -> Operator | None:
        """ "changed their policy not to supply": the parser hangs the infinitive on the verb."""
        objects = self.grammar.kids(head, "dobj")
        has_policy = any(op.kind in {"policy", "refuse"} for o in objects for op in self.operators.at(self.grammar, o))
        reversing = [op for op in self.operators.at(self.grammar, head) if op.kind == "reverse"]
        return reversing[0] if has_policy and reversing else None

    def _object_of_asking(self, noun: int) -> bool:
        """True where a clause behind an actor is what the actor is asked to do, whatever the parser attached it to."""
        verb = self._verb_above(noun)
        if verb == noun or noun not in self.scene.actor_at:
            return False
        return any(op.kind in {"request", "approve", "cause", "want"} for op in self.operators.at(self.grammar, verb))

    def _verb_above(self, noun: int) -> int:
        token = self.tokens[noun]
        if token.dep in {"dobj", "dative", "nsubjpass"}:
            return token.head
        if token.dep == "pobj":
            return self.tokens[token.head].head
        return noun

    def _choose(self, head: int, cur: int, dep: str, preposition: str) -> Operator | None:
        """Which of the readings of a word governs this kind of complement; None where none does."""
        candidates = self.operators.at(self.grammar, head) or self._in_talks(head, cur)
        if not candidates:
            return None
        clause = self.grammar.is_verb(cur)
        for operator in candidates:
            if dep == "nsubj" and (operator.kind not in SUBJECT_KINDS or self.grammar.kids(head, "dobj")):
                continue
            if dep == "nsubj" and clause:
                continue
            if operator.kind in {"say"} and not clause and dep not in {"dobj", "pobj", "nsubjpass"}:
                continue
            if operator.kind == "deny" and self._means_refusing(operator, head, cur, clause=clause):
                continue
            if operator.kind == "refuse" and self._is_statement(cur, clause=clause) and len(candidates) > 1:
                continue
            if operator.kind == "reverse" and clause and dep in {"xcomp"}:
                continue
            if (
                dep == "ccomp"
                and clause
                and self._is_finite(cur)
                and operator.kind not in CLAUSAL_KINDS | {"agree", "conclude", "fail", "cause", "approve", "refuse"}
            ):
                continue
            return operator
        return None

    def _in_talks(self, head: int, cur: int) -> list[Operator]:
        """ "has been in talks with Ankara to buy": the noun behind the copula governs the infinitive."""
        adjectives = [op for a in self.grammar.kids(head, "acomp") for op in self.operators.at(self.grammar, a)]
        if adjectives and self.grammar.mood(cur) is Mood.INFINITIVE:
            return adjectives
        if self.tokens[head].lemma not in {"be", "hold", "have", "enter", "open", "begin"} or not self.grammar.is_verb(
            cur
        ):
            return []
        nouns = [o for w, o in self.grammar.prepositions(head) if w in {"in", "into"}] + self.grammar.kids(
            head, "dobj", "attr"
        )
        return [op for n in nouns for op in self.operators.at(self.grammar, n) if op.kind == "consider"]

    def _means_refusing(self, operator: Operator, head: int, cur: int, *, clause: bool) -> bool:
        """ "rejected" and "dismissed" deny statements ("rejected claims that ...") and refuse everything else."""
        if self.tokens[head].lemma not in {"reject", "dismiss"}:
            return False
        return not self._is_statement(cur, clause=clause)

    def _is_statement(self, cur: int, *, clause: bool) -> bool:
        """A report, accusation or finite clause can be true or false; a plea or an offer cannot."""
        kinds = {op.kind for op in self.operators.at(self.grammar, cur)}
        return bool(kinds & {"say", "accuse"}) or (clause and self._is_finite(cur))

    def _is_finite(self, v: int) -> bool:
        return self.grammar.mood(v) in {Mood.REAL, Mood.FUTURE, Mood.POSSIBLE, Mood.OBLIGED}

    def applied(self, stacked: Stacked) -> Applied:
        """The operator with its agent, addressee, mood and negation."""
        grammar, i = self.grammar, stacked.token
        is_verb = grammar.is_verb(i)
        agent = self.agent(i)
        addressee = self._addressee(stacked, agent)
        return Applied(
            agent=self.party(agent),
            addressee=self.party(addressee),
            mood=self._mood(i),
            negated=grammar.is_negated(i) or self._negated_by_light_verb(i),
            perfect=is_verb and grammar.is_perfect(i),
            is_noun=not is_verb and self.tokens[i].pos not in {"ADJ", "ADV"},
            cue=stacked.operator.id,
            token=i,
            target=self.party(self._target(stacked)),
        )

    def _mood(self, i: int) -> Mood:
        """The mood of the operator; an adjective takes that of its copula."""
        token = self.tokens[i]
        if token.pos in {"ADJ", "ADV"} and token.head != i and token.dep == "acomp":
            return self.grammar.mood(token.head)
        mood = self.grammar.mood(i)
        headline_future = mood is Mood.INFINITIVE and (token.dep == "ROOT" or self._under_speech_only(i))
        return Mood.FUTURE if headline_future else mood

    def _under_speech_only(self, i: int) -> bool:
        token = self.tokens[i]
        return token.dep == "ccomp" and any(op.kind == "say" for op in self.operators.at(self.grammar, token.head))

    def _negated_by_light_verb(self, i: int) -> bool:
        """ "has not made a decision to sell", "is not ready to"."""
        token = self.tokens[i]
        if token.dep in {"dobj", "attr", "acomp", "nsubjpass"} and token.head != i:
            return self.grammar.is_negated(token.head) and not self.operators.at(self.grammar, token.head)
        return False

    def agent(self, i: int) -> int | None:
        """The token of who does what the operator says."""
        grammar = self.grammar
        if grammar.is_verb(i):
            if grammar.is_passive(i):
                for agent in grammar.kids(i, "agent"):
                    for obj in grammar.kids(agent, "pobj"):
                        return obj
                kinds = {op.kind for op in self.operators.at(grammar, i)}
                return self.arguments.subject(i) if kinds & {"pledge", "likely"} else None
            return self.arguments.subject(i)
        token = self.tokens[i]
        if token.pos in {"ADJ", "ADV"}:
            return (
                self.arguments.subject(token.head)
                if token.dep in {"acomp", "advmod", "conj"}
                else self.arguments.subject(i)
            )
        return self._noun_agent(i)

    def _noun_agent(self, i: int) -> int | None:
        """ "a request from Washington" before "Seoul received a request"."""
        token = self.tokens[i]
        above = token.head
        if token.dep in {"dobj", "nsubjpass"} and self._receives(above):
            for word, obj in self.grammar.prepositions(i):
                if word in {"from", "by"}:
                    return obj
            for word, obj in self.grammar.prepositions(above):
                if word in {"from", "by"}:
                    return obj
            own = [c for c in self.grammar.kids(i, "poss", "amod", "compound") if self.arguments.is_actor(c)]
            return own[0] if own else None
        return self.arguments.noun_agent(i)

    def _receives(self, v: int) -> bool:
        return any(frame.id == "receive" for frame in self.frames.at(self.grammar, v))

    def _addressee(self, stacked: Stacked, agent: int | None) -> int | None:
        grammar, i, operator = self.grammar, stacked.token, stacked.operator
        if grammar.is_verb(i):
            if grammar.is_passive(i) and "object" in operator.addressee:
                own = grammar.own_subject(i)
                return own if own is not None and self.arguments.is_actor(own) else None
            if "object" in operator.addressee:
                for obj in grammar.kids(i, "dobj", "dative"):
                    if obj != stacked.child and self.arguments.is_actor(obj):
                        return obj
                # "asked [Seoul to send]": the parser makes the addressee a subject of the complement.
                for comp in grammar.kids(i, "ccomp", "xcomp"):
                    for sub in grammar.kids(comp, "nsubj"):
                        if self.arguments.is_actor(sub):
                            return sub
        elif self.tokens[i].dep in {"dobj", "nsubjpass"} and self._receives(self.tokens[i].head):
            return self.arguments.subject(self.tokens[i].head)
        nested = [
            pair for _, o in grammar.prepositions(i) if operator.kind == "consider" for pair in grammar.prepositions(o)
        ]
        for word, obj in [*grammar.prepositions(i), *nested]:
            if word in operator.addressee and obj != agent and obj != stacked.child and self.arguments.is_actor(obj):
                return obj
        if not grammar.is_verb(i) and self.tokens[i].dep in {"dobj", "pobj"}:
            for word, obj in grammar.prepositions(grammar.clause_verb(i)):
                if (
                    word in operator.addressee
                    and word in {"on", "to"}
                    and self.arguments.is_actor(obj)
                    and obj != agent
                ):
                    return obj
        return None

    def _target(self, stacked: Stacked) -> int | None:
        """Against whom an embargo stands: behind its noun, or behind the verb that lifts or imposes it."""
        i, places = stacked.token, stacked.operator.target
        if not places:
            return None
        above = self.tokens[i].head
        for at in (i, above) if self.tokens[i].dep in {"dobj", "nsubjpass"} else (i,):
            for word, obj in self.grammar.prepositions(at):
                if word in places and obj != stacked.child and self.arguments.is_actor(obj):
                    return obj
        return None

    def party(self, i: int | None) -> Party | None:
        """The actors of the phrase at `i` as a party, or None."""
        if i is None:
            return None
        resolved = self.participants.resolve(i)
        if resolved is None:
            return None
        return Party(resolved.actors, resolved.token, resolved.how)
