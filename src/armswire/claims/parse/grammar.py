"""Questions about a parse that need the words of its language: in what mood is this verb, what opens its clause.

Nothing here knows about arms.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum

from armswire.claims.parse.negations import Negations


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


FINITE_MOODS = frozenset({Mood.REAL, Mood.FUTURE, Mood.POSSIBLE, Mood.OBLIGED})


class Grammar(Negations):
    """The parse tree of one document, with its moods, negations and clauses."""

    def markers(self, i: int) -> set[str]:
        """The conjunctions and adverbs that open the clause of `i` ("if", "whether", "when")."""
        return {self.word(c) for c in self.kids(i, "mark", "advmod", "cc")}

    def has_determiner(self, i: int, words: Collection[str]) -> bool:
        """True where one of these words determines the noun at `i` ("the", "these")."""
        return any(self.word(c) in words for c in self.kids(i, "det"))

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

    def auxiliaries(self, i: int) -> list[str]:
        """Auxiliary words of the verb, lower case; those of the first conjunct where it has none of its own."""
        own = [self.word(c) for c in self.auxiliary_places(i)]
        token = self.tokens[i]
        if not own and token.dep == "conj" and self.is_verb(token.head) and not self.kids(i, "nsubj", "nsubjpass"):
            return self.auxiliaries(token.head)
        return own

    def auxiliary_places(self, i: int) -> list[int]:
        """Where the auxiliary words of the verb itself stand."""
        return self.kids(i, "aux", "auxpass")

    def mood(self, i: int) -> Mood:
        """How the word presents its event."""
        if not self.is_verb(i):
            return Mood.NOMINAL
        if self.is_dispreferred(i):
            return Mood.FUTURE
        language, auxiliaries = self.language, self.auxiliaries(i)

        def has(words: Sequence[str]) -> bool:
            return any(word in words for word in auxiliaries)

        if has(language.possibility_modals):
            return Mood.POSSIBLE
        if has(language.future_modals):
            return Mood.FUTURE
        if has(language.obligation_modals):
            return Mood.OBLIGED
        if has(language.auxiliaries.infinitive_markers):
            return self._infinitive(i, auxiliaries)
        if has(language.auxiliaries.finite):
            return Mood.REAL
        return self._bare_mood(i)

    def _bare_mood(self, i: int) -> Mood:
        """The mood of a verb without any auxiliary, by its form and place."""
        token = self.tokens[i]
        if token.tag == "VBG":
            return Mood.GERUND
        if token.tag == "VB" and self.own_subject(i) is None:
            if token.dep in {"ROOT", "ccomp"}:
                return Mood.IMPERATIVE
            if token.dep == "xcomp":
                return Mood.INFINITIVE
        return Mood.REAL

    def _infinitive(self, i: int, auxiliaries: Sequence[str]) -> Mood:
        """ "is to send" and "has yet to send" are finite in effect, "appears to have sent" tells of what is done."""
        if self.is_unfulfilled(i) or self.is_perfect(i):
            return Mood.REAL
        is_to = any(word in self.language.auxiliaries.copulas for word in auxiliaries)
        if not is_to and any(word in self.language.auxiliaries.perfect_infinitive for word in auxiliaries):
            # "is said to have sent": what is told lies behind.
            return Mood.REAL
        return Mood.FUTURE if is_to or self._completes_copula(i) else Mood.INFINITIVE

    def _completes_copula(self, i: int) -> bool:
        """ "the plan is to send", where the parser takes the infinitive for what is said of the plan."""
        token = self.tokens[i]
        above = self.tokens[token.head]
        return (
            token.dep == "xcomp"
            and above.lemma in self.language.copula_verbs
            and above.index != i
            and not self.kids(above.index, "acomp", "attr")
        )

    def is_to_come(self, i: int) -> bool:
        """ "will send", "to send", "will go by sea before they are handed over"."""
        token = self.tokens[i]
        clause = self.mood(token.head) if token.dep == "advcl" else Mood.NOMINAL
        return self.mood(i) in {Mood.FUTURE, Mood.INFINITIVE} or clause is Mood.FUTURE

    def is_perfect(self, i: int) -> bool:
        """True with "has", "have", "had"."""
        return any(word in self.language.auxiliaries.perfect for word in self.auxiliaries(i))

    def is_past_possibility(self, i: int) -> bool:
        """ "may have sent"."""
        return any(word in self.language.auxiliaries.perfect_infinitive for word in self.auxiliaries(i))

    def is_present(self, i: int) -> bool:
        """True for "does not send", "is not sending": with a negation that is a policy, no report of a day."""
        present = any(word in self.language.auxiliaries.present for word in self.auxiliaries(i))
        return present and not self.is_passive(i)

    def modal_of(self, i: int) -> int | None:
        """The word that gives the verb its mood ("will", "may", "to"), None where its own form does."""
        if self.tokens[i].dep == "conj" and not self.auxiliary_places(i):
            i = self.first_conjunct(i)
        language = self.language
        modals = {
            *language.possibility_modals, *language.future_modals, *language.obligation_modals,
            *language.auxiliaries.infinitive_markers,
        }  # fmt: skip
        return next((c for c in self.auxiliary_places(i) if self.word(c) in modals), None)
