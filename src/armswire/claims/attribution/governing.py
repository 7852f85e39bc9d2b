"""Who governs a claim: the subjects of the verbs of speech over it, and whoever it is told according to."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.attribution.marked import SPEECH
from armswire.claims.attribution.meant import Meant
from armswire.claims.attribution.relays import Relays
from armswire.claims.attribution.sayers import Sayers
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.parties.arguments import Arguments
from armswire.claims.scene import Scene


class Governing:
    """Finds who governs the tokens of one document."""

    def __init__(self, scene: Scene, arguments: Arguments, sayers: Sayers, relays: Relays, meant: Meant) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.arguments = arguments
        self.sayers = sayers
        self.publications = relays.publications
        self.relays = relays
        self.meant = meant
        # Nouns of reports above which somebody judges them, who says nothing of what they tell.
        self.judged: frozenset[int] = frozenset()

    def all_over(self, i: int) -> Iterator[Speaker]:
        """Whoever says what stands at token `i`, the innermost verb of speech first."""
        yield from (*self.over(i), *self.according(i, None))

    def is_judged(self, i: int) -> bool:
        """True inside a report that somebody judges: what nobody is known to have reported is nobody's word."""
        while self.tokens[i].head != i and i not in self.judged:
            i = self.tokens[i].head
        return i in self.judged

    # -- verbs of speech ------------------------------------------------------------------------------------------

    def over(self, i: int, *, own_word: bool = False) -> Iterator[Speaker]:
        """The subjects of verbs of speech over `i`, the innermost first; of an answer, not those whom it answers."""
        cur = i
        while self.tokens[cur].head != cur and not self._cut_off(cur):
            if cur in self.judged or (own_word and self._stands_beside(cur)):
                return
            yield from self.meant.at(self._sayers_over(cur))
            cur = self.tokens[cur].head
        # "South Korea sent shells, officials said": sometimes the verb of speech hangs below the claim.
        for c in self.grammar.kids(cur, "parataxis", "ccomp"):
            inside = i in set(self.grammar.subtree(c))
            put_in = self.tokens[c].dep == "parataxis" or self.sayers.is_put_in(c)
            if self.grammar.is_verb(c) and not inside and put_in and "say" in self.sayers.kinds(c):
                yield from self.meant.at([self.sayers.sayer(c)])
        yield from self.meant.at(self.sayers.put_in(i))

    def _stands_beside(self, cur: int) -> bool:
        """ "Kenya says ..., which Oslo denies", "... but Oslo denies it": above stands what the clause answers."""
        token = self.tokens[cur]
        own = token.dep == "conj" and bool(self.grammar.kids(cur, "nsubj", "nsubjpass"))
        return own or token.dep in {"relcl", "appos"}

    def _cut_off(self, cur: int) -> bool:
        """ "X says ...; Y denies it": a semicolon parts what two have said."""
        first, last = sorted((cur, self.tokens[cur].head))
        return any(token.text == ";" for token in self.tokens[first:last])

    def _sayers_over(self, cur: int) -> Iterator[int | None]:
        """Who says what hangs on the word right above `cur`."""
        token, head = self.tokens[cur], self.tokens[cur].head
        lemma = self.tokens[head].lemma
        clause = token.dep in {"ccomp", "xcomp", "parataxis"}
        if (
            clause
            and self.grammar.is_verb(head)
            and (self.sayers.kinds(head) & SPEECH or self.sayers.is_inserted(head))
        ):
            yield self.sayers.sayer(head)
        papers = {*self.language.report_nouns, *self.language.document_nouns}
        if token.dep == "relcl" and self.relays.is_passed_on(head) and self.publications.opens_in_paper(cur):
            # "was shown a contract under which Oslo sold tanks": what stands in the paper is its word.
            yield head
        published = token.dep in {"acl", "ccomp", "relcl"} and self.publications.is_one(head)
        if published and self.grammar.is_verb(cur) and self._states(cur):
            # "a story in the Courier that ...", "claims by the opposition that ..."
            yield from self.publications.voices(head)
        elif token.dep in {"acl", "ccomp", "relcl"} and lemma in self.language.statement_nouns and lemma not in papers:
            # "Mali's claim that ...": whose it is.
            yield self.arguments.named_agent(head)
        if token.dep == "ccomp" and lemma in self.language.copula_verbs:
            # "the official line from South Korea was that ...": whose line it is.
            stances = {*self.language.statement_nouns, *self.language.stance_nouns}
            for subject in self.grammar.kids(head, "nsubj"):
                if self.tokens[subject].lemma in stances:
                    yield self.arguments.noun_agent(subject)
        if token.dep == "dobj" and lemma in self.language.citing_verbs:
            yield self.arguments.noun_agent(cur)

    def _states(self, verb: int) -> bool:
        """ "that Seoul had sent": a whole statement, no clause that only describes."""
        words = {self.grammar.word(c) for c in self.grammar.kids(verb, "mark")}
        return bool(words & {*self.language.pronouns.relative}) and self.grammar.own_subject(verb) is not None

    # -- according to whom ----------------------------------------------------------------------------------------

    def according(self, anchor: int, answer: int | None) -> Iterator[Speaker]:
        """ "according to X" in the sentence of the claim; of an answer, by the word at `answer`, in its own clause."""
        for token in self.scene.sentence_tokens(anchor):
            elsewhere = answer is not None and token.head != answer
            if token.text.lower() in self.language.prepositions.according and not elsewhere:
                for p in self.grammar.kids(token.index, "prep"):
                    yield from self.meant.at(map(self._before_clause, self.grammar.kids(p, "pobj")))

    def _before_clause(self, i: int) -> int:
        """ "papers according to which Oslo sent": what "which" takes up."""
        at = i
        while self.arguments.is_relative(i) and self.tokens[at].dep != "relcl" and self.tokens[at].head != at:
            at = self.tokens[at].head
        return self.tokens[at].head if self.tokens[at].dep == "relcl" else i
