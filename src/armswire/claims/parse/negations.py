"""Whether a word is negated, and by which: "not", "no", "without", "has yet to"."""

from __future__ import annotations

from armswire.claims.parse.parse_tree import ParseTree

# How many words before an infinitive "yet" may stand ("has yet to even begin to deliver").
UNFULFILLED_REACH = 4
# How many words before a verb its "than" may stand ("rather scrap them than simply give").
DISPREFERRED_REACH = 2


class Negations(ParseTree):
    """The parse tree of one document with what is denied in it."""

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
        return self._than(i) is not None

    def _than(self, i: int) -> int | None:
        """The word behind which stands what one would rather not do."""
        opening = self.tokens[max(0, i - DISPREFERRED_REACH) : i]
        than = next((t.index for t in opening if t.text.lower() in self.language.comparison_words), None)
        if than is None or not self.is_verb(i):
            return None
        clause = (t for t in self.tokens[:than] if t.sentence == self.tokens[i].sentence)
        return than if any(t.text.lower() in self.language.preference_adverbs for t in clause) else None

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

    def negation_of(self, i: int) -> int | None:
        """The word by which the word at `i` is negated: "not", "no" before what it is about, "without" over it."""
        than = self._than(i)
        if than is not None:
            return than
        subject = self.own_subject(i)
        about = [*([] if subject is None else [subject]), *self.kids(i, "dobj")]
        near = [*self.children[i], *(c for noun in about for c in (noun, *self.children[noun]))]
        near += [c for noun in (i, *about) for a in self.kids(noun, "amod", "nummod") for c in self.children[a]]
        near += [min(self.subtree(noun)) for noun in about]
        opening = next(t.index for t in self.tokens if t.sentence == self.tokens[i].sentence)
        near += [self.tokens[i].head, opening, opening + 1, *range(max(opening, i - UNFULFILLED_REACH), i)]
        near = [c for c in near if c < len(self.tokens)]
        # "as yet it has not": only where nothing else denies, "yet" does.
        plain = (c for c in near if self._denies(c))
        return next(plain, next((c for c in near if self.word(c) in self.language.unfulfilled_adverbs), None))

    def _denies(self, c: int) -> bool:
        language = self.language
        denying = {*language.pronouns.negative, *language.prepositions.negative}
        return self.word(c) in denying or self._is_negation(c)

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
