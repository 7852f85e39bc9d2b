"""What somebody is by the words around the name: "who teaches in Bergen", "of the Fjord Institute", "a trader"."""

from __future__ import annotations

from collections.abc import Collection

from armswire.claims.attribution.edges import ENDS
from armswire.claims.parties.antecedents import Resolved
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import SourceClass

CLASS_OF_CALLING = {ActorKind.OFFICIAL: SourceClass.NAMED_OFFICIAL, ActorKind.EXPERT: SourceClass.EXPERT}
# Before the place where somebody works.
WORKPLACE = ("of", "at", "from", "in", "with")
# How far behind a name the words for its place of work begin.
REACH = 3


class Callings:
    """Tells for the people of one document what they are."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.passing_on

    def of_phrase(self, i: int) -> SourceClass | None:
        """The class of the person or paper at token `i`, which is no mention; None where nothing tells it."""
        beside = self.grammar.kids(i, "appos", "compound", "nmod")
        mentions = (self.scene.actor_at.get(c) for c in beside)
        for mention in mentions:
            if mention is not None and mention.kind in CLASS_OF_CALLING:
                return CLASS_OF_CALLING[mention.kind]
        lemmas = {self.tokens[c].lemma for c in (i, *beside)}
        if lemmas & {*self.words.scholar_nouns} or self._is_scholar(i):
            return SourceClass.EXPERT
        if lemmas & {*self.scene.language.executive_nouns, *self.scene.language.organisation_nouns}:
            return SourceClass.ORGANISATION
        if self.grammar.word(i) in self.words.institutes:
            return SourceClass.ORGANISATION
        return None

    def _is_scholar(self, i: int) -> bool:
        """ "who teaches security studies", "of the Bergen Peace Centre"; an institute itself is none."""
        clauses = self.grammar.kids(i, "relcl", "acl")
        if any(self.tokens[c].lemma in self.words.studying_verbs for c in clauses):
            return True
        if self.grammar.word(i) in self.words.institutes:
            return False
        return any(self._is_institute(obj) for obj in self.grammar.behind(i, WORKPLACE))

    def _is_institute(self, i: int) -> bool:
        parts = (i, *self.grammar.kids(i, "compound"))
        return any(self.grammar.word(c) in self.words.institutes for c in parts) and self.tokens[i].text[:1].isupper()

    def is_outside(self, mention: ActorMention) -> bool:
        """ "the opposition in Baku": no part of the state whose name it carries."""
        words = {self.grammar.word(k) for k in range(mention.first, mention.last + 1)}
        return mention.kind is not ActorKind.STATE and bool(words & {*self.words.outside_words})

    def seat(self, last: int) -> str | None:
        """The state in which a body sits whose phrase ends at `last`: "state television in Nairobi"."""
        within = last + 2 < len(self.tokens) and self.grammar.word(last + 1) in self.scene.language.prepositions.inside
        mention = self.scene.actor_at.get(last + 2) if within else None
        place = mention is not None and mention.kind is ActorKind.STATE and mention.actors
        return mention.actors[0] if mention is not None and place else None

    def employer(self, mention: ActorMention, links: Collection[str] = WORKPLACE) -> Resolved | None:
        """Whose body stands right behind a name: "Colonel Kari Holm of the Norwegian army"."""
        end = min(len(self.tokens), mention.last + 1 + REACH)
        opens = mention.last + 1 < end and self.grammar.word(mention.last + 1) in links
        for k in range(mention.last + 2, end) if opens else ():
            other = self.scene.actor_at.get(k)
            # "the envoy to Aden" works for somebody else.
            to_place = other is not None and other.kind is ActorKind.STATE and "to" in links
            if other is not None and other.actors and not to_place and self.tokens[k].text not in ENDS:
                return Resolved(other.actors, k, "whom the speaker works for", other.kind)
        return None
