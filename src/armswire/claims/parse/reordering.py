"""Sentences that are turned around, put back into the order in which the grammar asks its questions.

"It was from Serbia that Chad got them", "What Chad wants is tanks", "Only in May were the tanks handed over": in each
the parser sees a form of "be" with something attached, and the verb that tells of the transfer below it. The verb is
put into the place of "be", and what stood beside "be" becomes what it is of the verb.
"""

from __future__ import annotations

from dataclasses import replace

from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = frozenset({"ccomp", "relcl", "advcl", "acl", "csubj"})


def reorder(out: list[Token], language: LanguageFile) -> None:
    """Changes the arcs of turned sentences among the tokens of a document."""
    for token in list(out):
        if token.lemma in language.copula_verbs and token.pos in {"AUX", "VERB"}:
            _Turned(out, out[token.index], language).put_back()


class _Turned:
    """A form of "be" that may hold a turned sentence."""

    def __init__(self, out: list[Token], be: Token, language: LanguageFile) -> None:
        self.out = out
        self.be = be
        self.language = language
        self.sentence = [t for t in out if t.sentence == be.sentence]
        self.below = [t for t in self.sentence if t.head == be.index and t.index != be.index]

    def put_back(self) -> None:
        """The first of the turns that fits."""
        _ = self._pseudo_cleft() or self._cleft() or self._inversion()

    def _behind_insertion(self, noun: Token) -> list[Token]:
        """ "were the tanks, pledged in a speech nobody heard, [unloaded]": the participle behind the last comma."""
        commas = {t.index for t in self.sentence if t.text == "," and t.index > noun.index}
        if noun.index + 1 not in commas or len(commas) < 2:
            return []
        return [t for t in self.sentence if t.tag in {"VBN", "VBD"} and t.index - 1 == max(commas)]

    def _kids(self, i: int, *deps: str) -> list[Token]:
        return [t for t in self.sentence if t.head == i and t.dep in deps and t.index != i]

    def _lead(self, verb: Token) -> None:
        """Puts the verb into the place of "be", which then hangs on it and says nothing."""
        be = self.out[self.be.index]
        root = be.head == be.index
        self.out[verb.index] = replace(verb, head=verb.index if root else be.head, dep=be.dep)
        self.out[be.index] = replace(be, head=verb.index, dep="dep")

    def _hang(self, token: Token, head: int, dep: str) -> None:
        self.out[token.index] = replace(token, head=head, dep=dep)

    def _pseudo_cleft(self) -> bool:
        """ "What Chad wants from Oslo is [boats]": the boats are what is wanted."""
        verb = next((t for t in self.below if t.dep in {"csubj", "nsubj"} and t.tag.startswith("VB")), None)
        verb = verb or self._verb_of_what()
        what = next((t for t in self.below if t.dep in {"attr", "nsubj", "dobj"} and t.index > self.be.index), None)
        if verb is None or what is None:
            return False
        asked = [t for t in self._kids(verb.index, "dobj", "dep", "attr") if t.tag == "WP" and t.index < verb.index]
        if not asked:
            return False
        if verb.head == self.be.index:
            self._lead(verb)
        elif self.out[verb.head].index == self.be.head:
            # "What it wants, he said, is": both hang on the verb of speech.
            self._hang(verb, verb.head, "ccomp")
        self._hang(asked[0], verb.index, "dep")
        self._hang(what, verb.index, "dobj")
        return True

    def _verb_of_what(self) -> Token | None:
        """The verb of the "what" that opens the sentence, where "be" has no other subject."""
        opening = self.sentence[0]
        if opening.tag != "WP" or any(t.dep in SUBJECTS for t in self.below):
            return None
        verb = self.out[opening.head]
        return verb if verb.tag.startswith("VB") and opening.index < verb.index < self.be.index else None

    def _cleft(self) -> bool:
        """ "It was [from Serbia] that Chad got them", "It is [Serbia] that sold them"."""
        pronoun = next((t for t in self.below if t.dep in {"nsubj", "expl"} and t.index < self.be.index), None)
        that = next((t for t in self.sentence if t.index > self.be.index and self._opens_clause(t)), None)
        if pronoun is None or pronoun.text.lower() not in self.language.pronouns.things or that is None:
            return False
        verb = self.out[that.head]
        focus = [t for t in self.below if self.be.index < t.index < that.index and t.dep in {"prep", "attr", "agent"}]
        if verb.dep not in CLAUSES or not focus:
            return False
        first = focus[0]
        if first.dep == "attr" and first.pos != "PROPN" and not any(t.tag.startswith("NNP") for t in focus):
            # "It is a pity that": what is said of the clause, not a part of it.
            return False
        self._lead(verb)
        for negation in (t for t in self.below if t.dep == "neg" and t.index < first.index):
            self._hang(negation, verb.index, "neg")
        self._hang(pronoun, self.be.index, "expl")
        dep = first.dep if first.dep != "attr" else "nsubj" if that.dep in SUBJECTS else "dobj"
        if that.dep in SUBJECTS or that.dep == "dobj":
            self._hang(that, verb.index, "mark")
        self._hang(first, verb.index, dep)
        return True

    def _opens_clause(self, token: Token) -> bool:
        relative = token.text.lower() in self.language.pronouns.relative
        return relative and self.out[token.head].tag.startswith(("VB", "MD")) and token.head > token.index

    def _inversion(self) -> bool:
        """ "Only in May were the tanks [handed over]": the noun behind "be" is the subject of the participle."""
        nouns = [t for t in self.below if t.dep in {"attr", "nsubj"} and t.pos in {"NOUN", "PROPN", "NUM"}]
        nouns = [t for t in nouns if t.index > self.be.index]
        fronted = any(t.dep in {"prep", "neg", "advmod"} and t.index < self.be.index for t in self.below)
        marked = {t.index + 1 for t in self.below if t.dep == "mark"}
        before = [t for t in self.below if t.dep in {*SUBJECTS, "expl", "csubj"} and t.index < self.be.index]
        # "until April were": the month behind a conjunction is no subject.
        subject_before = any(t.index not in marked for t in before)
        if not nouns or not fronted or subject_before:
            return False
        told = [t for t in self._kids(nouns[0].index, "acl", "relcl", "conj", "dep") if t.tag in {"VBN", "VBD"}]
        told += [t for t in self.below if t.tag in {"VBN", "VBD"} and t.index > nouns[0].index]
        told += self._behind_insertion(nouns[0])
        if not told:
            return False
        verb = max(told, key=lambda t: t.index)
        be = self.out[self.be.index]
        self._lead(verb)
        self._hang(be, verb.index, "auxpass")
        self._hang(nouns[0], verb.index, "nsubjpass")
        for token in self.below:
            if token.index < self.be.index and token.index != verb.index:
                self._hang(token, verb.index, "dep" if token in before else token.dep)
        return True
