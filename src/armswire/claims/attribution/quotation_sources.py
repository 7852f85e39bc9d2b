"""Sources of quotations: who speaks the words between the marks, named in their sentence or in one nearby."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.attribution.sayers import Sayers
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.attribution.speakers import Speakers
from armswire.claims.scene import Scene

# In which sentences the speaker of a quotation is named: its own, the one before, the one after, two before.
QUOTATION_REACH = (0, -1, 1, -2)


class QuotationSources:
    """Finds the sources of the quotations of one document."""

    def __init__(self, scene: Scene, sayers: Sayers, speakers: Speakers) -> None:
        self.scene = scene
        self.tokens = scene.grammar.tokens
        self.sayers = sayers
        self.speakers = speakers

    def around(self, anchor: int) -> Iterator[Speaker]:
        """The speaker of the quotation in which token `anchor` stands; nobody outside of quotations."""
        if not self.sayers.is_inside_quotation(anchor):
            return
        sentences = self.scene.annotated.document.sentences
        here = self.tokens[anchor].sentence
        for other in (here + step for step in QUOTATION_REACH):
            known = other in self.scene.ranges
            near = known and abs(sentences[other].paragraph - sentences[here].paragraph) <= 1
            for token in self.scene.tokens_of(other) if near else ():
                if self.sayers.says_outside_quotation(token.index):
                    speaker = self.speakers.at(self.sayers.sayer(token.index))
                    if speaker is not None:
                        yield speaker
                        return
