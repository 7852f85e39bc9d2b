"""Sentences that do nothing but cite: "It cited two officials.", which tells on whose word the sentence before was."""

from __future__ import annotations

from armswire.claims.attribution.told_before import SUBJECTS, Basis, ToldBefore

AGREEING = frozenset({"say", "confirm"})
# Operators by which somebody takes sides: who denies or refuses something is no witness for it.
TAKING_SIDES = frozenset({"deny", "refuse", "decline_comment", "evade", "accuse", "thank", "request"})
CONTENT = ("ccomp", "xcomp")


class BareCiting(ToldBefore):
    """Finds the sentences of one document that only cite."""

    def find(self) -> list[Basis]:
        """All of them, in the order of the text."""
        return [basis for v in self.verbs() if (basis := self._basis(v)) is not None and self._is_bare(v)]

    def _basis(self, v: int) -> Basis | None:
        subject = self._subject_of_citing(v)
        inner = () if subject is None else self._cited(v)
        if subject is None or not inner:
            return None
        # "the report cites X": whose report it is.
        return Basis(v, self.owner(subject), inner, subject) if self.is_word(subject) else Basis(v, subject, inner)

    def _subject_of_citing(self, v: int) -> int | None:
        lemma, language = self.tokens[v].lemma, self.language
        relies = lemma in {
            *language.citing_verbs,
            *language.quoting_verbs,
            *self.words.resting_verbs,
            *self.words.learning_verbs,
        }
        main = self.tokens[v].dep in {"ROOT", "ccomp", "parataxis"}
        subjects = self.grammar.kids(v, "nsubj")
        return subjects[-1] if relies and main and subjects and not self.grammar.is_passive(v) else None

    def _cited(self, v: int) -> tuple[int, ...]:
        """The sources that the verb names, of whom nothing tells that they speak of something else."""
        lemma = self.tokens[v].lemma
        quoting = lemma in {*self.language.citing_verbs, *self.language.quoting_verbs}
        objects = self.grammar.kids(v, "dobj") if quoting else []
        links = self.words.resting_verbs.get(lemma, ())
        if quoting or lemma in self.words.learning_verbs:
            links = ("from",)
        relied = [o for o in self.grammar.behind(v, links) if self._can_be_relied_on(o)]
        return self.voices(o for o in (*objects, *relied) if not self._takes_sides(o) and self.is_about_it(o))

    def _can_be_relied_on(self, i: int) -> bool:
        """ "relied on an account by X", "drew on records"; not "relied on luck"."""
        spoken = self.publications.is_one(i) or self.publications.is_document(i) or self.publications.is_press(i)
        return spoken or i in self.scene.actor_at

    def _is_bare(self, v: int) -> bool:
        """Nothing else is said with it: no "as saying that ...", no "on wheat prices", no "in a separate report"."""
        if any(not self.takes_up(o) for o in self.grammar.behind(v, SUBJECTS) if self.tokens[v].lemma not in self._on):
            return False
        for word, o in self.grammar.prepositions(v):
            if word == "as" and self.grammar.is_verb(o) and not self._agrees(o):
                return False
            adjectives = {self.tokens[c].lemma for c in self.grammar.kids(o, "amod", "det")}
            if adjectives & {*self.words.other_words}:
                return False
        return not any(self._says_more(c) for c in self.grammar.kids(v, "conj", "advcl"))

    @property
    def _on(self) -> dict[str, tuple[str, ...]]:
        return self.words.resting_verbs

    def _agrees(self, v: int) -> bool:
        """ "as confirming the sale", "as saying so": nothing that was not told before."""
        said = [o for o in self.grammar.kids(v, "dobj", "advmod") if self.takes_up(o)]
        more = self.grammar.kids(v, *CONTENT)
        return bool(self.kinds(v) & AGREEING) and bool(said) and not more

    def _takes_sides(self, i: int) -> bool:
        """ "a lawmaker who called the sale a scandal": no witness of it."""
        blaming = {*self.language.blaming_verbs, *self.words.judging_verbs}
        clauses = self.grammar.kids(i, "relcl", "acl")
        # "a minister, who said that Oslo had sold rifles": a word on something else.
        other = any(k in self.scene.item_at for c in clauses for k in self.grammar.subtree(c))
        return other or any(self.tokens[c].lemma in blaming or self.kinds(c) & TAKING_SIDES for c in clauses)

    def _says_more(self, v: int) -> bool:
        return bool(self.kinds(v) & AGREEING) and bool(self.grammar.kids(v, *CONTENT))
