"""Which operators stand over a frame, from the inside out: climbs from a word to the root of its clause."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.claims.cues import CueBook
from armswire.claims.operators.governing import Governing
from armswire.claims.operators.operator_roles import OperatorRoles, Stacked
from armswire.claims.parse.grammar import Mood
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Frame, Operator

COMPLEMENTS = frozenset(
    {"xcomp", "ccomp", "dobj", "dative", "attr", "oprd", "nsubjpass", "csubj", "csubjpass", "acl", "appos", "obj"}
)
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "npadvmod"})
# Arcs to what a verb only carries ("made a delivery", "expressed hope").
CARRIED = frozenset({"dobj", "nsubjpass", "attr", "xcomp", "obj"})
# Operators that govern the infinitive which the parser took for a clause of purpose ("was asked to send").
PURPOSE_KINDS = frozenset(
    {
        "request", "pledge", "agree", "want", "consider", "likely", "approve", "cause", "begin", "boost", "conclude",
        "fail", "refuse", "reverse",
    }
)  # fmt: skip
# Operators whose object is to do what a clause behind it says ("asked Seoul to send").
ASKING_KINDS = frozenset({"request", "approve", "cause", "want"})


@dataclass(frozen=True, slots=True)
class Stack:
    """The operators from the inside out, and the outermost token of the reading."""

    operators: tuple[Stacked, ...]
    top: int


class Stacking(OperatorRoles):
    """Gathers the operators over the words of one document, and tells who acts in them."""

    def __init__(
        self,
        scene: Scene,
        operators: CueBook[Operator],
        frames: CueBook[Frame],
        arguments: Arguments,
        participants: Participants,
    ) -> None:
        super().__init__(scene, operators, frames, arguments, participants)
        self.governing = Governing(scene, operators)

    def over(self, anchor: int) -> Stack:
        """The operators over the word at `anchor`."""
        found: list[Stacked] = []
        lacked = self.lacked_licence(anchor)
        if lacked is not None:
            found.append(lacked)
        leave = self.given_leave(anchor)
        if leave is not None:
            found.append(leave)
        cur = top = anchor
        while self.tokens[cur].head != cur:
            if self.tokens[cur].dep == "conj":
                if self._stands_alone(cur):
                    break
                cur = self.tokens[cur].head
                continue
            link = self._governor(cur)
            if link is None:
                break
            governor, operator = link
            if operator is not None:
                found.append(Stacked(operator, governor, cur))
            elif self.grammar.is_verb(governor) and self.tokens[cur].dep not in CARRIED:
                break
            cur = top = governor
        return Stack(tuple(found), top)

    def lacked_licence(self, anchor: int) -> Stacked | None:
        """ "[without a licence] from Bern it cannot pass them on": what a supply that cannot be still waits for."""
        grammar = self.grammar
        if grammar.mood(anchor) is not Mood.POSSIBLE or not grammar.is_negated(anchor):
            return None
        for obj in grammar.behind(anchor, self.words.lacking):
            licence = next((op for op in self.operators.at(grammar, obj) if op.kind == "approve"), None)
            if licence is not None:
                return Stacked(licence, obj, anchor)
        return None

    def given_leave(self, anchor: int) -> Stacked | None:
        """ "under rules [approved] by the cabinet, they may be shipped": what may be done because it was allowed."""
        grammar = self.grammar
        if not grammar.is_verb(anchor) or grammar.mood(anchor) is not Mood.POSSIBLE or grammar.is_negated(anchor):
            return None
        for paper in grammar.behind(anchor, self.words.pursuant):
            for clause in grammar.kids(paper, "acl"):
                approving = next((op for op in self.operators.at(grammar, clause) if op.kind == "approve"), None)
                if approving is not None and self.tokens[clause].tag == "VBN":
                    return Stacked(approving, clause, anchor)
        return None

    def told(self, anchor: int, teller: int) -> Stack:
        """The operator of a clause about the item at `anchor`."""
        operators = (op for op in self.operators.at(self.grammar, teller) if op.takes_item)
        return Stack(tuple(Stacked(op, teller, anchor) for op in list(operators)[:1]), teller)

    def _stands_alone(self, cur: int) -> bool:
        """A coordinated clause with a subject of its own shares no operator with the first one."""
        return self.grammar.is_verb(cur) and bool(self.grammar.kids(cur, "nsubj", "nsubjpass"))

    def _governor(self, cur: int) -> tuple[int, Operator | None] | None:
        """The word above `cur` and the operator that it is, or None where a clause boundary lies between."""
        dep, head = self.tokens[cur].dep, self.tokens[cur].head
        infinitive = self.grammar.mood(cur) is Mood.INFINITIVE
        if dep in {"pobj", "pcomp"}:
            return self._across_preposition(cur, head)
        if dep == "acl" or (dep == "relcl" and infinitive):
            if self._object_of_asking(head):
                verb = self._verb_above(head)
                return verb, self.governing.choose(verb, cur, "xcomp")
            return head, self.governing.choose(head, cur, "acl")
        if dep == "relcl" and (self._says_of_head(cur) or self._is_content(cur, head)):
            return head, self.governing.choose(head, cur, "acl")
        if dep == "ccomp":
            # "denied a finding, published in May, that it had sold": the content of neither verb but of the finding.
            near = [
                *self.grammar.kids(head, "dobj"),
                *([self.tokens[head].head] if self.tokens[head].dep == "acl" else []),
            ]
            noun = next((n for n in near if n < cur and self._is_content(cur, n)), None)
            if noun is not None:
                return noun, self.governing.choose(noun, cur, "acl")
        if dep == "relcl":
            return self._course_of_supply(head)
        if dep in COMPLEMENTS or dep in MODIFIERS:
            return head, self.governing.choose(head, cur, dep)
        if dep == "nsubj":
            operator = self.governing.choose(head, cur, dep)
            return self._still_to_be_done(head, cur) if operator is None else (head, operator)
        if dep == "advcl" and infinitive:
            operator = self.governing.choose(head, cur, "xcomp") or self._undone_policy(head)
            if operator is not None and operator.kind in PURPOSE_KINDS:
                return head, operator
        return None

    def _still_to_be_done(self, head: int, cur: int) -> tuple[int, Operator | None] | None:
        """ "the pledge has yet to be fulfilled": what is still to be done to the subject governs it."""
        for c in self.grammar.kids(head, "xcomp"):
            if self.grammar.is_passive(c) and self.grammar.is_unfulfilled(c):
                return c, self.governing.choose(c, cur, "nsubjpass")
        return None

    def _says_of_head(self, cur: int) -> bool:
        """ "a memo which said that ...": what the clause says is what the noun says."""
        subject = self.grammar.own_subject(cur)
        says = any(op.kind == "say" for op in self.operators.at(self.grammar, cur))
        return says and subject is not None and self.arguments.is_relative(subject)

    def _is_content(self, cur: int, noun: int) -> bool:
        """ "the claim, made in Kyiv, that Iran had sent drones": a whole clause behind a noun of saying."""
        kinds = {op.kind for op in self.operators.at(self.grammar, noun)}
        whole = any(self.tokens[c].tag in {"IN", "WDT"} for c in self.grammar.kids(cur, "mark"))
        # "a report that Oslo had agreed to sell tanks": a conjunction, though the parser gives it a place below.
        opening = min(self.grammar.subtree(cur))
        whole = whole or self.tokens[opening].tag == "IN" or self._lacks_nothing(cur, opening)
        return whole and bool(kinds & {"say", "accuse", "confirm", "deny"}) and not self.grammar.is_verb(noun)

    def _lacks_nothing(self, cur: int, opening: int) -> bool:
        """ "the first confirmation that Austria had sold it shells": "that" is neither who sold nor what was sold.

        In "rejects a claim it sold shells" there is no "that" at all.
        """
        grammar = self.grammar
        that = opening if self.tokens[opening].tag == "WDT" and self.tokens[opening].head == cur else None
        taken = {self.tokens[c].dep for c in grammar.kids(cur, "nsubj", "nsubjpass", "dobj") if c != that}
        full = "nsubjpass" in taken or {"nsubj", "dobj"} <= taken
        subject = grammar.own_subject(cur)
        bare = subject is not None and opening == min(grammar.subtree(subject))
        return full and (that is not None or bare)

    def _course_of_supply(self, noun: int) -> tuple[int, Operator | None] | None:
        """ "will double the shells it sends", "the number of shells": the verb says how the supply goes on."""
        at = noun
        if self.tokens[at].dep == "pobj" and self.grammar.word(self.tokens[at].head) in self.words.counted:
            at = self.tokens[self.tokens[at].head].head
        verb = self.tokens[at].head
        if self.tokens[at].dep != "dobj":
            return None
        boosting = next((op for op in self.operators.at(self.grammar, verb) if op.kind == "boost"), None)
        return None if boosting is None else (verb, boosting)

    def _across_preposition(self, cur: int, preposition: int) -> tuple[int, Operator | None] | None:
        """ "a ban [on sales]": the word above the preposition."""
        above = self.tokens[preposition].head
        # "because of", "stopped short of": the preposition hangs on another small word.
        while self.tokens[above].dep in {"prep", "advmod"} and self.tokens[above].pos in {"ADP", "ADV"}:
            above = self.tokens[above].head
        complement = self.grammar.word(preposition) in self.scene.language.prepositions.complement
        if above == preposition or not complement:
            return None
        return above, self.governing.choose(above, cur, self.tokens[cur].dep)

    def _undone_policy(self, head: int) -> Operator | None:
        """ "changed their policy not to supply": the parser hangs the infinitive on the verb."""
        objects = self.grammar.kids(head, "dobj")
        has_policy = any(op.kind in {"policy", "refuse"} for o in objects for op in self.operators.at(self.grammar, o))
        reversing = (op for op in self.operators.at(self.grammar, head) if op.kind == "reverse")
        return next(reversing, None) if has_policy else None

    def _object_of_asking(self, noun: int) -> bool:
        """True where a clause behind an actor is what the actor is asked to do, whatever it was attached to."""
        verb = self._verb_above(noun)
        if verb == noun or noun not in self.scene.actor_at:
            return False
        return any(op.kind in ASKING_KINDS for op in self.operators.at(self.grammar, verb))

    def _verb_above(self, noun: int) -> int:
        token = self.tokens[noun]
        if token.dep in {"dobj", "dative", "nsubjpass"}:
            return token.head
        return self.tokens[token.head].head if token.dep == "pobj" else noun
