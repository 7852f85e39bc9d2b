"""Whose word it is: a first chain by rules.

Looks, from the claim outwards, for the verb of speech that governs it, for "according to", for the speaker of the
quotation that it stands in, and in headlines for what stands before or behind a colon. Gives the chain from the article
inwards; an empty chain is the article's own voice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from armswire.claims.arguments import Arguments
from armswire.claims.cues import CueBook
from armswire.claims.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import Source, SourceClass

SPEECH = frozenset({"say", "confirm", "deny", "accuse", "thank", "decline_comment"})
CLASS_OF_KIND = {
    ActorKind.PERSON: SourceClass.NAMED_OFFICIAL,
    ActorKind.OFFICIAL: SourceClass.ANONYMOUS_OFFICIAL,
    ActorKind.BODY: SourceClass.GOVERNMENT_BODY,
    ActorKind.STATE: SourceClass.GOVERNMENT_BODY,
    ActorKind.DEMONYM: SourceClass.GOVERNMENT_BODY,
    ActorKind.GROUP: SourceClass.GOVERNMENT_BODY,
    ActorKind.ORGANISATION: SourceClass.ORGANISATION,
    ActorKind.MEDIA: SourceClass.MEDIA,
    ActorKind.EXPERT: SourceClass.EXPERT,
    ActorKind.OTHER: SourceClass.OTHER,
}
DOCUMENT_NOUNS = frozenset(
    {"document", "letter", "memo", "filing", "statement", "notice", "record", "cable", "invoice", "data"}
)
PRESS_NOUNS = frozenset(
    {"report", "newspaper", "paper", "daily", "magazine", "outlet", "broadcaster", "agency", "medium"}
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source of the chain and the token at which it stands."""

    source: Source
    token: int


