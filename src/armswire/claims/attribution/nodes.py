"""At which token a source stands: one for all the words of a mention, and one for an outlet inside a name."""

from __future__ import annotations

from armswire.claims.attribution.phrases import Phrases
from armswire.claims.attribution.press import Press
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention

# Who may seem to be named by the last word of an outlet's name ("the Nordic Observer").
TRADES = frozenset({ActorKind.EXPERT, ActorKind.OFFICIAL, ActorKind.OTHER})


class Nodes:
    """Finds the tokens that stand for the sources of one document."""

    def __init__(self, scene: Scene, phrases: Phrases, press: Press) -> None:
        self.scene = scene
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.phrases = phrases
        self.press = press

    def at(self, i: int) -> int:
        """The token that stands for the source at `i`: the head of its mention, but for an outlet inside one."""
        mention = self.scene.actor_at.get(i)
        token = self.tokens[i]
        if mention is None and token.dep == "appos" and self._is_kind_of_outlet(token.head) and token.pos == "PROPN":
            # "the website Fjord Lens, which": one outlet, whatever hangs on its name.
            return self.at(token.head)
        if token.dep == "appos" and self._is_kind_of_outlet(i) and self.press.is_named_like_one(token.head):
            # "Fjord Mail, a daily, which"
            return self.at(token.head)
        if mention is None and token.dep == "appos" and not self._is_outlet(i) and not self._is_outlet(token.head):
            # "Ola Berg, a dealer quoted by": what is said of the one holds for the other.
            return self.at(token.head)
        return i if mention is None or self.is_outlet_in(mention, i) else self.speaking(mention)

    def speaking(self, mention: ActorMention) -> int:
        """The token that speaks of a mention that stands before a verb of speech."""
        return mention.last if self.is_outlet_in(mention, mention.head) else mention.head

    def is_outlet_in(self, mention: ActorMention, i: int) -> bool:
        """ "Radio Lima", "the Nordic Observer": a name that ends in a place or a trade is that of an outlet."""
        if not self.press.is_named_like_one(i):
            return False
        if mention.kind is ActorKind.PERSON:
            # "In an interview with the Lima Courier, the defence minister said": taken for a name and its office.
            first = self.phrases.chunks(mention.first, mention.last)[0]
            return i <= first[1] < mention.last
        capital = self.tokens[mention.head].text[:1].isupper()
        return mention.last == i and (mention.kind is ActorKind.STATE or (mention.kind in TRADES and capital))

    def _is_kind_of_outlet(self, i: int) -> bool:
        return self.tokens[i].pos == "NOUN" and self.tokens[i].lemma in self.language.press_nouns

    def _is_outlet(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        return self.press.of_phrase(i) is not None or (mention is not None and mention.kind is ActorKind.MEDIA)
