"""Who holds arms of which only the giver is told: "the Kenyan-supplied gun they hid", "Mali's Kenyan-supplied gun"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from armswire.claims.meaning import Party
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ItemMention


class Holders:
    """Finds them for the participles of supply in one document."""

    def __init__(self, scene: Scene, arguments: Arguments, participants: Participants) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.arguments = arguments
        self.participants = participants

    def add_to(self, i: int, items: Sequence[ItemMention], roles: dict[str, Party]) -> None:
        """Adds as recipient who has, keeps or uses the items, where the participle `i` only tells who gives."""
        if self.tokens[i].dep != "amod" or "recipient" in roles or "supplier" not in roles:
            return
        for item in items:
            if self._was_taken(item):
                return
            for who in (*self.grammar.kids(item.head, "poss"), *self._keepers(item.head)):
                resolved = self.participants.resolve(who)
                if resolved is not None and not set(resolved.actors) & set(roles["supplier"].actors):
                    roles["recipient"] = resolved.party(", who has them")
                    return

    def _keepers(self, i: int) -> Iterator[int]:
        """Whoever acts in a clause of keeping or using, above the noun at token `i` or about it."""
        above = [self.tokens[i].head] if self.tokens[i].dep == "dobj" else []
        below = [c for c in self.grammar.kids(i, "relcl") if not self.grammar.is_passive(c)]
        for verb in (*above, *below):
            subject = self.arguments.subject(verb)
            if self.tokens[verb].lemma in self.scene.language.keeping_verbs and subject is not None and subject != i:
                yield subject

    def _was_taken(self, item: ItemMention) -> bool:
        """ "captured US-supplied vehicles": whoever has them took them."""
        return any(self.grammar.word(k) in self.scene.language.taken_words for k in self.grammar.subtree(item.head))
