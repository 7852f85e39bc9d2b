"""Whose word it is: the chain of sources, from the article inwards; an empty chain is the article's own voice.

Looks, from the claim outwards, for the verb of speech that governs it, for "according to", for the speaker of the
quotation that it stands in, and in headlines for what stands before or behind a colon.
Each of these is told by a room of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.claims.attribution.bare_citing import BareCiting
from armswire.claims.attribution.carrying import Carrying
from armswire.claims.attribution.follow_ups import FollowUps
from armswire.claims.attribution.governing import Governing
from armswire.claims.attribution.headline_sources import HeadlineSources
from armswire.claims.attribution.holdings import Holdings
from armswire.claims.attribution.links import Links
from armswire.claims.attribution.marked import Marked
from armswire.claims.attribution.meant import Meant
from armswire.claims.attribution.quotation_sources import QuotationSources
from armswire.claims.attribution.relays import Relays
from armswire.claims.attribution.sayers import Sayers
from armswire.claims.attribution.sourcing import Sourcing
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.attribution.speakers import Speakers
from armswire.claims.attribution.tellers import Tellers
from armswire.claims.attribution.voices import Voices
from armswire.claims.cues import CueBook
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.claim import Step
from armswire.model.span import Span


class Attribution:
    """Finds the chain of sources for tokens of one document."""

    def __init__(
        self, scene: Scene, operators: CueBook[Operator], arguments: Arguments, participants: Participants
    ) -> None:
        self.scene = scene
        self.tokens = scene.grammar.tokens
        self.arguments = arguments
        speakers = Speakers(scene, participants)
        self.sayers = Sayers(scene, operators, arguments, speakers)
        self.relays = Relays(scene, speakers, self.sayers.sayer, self.sayers.speaks)
        tellers = Tellers(scene, self.sayers, self.relays)
        carrying = Carrying(scene, participants, self.relays.publications, tellers.find)
        self.meant = Meant(self.relays, carrying)
        self.governing = Governing(scene, arguments, self.sayers, self.relays, self.meant)
        self.links = Links(scene, self.relays, carrying, self.meant, self.governing)
        self.follow_ups = FollowUps(scene, self.relays, carrying, self.governing.all_over)
        self.quotation_sources = QuotationSources(scene, self.sayers, speakers)
        self.headline_sources = HeadlineSources(scene, self.relays)
        self.voices = Voices(scene, speakers)
        self.marked = Marked(scene, operators, self._at)
        self._asking = False
        participants.speaker_at = self.speaker_at
        participants.names_outlet = speakers.press.is_named_like_one

    def speaker_at(self, i: int) -> tuple[str, ...]:
        """The actors for whom the innermost speaker over token `i` speaks: what "we" means there."""
        if self._asking:
            return ()
        self._asking = True
        try:
            speakers = self.chain(i)
        finally:
            self._asking = False
        actor = speakers[-1].source.actor if speakers else None
        return () if actor is None else (actor,)

    def chain(self, anchor: int, holder: int | None = None, stance: int | None = None) -> tuple[Speaker, ...]:
        """The sources of the claim at `anchor`; `holder`, the token of who answers or asks, stands innermost.

        `stance` is the token of the answer: what is answered was said by others.
        """
        self._prepare()
        # "the country's policy forbids it": what nobody can quote gives no word.
        inner = next((s for s in self.meant.at([holder]) if self.relays.publications.can_speak(s.token)), None)
        answers = inner is not None and stance is not None
        start = stance if answers and stance is not None else anchor
        over = self.governing.over(start, own_word=answers)
        according = self.governing.according(anchor, start if answers else None)
        found = self.links.once(inner, [*over, *according])
        if not found and self.governing.is_judged(start):
            return ()
        return self.links.joined(found or self._elsewhere(anchor))

    def _elsewhere(self, anchor: int) -> list[Speaker]:
        """Who gives the word where nobody governs the claim: by its quotation, its headline, else what was marked."""
        found = [*self.quotation_sources.around(anchor)]
        if not found and self.scene.is_headline(anchor):
            found = [*self.headline_sources.beside(anchor)]
        return found or [speaker for _, speaker in self.marked.speakers_over(anchor)]

    def _prepare(self) -> None:
        """Finds who passes whom on, in the sentence itself and in those behind it."""
        if self.relays.prepare():
            telling = (self.scene, self.relays.publications, self.sayers.sayer, self.sayers.kinds)
            for room in (Sourcing, Holdings, BareCiting):
                self.follow_ups.join(room(*telling).find())
            self.follow_ups.take_up()

    def steps(self, anchor: int, speakers: Iterable[Speaker]) -> Iterator[Step]:
        """What the trace says of a chain: who speaks, and which attributions cover the claim's word."""
        for speaker in speakers:
            words = self.tokens[speaker.token].text
            how = "" if speaker.named_at is None else f", whom “{words}” takes up,"
            note = f"“{speaker.source.source}”{how} speaks ({speaker.source.source_class.value})"
            if speaker.named_at is None:
                yield self._named(speaker, "attribution", note, speaker.token)
            else:
                yield self.scene.step("attribution", "attribution", note, speaker.token)
                yield self._named(speaker, "named before", f"“{speaker.source.source}” is named here", speaker.named_at)
        yield from self.marked.steps(anchor)

    def _named(self, speaker: Speaker, rule: str, note: str, token: int) -> Step:
        """The step of the words of a speaker as they stand in the sentence of a token, else of the token alone."""
        document, name = self.scene.annotated.document, speaker.source.source
        sentence = document.sentences[self.scene.sentence_of(token)].span
        at = document.text.find(name, sentence.start, sentence.end)
        span = self.tokens[token].span if at < 0 else Span(at, at + len(name))
        return self.scene.step_at("attribution", rule, note, span)

    def speaker_of_quotation(self, i: int) -> tuple[Speaker, ...]:
        """The speaker of the quotation in which token `i` stands; empty outside of quotations."""
        return tuple(self.quotation_sources.around(i))

    def _at(self, i: int) -> Speaker | None:
        """Who speaks at token `i`; for "which says", what stands before it."""
        verb = self.tokens[i].head
        if self.arguments.is_relative(i) and self.tokens[verb].dep == "relcl":
            i = self.tokens[verb].head
        return next(self.meant.at([i]), None)
