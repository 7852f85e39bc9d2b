"""What stands in the grammatical places of a verb or noun, across passives, relative clauses and lists."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.parse.grammar import Mood
from armswire.claims.parse.parse_tree import Argument
from armswire.claims.parties.subjects import Subjects


class Arguments(Subjects):
    """Finds the arguments of the verbs and nouns of one document, beside who acts in them."""

    def of_verb(self, v: int) -> list[Argument]:
        """The arguments of a verb: subject, objects, and what prepositions attach to it and to its objects."""
        subject = self.subject(v)
        out: list[Argument] = []
        if self.grammar.is_passive(v):
            out += self._of_passive(v, subject)
        elif subject is not None:
            out.append(Argument("subject", subject))
        out += [Argument("object", obj) for obj in self._objects(v)]
        if self._leads_to_item(v):
            # "weapons to come", "tanks to send": the item that the clause hangs on.
            head = self.tokens[v].head
            out += [Argument("subject", head), Argument("object", head)]
        seen: set[int] = set()
        for argument in list(out):
            if argument.slot == "object" or (argument.slot == "subject" and self._names_item(argument.token)):
                out += self._attached(argument.token, seen, borrowed=True)
        out += self._attached(v, seen, borrowed=False)
        return out

    def _of_passive(self, v: int, subject: int | None) -> Iterator[Argument]:
        """What is sent, and by whom."""
        patient = self._patient(v, subject)
        if patient is not None:
            yield Argument("object", patient)
        for by in self.grammar.kids(v, "agent"):
            yield from (Argument("subject", o) for o in self.grammar.kids(by, "pobj"))
        if self.tokens[v].dep == "amod" and subject is not None:
            yield Argument("subject", subject)

    def _patient(self, v: int, subject: int | None) -> int | None:
        """What a passive verb is about: its own subject, or the noun or clause that it hangs on."""
        token = self.tokens[v]
        own = self.grammar.own_subject(v) if token.dep != "amod" else None
        if own is not None:
            return token.head if self.is_relative(own) else own
        match token.dep:
            case "conj":
                return self.grammar.own_subject(self.grammar.first_conjunct(v))
            case "acl" | "relcl" | "amod":
                return token.head
            case "xcomp" | "ccomp":
                return subject
            case "advcl" if self.grammar.mood(v) is Mood.INFINITIVE and self.grammar.is_verb(token.head):
                # "set aside rockets to be shipped": what the verb above is about.
                return next(iter(self.grammar.kids(token.head, "dobj", "nsubjpass")), None)
        return None

    def _leads_to_item(self, v: int) -> bool:
        """True for a clause without an object of its own that hangs on an item."""
        token = self.tokens[v]
        hangs = token.dep in {"relcl", "acl"} and token.head in self.scene.item_at
        return hangs and not self.grammar.is_passive(v) and not self.grammar.objects(v)

    def _names_item(self, i: int) -> bool:
        """True where the phrase at `i` is about an item: "90 tons of military aid from Italy arrive"."""
        counted = self.grammar.behind(i, self.words.counted)
        return i in self.scene.item_at or any(o in self.scene.item_at for o in counted)

    def _objects(self, v: int) -> Iterator[int]:
        grammar, token = self.grammar, self.tokens[v]
        own_objects = grammar.objects(v)
        for obj in own_objects:
            if self.tokens[obj].pos != "ADP" and not self.is_relative(obj):
                yield obj
        if token.dep == "relcl" and not grammar.is_passive(v):
            own = grammar.own_subject(v)
            if own is not None and not self.is_relative(own):
                yield token.head
        if own_objects:
            return
        if token.dep == "conj" and grammar.is_verb(token.head):
            yield from grammar.objects(token.head)
        # "agreed to buy and ship tanks": the object stands at the last verb of the list.
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
        grammar, token = self.grammar, self.tokens[n]
        out = [Argument("possessor", c) for c in grammar.kids(n, "poss")]
        out += [Argument("modifier", c) for c in grammar.kids(n, "amod", "compound", "nmod", "npadvmod")]
        out += self._attached(n, set(), borrowed=False)
        if token.dep in {"dobj", "nsubjpass", "nsubj", "pobj"} and token.head != n:
            above = token.head if token.dep != "pobj" else self.tokens[token.head].head
            taken = {a.token for a in out}
            out += [
                Argument(word, obj, borrowed=True)
                for word, obj in grammar.prepositions(above)
                if word in self.words.borrowed and obj > n and obj not in taken
            ]
        return out

    def beneficiary(self, v: int) -> int | None:
        """Whom a purpose clause names: "provide weapons to help Ukraine"."""
        return next((who for c in self.grammar.kids(v, "xcomp", "advcl", "acl") for who in self._helped(c)), None)

    def _helped(self, c: int) -> Iterator[int]:
        """Who is helped, or helped to do something, in an infinitive of helping."""
        grammar, language = self.grammar, self.scene.language
        markers = set(language.auxiliaries.infinitive_markers)
        if self.tokens[c].lemma not in language.help_verbs or not markers & set(grammar.auxiliaries(c)):
            return
        clauses = grammar.kids(c, "ccomp", "xcomp")
        subjects = [s for inner in clauses for s in grammar.kids(inner, "nsubj")]
        yield from (who for who in [*grammar.kids(c, "dobj", "obj"), *subjects] if self.is_actor(who))
