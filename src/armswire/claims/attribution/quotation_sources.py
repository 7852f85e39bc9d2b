"""Sources of quotations: who speaks the words between the marks, named in their sentence or in one nearby."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.claims.attribution.sayers import Sayers
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.attribution.speakers import Speakers
from armswire.claims.scene import Scene
from armswire.model.document import Quotation

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
        if self.sayers.is_inside_quotation(anchor):
            here = self.tokens[anchor].sentence
            yield from self._named_in((here + step for step in QUOTATION_REACH), beside=here)

    def of(self, quotation: Quotation) -> Iterator[Speaker]:
        """The speaker of a whole quotation, of however many sentences."""
        own = [token.sentence for token in self.tokens if quotation.span.covers(token.span)]
        if own:
            first, last = own[0], own[-1]
            sentences = range(first, last + 1)
            yield from self._named_in((*sentences, first - 1, last + 1, first - 2), beside=first)

    def _named_in(self, sentences: Iterable[int], beside: int) -> Iterator[Speaker]:
        """Who says something outside of quotations in the first of the sentences in which anybody does."""
        document = self.scene.annotated.document
        paragraph = document.sentences[beside].paragraph
        for sentence in sentences:
            known = sentence in self.scene.ranges
            near = known and abs(document.sentences[sentence].paragraph - paragraph) <= 1
            for token in self.scene.tokens_of(sentence) if near else ():
                if self.sayers.says_outside_quotation(token.index):
                    speaker = self.speakers.at(self.sayers.sayer(token.index))
                    if speaker is not None:
                        yield speaker
                        return
