"""What a reading says of before and after: "in policy reversal, X sends", "delivery slips again, now due in 2027"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from armswire.claims.cues import CueBook
from armswire.claims.meaning import TOWARD, Meaning
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced
from armswire.lexicon.language import Operator
from armswire.model.claim import Polarity, Stage

# Stages behind which goods may be named that are due.
AGREED = frozenset({Stage.AGREEMENT, Stage.APPROVAL, Stage.PLEDGE})


class Aftermath:
    """Gives the further readings that words around a reading of one document tell."""

    def __init__(self, scene: Scene, operators: CueBook[Operator]) -> None:
        self.scene = scene
        self.operators = operators
        self.grammar = scene.grammar
        self.language = scene.language

    def turned_about(self, told: Candidate) -> Iterator[Candidate]:
        """ "In policy reversal, Norway sends ...", "dropped its opposition and promised": it was refused before."""
        m = told.meaning
        inside = self.grammar.behind(m.top, self.language.prepositions.inside)
        nouns = (
            obj for obj in inside if self.grammar.tokens[obj].lemma in self.language.turnabout_nouns and obj < m.top
        )
        noun = next(nouns, None)
        noun = self._given_up(m.top) if noun is None else noun
        if noun is not None and m.dropped is None and m.direction == TOWARD and m.polarity is Polarity.AFFIRMED:
            turned = replace(m, stage=Stage.REVERSAL)
            yield replace(told, meaning=traced(self.scene, m, turned, "turnabout", Words(noun)))

    def _given_up(self, i: int) -> int | None:
        """ "dropped its [opposition] and promised to send": a refusal of nothing in particular, given up before."""
        if self.grammar.tokens[i].dep != "conj" or self.grammar.kids(i, "nsubj", "nsubjpass"):
            return None
        verb = self.grammar.tokens[i].head
        if not any(op.kind == "reverse" for op in self.operators.at(self.grammar, verb)):
            return None
        for noun in self.grammar.kids(verb, "dobj"):
            refuses = any(op.kind == "refuse" for op in self.operators.at(self.grammar, noun))
            about = any(not self._is_dated(k) for k in self.grammar.kids(noun, "prep", "acl", "compound"))
            if refuses and not about and self.grammar.kids(noun, "poss") and not self.grammar.is_negated(verb):
                return noun
        return None

    def due_later(self, told: Candidate) -> Iterator[Candidate]:
        """ "Delivery slips again, now expected in 2027": what is late is still to come."""
        m = told.meaning
        if m.stage is not Stage.HALT or m.dropped is not None:
            return
        for c in self.grammar.kids(m.top, "advcl", "conj", "parataxis", "dep", "acl", "advmod", "ccomp"):
            if self.grammar.word(c) in self.language.due_words and self._is_dated(c):
                later = replace(m, stage=Stage.PLEDGE, direction=TOWARD, said_at=c, top=c)
                yield replace(told, meaning=traced(self.scene, m, later, "due", Words(c)))

    def due_goods(self, told: Candidate) -> Iterator[Candidate]:
        """ "Oslo inks radar deal; first sets due in 2027": what was agreed is to come on a day that is told."""
        m = told.meaning
        if m.stage not in AGREED or m.dropped is not None or m.polarity is not Polarity.AFFIRMED:
            return
        for token in self.scene.sentence_tokens(m.anchor):
            k = token.index
            if k > m.anchor and token.pos in {"NOUN", "PROPN"} and self._are_goods_of(m, k):
                due = (
                    c for c in self.grammar.kids(k, "amod", "acl") if self.grammar.word(c) in self.language.due_words
                )
                c = next((c for c in due if c > k and self._is_dated(c)), None)
                if c is not None:
                    later = replace(m, stage=Stage.PLEDGE, said_at=c, top=c)
                    yield replace(told, meaning=traced(self.scene, m, later, "due", Words(c)))
                    return

    def _are_goods_of(self, m: Meaning, k: int) -> bool:
        """ "jets" after a deal on fighters, or a word that can stand for them ("first batch")."""
        item = self.scene.item_at.get(k)
        if item is not None:
            beside = item not in m.items or self.grammar.tokens[k].dep == "appos"
            return beside and any(item.ml == other.ml for other in m.items)
        lemma = self.grammar.tokens[k].lemma
        kinds = ("ANY", *(other.ml for other in m.items))
        stand_ins = {noun for kind in kinds for noun in self.language.stand_in_nouns.get(kind, ())}
        return lemma in stand_ins or lemma in self.language.count_nouns or lemma in self.language.shipment_nouns

    def _is_dated(self, c: int) -> bool:
        """ "on Monday", "expected in 2027": a date stands below the word."""
        below = {self.grammar.tokens[k].span.start for k in self.grammar.subtree(c)}
        dates = self.scene.in_sentence(self.scene.annotated.dates, c)
        return any(date.span.start <= start < date.span.end for date in dates for start in below)