class Attribution:
    """Finds the chain of sources for tokens of one document."""

    def __init__(
        self, scene: Scene, operators: CueBook[Operator], arguments: Arguments, participants: Participants
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.operators = operators
        self.arguments = arguments
        self.participants = participants
        self._asking = False
        participants.speaker_at = self.speaker_at

    def speaker_at(self, i: int) -> tuple[str, ...]:
        """The actors for whom the innermost speaker over token `i` speaks: what "we" means there."""
        if self._asking:
            return ()
        self._asking = True
        try:
            speakers = self.chain(i, i, None, None)
        finally:
            self._asking = False
        actor = speakers[-1].source.actor if speakers else None
        return () if actor is None else (actor,)

    def chain(self, anchor: int, top: int, stance: int | None, holder: int | None) -> tuple[Speaker, ...]:
        """The sources of the claim anchored at `anchor` with outermost word `top`.

        `stance` is the word that denies, confirms or accuses, `holder` the token of who does; it stands innermost.
        """
        inner = self._speaker(holder) if holder is not None else None
        found: list[Speaker] = [] if inner is None else [inner]
        for speaker in self._governing(anchor):
            if all(speaker.token != other.token for other in found):
                found.append(speaker)
        for speaker in self._according(anchor):
            if all(speaker.token != other.token for other in found):
                found.append(speaker)
        if not found:
            found = list(self._quoted(anchor))
        if not found and self.scene.is_headline(anchor):
            found = list(self._headline(anchor))
        with_citing = [citing for speaker in found for citing in (speaker, *self._citing(speaker.token))]
        return tuple(reversed(_unique(with_citing)))

    def _governing(self, i: int) -> Iterator[Speaker]:
        """The subjects of verbs of speech over `i`, the innermost first."""
        cur = i
        while self.tokens[cur].head != cur:
            token = self.tokens[cur]
            head = token.head
            if self.grammar.is_verb(head) and token.dep in {
                "ccomp",
                "xcomp",
                "parataxis",
                "dobj",
                "advcl",
                "nsubj",
                "nsubjpass",
                "acl",
            }:
                kinds = {op.kind for op in self.operators.at(self.grammar, head)}
                if kinds & SPEECH and token.dep in {"ccomp", "parataxis", "xcomp"}:
                    speaker = self._speaker(self._sayer(head))
                    if speaker is not None:
                        yield speaker
            if token.dep == "ccomp" and self.tokens[head].lemma == "be":
                # "the official line from South Korea was that ...": whose line it is.
                for subject in self.grammar.kids(head, "nsubj"):
                    if self.tokens[subject].lemma in {
                        *self.scene.language.statement_nouns,
                        "line",
                        "position",
                        "view",
                        "word",
                    }:
                        speaker = self._speaker(self.arguments.noun_agent(subject))
                        if speaker is not None:
                            yield speaker
            if token.dep == "dobj" and self.tokens[head].lemma == "cite":
                speaker = self._speaker(self.arguments.noun_agent(cur))
                if speaker is not None:
                    yield speaker
            cur = head
        # "South Korea sent shells, officials said": sometimes the verb of speech hangs below the claim.
        for c in self.grammar.children[cur]:
            if (
                self.grammar.is_verb(c)
                and self.tokens[c].dep in {"parataxis", "ccomp", "dep", "advcl", "conj"}
                and not self._covers(c, i)
            ):
                kinds = {op.kind for op in self.operators.at(self.grammar, c)}
                if kinds & {"say"} and self.tokens[c].dep == "parataxis":
                    speaker = self._speaker(self._sayer(c))
                    if speaker is not None:
                        yield speaker

    def _covers(self, top: int, i: int) -> bool:
        return i in set(self.grammar.subtree(top))

    def _sayer(self, verb: int) -> int | None:
        if self.grammar.is_passive(verb):
            for agent in self.grammar.kids(verb, "agent"):
                for obj in self.grammar.kids(agent, "pobj"):
                    return obj
            return None
        subject = self.arguments.subject(verb)
        return subject if subject is not None else self._named_before(verb)

    def _named_before(self, verb: int) -> int | None:
        """ "..., a spokesman for the economy ministry said": whom the parser took for an apposition."""
        named: int | None = None
        i = verb - 1
        while i >= 0 and self.tokens[i].sentence == self.tokens[verb].sentence and self.tokens[i].text not in {",", ";", "”", '"'}:
            mention = self.scene.actor_at.get(i)
            named = mention.head if mention is not None else named
            i -= 1
        return named

    def _according(self, anchor: int) -> Iterator[Speaker]:
        """ "according to X", "as reported by X", "X reported" at the sentence of the claim."""
        sentence = self.tokens[anchor].sentence
        for token in self.tokens:
            if token.sentence == sentence and token.text.lower() == "according":
                for p in self.grammar.kids(token.index, "prep"):
                    for obj in self.grammar.kids(p, "pobj"):
                        speaker = self._speaker(obj)
                        if speaker is not None:
                            yield speaker

    def _citing(self, i: int) -> Iterator[Speaker]:
        """Who passes the word of `i` on: "officials cited by the Daily", "an official who spoke to the Daily"."""
        head = self._head(i)
        for c in self.grammar.kids(head, "acl", "relcl"):
            lemma = self.tokens[c].lemma
            if lemma in {"cite", "quote", "interview"}:
                for agent in self.grammar.kids(c, "agent", "prep"):
                    for obj in self.grammar.kids(agent, "pobj"):
                        speaker = self._speaker(obj)
                        if speaker is not None:
                            yield speaker
            elif lemma in {"speak", "tell", "talk"}:
                places = [o for w, o in self.grammar.prepositions(c) if w in {"to", "with"}]
                for obj in [*places, *self.grammar.kids(c, "dobj", "dative")]:
                    speaker = self._speaker(obj)
                    if speaker is not None and speaker.source.source_class in {
                        SourceClass.MEDIA,
                        SourceClass.STATE_MEDIA,
                    }:
                        yield speaker
        verb = self.tokens[head].head
        if verb != head and self.tokens[verb].lemma in {"tell", "speak", "confirm", "say"}:
            for obj in [
                *self.grammar.kids(verb, "dobj", "dative"),
                *(o for w, o in self.grammar.prepositions(verb) if w == "to"),
            ]:
                speaker = self._speaker(obj)
                if speaker is not None and speaker.source.source_class in {SourceClass.MEDIA, SourceClass.STATE_MEDIA}:
                    yield speaker

    def _head(self, i: int) -> int:
        mention = self.scene.actor_at.get(i)
        return mention.head if mention is not None else i

    def _quoted(self, anchor: int) -> Iterator[Speaker]:
        """The speaker of the quotation around the claim: in its sentence, else in the one before or after."""
        span = self.tokens[anchor].span
        if not any(q.span.covers(span) for q in self.scene.annotated.document.quotations):
            return
        sentence = self.tokens[anchor].sentence
        paragraph = self.scene.annotated.document.sentences[sentence].paragraph
        sentences = self.scene.annotated.document.sentences
        for other in (sentence, sentence - 1, sentence + 1, sentence - 2):
            if not 0 <= other < len(sentences) or abs(sentences[other].paragraph - paragraph) > 1:
                continue
            for token in self.tokens:
                if (
                    token.sentence == other
                    and self.grammar.is_verb(token.index)
                    and not self._inside_quotation(token.index)
                ):
                    kinds = {op.kind for op in self.operators.at(self.grammar, token.index)}
                    if "say" in kinds:
                        speaker = self._speaker(self._sayer(token.index))
                        if speaker is not None:
                            yield speaker
                            return

    def _inside_quotation(self, i: int) -> bool:
        span = self.tokens[i].span
        return any(q.span.covers(span) for q in self.scene.annotated.document.quotations)

    def _headline(self, anchor: int) -> Iterator[Speaker]:
        """ "White House: Iran preparing ...", "... to Ukraine: Macron", "... - Spiegel"."""
        sentence = self.tokens[anchor].sentence
        own = [t for t in self.tokens if t.sentence == sentence]
        marks = [t.index for t in own if t.text in {":", "-", "–", "—"}]
        for mark in marks:
            before, after = range(own[0].index, mark), range(mark + 1, own[-1].index + 1)
            for side in (before, after):
                if len(side) == 0 or anchor in side or len(side) > 8:
                    continue
                for i in side:
                    mention = self.scene.actor_at.get(i)
                    lemma = self.tokens[i].lemma
                    if mention is not None and mention.kind is not ActorKind.DEMONYM and self._fills(side, mention):
                        speaker = self._speaker(mention.head)
                        if speaker is not None:
                            yield speaker
                            return
                    if lemma in PRESS_NOUNS and len(side) <= 2:
                        yield Speaker(Source(self.tokens[i].text, SourceClass.MEDIA), i)
                        return

    def _fills(self, side: range, mention: ActorMention) -> bool:
        """A side of a colon is a source where little else stands there."""
        return len(side) - (mention.last - mention.first + 1) <= 3 and not any(self.grammar.is_verb(i) for i in side)

    def _speaker(self, i: int | None) -> Speaker | None:
        """The source at token `i`: its words, class and actor."""
        if i is None:
            return None
        mention = self.scene.actor_at.get(i)
        text = self.scene.annotated.document.text
        token = self.tokens[i]
        if mention is not None:
            words = mention.span.of(text)
            if mention.kind is ActorKind.MEDIA and not mention.entry.startswith("outlet/"):
                return None if token.tag in {"NNS", "NNPS"} else Speaker(Source(words, SourceClass.MEDIA), i)
            if mention.kind is ActorKind.MEDIA:
                state = "/state_media/" in mention.entry
                kind = SourceClass.STATE_MEDIA if state else SourceClass.MEDIA
                return Speaker(Source(words, kind, mention.actors[0] if mention.actors else None), i)
            actors = mention.actors
            if not actors:
                resolved = self.participants.resolve(mention.head)
                actors = resolved.actors if resolved is not None else ()
            kind = CLASS_OF_KIND.get(mention.kind, SourceClass.OTHER)
            if mention.kind is ActorKind.OFFICIAL and not mention.anonymous and not words.lower().startswith("former"):
                kind = SourceClass.NAMED_OFFICIAL
            if kind is SourceClass.OTHER and self.tokens[mention.head].lemma in self.scene.language.organisation_nouns:
                kind = SourceClass.ORGANISATION
            if mention.kind is ActorKind.STATE and mention.actors and i != mention.head:
                kind = SourceClass.GOVERNMENT_BODY
            return Speaker(Source(words, kind, actors[0] if actors else None), i)
        resolved = self.participants.resolve(i)
        if token.lemma in self.scene.language.organisation_nouns:
            return Speaker(Source(self._phrase(i), SourceClass.ORGANISATION), i)
        near = {self.tokens[c].lemma for c in self.grammar.kids(i, "compound", "nmod", "amod", "appos")}
        if near & (PRESS_NOUNS - {"report"}):
            return Speaker(Source(self._phrase(i), SourceClass.MEDIA), i)
        if token.lemma == "report" and self.grammar.kids(i, "det", "poss", "amod"):
            return Speaker(Source(self._phrase(i), SourceClass.DOCUMENT, resolved.actors[0] if resolved else None), i)
        if token.lemma in DOCUMENT_NOUNS:
            return Speaker(Source(self._phrase(i), SourceClass.DOCUMENT, resolved.actors[0] if resolved else None), i)
        if token.lemma in PRESS_NOUNS:
            return Speaker(Source(self._phrase(i), SourceClass.MEDIA), i)
        if resolved is not None:
            kind = (
                CLASS_OF_KIND.get(resolved.kind, SourceClass.GOVERNMENT_BODY)
                if resolved.kind
                else SourceClass.GOVERNMENT_BODY
            )
            if resolved.kind is ActorKind.PERSON and token.pos != "PRON":
                kind = SourceClass.GOVERNMENT_BODY
            return Speaker(Source(self._phrase(i), kind, resolved.actors[0]), i)
        if token.pos in {"PROPN", "NOUN"}:
            return Speaker(Source(self._phrase(i), SourceClass.OTHER), i)
        return None

    def _phrase(self, i: int) -> str:
        """The noun phrase of `i` up to its head."""
        first = min((c for c in self.grammar.subtree(i) if c <= i), default=i)
        return self.scene.words(first, i)


def _unique(speakers: list[Speaker]) -> list[Speaker]:
    seen: set[tuple[str, str | None]] = set()
    out = []
    for speaker in speakers:
        key = (speaker.source.source, speaker.source.actor)
        if key not in seen:
            seen.add(key)
            out.append(speaker)
    return out
