"""By whom a word is quoted, seen or published: "quoted by X", "a memo seen by X", "in findings published by X"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from armswire.claims.attribution.publications import Publications, is_body
from armswire.claims.scene import Scene

RELATIVE = frozenset({"WDT", "WP", "WP$"})
# Who passes a word on, and whose word it is, as tokens.
Pair = tuple[int, int]


class Quoting:
    """Finds who quotes, sees and publishes what others say in one document."""

    def __init__(self, scene: Scene, publications: Publications, sayer: Callable[[int], int | None]) -> None:
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.words = scene.language.passing_on
        self.publications = publications
        self.sayer = sayer

    def done_by(self, v: int) -> Iterator[Pair]:
        """ "officials quoted by X", "a memo seen by X", "in a statement broadcast by X", "which X has published"."""
        lemma = self.tokens[v].lemma
        quoting, seeing = self.language.quoting_verbs, self.language.seeing_verbs
        publishing = lemma in self.words.publishing_verbs
        if not publishing and lemma not in {*quoting, *seeing}:
            return
        noun = self._noun_of(v)
        if noun is None:
            return
        agents = self.agents(v)
        if publishing:
            self.publications.outlets.update(a for a in agents if self.tokens[a].pos == "PROPN")
        for agent in agents:
            passes = self.publications.is_press(agent)
            speaker = self.publications.at(agent)
            if lemma in quoting and speaker is not None:
                passes = not is_body(speaker)
            if passes:
                yield from ((agent, voice) for voice in self.carried(noun) if voice != agent)

    def agents(self, v: int) -> list[int]:
        """Who does it: behind "by", or the subject of a clause that hangs on what it is done to."""
        # "was quoted as saying by X"
        below = [c for p in self.grammar.kids(v, "prep") for c in self.grammar.kids(p, "pcomp")]
        # "printed in the Courier"
        places = [o for o in self.grammar.behind(v, ("in", "on")) if self.publications.is_press(o)]
        links = [p for k in (v, *below) for p in self.grammar.kids(k, "agent", "prep") if self.grammar.word(p) == "by"]
        by = [o for p in links for o in self.grammar.kids(p, "pobj")]
        placed = {*self.words.publishing_verbs, *self.language.quoting_verbs}
        if self.tokens[v].lemma in placed and self.tokens[v].tag == "VBN":
            by = by or places
        if by:
            return [one for o in by for one in self.grammar.conjuncts(o)]
        active = not self.grammar.is_passive(v) and self.tokens[v].dep in {"relcl", "acl"}
        return [s for s in self.grammar.kids(v, "nsubj") if self.tokens[s].tag not in RELATIVE] if active else []

    def _noun_of(self, v: int) -> int | None:
        """What is quoted, seen or published: the noun that the participle or the relative clause hangs on."""
        token = self.tokens[v]
        if token.dep in {"acl", "relcl"}:
            seeing = token.lemma in self.language.seeing_verbs and token.tag == "VBN"
            return self.publications.paper_over(token.head) if seeing else token.head
        if token.dep == "advcl" and token.tag == "VBN" and token.lemma in self.language.quoting_verbs:
            # "Interviewed by X, the minister said"
            return self.sayer(token.head) if self.grammar.is_verb(token.head) else token.head
        if token.lemma in self.language.quoting_verbs and self.grammar.kids(v, "auxpass"):
            return next(iter(self.grammar.kids(v, "nsubjpass")), None)
        before = self.tokens[v - 1] if v else None
        if token.dep == "conj" and before is not None and before.dep == "cc":
            # "obtained by X and cited by Y": Y passes on what X has.
            return self._noun_before(v)
        return None

    def _noun_before(self, v: int) -> int | None:
        """The first of two participles, whatever the parser lists the second with."""
        verbs = {*self.language.quoting_verbs, *self.language.seeing_verbs, *self.words.publishing_verbs}
        for k in range(v - 1, -1, -1):
            token = self.tokens[k]
            if token.sentence != self.tokens[v].sentence:
                first = self.tokens[self.tokens[v].head]
                # "a cable dated 3 May and obtained by X"
                return first.head if first.dep == "acl" and first.tag == "VBN" else None
            if token.lemma in verbs and token.dep == "acl" and token.tag == "VBN":
                agents = self.agents(k)
                return agents[-1] if agents else token.head
        return None

    def carried(self, noun: int) -> list[int]:
        """Whose word is passed on with the noun: of who speaks in it, of who stands behind it, or its own."""
        noun = self.publications.owner_of_part(noun)
        if not self.publications.is_one(noun):
            speaking = self.speaks_in(noun) if self.publications.is_document(noun) else None
            if speaking is not None:
                return [speaking]
            return [noun] if self.publications.can_speak(noun) else []
        speaking = self.speaks_in(noun)
        return [speaking] if speaking is not None else self.publications.voices(noun)

    def speaks_in(self, noun: int) -> int | None:
        """ "X said in a statement", "X, in findings first published by": who speaks in what was published."""
        token = self.tokens[noun]
        if token.dep != "pobj" or self.grammar.word(token.head) not in {"in", "during", "through", "to"}:
            return None
        above = self.tokens[token.head].head
        if self.grammar.word(above) in self.language.prepositions.according:
            # "according to a report": nobody speaks in it but its own.
            return None
        if self.grammar.is_verb(above):
            return self.sayer(above)
        return above if self.publications.can_speak(above) and not self.publications.is_one(above) else None
