"""Groups that are no part of a state and have a name: "the aid group Two Rivers", and who speaks for one.

"the group's director" speaks for the group named before, "the head of the watchdog Sea Lane" for Sea Lane, and for no
state either way.
"""

from __future__ import annotations

from armswire.claims.attribution.phrases import Phrases
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention

# Before the group for which somebody speaks.
WORKPLACE = ("of", "for", "at", "from", "with")
# Who sits in a parliament speaks for it, whatever the party.
MEMBERS = ("role/lawmaker", "role/senator", "role/mep", "role/congressman", "role/politician")
UNNAMED_KINDS = frozenset({ActorKind.OTHER, ActorKind.EXPERT})


class Groups:
    """Finds the named groups of one document."""

    def __init__(self, scene: Scene, phrases: Phrases) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.phrases = phrases
        self.nouns = {*scene.language.organisation_nouns, *scene.language.passing_on.institutes}

    def actor(self, i: int) -> str | None:
        """The actor that the group at token `i` is by its name; None where it has none, or is somebody else."""
        mention = self.scene.actor_at.get(i)
        if mention is not None and mention.kind not in UNNAMED_KINDS:
            return None
        first, last = self.phrases.name_of_group(i) or self.phrases.bounds(i)
        described = self._is_noun(first - 1) or any(map(self._is_noun, self.grammar.kids(i, "appos")))
        while first < last and (self.tokens[first].pos == "DET" or not self.tokens[first].text[:1].isupper()):
            first += 1
        if described and self.tokens[last].text[:1].isupper():
            return f"org:{self.scene.words(first, last)}"
        words = {self.grammar.word(k) for k in range(first, last + 1)}
        capitals = self.tokens[i].pos == "PROPN" and self.tokens[last].text[:1].isupper()
        whole = capitals and first < last and bool(words & self.nouns)
        return f"org:{self.scene.words(first, last)}" if whole else None

    def of_officer(self, mention: ActorMention) -> int | None:
        """The token of the group for which an office speaks: "the group's director"; None where it speaks for none."""
        speaks = mention.kind in {ActorKind.OFFICIAL, ActorKind.PERSON} and not mention.entry.startswith(MEMBERS)
        if not speaks or mention.actors:
            return None
        heads = (*range(mention.head, mention.last + 1),)
        owners = [o for k in heads for o in (*self.grammar.kids(k, "poss"), *self.grammar.behind(k, WORKPLACE))]
        return next((o for o in owners if self._is_noun(o) or self._holds_noun(o)), None)

    def named_before(self, i: int) -> str | None:
        """The group that "the group" at token `i` takes up: the last with a name; its own name where it has one."""
        own = self.actor(i)
        if own is not None:
            return own
        lemma = self.tokens[i].lemma
        before = (t.index for t in reversed(self.tokens[:i]) if t.lemma == lemma and self._is_noun(t.index))
        named = (self.actor(k) or self._apposed(k) for k in before)
        return next((actor for actor in named if actor is not None), None)

    def _apposed(self, i: int) -> str | None:
        """ "told the aid group Two Rivers": where the name stands beside the noun, or over it."""
        near = [*self.grammar.kids(i, "appos"), self.tokens[i].head]
        return next((a for k in near if self.tokens[k].pos == "PROPN" and (a := self.actor(k)) is not None), None)

    def _is_noun(self, i: int) -> bool:
        return i >= 0 and self.tokens[i].pos in {"NOUN", "PROPN"} and self.tokens[i].lemma in self.nouns

    def _holds_noun(self, i: int) -> bool:
        """ "the watchdog Sea Lane", where the name carries the phrase."""
        return any(self._is_noun(c) for c in self.grammar.kids(i, "compound", "nmod", "appos"))
