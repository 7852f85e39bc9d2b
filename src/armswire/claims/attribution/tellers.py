"""All who speak in a document, or act by speaking: only they can be taken up as speakers later on."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.attribution.marked import SPEECH
from armswire.claims.attribution.relays import Relays
from armswire.claims.attribution.sayers import Sayers
from armswire.claims.scene import Scene

# Operators of which whoever does them has spoken, and can be taken up as a speaker.
ACTS = frozenset({*SPEECH, "request", "want", "pledge", "announce", "refuse"})


class Tellers:
    """Finds those who speak in one document."""

    def __init__(self, scene: Scene, sayers: Sayers, relays: Relays) -> None:
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.sayers = sayers
        self.relays = relays

    def find(self) -> Iterator[int]:
        """Their tokens, in no order, and some more than once."""
        for token in self.tokens:
            acts = self.grammar.is_verb(token.index) and bool(self.sayers.kinds(token.index) & ACTS)
            who = self.sayers.sayer(token.index) if acts else None
            if who is not None and self.tokens[who].sentence == token.sentence:
                yield self.relays.head(who)
            elif token.text.lower() in self.language.prepositions.according:
                places = (o for p in self.grammar.kids(token.index, "prep") for o in self.grammar.kids(p, "pobj"))
                yield from (self.relays.head(o) for o in places)
        yield from self.relays.tokens
