"""Questions about a parse that need the words of its language: in what mood is this verb, is it negated.

Nothing here knows about arms.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum

from armswire.claims.parse.parse_tree import ParseTree

# How many words before an infinitive "yet" may stand ("has yet to even begin to deliver").
UNFULFILLED_REACH = 4
# How many words before a verb its "than" may stand ("rather scrap them than simply give").
DISPREFERRED_REACH = 2


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


class Grammar(ParseTree):
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

    # -- mood -----------------------------------------------------------------------------------------------------

    def auxiliaries(self, i: int) -> list[str]:
        """Auxiliary words of the verb, lower case; those of the first conjunct where it has none of its own."""
        own = [self.word(c) for c in self.kids(i, "aux", "auxpass")]
        token = self.tokens[i]
        if not own and token.dep == "conj" and self.is_verb(token.head) and not self.kids(i, "nsubj", "nsubjpass"):
            return self.auxiliaries(token.head)
        return own

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

    # -- negation -------------------------------------------------------------------------------------------------

    def is_negated(self, i: int) -> bool:
        """True where a negation stands at the word, at its determiner, or opens its subject ("no tanks were sent")."""
        if self._negated_here(i):
            return not self._until(i)
        if not self.is_verb(i):
            return False
        subject = self.own_subject(i)
        if self._is_inverted_by_negation(i, subject):
            return not self._until(i)
        if subject is not None and (
            self._negated_here(subject) or self.word(subject) in self.language.pronouns.negative
        ):
            return True
        opens = subject is not None and self._opens_with_negation(subject)
        return opens or self.is_unfulfilled(i) or self.is_dispreferred(i)

    def denies_object(self, i: int) -> bool:
        """ "sent nothing", "sent no tanks", "supplying neither shells nor rockets"."""
        objects = self.kids(i, "dobj") if self.is_verb(i) else []
        nothing = self.language.pronouns.negative
        return any(self.word(o) in nothing or self._negated_here(o) or self._opens_with_negation(o) for o in objects)

    def is_dispreferred(self, i: int) -> bool:
        """ "would rather scrap them than [give] them away": what one does not want to do."""
        opening = self.tokens[max(0, i - DISPREFERRED_REACH) : i]
        than = next((t.index for t in opening if t.text.lower() in self.language.comparison_words), None)
        if than is None or not self.is_verb(i):
            return False
        clause = (t for t in self.tokens[:than] if t.sentence == self.tokens[i].sentence)
        return any(t.text.lower() in self.language.preference_adverbs for t in clause)

    def _is_inverted_by_negation(self, i: int, subject: int | None) -> bool:
        """ "At no point did Oslo ask", "Never has Oslo sent": a negation opens the sentence and turns its order."""
        if subject is None or not any(c < subject for c in self.kids(i, "aux", "auxpass")):
            return False
        first = next(t.index for t in self.tokens if t.sentence == self.tokens[i].sentence)
        return any(self._is_negation(k) for k in (first, first + 1) if k < subject)

    def _opens_with_negation(self, noun: int) -> bool:
        """ "Not one vehicle has passed", "gave not a single shell"."""
        first = min(self.subtree(noun))
        return noun - first > 1 and self.word(first) in self.language.negations and self._is_negation(first)

    def _until(self, i: int) -> bool:
        """ "did not arrive until May": it did."""
        near = (*self.children[i], *(below for c in self.children[i] for below in self.children[c]))
        return any(self.word(c) in self.language.limiting_adverbs for c in near)

    def is_unfulfilled(self, i: int) -> bool:
        """ "has yet to deliver": the infinitive under "yet", whatever the parser hangs on what."""
        first = max(0, i - UNFULFILLED_REACH)
        before = [t.text.lower() for t in self.tokens[first:i] if t.sentence == self.tokens[i].sentence]
        markers = set(self.language.auxiliaries.infinitive_markers)
        return any(
            word in self.language.unfulfilled_adverbs and markers & set(before[k + 1 :])
            for k, word in enumerate(before)
        )

    def is_ended(self, i: int) -> bool:
        """ "no longer supplies"."""
        return any(
            self.word(c) in self.language.ended_adverbs and self._negated_here(c) for c in self.kids(i, "advmod")
        )

    def governed_by_negation(self, i: int) -> bool:
        """ "without sending", "instead of sending": the preposition itself denies."""
        token = self.tokens[i]
        return token.dep in {"pcomp", "pobj"} and self.word(token.head) in self.language.prepositions.negative

    def is_cautioned(self, i: int) -> bool:
        """ "warned China against sending": what is feared is no refusal."""
        above = self.tokens[self.tokens[i].head].head
        return self.governed_by_negation(i) and self.tokens[above].lemma in self.language.cautioning_verbs

    def _negated_here(self, i: int) -> bool:
        # "air defence, not words": what stands behind a noun negates something else.
        places = self.kids(i, "neg", "det", "preconj", "advmod", "aux")
        if any(self._is_negation(c) for c in places if c < i or self.is_verb(i)):
            return True
        # "no more tanks": the negation hangs on the adjective.
        return any(self._is_negation(c) for a in self.kids(i, "amod") for c in self.kids(a, "neg", "det") if c + 1 == a)

    def _is_negation(self, c: int) -> bool:
        """A word of negation that is not the first half of "not only ... but also"."""
        following = self.word(c + 1) if c + 1 < len(self.tokens) else ""
        if following in self.language.additive_adverbs:
            return False
        return self.word(c) in self.language.negations or self.tokens[c].lemma in self.language.negations
