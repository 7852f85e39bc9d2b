"""Who a phrase names, as a source: its words, its class, its actor and its naming.

Each is told by a room of its own; here they are put together. A phrase that the annotations found goes to `mentioned`,
every other one to `unmentioned`.
"""

from __future__ import annotations

from dataclasses import replace

from armswire.claims.attribution.actors import Actors
from armswire.claims.attribution.classes import Classes
from armswire.claims.attribution.groups import Groups
from armswire.claims.attribution.mentioned import Mentioned
from armswire.claims.attribution.naming import Namings
from armswire.claims.attribution.nodes import Nodes
from armswire.claims.attribution.phrases import Phrases
from armswire.claims.attribution.press import Press
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.attribution.unmentioned import Unmentioned
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import Naming, Source, SourceClass


class Speakers:
    """Tells for the tokens of one document what source stands there."""

    def __init__(self, scene: Scene, participants: Participants) -> None:
        self.scene = scene
        self.press = Press(scene)
        self.phrases = Phrases(scene)
        self.namings = Namings(scene, participants)
        self.nodes = Nodes(scene, self.phrases, self.press)
        self.groups = Groups(scene, self.phrases)
        self.classes = Classes(scene, participants, self.phrases)
        actors = Actors(scene, participants, self.phrases)
        self.mentioned = Mentioned(scene, participants, self.phrases, self.classes, actors)
        self.unmentioned = Unmentioned(scene, participants, self.phrases, self.classes, actors, self.at)

    def at(self, i: int | None) -> Speaker | None:
        """The source at token `i`, or None where nothing there can speak."""
        found = None if i is None else self._at(i)
        if found is None:
            return None
        source = self.namings.told(self._by_name(found), found.token)
        cut = source.source != found.source.source
        if source.naming is Naming.DESCRIBED and (cut or self.phrases.is_by_name(found.token)):
            source = replace(source, naming=Naming.NAMED)
        return replace(found, source=source)

    def _at(self, i: int) -> Speaker | None:
        mention = self.scene.actor_at.get(i)
        if mention is None or self.nodes.is_outlet_in(mention, i):
            return self.unmentioned.at(i)
        return self.mentioned.at(mention, i)

    def _by_name(self, speaker: Speaker) -> Source:
        """An outlet or a group by its name alone, where it has one; a group that has one is an actor by it."""
        source, i = speaker.source, speaker.token
        mention = self.scene.actor_at.get(i)
        actor = self.groups.actor(i) if source.source_class is SourceClass.ORGANISATION else None
        known = mention is not None and mention.kind is ActorKind.ORGANISATION
        if not speaker.is_press and actor is None and not known:
            return source
        name = self.phrases.name_of_group(i)
        words = source.source if name is None else self.scene.words(*name)
        return replace(source, source=words, actor=source.actor or actor)

    def node(self, i: int) -> int:
        """The token that stands for the source at `i`."""
        return self.nodes.at(i)

    def speaking(self, mention: ActorMention) -> int:
        """The token that speaks of a mention that stands before a verb of speech."""
        return self.nodes.speaking(mention)

    def as_media(self, source: Source) -> Source:
        """The source as the outlet that its place in the text shows it to be."""
        return replace(source, source_class=SourceClass.MEDIA, actor=None)

    def is_body_or_person(self, i: int) -> bool:
        """True where the words themselves tell that somebody stands there: "two people", "her counterpart"."""
        speaker = self._at(i)
        return speaker is not None and speaker.source.source_class is not SourceClass.OTHER

    def is_private(self, i: int) -> bool:
        """True for people who speak for nobody: "two dockers", "a smuggler"."""
        return self.classes.is_private(i)
