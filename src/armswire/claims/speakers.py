"""From the phrase of who speaks to a source: its words, its class and its actor."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.claims.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import Source, SourceClass

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
PRESS = frozenset({SourceClass.MEDIA, SourceClass.STATE_MEDIA})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source of the chain and the token at which it stands."""

    source: Source
    token: int

    @property
    def is_press(self) -> bool:
        """True for newspapers, agencies and broadcasters."""
        return self.source.source_class in PRESS


class Speakers:
    """Tells for the tokens of one document what source stands there."""

    def __init__(self, scene: Scene, participants: Participants) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.participants = participants

    def at(self, i: int | None) -> Speaker | None:
        """The source at token `i`, or None where nothing there can speak."""
        if i is None:
            return None
        mention = self.scene.actor_at.get(i)
        if mention is None:
            return self._unnamed(i)
        return self._press(mention, i) if mention.kind is ActorKind.MEDIA else self._named(mention, i)

    def _press(self, mention: ActorMention, i: int) -> Speaker | None:
        """An outlet of the lexicon with its kind; an unknown one unless it is a bare plural ("newspapers")."""
        words = mention.span.of(self.scene.annotated.document.text)
        if mention.entry.startswith("outlet/"):
            kind = SourceClass.STATE_MEDIA if "/state_media/" in mention.entry else SourceClass.MEDIA
            return Speaker(Source(words, kind, mention.actors[0] if mention.actors else None), i)
        plural = self.tokens[i].tag in {"NNS", "NNPS"}
        return None if plural else Speaker(Source(words, SourceClass.MEDIA), i)

    def _named(self, mention: ActorMention, i: int) -> Speaker:
        """A state, body, person or organisation that the annotations found."""
        actors = mention.actors
        if not actors:
            resolved = self.participants.resolve(mention.head)
            actors = resolved.actors if resolved is not None else ()
        words = mention.span.of(self.scene.annotated.document.text)
        return Speaker(Source(words, self._class_of(mention, words, i), actors[0] if actors else None), i)

    def _class_of(self, mention: ActorMention, words: str, i: int) -> SourceClass:
        """The class of a mention by its kind, but for what its words say against it."""
        if mention.kind is ActorKind.STATE and mention.actors and i != mention.head:
            return SourceClass.GOVERNMENT_BODY
        kind = CLASS_OF_KIND.get(mention.kind, SourceClass.OTHER)
        former = words.lower().startswith(self.language.former_words)
        if mention.kind is ActorKind.OFFICIAL and not mention.anonymous and not former:
            return SourceClass.NAMED_OFFICIAL
        if kind is SourceClass.OTHER and self.tokens[mention.head].lemma in self.language.organisation_nouns:
            return SourceClass.ORGANISATION
        return kind

    def _unnamed(self, i: int) -> Speaker | None:
        """A phrase that is no mention: by its noun, else by the actor it resolves to."""
        token = self.tokens[i]
        resolved = self.participants.resolve(i)
        kind = self._class_of_noun(i)
        if kind is SourceClass.DOCUMENT:
            return Speaker(Source(self._phrase(i), kind, resolved.actors[0] if resolved else None), i)
        if kind is not None:
            return Speaker(Source(self._phrase(i), kind), i)
        if resolved is not None:
            of_person = resolved.kind is ActorKind.PERSON and token.pos != "PRON"
            known = None if of_person or resolved.kind is None else CLASS_OF_KIND.get(resolved.kind)
            return Speaker(Source(self._phrase(i), known or SourceClass.GOVERNMENT_BODY, resolved.actors[0]), i)
        return Speaker(Source(self._phrase(i), SourceClass.OTHER), i) if token.pos in {"PROPN", "NOUN"} else None

    def _class_of_noun(self, i: int) -> SourceClass | None:
        """What kind of source the noun names: "a watchdog", "the daily", "a leaked memo"; None for other nouns."""
        language, lemma = self.language, self.tokens[i].lemma
        if lemma in language.organisation_nouns:
            return SourceClass.ORGANISATION
        near = {self.tokens[c].lemma for c in self.grammar.kids(i, "compound", "nmod", "amod", "appos")}
        if near & set(language.press_nouns):
            return SourceClass.MEDIA
        if lemma in language.report_nouns and self.grammar.kids(i, "det", "poss", "amod"):
            return SourceClass.DOCUMENT
        if lemma in language.document_nouns:
            return SourceClass.DOCUMENT
        return SourceClass.MEDIA if lemma in {*language.press_nouns, *language.report_nouns} else None

    def _phrase(self, i: int) -> str:
        """The noun phrase of `i` up to its head."""
        first = min((c for c in self.grammar.subtree(i) if c <= i), default=i)
        return self.scene.words(first, i)
