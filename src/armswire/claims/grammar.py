"""Questions about a parse: who is the subject, what does this verb govern, is it negated.

Works on the tokens of one document; nothing here knows about arms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from armswire.claims.repairs import repaired
from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import Token

CLAUSE_DEPS = frozenset({"advcl", "relcl", "ccomp", "xcomp", "acl", "pcomp", "csubj", "csubjpass", "parataxis"})
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


# "according to Rome" names whose word it is, never where a thing goes.
SOURCE_PREPOSITIONS = frozenset({"according", "due", "thanks", "owing"})


class Mood(StrEnum):
    """How a verb or noun presents what it names."""

    REAL = "real"  # sent, sends, is sending, has sent
    FUTURE = "future"  # will send; "to send" in a headline
    POSSIBLE = "possible"  # may send
    OBLIGED = "obliged"  # should send
    INFINITIVE = "infinitive"  # (asked) to send
    GERUND = "gerund"  # (considers) sending
    NOMINAL = "nominal"  # delivery
    IMPERATIVE = "imperative"  # send us tanks


@dataclass(frozen=True, slots=True)
class Argument:
    """A token in a grammatical place: "subject", "object", "possessor", "modifier", or a preposition."""

    slot: str
    token: int
    borrowed: bool = False


class Grammar:
    """The parse of one document, ready for questions; indexes are those of its tokens."""

    def __init__(self, tokens: Sequence[Token], language: LanguageFile) -> None:
        self.tokens = tokens = repaired(tokens, language)
        self.language = language
        self.children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                self.children[token.head].append(token.index)

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of `i` by one of these labels, in the order of the text."""
        return [c for c in self.children[i] if self.tokens[c].dep in deps]

    def subtree(self, i: int) -> Iterator[int]:
        """`i` and all below it."""
        stack = [i]
        while stack:
            at = stack.pop()
            yield at
            stack.extend(self.children[at])

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

    def is_passive(self, i: int) -> bool:
        """True for "was sent", and for a participle behind a noun ("tanks sent by Poland")."""
        token = self.tokens[i]
        if self.kids(i, "nsubjpass", "auxpass", "csubjpass"):
            return True
        if token.dep == "conj" and token.tag == "VBN" and not self.kids(i, "nsubj", "aux"):
            return self.is_passive(token.head)
        return token.tag == "VBN" and token.dep in {"acl", "amod", "relcl"} and not self.kids(i, "nsubj", "aux")

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
        for p in self.kids(i, "prep", "agent", "dative", "prt", "advmod"):
            if self.tokens[p].text.lower() in SOURCE_PREPOSITIONS:
                continue
            for obj in self.kids(p, "pobj", "pcomp"):
                if self.tokens[obj].lemma == "way" and self.preposition_word(p) == "by":
                    # "by way of Laos" is "via Laos".
                    yield from (("via", o) for inner in self.kids(obj, "prep") for o in self.kids(inner, "pobj"))
                    continue
                yield self.preposition_word(p), obj
            for inner in self.kids(p, "prep"):
                for obj in self.kids(inner, "pobj", "pcomp"):
                    yield self.preposition_word(inner), obj

    def preposition_word(self, p: int) -> str:
        """The preposition in lower case; a participle that works as one ("including") likewise."""
        return self.tokens[p].text.lower()

    def markers(self, i: int) -> set[str]:
        """The conjunctions and adverbs that open the clause of `i` ("if", "whether", "when")."""
        return {self.tokens[c].text.lower() for c in self.kids(i, "mark", "advmod", "cc")}

    def auxiliaries(self, i: int) -> list[str]:
        """Auxiliary words of the verb, lower case; those of the first conjunct where it has none of its own."""
        own = [self.tokens[c].text.lower() for c in self.kids(i, "aux", "auxpass")]
        token = self.tokens[i]
        if not own and token.dep == "conj" and self.is_verb(token.head) and not self.kids(i, "nsubj", "nsubjpass"):
            return self.auxiliaries(token.head)
        return own

    def is_negated(self, i: int) -> bool:
        """True where a negation stands at the word itself, its determiner, or opens its subject ("no tanks were sent")."""
        if self._negated_here(i):
            return not self._until(i)
        if not self.is_verb(i):
            return False
        subject = self.own_subject(i)
        if subject is not None and (
            self._negated_here(subject) or self.tokens[subject].text.lower() in {"none", "nobody", "nothing"}
        ):
            return True
        return self.is_unfulfilled(i)

    def _until(self, i: int) -> bool:
        """ "did not arrive until May": it did."""
        return any(
            self.tokens[c].text.lower() == "until"
            for c in (*self.children[i], *(g for c in self.children[i] for g in self.children[c]))
        )

    def is_unfulfilled(self, i: int) -> bool:
        """ "has yet to deliver": the infinitive under "yet", whatever the parser hangs on what."""
        before = [t.text.lower() for t in self.tokens[max(0, i - 4) : i] if t.sentence == self.tokens[i].sentence]
        return any(
            word in self.language.unfulfilled_adverbs and "to" in before[k + 1 :] for k, word in enumerate(before)
        )

    def is_ended(self, i: int) -> bool:
        """ "no longer supplies"."""
        return any(
            self.tokens[c].text.lower() in self.language.ended_adverbs and self._negated_here(c)
            for c in self.kids(i, "advmod")
        )

    def _negated_here(self, i: int) -> bool:
        words = self.language.negations
        for c in self.children[i]:
            token = self.tokens[c]
            near = token.dep in {"neg", "det", "preconj", "advmod", "aux"}
            following = self.tokens[c + 1].text.lower() if c + 1 < len(self.tokens) else ""
            if following in {"just", "only", "merely", "simply"}:
                continue
            if near and (token.text.lower() in words or token.lemma in words):
                return True
        return False

    def governed_by_negation(self, i: int) -> bool:
        """ "without sending", "instead of sending": the preposition itself denies."""
        token = self.tokens[i]
        return token.dep in {"pcomp", "pobj"} and self.tokens[token.head].text.lower() in {"without", "against"}

    def mood(self, i: int) -> Mood:
        """How the word presents its event."""
        token = self.tokens[i]
        if not self.is_verb(i):
            return Mood.NOMINAL
        aux = self.auxiliaries(i)
        language = self.language
        if any(a in language.possibility_modals or a == "ca" for a in aux):
            return Mood.POSSIBLE
        if any(a in language.future_modals for a in aux):
            return Mood.FUTURE
        if any(a in language.obligation_modals for a in aux):
            return Mood.OBLIGED
        if "to" in aux:
            return self._infinitive(i, aux)
        if any(
            a in {"is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "'s", "’s", "been", "'ve"}
            for a in aux
        ):
            return Mood.REAL
        if token.tag == "VBG":
            return Mood.GERUND
        if token.tag == "VB" and token.dep in {"ROOT", "ccomp"} and self.own_subject(i) is None:
            return Mood.IMPERATIVE
        if token.tag == "VB" and token.dep in {"xcomp", "ccomp"} and self.own_subject(i) is None:
            return Mood.INFINITIVE
        return Mood.REAL

    def _infinitive(self, i: int, aux: list[str]) -> Mood:
        """ "is to send" and "has yet to send" are finite in effect."""
        if self.is_unfulfilled(i):
            return Mood.REAL
        token = self.tokens[i]
        above = self.tokens[token.head]
        copula = (
            token.dep == "xcomp"
            and above.lemma == "be"
            and above.index != i
            and not self.kids(above.index, "acomp", "attr")
        )
        if copula or any(a in {"is", "are", "was", "were"} for a in aux):
            return Mood.FUTURE
        return Mood.INFINITIVE

    def is_perfect(self, i: int) -> bool:
        """True with "has", "have", "had"."""
        return any(a in {"has", "have", "had", "'ve", "’ve"} for a in self.auxiliaries(i))

    def is_present(self, i: int) -> bool:
        """True for "does not send", "is not sending": with a negation that is a policy, no report of a day."""
        return bool(
            {"does", "do", "is", "are", "'s", "’s", "'re", "’re"} & set(self.auxiliaries(i))
        ) and not self.is_passive(i)

    def stands_under(self, i: int, markers: Sequence[str]) -> bool:
        """True inside a clause that one of these conjunctions opens."""
        at = i
        while True:
            token = self.tokens[at]
            if self.is_verb(at) and self.markers(at) & set(markers):
                return True
            if token.head == at:
                return False
            at = token.head

    def clause_verb(self, i: int) -> int:
        """The nearest verb at or above `i`, or the root."""
        at = i
        while not self.is_verb(at) and self.tokens[at].head != at:
            at = self.tokens[at].head
        return at

    def sentence_root(self, i: int) -> int:
        """The root of the sentence of `i`."""
        at = i
        while self.tokens[at].head != at:
            at = self.tokens[at].head
        return at
