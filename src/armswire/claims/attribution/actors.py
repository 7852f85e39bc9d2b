"""For which actor a source speaks: by its own words, by those for its body, by whom it takes up, by where it speaks."""

from __future__ import annotations

from armswire.claims.attribution.callings import Callings
from armswire.claims.attribution.homes import Homes
from armswire.claims.attribution.phrases import Phrases
from armswire.claims.attribution.press import Press
from armswire.claims.parties.antecedents import Resolved
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import SourceClass


class Actors:
    """Finds the actors for whom the sources of one document speak."""

    def __init__(self, scene: Scene, participants: Participants, phrases: Phrases) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.participants = participants
        self.press = Press(scene)
        self.callings = Callings(scene)
        self.homes = Homes(scene, participants, phrases, self.press)

    # -- of a mention ---------------------------------------------------------------------------------------------

    def told(self, mention: ActorMention) -> tuple[str, ...]:
        """Whom a mention speaks for by what is told of it; empty where nothing is."""
        return self._placed(mention) or self._where_it_speaks(mention)

    def taken_up(self, mention: ActorMention) -> tuple[str, ...]:
        """Whom a mention that tells of no actor itself speaks for by what it takes up; empty where it takes up none."""
        resolved = None if mention.actors else self.participants.resolve(mention.head)
        return () if resolved is None else resolved.actors

    def of_outlet(self, mention: ActorMention, kind: SourceClass) -> str | None:
        """The state whose own press a mention of that class is; None for the free press."""
        if kind is not SourceClass.STATE_MEDIA:
            return None
        if mention.actors:
            return mention.actors[0]
        owner = self.participants.owner(mention.head)
        return owner.actors[0] if owner is not None else self.callings.seat(mention.last)

    def _placed(self, mention: ActorMention) -> tuple[str, ...]:
        """Whom a mention speaks for by its own words, or by those for the body that a person belongs to."""
        if mention.actors:
            # "South American diplomats": an official of a mere region is nobody's.
            of_region = mention.kind is ActorKind.OFFICIAL and mention.actors[0].startswith("grp:")
            several = len(mention.actors) > 1 and not mention.actors[0].startswith("org:")
            other = of_region and mention.actors[0] not in self.language.ally_groups.values()
            return () if other or several else mention.actors
        if mention.kind is ActorKind.OFFICIAL:
            owner = self.callings.employer(mention, ("to",))
            return () if owner is None else owner.actors
        if mention.kind is ActorKind.PERSON:
            owners = (self.participants.owner(k) for k in range(mention.head, mention.last + 1))
            owner = next((found for found in owners if found is not None), None)
            owner = owner or self.callings.employer(mention)
            if owner is not None:
                return owner.actors
        return ()

    def _where_it_speaks(self, mention: ActorMention) -> tuple[str, ...]:
        """ "In Oslo, the ministry said": a body speaks at home, an official wherever one is."""
        bare = mention.kind is ActorKind.BODY and self.participants.owner(mention.head) is None
        place = self.homes.place(mention.head) if bare else None
        return () if place is None else (place,)

    # -- of another phrase ----------------------------------------------------------------------------------------

    def of_phrase(self, i: int) -> Resolved | None:
        """The actors of a phrase, but for "Nordic": the adjective of several states names none of them."""
        resolved = self.participants.resolve(i)
        mention = None if resolved is None else self.scene.actor_at.get(resolved.token)
        several = mention is not None and len(mention.actors) > 1 and not mention.actors[0].startswith("org:")
        return None if several else resolved

    def of_paper(self, i: int, resolved: Resolved | None) -> str | None:
        """For whom the paper at token `i` speaks, whose phrase may take up an actor."""
        actor = resolved.actors[0] if resolved is not None else self._issuer(i)
        return actor or self.homes.state(i, paper=True)

    def _issuer(self, i: int) -> str | None:
        """For whom a paper speaks: "a report by a UN panel", "a list published by the ministry"."""
        agents = (a for c in self.grammar.kids(i, "acl") if (a := self.grammar.passive_agent(c)) is not None)
        issuing = self.language.passing_on.publishing_verbs
        published = [a for a in agents if self.tokens[self.tokens[self.tokens[a].head].head].lemma in issuing]
        for writer in (*self.grammar.behind(i, self.language.prepositions.sender), *published):
            resolved = self.participants.resolve(writer)
            if resolved is not None and not self.press.is_named_like_one(writer):
                return resolved.actors[0]
        return None
