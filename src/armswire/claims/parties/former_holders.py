"""Who held an office once: they speak as what they were, but no state acts through them any more."""

from __future__ import annotations

from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention

HOLDERS = frozenset({ActorKind.PERSON, ActorKind.OFFICIAL})


class FormerHolders:
    """Tells for the people of one document whether they left their office, by the words beside any mention of them."""

    def __init__(self, scene: Scene) -> None:
        self._grammar = scene.grammar
        self._words = {word.rstrip("-") for word in scene.language.former_words}
        told = [m for m in scene.annotated.actors if m.kind in HOLDERS and self._is_called_so(m)]
        self._surnames = {scene.grammar.tokens[m.last].text for m in told if m.kind is ActorKind.PERSON}

    def is_one(self, mention: ActorMention) -> bool:
        """ "former chancellor Kari Holm", "the ex-minister", and "Holm" in the same text."""
        if mention.kind not in HOLDERS:
            return False
        surname = self._grammar.tokens[mention.last].text
        return self._is_called_so(mention) or (mention.kind is ActorKind.PERSON and surname in self._surnames)

    def _is_called_so(self, mention: ActorMention) -> bool:
        # "Former German chancellor": the word may stand before the phrase that was found.
        first = mention.first
        same = first > 0 and self._grammar.tokens[first - 1].sentence == self._grammar.tokens[first].sentence
        words = {self._grammar.word(i) for i in range(first - 1 if same else first, mention.last + 1)}
        return not words.isdisjoint(self._words)
