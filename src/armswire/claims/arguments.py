"""Who and what stands in the grammatical places of a verb or noun, across control, passives and lists."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.cues import CueBook
from armswire.claims.grammar import CLAUSE_DEPS, Argument
from armswire.claims.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.annotation import ActorKind

RELATIVIZERS = frozenset({"who", "that", "which", "whom"})

# Operators whose object, not their subject, does what the complement says ("asked Seoul to send").
OBJECT_CONTROL = frozenset(
    {"request", "want", "approve", "cause", "accuse", "refuse", "halt", "thank", "say", "likely"}
)
# Prepositions after which the object of the governing verb acts ("accused Tehran of sending", "stop Berlin from").
OBJECT_ACTS_AFTER = frozenset({"of", "from", "for"})


class Arguments:
    """Finds the arguments of the verbs and nouns of one document."""

    def __init__(self, scene: Scene, participants: Participants, operators: CueBook[Operator]) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.participants = participants
        self.operators = operators
        participants.subject_of = self.subject

    def is_actor(self, i: int) -> bool:
        """True where the phrase at `i` identifies somebody and is no item."""
        return i not in self.scene.item_at and self.participants.resolve(i) is not None

    def subject(self, v: int, depth: int = 0) -> int | None:
        """The token of who does what `v` says, inherited where the verb has none of its own."""
        if depth > 8:
            return None
        token, grammar = self.tokens[v], self.grammar
        own = grammar.own_subject(v) if token.dep != "amod" else None
        if own is not None and self.tokens[own].text.lower() not in RELATIVIZERS:
            return own
        head = token.head
        if own is not None:
            return head if token.dep == "relcl" else None
        adjacent = self._adjacent_subject(v)
        if adjacent is not None:
            return adjacent
        if head == v:
            return None
        if token.dep == "conj":
            return self.subject(head, depth + 1) if grammar.is_verb(head) else self.noun_agent(head, depth + 1)
        if token.dep in {"xcomp", "ccomp", "oprd"}:
            return self._controller(head, depth)
        if token.dep == "acl" or token.dep == "relcl":
            if self.is_actor(head) and token.tag != "VBN":
                jump = self._asked(head)
                return head if jump is None else head
            return self.noun_agent(head, depth + 1)
        if token.dep in {"pcomp", "pobj"}:
            return self._acts_after_preposition(head, depth)
        if token.dep == "advcl":
            return (
                self._controller(head, depth)
                if grammar.mood(v).value == "infinitive"
                else self._subject_of(head, depth)
            )
        if token.dep in {"amod", "compound", "nmod"}:
            before = [
                c for c in grammar.kids(v, "npadvmod", "compound", "amod", "nmod", "advmod") if c in self.scene.actor_at
            ]
            if before:
                return before[-1]
            return self._hyphenated_maker(v)
        return None

    def _adjacent_subject(self, v: int) -> int | None:
        """The actor right before a finite verb and its auxiliaries, where the parser found no subject at all."""
        grammar = self.grammar
        if (
            grammar.mood(v).value not in {"real", "future", "possible"}
            or grammar.is_passive(v)
            or self.tokens[v].tag == "VBG"
        ):
            return None
        if self.tokens[v].dep in {"conj", "xcomp", "relcl", "acl", "amod"}:
            return None
        i = v - 1
        while (
            i >= 0
            and self.tokens[i].tag in {"MD", "RB", "VBZ", "VBP", "VBD"}
            and self.tokens[i].sentence == self.tokens[v].sentence
        ):
            i -= 1
        mention = self.scene.actor_at.get(i) if i >= 0 and self.tokens[i].sentence == self.tokens[v].sentence else None
        if (
            mention is None
            or not mention.actors
            or mention.kind is ActorKind.DEMONYM
            or self.tokens[mention.head].dep in {"poss", "pobj"}
        ):
            return None
        return mention.head

    def _hyphenated_maker(self, v: int) -> int | None:
        """ "US-supplied": the name right before the hyphen, whatever the parser made of it."""
        if v >= 2 and self.tokens[v - 1].text in {"-", "–"} and v - 2 in self.scene.actor_at:
            return v - 2
        return None

    def _subject_of(self, head: int, depth: int) -> int | None:
        if not self.grammar.is_verb(head):
            return self.noun_agent(head, depth + 1)
        if self.grammar.is_passive(head):
            agents = [o for a in self.grammar.kids(head, "agent") for o in self.grammar.kids(a, "pobj")]
            return agents[0] if agents else None
        return self.subject(head, depth + 1)

    def _asked(self, noun: int) -> int | None:
        token = self.tokens[noun]
        return token.head if token.dep in {"dobj", "pobj", "dative"} else None

    def _controller(self, head: int, depth: int) -> int | None:
        """Who acts in the complement of `head`: its object for verbs of asking and letting, else its subject."""
        grammar = self.grammar
        if self.tokens[head].pos in {"ADJ", "ADV"}:
            own = grammar.own_subject(head)
            return own if own is not None else self.subject(self.tokens[head].head, depth + 1)
        if not grammar.is_verb(head):
            return self.noun_agent(head, depth + 1)
        kinds = {op.kind for op in self.operators.at(grammar, head)}
        if kinds & OBJECT_CONTROL and not grammar.is_passive(head):
            for obj in [
                *grammar.kids(head, "dobj", "dative"),
                *(o for w, o in grammar.prepositions(head) if w in {"on", "upon", "to", "for", "with", "from"}),
            ]:
                if self.is_actor(obj):
                    return obj
            # "urged Biden to send": somebody who cannot be placed acts, not the one who urges.
            unknown = [o for o in grammar.kids(head, "dobj") if self.tokens[o].pos == "PROPN" and o not in self.scene.item_at]
            if unknown:
                return unknown[0]
        return self.subject(head, depth + 1)

    def _acts_after_preposition(self, preposition: int, depth: int) -> int | None:
        above = self.tokens[preposition].head
        if above == preposition:
            return None
        if not self.grammar.is_verb(above):
            return self.noun_agent(above, depth + 1)
        if self.tokens[preposition].text.lower() in OBJECT_ACTS_AFTER:
            for obj in self.grammar.kids(above, "dobj", "nsubjpass"):
                if self.is_actor(obj):
                    return obj
        return self.subject(above, depth + 1)

    def noun_agent(self, n: int, depth: int = 0) -> int | None:
        """Who stands behind a noun: "Seoul's refusal", "U.S. plans", "talks by"; else the subject of its verb."""
        if depth > 8:
            return None
        grammar = self.grammar
        for c in grammar.kids(n, "poss", "amod", "compound", "nmod"):
            if self.is_actor(c):
                return c
        for word, obj in grammar.prepositions(n):
            if word in {"by", "from", "of"} and self.is_actor(obj):
                return obj
        token = self.tokens[n]
        head = token.head
        if head == n:
            return None
        if token.dep in {"dobj", "nsubjpass", "attr", "oprd", "conj", "xcomp", "ccomp", "appos"}:
            return self._subject_of(head, depth)
        if token.dep in {"pobj", "pcomp"}:
            above = self.tokens[head].head
            if above != head:
                return self._subject_of(above, depth)
        if token.dep in {"compound", "amod", "nmod"}:
            return self.noun_agent(head, depth + 1)
        return None

    def of_verb(self, v: int) -> list[Argument]:
        """The arguments of a verb: subject, objects and everything that prepositions attach, also inside its objects."""
        grammar, token = self.grammar, self.tokens[v]
        out: list[Argument] = []
        passive = grammar.is_passive(v)
        subject = self.subject(v)
        if passive:
            patient = grammar.own_subject(v) if token.dep != "amod" else None
            if patient is not None and self.tokens[patient].text.lower() in RELATIVIZERS:
                patient = token.head
            if patient is None and token.dep == "conj":
                patient = grammar.own_subject(grammar.first_conjunct(v))
            if patient is None and token.dep in {"acl", "relcl", "amod"}:
                patient = token.head
            if patient is None and token.dep in {"xcomp", "ccomp"}:
                patient = subject
            if patient is not None:
                out.append(Argument("object", patient))
            for agent in grammar.kids(v, "agent"):
                out += [Argument("subject", o) for o in grammar.kids(agent, "pobj")]
            if token.dep == "amod" and subject is not None:
                out.append(Argument("subject", subject))
        elif subject is not None:
            out.append(Argument("subject", subject))
        for obj in self._objects(v):
            out.append(Argument("object", obj))
        if (
            token.dep in {"relcl", "acl"}
            and not passive
            and token.head in self.scene.item_at
            and not grammar.objects(v)
        ):
            # "weapons to come", "tanks to send": the item that the clause hangs on.
            out += [Argument("subject", token.head), Argument("object", token.head)]
        seen: set[int] = set()
        for argument in list(out):
            if argument.slot == "object" or (argument.slot == "subject" and self._names_item(argument.token)):
                out += list(self._attached(argument.token, seen, borrowed=True))
        out += list(self._attached(v, seen, borrowed=False))
        return out

    def _names_item(self, i: int) -> bool:
        """True where the phrase at `i` is about an item: "90 tons of military aid from Italy arrive"."""
        return i in self.scene.item_at or any(
            w == "of" and o in self.scene.item_at for w, o in self.grammar.prepositions(i)
        )

    def beneficiary(self, v: int) -> int | None:
        """Whom a purpose clause names: "provide weapons to help Ukraine"."""
        for c in self.grammar.kids(v, "xcomp", "advcl", "acl"):
            if self.tokens[c].lemma in self.scene.language.help_verbs and "to" in self.grammar.auxiliaries(c):
                for obj in self.grammar.kids(c, "dobj", "obj"):
                    if self.is_actor(obj):
                        return obj
                for inner in self.grammar.kids(c, "ccomp", "xcomp"):
                    for sub in self.grammar.kids(inner, "nsubj"):
                        if self.is_actor(sub):
                            return sub
        return None

    def _objects(self, v: int) -> Iterator[int]:
        grammar, token = self.grammar, self.tokens[v]
        for obj in grammar.objects(v):
            if self.tokens[obj].pos != "ADP" and self.tokens[obj].text.lower() not in RELATIVIZERS:
                yield obj
        if token.dep == "relcl" and not grammar.is_passive(v):
            own = grammar.own_subject(v)
            if own is not None and self.tokens[own].text.lower() not in RELATIVIZERS:
                yield token.head
        if token.dep == "conj" and not grammar.objects(v) and grammar.is_verb(token.head):
            yield from grammar.objects(token.head)
        # "agreed to buy and ship tanks": the object stands at the last verb of the list.
        if not grammar.objects(v):
            for other in grammar.kids(v, "conj"):
                if grammar.is_verb(other) and grammar.own_subject(other) is None:
                    yield from grammar.objects(other)

    def _attached(self, i: int, seen: set[int], *, borrowed: bool) -> Iterator[Argument]:
        """Prepositional phrases at `i` and at what they govern, not across clauses."""
        grammar = self.grammar
        for word, obj in grammar.prepositions(i):
            if obj in seen:
                continue
            seen.add(obj)
            yield Argument(word, obj, borrowed)
            if not grammar.is_verb(obj):
                yield from self._attached(obj, seen, borrowed=True)
        for c in grammar.kids(i, "conj", "appos", "dobj", "npadvmod"):
            if c not in seen and not grammar.is_verb(c) and not grammar.is_verb(i):
                seen.add(c)
                yield from self._attached(c, seen, borrowed=True)

    def of_noun(self, n: int) -> list[Argument]:
        """The arguments of a noun, then those of the verb or noun that governs it where they could be its own."""
        grammar = self.grammar
        out: list[Argument] = []
        for c in grammar.kids(n, "poss"):
            out.append(Argument("possessor", c))
        for c in grammar.kids(n, "amod", "compound", "nmod", "npadvmod"):
            out.append(Argument("modifier", c))
        out += list(self._attached(n, set(), borrowed=False))
        token = self.tokens[n]
        if token.dep in {"dobj", "nsubjpass", "nsubj", "pobj"} and token.head != n:
            above = token.head if token.dep != "pobj" else self.tokens[token.head].head
            taken = {a.token for a in out}
            for word, obj in grammar.prepositions(above):
                if (
                    word in {"to", "for", "from", "via", "through", "with", "by", "of"}
                    and obj != n
                    and obj not in taken
                    and obj > n
                ):
                    out.append(Argument(word, obj, borrowed=True))
        return out

    def crosses_clause(self, i: int) -> bool:
        """True where the arc above `i` leaves its clause."""
        return self.tokens[i].dep in CLAUSE_DEPS
