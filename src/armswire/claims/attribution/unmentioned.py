"""The sources that no annotation found: by their noun, by their calling, else by the actor they take up."""

from __future__ import annotations

from collections.abc import Callable

from armswire.claims.attribution.actors import Actors
from armswire.claims.attribution.classes import Classes
from armswire.claims.attribution.phrases import Phrases
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.parties.antecedents import Resolved
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind
from armswire.model.attribution import Source, SourceClass

# Words that stand for some of those behind "of": "two of its members".
COUNTS = frozenset({"NUM", "DET", "PRON", "ADJ"})


class Unmentioned:
    """Tells of the phrases of one document that are no mentions what source each is; `at` tells of any phrase."""

    def __init__(
        self,
        scene: Scene,
        participants: Participants,
        phrases: Phrases,
        classes: Classes,
        actors: Actors,
        at: Callable[[int], Speaker | None],
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.participants = participants
        self.phrases = phrases
        self.callings = classes.callings
        self.classes = classes
        self.actors = actors
        self._at = at

    def at(self, i: int) -> Speaker | None:
        """The source of the phrase at token `i`, or None where nothing there can speak."""
        holder = self._holder_of_office(i)
        if holder is not None:
            return self._speaker(i, SourceClass.GOVERNMENT_BODY, holder)
        kind = self.classes.of_noun(i)
        if kind is None and (behind := self._behind(i)) is not None:
            return behind
        resolved = self.actors.of_phrase(i)
        if kind is not None:
            return self._speaker(i, kind, self._actor(i, kind, resolved))
        return self._by_calling(i, resolved) or self._by_actor(i, resolved)

    def _speaker(self, i: int, kind: SourceClass, actor: str | None = None) -> Speaker:
        return Speaker(Source(self.phrases.words(i), kind, actor), i)

    def _actor(self, i: int, kind: SourceClass, resolved: Resolved | None) -> str | None:
        """For whom a phrase speaks whose noun tells of what class it is; None for classes that speak for nobody."""
        if kind is SourceClass.DOCUMENT:
            return self.actors.of_paper(i, resolved)
        if kind is SourceClass.ANONYMOUS_OFFICIAL:
            return resolved.actors[0] if resolved is not None else self.actors.homes.state(i)
        return resolved.actors[0] if resolved is not None and kind is SourceClass.STATE_MEDIA else None

    def _by_calling(self, i: int, resolved: Resolved | None) -> Speaker | None:
        """ "Kari Holm, who teaches security studies", "two dockers": what they are tells of what class they are."""
        token = self.tokens[i]
        calling = self.callings.of_phrase(i) if token.pos == "PROPN" and self.grammar.kids(i, "appos") else None
        if calling is not None:
            of_office = calling is SourceClass.NAMED_OFFICIAL and resolved is not None
            actor = resolved.actors[0] if resolved is not None and of_office else None
            return self._speaker(i, calling, actor)
        if token.pos == "NOUN" and self.classes.is_private(i):
            # "two French engineers", "relatives in the army": nobody who speaks for the state.
            return self._speaker(i, SourceClass.OTHER)
        return None

    def _by_actor(self, i: int, resolved: Resolved | None) -> Speaker | None:
        """ "it", "her counterpart": whom the phrase takes up; a noun that takes up nobody may speak all the same."""
        if resolved is not None:
            return self._speaker(i, self.classes.of_resolved(i, resolved), resolved.actors[0])
        if self.tokens[i].pos not in {"PROPN", "NOUN"}:
            return None
        return self._speaker(i, self.callings.of_phrase(i) or SourceClass.OTHER)

    def _holder_of_office(self, i: int) -> str | None:
        """ "Prime Minister Holm's office", "the office of the minister": the state of who has it."""
        if self.tokens[i].lemma not in self.language.passing_on.body_nouns or self.tokens[i].pos != "NOUN":
            return None
        owners = (*self.grammar.kids(i, "poss"), *self.grammar.behind(i, ("of",)))
        mentions = [m for o in owners if (m := self.scene.actor_at.get(o)) is not None]
        officials = [m for m in mentions if m.kind in {ActorKind.PERSON, ActorKind.OFFICIAL}]
        speaker = self._at(officials[0].head) if officials else None
        held = speaker is not None and speaker.source.source_class is SourceClass.NAMED_OFFICIAL
        return speaker.source.actor if speaker is not None and held else None

    def _behind(self, i: int) -> Speaker | None:
        """ "two of its members", "pictures studied by a watchdog": who stands behind what seems to speak."""
        if self.tokens[i].pos in COUNTS and not self.participants.is_pronoun(i):
            return next((self._at(obj) for obj in self.grammar.behind(i, self.language.prepositions.counted)), None)
        language = self.language
        telling = {*language.passing_on.showing_verbs, *language.quoting_verbs, *language.seeing_verbs}
        clauses = (c for c in self.grammar.kids(i, "acl") if self.tokens[c].lemma not in telling)
        studied = (self.grammar.passive_agent(c) for c in clauses)
        return next((self._at(agent) for agent in studied if agent is not None), None)
