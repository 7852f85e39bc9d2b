"""Who else gives the same word in the same breath: "Oslo and Lima denied it", "Norwegian and Malian officials".

A claim is on one word; what several say together is a claim on the word of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from armswire.claims.attribution.speaker import Speaker
from armswire.claims.attribution.speakers import Speakers
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind

# What names a state in front of an office: "Norwegian officials".
OWNERS = ("amod", "nmod", "compound", "poss")
STATES = frozenset({ActorKind.STATE, ActorKind.DEMONYM})


class Voices:
    """Finds those who speak beside a source of one document."""

    def __init__(self, scene: Scene, speakers: Speakers) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.speakers = speakers

    def beside(self, speaker: Speaker) -> list[Speaker]:
        """The others, in the order of the text; nobody twice, and nobody for whom nothing is known."""
        head = self._head(speaker.token)
        found = {(speaker.source.source, speaker.source.actor)}
        others = []
        for other in (*self._listed(head), *self._of_other_states(speaker, head)):
            key = (other.source.source, other.source.actor)
            if key not in found and other.source.actor is not None:
                others.append(other)
                found.add(key)
        return others

    def _head(self, i: int) -> int:
        mention = self.scene.actor_at.get(i)
        return self.grammar.first_conjunct(i if mention is None else mention.head)

    def _listed(self, head: int) -> Iterator[Speaker]:
        """ "Oslo and Lima", "the Pentagon, the navy and the ministry", whose second the parser takes for a name."""
        members = self.grammar.conjuncts(head)
        for apposed in self.grammar.kids(head, "appos"):
            listed = self.grammar.conjuncts(apposed)
            members += listed if len(listed) > 1 else []
        for i in members:
            if i != head and self._can_speak(i) and (other := self.speakers.at(i)) is not None:
                yield other

    def _can_speak(self, i: int) -> bool:
        return i in self.scene.actor_at and self.tokens[i].dep not in OWNERS

    def _of_other_states(self, speaker: Speaker, head: int) -> Iterator[Speaker]:
        """ "Norwegian and Malian officials", "officials in Oslo and Lima": one office of several states."""
        words = self.scene.language.prepositions
        places = [*self.grammar.kids(head, *OWNERS), *self.grammar.behind(head, (*words.owner, *words.sender))]
        # "Oslo's embassy in Lima" is of one state.
        states = max((self.grammar.conjuncts(place) for place in places), key=len, default=[])
        named = [mention for i in states if (mention := self.scene.actor_at.get(i)) is not None]
        if len(states) < 2 or len(named) < len(states) or any(m.kind not in STATES for m in named if m.head != head):
            return
        for mention in named:
            for actor in mention.actors[:1]:
                yield replace(speaker, source=replace(speaker.source, actor=actor))
