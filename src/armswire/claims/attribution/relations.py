"""Which speakers of a text pass which others on: pairs of who tells it and on whose word, found in all its sentences.

"X, citing Y", "Y told X", "Y, in findings published by X", "a memo that Y showed to X", "X, to which Y had spoken".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from armswire.claims.attribution.citing import Citing
from armswire.claims.attribution.hearing import Hearing
from armswire.claims.attribution.publications import Publications
from armswire.claims.attribution.quoting import RELATIVE, Pair, Quoting
from armswire.claims.scene import Scene


class Relations:
    """The pairs of outer and inner speakers of one document, as tokens."""

    def __init__(
        self, scene: Scene, publications: Publications, sayer: Callable[[int], int | None], says: Callable[[int], bool]
    ) -> None:
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.words = scene.language.passing_on
        self.publications = publications
        self.quoting = Quoting(scene, publications, sayer)
        self.hearing = Hearing(scene, publications, self.quoting, sayer, says)
        self.citing = Citing(scene, publications, self.quoting, sayer, says)
        self.sayer = sayer
        self.says = says

    def find(self) -> Iterator[Pair]:
        """Outer and inner speaker, both as the tokens that carry them, in the order of the text."""
        self._find_outlets()
        hearing = self.hearing
        rules = (self.citing.citing, self.quoting.done_by, hearing.showing, hearing.telling, self._inside)
        for token in self.tokens:
            i = token.index
            if self.grammar.is_verb(i):
                for rule in rules:
                    yield from ((self._node(outer), self._node(inner)) for outer, inner in rule(i))
            elif token.lemma in self.words.basis_nouns:
                for outer, inner in self._on_the_basis(i):
                    yield self._node(outer), self._node(inner)

    def _find_outlets(self) -> None:
        """ "Finland's Sanomat reported": a name that no person bears, whose work is to report."""
        for token in self.tokens:
            if token.lemma in self.words.reporting_verbs and self.grammar.is_verb(token.index):
                for s in self.grammar.kids(token.index, "nsubj"):
                    if self.tokens[s].pos == "PROPN" and self.grammar.kids(s, "poss", "det"):
                        self.publications.outlets.add(s)

    def _node(self, i: int) -> int:
        return self.publications.speakers.node(i)

    def _inside(self, v: int) -> Iterator[Pair]:
        """ "an investigation by X, in which Y say": who published what Y say."""
        if self.tokens[v].dep != "relcl" or not self.says(v):
            return
        opens = any(self.tokens[o].tag in RELATIVE for o in self.grammar.behind(v, self.language.prepositions.inside))
        teller = self.hearing.teller(v) if opens else None
        noun = self.tokens[v].head
        if teller is None or teller == noun:
            return
        token = self.tokens[noun]
        above = self.tokens[token.head].head
        if not self.publications.is_one(noun) and token.dep == "pobj" and self.publications.is_one(above):
            # "a study by X in which": the clause may hang on the one or the other.
            noun = above
        if self.publications.is_one(noun):
            yield from ((voice, teller) for voice in self.publications.voices(noun) if voice != teller)

    def _on_the_basis(self, i: int) -> Iterator[Pair]:
        """ "says, on the strength of a list, that"."""
        above = self.tokens[self.tokens[i].head].head
        outer = self.sayer(above) if self.tokens[i].dep == "pobj" and self.grammar.is_verb(above) else None
        for teller in () if outer is None else self.citing.tellers(outer):
            for o in self.grammar.behind(i, self.language.prepositions.counted):
                yield from ((teller, voice) for voice in self.publications.voices(o) if voice != teller)
