"""Chains that go on in another sentence: "The paper reported X. It cited two officials.", joined to who spoke before.

What "it", "the report" or "the minister" takes up is found as for any speaker; what was told before gets who stands
behind it. Whoever has named a source already is left alone: nobody knows then whose word the second one is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from armswire.claims.attribution.carrying import Carrying
from armswire.claims.attribution.press import PRESS
from armswire.claims.attribution.relays import Relays
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.attribution.told_before import Basis
from armswire.claims.scene import Scene
from armswire.model.attribution import SourceClass

# How many sentences before it what was told may stand.
REACH = 2
# Who can rest on a paper by having it: a ministry that has seen one passes nothing on.
HOLDERS = frozenset({*PRESS, SourceClass.ORGANISATION, SourceClass.EXPERT})


class FollowUps:
    """Joins what the clauses of one document tell of sources to what was told before."""

    def __init__(
        self, scene: Scene, relays: Relays, carrying: Carrying, over: Callable[[int], Iterator[Speaker]]
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.relays = relays
        self.carrying = carrying
        self.over = over

    def join(self, found: Iterable[Basis]) -> None:
        """Tells the relays of the document who stands behind what was told before."""
        for basis in found:
            if basis.own:
                self._join_paper(basis)
            else:
                self._join(basis)

    def take_up(self) -> None:
        """Puts whoever "it" and "the paper" take up in their places among those who pass others on."""
        for outer in self.relays.outer:
            before = self._taken_up(outer, outer)
            if before:
                self.relays.take_up(outer, before[0])

    def _join_paper(self, basis: Basis) -> None:
        """ "it has seen a certificate showing that": what stands in it is passed on by whom "it" takes up."""
        if basis.outer is not None:
            meant = [*self._taken_up(basis.outer, basis.at), basis.outer]
            if self._may_hold(meant):
                for inner in basis.inner:
                    self.relays.join(meant[0], inner, only_outwards=True)

    def _join_new(self, basis: Basis) -> bool:
        """ "Army intelligence had learned this from X", "the Herald, which has seen the papers": a link of its own."""
        outer = basis.outer
        if outer is None or self._is_pronoun(outer) or not (basis.new or (basis.holds and self._may_hold([outer]))):
            return False
        for inner in basis.inner:
            self.relays.join(outer, inner)
        return True

    def _join(self, basis: Basis) -> None:
        before = [] if basis.outer is None else self._taken_up(basis.outer, basis.at)
        told = before or self._tellers_of(basis)
        links = basis.inner
        if not before and basis.outer is not None and self._join_new(basis):
            links = (basis.outer,)
        if basis.holds and not self._may_hold(told):
            return
        if told and basis.noun is not None:
            # "the report cites X": not the report cites, but whose report it is.
            self.relays.drop(basis.noun)
        for t in dict.fromkeys(map(self.relays.head, told)):
            if t not in links and not self.relays.rests_on_others(t):
                for inner in links:
                    self.relays.join(t, inner)

    def _is_pronoun(self, i: int) -> bool:
        pronouns = self.scene.language.pronouns
        return self.grammar.word(i) in {*pronouns.persons, *pronouns.things, *pronouns.several}

    def _tellers_of(self, basis: Basis) -> list[int]:
        """Who told it, where the clause itself does not take them up."""
        if basis.outer is not None and not basis.new:
            return []
        wrapped = [t for speaker in self.over(basis.at) for t in self._taken_up(speaker.token, basis.at)]
        return wrapped or self._nearest(basis)

    def _may_hold(self, tokens: list[int]) -> bool:
        speakers = (self.relays.publications.at(t) for t in tokens)
        return any(s is not None and s.source.source_class in HOLDERS for s in speakers)

    # -- who is taken up ------------------------------------------------------------------------------------------

    def _taken_up(self, i: int, at: int) -> list[int]:
        """The tokens before, near the word at `at`, of whoever is taken up at token `i`, the nearest first."""
        path = self.carrying.antecedents(i)
        if not path and self.grammar.word(i) in self.scene.language.pronouns.things:
            path = self._body_before(i)
        here = self.scene.sentence_of(at)
        return [t for t in path if here - self.scene.sentence_of(t) <= REACH]

    def _body_before(self, i: int) -> list[int]:
        """ "its findings": of the one body that spoke in the sentence before, be it no outlet."""
        here = self.scene.sentence_of(i)
        for sentence in (here, here - 1):
            bodies = [t for t in self._tellers(sentence) if t < i and not self.carrying.is_person(t)]
            if bodies:
                before = [k for t in bodies for k in (t, *self.carrying.antecedents(t))]
                return before if len({self.carrying.meant(t) for t in bodies}) == 1 else []
        return []

    def _nearest(self, basis: Basis) -> list[int]:
        """Whose word "the report" and "the information" are: of the one who spoke in the nearest sentence before."""
        here = self.scene.sentence_of(basis.at)
        for sentence in (here - 1, here - 2):
            tellers = self._tellers(sentence)
            of_press = [t for t in tellers if self.relays.publications.is_press(t)]
            noun = None if basis.noun is None else self.grammar.tokens[basis.noun].lemma
            if of_press and noun in self.scene.language.passing_on.article_nouns:
                tellers = of_press
            if tellers:
                return tellers if len({self.carrying.meant(t) for t in tellers}) == 1 else []
        return []

    def _tellers(self, sentence: int) -> list[int]:
        return [t for t in self.carrying.tellers if self.scene.sentence_of(t) == sentence]
