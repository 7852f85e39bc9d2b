"""The parse of one document as a tree: children, coordination, subjects, objects, what prepositions govern.

Works on tokens alone; nothing here knows about arms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from armswire.claims.parse.repairs import repaired
from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import Token
from armswire.model.arcs import Arcs


@dataclass(frozen=True, slots=True)
class Argument:
    """A token in a grammatical place: "subject", "object", "possessor", "modifier", or a preposition.

    `borrowed` where it hangs on another word than the one whose argument it is.
    """

    slot: str
    token: int
    borrowed: bool = False


class ParseTree(Arcs):
    """The tokens of one document with their arcs, the parser's usual slips mended; indexes are those of the tokens."""

    def __init__(self, tokens: Sequence[Token], language: LanguageFile) -> None:
        super().__init__(repaired(tokens, language))
        self.language = language

    def word(self, i: int) -> str:
        """The word at `i` in lower case."""
        return self.tokens[i].text.lower()

    def is_verb(self, i: int) -> bool:
        """True for verbs and auxiliaries used as such."""
        return self.tokens[i].pos in {"VERB", "AUX"} or self.tokens[i].tag.startswith("VB")

    def conjuncts(self, i: int) -> list[int]:
        """`i` and what is coordinated with it further on: "tanks, shells and drones"."""
        out, queue = [i], [i]
        while queue:
            for c in self.kids(queue.pop(0), "conj"):
                out.append(c)
                queue.append(c)
        return out

    def first_conjunct(self, i: int) -> int:
        """The head of the coordination that `i` belongs to."""
        while self.tokens[i].dep == "conj":
            i = self.tokens[i].head
        return i

    def clause_verb(self, i: int) -> int:
        """The nearest verb at or above `i`, or the root."""
        at = i
        while not self.is_verb(at) and self.tokens[at].head != at:
            at = self.tokens[at].head
        return at

    def is_passive(self, i: int) -> bool:
        """True for "was sent", and for a participle behind a noun ("tanks sent by Poland")."""
        token = self.tokens[i]
        if self.kids(i, "nsubjpass", "auxpass", "csubjpass"):
            return True
        if token.dep == "conj" and token.tag == "VBN" and not self.kids(i, "nsubj", "aux"):
            return self.is_passive(token.head)
        return token.tag == "VBN" and token.dep in {"acl", "amod", "relcl"} and not self.kids(i, "nsubj", "aux")

    def is_participle(self, i: int) -> bool:
        """True for a passive, also where it stands loosely behind a clause ("landed at last, paid for by London")."""
        return self.is_passive(i) or (self.tokens[i].tag == "VBN" and not self.kids(i, "nsubj", "aux"))

    def passive_agent(self, i: int) -> int | None:
        """Who acts in a passive clause: "sent by Poland"."""
        return next((o for by in self.kids(i, "agent") for o in self.kids(by, "pobj")), None)

    def own_subject(self, i: int) -> int | None:
        """The subject that stands at the verb itself, active or passive."""
        found = self.kids(i, "nsubj", "nsubjpass", "csubj")
        if found:
            before = [c for c in found if c < i]
            return before[-1] if before else found[0]
        # Headlines without articles: "US considering ..." is often read as an adverbial noun.
        before = [
            c for c in self.kids(i, "npadvmod", "dep", "nmod") if c < i and self.tokens[c].pos in {"PROPN", "NOUN"}
        ]
        return before[-1] if before and not self.kids(i, "auxpass") else None

    def objects(self, i: int) -> list[int]:
        """Direct and second objects of an active verb."""
        return self.kids(i, "dobj", "dative", "oprd", "attr", "obj", "iobj", "acomp")

    def prepositions(self, i: int) -> Iterator[tuple[str, int]]:
        """Each preposition that hangs on `i`, in lower case, with the head of what it governs."""
        words = self.language.prepositions
        for p in self.kids(i, "prep", "agent", "dative", "prt", "advmod"):
            if self.word(p) in words.reason:
                continue
            for obj in self.kids(p, "pobj", "pcomp"):
                if self.tokens[obj].lemma in words.adverbial.get(self.word(p), ()):
                    continue
                compound = words.compound.get(f"{self.word(p)} {self.tokens[obj].lemma}")
                if compound is None:
                    yield self.word(p), obj
                else:
                    # "by way of Laos" is "via Laos".
                    yield from ((compound, o) for inner in self.kids(obj, "prep") for o in self.kids(inner, "pobj"))
            for inner in self.kids(p, "prep"):
                for obj in self.kids(inner, "pobj", "pcomp"):
                    yield self.word(inner), obj

    def behind(self, i: int, prepositions: Sequence[str]) -> Iterator[int]:
        """What one of these prepositions governs at `i`."""
        return (obj for word, obj in self.prepositions(i) if word in prepositions)
