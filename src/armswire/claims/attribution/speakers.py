"""From the phrase of who speaks to a source: its words, its class and its actor."""

from __future__ import annotations

from dataclasses import dataclass, replace

from armswire.claims.attribution.naming import Namings
from armswire.claims.attribution.press import PRESS, Press
from armswire.claims.parties.participants import Participants
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
# Words that stand for some of those behind "of": "two of its members".
COUNTS = frozenset({"NUM", "DET", "PRON", "ADJ"})


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
        self.press = Press(scene)
        self.namings = Namings(scene, participants)

    def at(self, i: int | None) -> Speaker | None:
        """The source at token `i`, or None where nothing there can speak."""
        found = None if i is None else self._at(i)
        return None if found is None else replace(found, source=self.namings.told(found.source, found.token))

    def _at(self, i: int) -> Speaker | None:
        mention = self.scene.actor_at.get(i)
        if mention is None:
            return self._unnamed(i)
        if mention.kind is ActorKind.STATE and mention.last == i and self.press.is_named_like_one(i):
            # "Radio Lima": the name of an outlet ends in that of a place.
            return self._unnamed(i)
        return self._outlet(mention, i) if mention.kind is ActorKind.MEDIA else self._named(mention, i)

    def _outlet(self, mention: ActorMention, i: int) -> Speaker | None:
        """An outlet or a kind of outlet; of the state's own press, with the state."""
        kind = self.press.of_mention(mention)
        if kind is None:
            return None
        actor = mention.actors[0] if mention.actors else None
        if actor is None and kind is SourceClass.STATE_MEDIA:
            owner = self.participants.owner(mention.head)
            actor = owner.actors[0] if owner is not None else None
        return Speaker(Source(mention.span.of(self.scene.annotated.document.text), kind, actor), i)

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
        if mention.kind is ActorKind.OFFICIAL and not former and self._can_be_told(mention):
            return SourceClass.NAMED_OFFICIAL
        lemmas = {token.lemma for token in self.tokens[mention.first : mention.last + 1]}
        if kind is SourceClass.OTHER and lemmas & set(self.language.organisation_nouns):
            return SourceClass.ORGANISATION
        return kind

    def _can_be_told(self, mention: ActorMention) -> bool:
        """An office that one person holds, or one whose name follows: "a lawmaker, Kari Holm,"."""
        return not mention.anonymous or any(map(self._is_name, self.grammar.kids(mention.head, "appos")))

    def _is_name(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        return self.tokens[i].pos == "PROPN" if mention is None else mention.kind is ActorKind.PERSON

    def _unnamed(self, i: int) -> Speaker | None:
        """A phrase that is no mention: by its noun, else by the actor it resolves to."""
        token = self.tokens[i]
        kind = self._class_of_noun(i)
        if kind is None and (behind := self._behind(i)) is not None:
            return behind
        resolved = self.participants.resolve(i)
        if kind in {SourceClass.DOCUMENT, SourceClass.STATE_MEDIA, SourceClass.ANONYMOUS_OFFICIAL}:
            return Speaker(Source(self._phrase(i), kind, resolved.actors[0] if resolved else None), i)
        if kind is not None:
            return Speaker(Source(self._phrase(i), kind), i)
        if resolved is not None:
            of_person = resolved.kind is ActorKind.PERSON and token.pos != "PRON"
            known = None if of_person or resolved.kind is None else CLASS_OF_KIND.get(resolved.kind)
            return Speaker(Source(self._phrase(i), known or SourceClass.GOVERNMENT_BODY, resolved.actors[0]), i)
        return Speaker(Source(self._phrase(i), SourceClass.OTHER), i) if token.pos in {"PROPN", "NOUN"} else None

    def _behind(self, i: int) -> Speaker | None:
        """ "two of its members", "pictures studied by a watchdog": who stands behind what seems to speak."""
        if self.tokens[i].pos in COUNTS and not self.participants.is_pronoun(i):
            return next((self.at(obj) for obj in self.grammar.behind(i, self.language.prepositions.counted)), None)
        studied = (self.grammar.passive_agent(c) for c in self.grammar.kids(i, "acl"))
        return next((self.at(agent) for agent in studied if agent is not None), None)

    def _class_of_noun(self, i: int) -> SourceClass | None:
        """What kind of source the noun names: "a watchdog", "the daily", "a leaked memo"; None for other nouns."""
        language, lemma = self.language, self.tokens[i].lemma
        if lemma in {*language.organisation_nouns, *language.executive_nouns}:
            return SourceClass.ORGANISATION
        if lemma in language.insider_nouns:
            return SourceClass.ANONYMOUS_OFFICIAL
        if lemma in language.document_nouns and (lemma not in language.press_nouns or self.press.is_plural(i)):
            return self._class_of_writer(i)
        press = self.press.of_phrase(i)
        if press is not None:
            return press
        if lemma in language.report_nouns and self.grammar.kids(i, "det", "poss", "amod"):
            return self._class_of_writer(i)
        return SourceClass.MEDIA if lemma in language.report_nouns else None

    def _class_of_writer(self, i: int) -> SourceClass:
        """ "a note by analysts" is the word of experts, every other paper its own."""
        writers = self.grammar.behind(i, self.language.prepositions.sender)
        by_expert = any(
            mention.kind is ActorKind.EXPERT for w in writers if (mention := self.scene.actor_at.get(w)) is not None
        )
        return SourceClass.EXPERT if by_expert else SourceClass.DOCUMENT

    def _phrase(self, i: int) -> str:
        """The noun phrase of `i` up to its head."""
        first = min((c for c in self.grammar.subtree(i) if c <= i), default=i)
        return self.scene.words(first, i)
