"""The words that keep a name back, and where they end: "on condition of anonymity because the talks are secret"."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.scene import Scene

# The longest reason that belongs to the terms, in words.
LONGEST_REASON = 25


class Withholding:
    """Finds in one document the words that say that somebody is not to be named."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.anonymity

    def find(self) -> Iterator[tuple[int, int]]:
        """The tokens of such words, in the order of the text, and of each the last token of the terms that it opens."""
        words = self.words
        for token in self.tokens:
            i = token.index
            if token.lemma in words.nouns or self.grammar.word(i) in words.adverbs or self._is_name_kept(i):
                yield i, self._with_reason(i)
            elif not self.grammar.is_verb(i) or not self.grammar.is_passive(i):
                continue
            elif token.lemma in words.naming_verbs and self._is_withheld(i):
                yield i, self._with_reason(i)
            elif token.lemma in words.leave_verbs and self.grammar.is_negated(i):
                speak = [c for c in self.grammar.kids(i, "xcomp") if self.tokens[c].lemma in words.speaking_verbs]
                if speak:
                    yield i, self._end(max(self.grammar.subtree(speak[0])), i)

    def _is_withheld(self, i: int) -> bool:
        """ "not to be named", "declined to be named", "on condition that he not be named"; not "was not named"."""
        token, above = self.tokens[i], self.tokens[self.tokens[i].head]
        infinitive = any(w in self.scene.language.auxiliaries.infinitive_markers for w in self.grammar.auxiliaries(i))
        bound = above.lemma in self.scene.language.condition_nouns or self.grammar.stands_under(i, ("if", "unless"))
        barred = any(w in self.scene.language.possibility_modals for w in self.grammar.auxiliaries(i))
        if token.dep == "xcomp" and (
            above.lemma in self.words.withholding_verbs or self.grammar.is_negated(above.index)
        ):
            return True
        return self.grammar.is_negated(i) and (infinitive or bound or barred)

    def _is_name_kept(self, i: int) -> bool:
        """ "who refused to give his name", "who did not give her name"; not "the firm's name"."""
        token = self.tokens[i]
        if token.lemma not in self.words.name_nouns or token.dep != "dobj":
            return False
        own = any(self.grammar.word(k) in self.scene.language.pronouns.persons for k in self.grammar.kids(i, "poss"))
        above = self.tokens[self.tokens[token.head].head]
        withheld = self.tokens[token.head].dep == "xcomp" and above.lemma in self.words.withholding_verbs
        return own and (withheld or self.grammar.is_negated(token.head))

    # -- where the terms end --------------------------------------------------------------------------------------

    def _with_reason(self, i: int) -> int:
        """The last token of the terms: of the reason, where one follows."""
        at = i + 1
        if at < len(self.tokens) and self.tokens[at].text == ",":
            at += 1
        if at >= len(self.tokens) or self.scene.sentence_of(at) != self.scene.sentence_of(i):
            return i
        infinitive = at == i + 1 and self.grammar.word(at) in self.scene.language.auxiliaries.infinitive_markers
        if not infinitive and self.grammar.word(at) not in self.words.reasons:
            return i
        top = self.tokens[at].head if self.tokens[at].dep in {"mark", "aux"} else at
        return self._end(max(self.grammar.subtree(top)), at)

    def _end(self, last: int, first: int) -> int:
        """Where words from `first` to `last` are cut: at a comma, a quotation, or where "that" opens what is said."""
        for k in range(first + 1, min(last, first + LONGEST_REASON) + 1):
            if (self.tokens[k].pos == "PUNCT" and self.tokens[k].text != "-") or (
                self.grammar.word(k) == "that" and self.tokens[k].dep == "mark"
            ):
                return k - 1
        return min(last, first + LONGEST_REASON)
