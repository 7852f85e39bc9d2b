"""Sources in headlines: what stands before or behind a colon or a dash, where little else does."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.attribution.relays import Relays
from armswire.claims.attribution.speakers import Speaker
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import Naming, Source, SourceClass

# At most so many words stand on a side of a headline's colon that names a source, beside the name itself.
HEADLINE_SIDE = 8
HEADLINE_FILL = 3
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
            for side in (range(own[0].index, mark), range(mark + 1, next((e for e in ends if e > mark), ends[-1]))):
                if anchor not in side and 0 < len(side) <= HEADLINE_SIDE:
                    speaker = next(self._sources_on(side), None)
                    if speaker is not None:
                        yield speaker
                        return

    def _sources_on(self, side: range) -> Iterator[Speaker]:
        """Sources on one side of a headline's colon, where little else stands there."""
        press = {*self.language.press_nouns, *self.language.report_nouns}
        for i in side:
            mention = self.scene.actor_at.get(i)
            if mention is not None and mention.kind is not ActorKind.DEMONYM and self._fills(side, mention):
                yield from self.relays.known([mention.head])
            if self.tokens[i].lemma in press and len(side) <= 2:
                yield Speaker(Source(self.tokens[i].text, SourceClass.MEDIA, naming=Naming.DESCRIBED), i)

    def _fills(self, side: range, mention: ActorMention) -> bool:
        others = len(side) - (mention.last - mention.first + 1)
        return others <= HEADLINE_FILL and not any(self.grammar.is_verb(i) for i in side)
