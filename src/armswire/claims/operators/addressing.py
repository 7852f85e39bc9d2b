"""What is said to somebody: "'Send us tanks,' the envoy tells Cairo" asks Cairo, though no word of asking stands there.

An order whose hearer is told is a request, and a request that does not say who is asked goes to the hearer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from armswire.claims.algebra.applied import Applied
from armswire.claims.meaning import Meaning, Party
from armswire.claims.operators.operator_roles import Stacked
from armswire.claims.operators.stacking import Stacking
from armswire.claims.parse.grammar import Mood
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced
from armswire.model.annotation import ActorKind
from armswire.model.claim import Polarity, Stage

# Operators that are said to somebody.
TELLING_KINDS = frozenset({"say", "request", "address"})


class Addressing:
    """Finds who is told what is said in one document."""

    def __init__(self, scene: Scene, stacking: Stacking) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.stacking = stacking

    def heard(self, m: Meaning) -> Meaning:
        """The meaning as its hearer takes it: an order or an open request becomes a request to the hearer."""
        order = not m.realised and m.stage is m.base and self.grammar.mood(m.anchor) is Mood.IMPERATIVE
        open_request = m.stage is Stage.REQUEST and m.supplier is None and m.polarity is Polarity.AFFIRMED
        if m.dropped is not None or not (order or open_request):
            return m
        told = next(self._told(m), None)
        if told is None:
            return self._unheeded(m) if open_request else m
        stacked, op = told
        return self._asks(m, op, stacked, open_request=open_request)

    def _unheeded(self, m: Meaning) -> Meaning:
        """ "his plea for tanks went unanswered in Paris": where nobody heeds a plea, there it was made."""
        verb = self.tokens[m.top].head
        met = {self.tokens[verb].lemma, *(self.grammar.word(c) for c in self.grammar.kids(verb, "acomp", "oprd"))}
        said_of = self.tokens[m.top].dep in {"nsubj", "nsubjpass"}
        seat = self.stacking.seat(verb) if said_of and met & set(self.grammar.language.unheeding_words) else None
        asked = self.stacking.party(seat)
        return m if asked is None or asked.shares(m.requester) else replace(m, supplier=asked)

    def _asks(self, m: Meaning, op: Applied, stacked: Stacked, *, open_request: bool) -> Meaning:
        speaker, hearer, operator = op.agent, op.addressee, stacked.operator
        if hearer is None or hearer.shares(m.requester):
            return m
        note = f"“{self.tokens[stacked.token].text}” tells who hears it"
        rule = f"operator:{operator.kind}:{operator.id}"
        step = self.scene.step("supplier", rule, note, stacked.token)
        m = replace(m, supplier=hearer, trace=(*m.trace, step))
        if open_request:
            return m
        recipient = None if hearer.shares(m.recipient) else m.recipient
        asks = replace(m, stage=Stage.REQUEST, requester=speaker, recipient=recipient, realised=True)
        return traced(self.scene, m, asks, rule, Words(stacked.token))

    def _told(self, m: Meaning) -> Iterator[tuple[Stacked, Applied]]:
        """The words of telling around the anchor of `m` that say who speaks and who hears, the nearest first."""
        for token in sorted(self.scene.sentence_tokens(m.anchor), key=lambda t: abs(t.index - m.anchor)):
            apart = self._part_of(token.index) != self._part_of(m.anchor) or self._goes_with(m.anchor, token.index)
            for operator in self.stacking.operators.at(self.grammar, token.index):
                # "pleading for tanks, the envoy met ...": who is met is asked, in whatever part of the sentence.
                if operator.kind not in TELLING_KINDS or not (apart or operator.kind == "address"):
                    continue
                stacked = Stacked(operator, token.index, m.anchor)
                op = self.stacking.applied(stacked)
                if op.agent is not None and op.addressee is not None and self._are_two(op.agent, op.addressee):
                    yield stacked, op

    def _goes_with(self, anchor: int, verb: int) -> bool:
        """ "told the envoys, [repeating a request for two more]": what is done in telling is done to the hearers."""
        clauses = self.grammar.kids(verb, "advcl")
        return any(self.tokens[c].tag == "VBG" and anchor in set(self.grammar.subtree(c)) for c in clauses)

    def _part_of(self, i: int) -> int:
        """The quotation in which a token stands, by its place, or what a colon parts from the rest; -1 outside."""
        span = self.tokens[i].span
        for quotation in self.scene.annotated.document.quotations:
            if quotation.span.covers(span):
                return quotation.span.start
        colons = [t.span.start for t in self.scene.sentence_tokens(i) if t.text == ":" and t.index < i]
        return max(colons, default=-1)

    def _are_two(self, speaker: Party, hearer: Party) -> bool:
        mention = self.scene.actor_at.get(hearer.token)
        press = mention is not None and mention.kind is ActorKind.MEDIA
        return not press and not hearer.shares(speaker)
