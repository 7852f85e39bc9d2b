"""The attributions that were marked in the text, as the chain needs them: which covers a word, and who speaks in it.

They were found by a network that knows how news attribute anything at all, or by rules; here they say who gives the
word for a claim where the parse alone does not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from armswire.claims.attribution.speaker import Speaker
from armswire.claims.cues import CueBook
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.attribution import Attribution
from armswire.model.claim import Step
from armswire.model.span import Span

# Operators of speech: whoever does them gives the word for what they govern.
SPEECH = frozenset({"say", "confirm", "deny", "accuse", "thank", "decline_comment"})
# Below this the network is not sure that there is a cue at all.
SURE = 0.5


class Marked:
    """The attributions of one document by the words that they cover."""

    def __init__(self, scene: Scene, operators: CueBook[Operator], speaker_at: Callable[[int], Speaker | None]) -> None:
        self.scene = scene
        self.tokens = scene.grammar.tokens
        self.operators = operators
        self.speaker_at = speaker_at

    def over(self, i: int) -> list[Attribution]:
        """The attributions of which the word at token `i` is content, the narrowest first."""
        found = [a for a in self.scene.annotated.attributions if a.covers(self.tokens[i].span)]
        return sorted(found, key=lambda a: sum(map(len, a.content)))

    def steps(self, i: int) -> Iterator[Step]:
        """What the trace of a claim at token `i` says of the attributions that cover it: each part in its own words."""
        for attribution in self.over(i):
            sure = f"an attribution covers it, {attribution.probability:.0%} sure"
            for name in ("cue", "source", "content"):
                for span in getattr(attribution, name):
                    place = self.scene.source_span(span)
                    yield Step("attribution", f"marked:{name}", f"{name}: {sure}", place.start, place.end)

    def speakers_over(self, i: int) -> Iterator[tuple[Attribution, Speaker]]:
        """Who says, in so many words, what token `i` is part of, the innermost first."""
        for attribution in self.over(i):
            if attribution.probability >= SURE and self._is_near(attribution, i) and self._is_speech(attribution):
                head = self._head(attribution.source)
                speaker = None if head is None else self.speaker_at(head)
                if speaker is not None:
                    yield attribution, speaker

    def _is_near(self, attribution: Attribution, i: int) -> bool:
        """Told in the sentence itself; what runs over sentences is a quotation."""
        own = self.scene.annotated.document.sentences[self.scene.sentence_of(i)].span
        span = self.tokens[i].span
        quoted = any(q.span.covers(span) for q in self.scene.annotated.document.quotations)
        return bool(attribution.source) and (quoted or any(own.overlaps(cue) for cue in attribution.cue))

    def _is_speech(self, attribution: Attribution) -> bool:
        """False for cues that are stages themselves: who pledges or asks is a party first, not a teller of news."""
        at = [i for span in attribution.cue for i in self._within(span)]
        if any(self.tokens[i].lemma in self.scene.language.rejecting_verbs for i in at):
            # "rejected the request": who refuses is a party; who denies a report is told elsewhere.
            return False
        kinds = {op.kind for i in at for op in self.operators.at(self.scene.grammar, i)}
        return bool(kinds & SPEECH) if kinds else any(self.tokens[i].pos in {"VERB", "NOUN"} for i in at)

    def _head(self, source: Sequence[Span]) -> int | None:
        """The token that carries a source, of which one span may be only a part."""
        found = self._head_of(source[0])
        while found is not None and self.tokens[found].dep == "compound":
            found = self.tokens[found].head
        return found

    def _head_of(self, span: Span) -> int | None:
        """The token that carries the phrase at `span`: the first whose head stands outside."""
        inside = self._within(span)
        return next((i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i), None)

    def _within(self, span: Span) -> range:
        """The tokens that share a character with a span."""
        first = bisect_right(self.tokens, span.start, key=lambda token: token.span.end)
        return range(first, bisect_left(self.tokens, span.end, key=lambda token: token.span.start))
