"""The sources that the annotations found: the press, states and bodies, persons, groups and who speaks for them."""

from __future__ import annotations

from armswire.claims.attribution.actors import Actors
from armswire.claims.attribution.classes import Classes
from armswire.claims.attribution.groups import Groups
from armswire.claims.attribution.phrases import Phrases
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import Source, SourceClass

# Whose state the sentence may tell where their own words do not.
OF_STATE = frozenset({SourceClass.ANONYMOUS_OFFICIAL, SourceClass.NAMED_OFFICIAL})


class Mentioned:
    """Tells of the mentions of one document what source each is."""

    def __init__(
        self, scene: Scene, participants: Participants, phrases: Phrases, classes: Classes, actors: Actors
    ) -> None:
        self.scene = scene
        self.participants = participants
        self.phrases = phrases
        self.press = classes.press
        self.callings = classes.callings
        self.groups = Groups(scene, phrases)
        self.classes = classes
        self.actors = actors

    def at(self, mention: ActorMention, i: int) -> Speaker | None:
        """The source at token `i` of a mention; None for "newspapers", who say nothing as one."""
        joined = self.press.joined_name(i)
        if joined is not None:
            return Speaker(Source(self.scene.words(*joined), SourceClass.MEDIA), i)
        return self._outlet(mention, i) if mention.kind is ActorKind.MEDIA else self._actor(mention, i)

    def _outlet(self, mention: ActorMention, i: int) -> Speaker | None:
        """An outlet or a kind of outlet; of the state's own press, with the state."""
        kind = self.press.of_mention(mention)
        if kind is None:
            return None
        return Speaker(Source(self.phrases.words(i), kind, self.actors.of_outlet(mention, kind)), i)

    def _actor(self, mention: ActorMention, i: int) -> Speaker:
        """A state, body, person or organisation."""
        group = self.groups.of_officer(mention)
        if group is not None and self.participants.owner(mention.head) is None:
            words = self.phrases.words(i)
            return Speaker(Source(words, SourceClass.ORGANISATION, self.groups.named_before(group)), i)
        kind = self.classes.of_mention(mention, i)
        outside = kind is SourceClass.ORGANISATION and self.callings.is_outside(mention)
        told = () if outside else self.actors.told(mention)
        actors = told or (() if outside else self.actors.taken_up(mention))
        # An expert speaks for no state, wherever the institute is.
        actor = actors[0] if actors and kind is not SourceClass.EXPERT else None
        if actor is None and kind in OF_STATE and mention.kind is ActorKind.OFFICIAL:
            actor = self.actors.homes.state(i)
        guessed = not told and mention.kind is ActorKind.PERSON
        return Speaker(Source(self.phrases.words(i), kind, actor), i, guessed=guessed)
