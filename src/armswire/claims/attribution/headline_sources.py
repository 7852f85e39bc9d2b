"""Sources in headlines: what stands before or behind a colon or a dash, where little else does."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.attribution.relays import Relays
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import Naming, Source, SourceClass

# At most so many words stand on a side of a headline's colon that names a source, beside the name itself.
HEADLINE_SIDE = 8
HEADLINE_FILL = 3
# A personal name has at most so many words.
LONGEST_NAME = 3
HEADLINE_STROKE = "|"
HEADLINE_MARKS = frozenset({":", "-", "–", "—"})


class HeadlineSources:
    """Finds the sources in the headlines of one document."""

    def __init__(self, scene: Scene, relays: Relays) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.relays = relays

    def beside(self, anchor: int) -> Iterator[Speaker]:
        """ "White House: Iran preparing ...", "... to Ukraine: Macron", "... - Spiegel"."""
        own = self.scene.sentence_tokens(anchor)
        # "... – Spiegel | The Herald": what follows the stroke is another part.
        ends = [t.index for t in own if t.text == HEADLINE_STROKE] or [own[-1].index + 1]
        for mark in (t.index for t in own if t.text in HEADLINE_MARKS):
            sides = (range(own[0].index, mark), range(mark + 1, next((e for e in ends if e > mark), ends[-1])))
            for side in sides:
                if anchor not in side and 0 < len(side) <= HEADLINE_SIDE:
                    speaker = next(self._sources_on(side, opens=side is sides[0]), None)
                    if speaker is not None:
                        yield speaker
                        return

    def _sources_on(self, side: range, *, opens: bool) -> Iterator[Speaker]:
        """Sources on one side of a headline's mark, where little else stands there."""
        press = {*self.language.press_nouns, *self.language.report_nouns}
        for i in side:
            mention = self.scene.actor_at.get(i)
            if mention is not None and mention.kind is not ActorKind.DEMONYM and self._fills(side, mention, opens):
                yield from self.relays.known([mention.head])
            if self.tokens[i].lemma in press and len(side) <= 2:
                yield Speaker(Source(self.tokens[i].text, SourceClass.MEDIA, naming=Naming.DESCRIBED), i)
        if self._is_unknown_name(side, opens=opens):
            yield from self.relays.known([side[-1]])

    def _fills(self, side: range, mention: ActorMention, opens: bool) -> bool:
        """ "Macron", "Macron in Berlin" behind the mark; before it "Macron in Berlin" is what the headline is about."""
        others = [i for i in side if not mention.first <= i <= mention.last]
        if mention.kind is ActorKind.PERSON:
            before = [i for i in others if i < mention.first]
            topic = [self.tokens[i].pos for i in (others if opens else before)]
            if not {"ADP", "NOUN"}.isdisjoint(topic):
                return False
        return len(others) <= HEADLINE_FILL and not any(map(self.grammar.is_verb, others))

    def _is_unknown_name(self, side: range, *, opens: bool) -> bool:
        """ "... to Ukraine: Otieno", "Kari Holm: Norway will ...": a name alone that nothing else is told of.

        Before the mark one word is as often a heading ("Analysis"), behind a dash the name of a site.
        """
        if len(side) > LONGEST_NAME or (opens and len(side) < 2):
            return False
        mark = side[-1] + 1 if opens else side[0] - 1
        words = {self.grammar.word(i) for i in side} | {self.tokens[i].lemma for i in side}
        language = self.language
        headings = {
            *language.press_nouns, *language.report_nouns, *language.outlet_words, *language.headline_labels,
        }  # fmt: skip
        return self.tokens[mark].text == ":" and words.isdisjoint(headings) and all(self._is_name(i) for i in side)

    def _is_name(self, i: int) -> bool:
        token = self.tokens[i]
        plain = token.text.isalpha() and not token.text.isupper() and token.text[:1].isupper()
        return plain and token.pos == "PROPN" and i not in self.scene.actor_at and i not in self.scene.item_at
