"""Who passes the word of a source on, and on whose word a source itself relies.

Outwards: "officials quoted by the Daily", "told the Daily", "in an interview with the Daily", "a cable seen by the
Daily". Inwards: "the Daily reported, citing officials".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.claims.attribution.speakers import Speaker, Speakers
from armswire.claims.scene import Scene


class Relays:
    """Looks around the sources of one document."""

    def __init__(self, scene: Scene, speakers: Speakers) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.words = scene.language.prepositions
        self.speakers = speakers

    def known(self, tokens: Iterable[int | None]) -> Iterator[Speaker]:
        """Those of the tokens at which somebody can speak, as sources."""
        return (speaker for i in tokens if (speaker := self.speakers.at(i)) is not None)

    def outwards(self, i: int) -> Iterator[Speaker]:
        """Who passes the word of the source at token `i` on."""
        head = self._head(i)
        yield from self._quoting(head)
        verb = self.tokens[head].head
        if verb == head or not self.grammar.is_verb(verb):
            return
        if self.tokens[verb].lemma in self.language.telling_verbs:
            told = self.grammar.behind(verb, self.words.told)
            yield from self._press_among([*self.grammar.kids(verb, "dobj", "dative"), *told])
        for place in self.grammar.behind(verb, self.words.inside):
            if self.tokens[place].lemma in self.language.interview_nouns:
                yield from self._press_among(self.grammar.behind(place, self.words.audience))
            yield from self._quoting(place)

    def inwards(self, i: int) -> Iterator[Speaker]:
        """Whom the source at token `i` cites."""
        verb = self.tokens[self._head(i)].head
        for c in self.grammar.kids(verb, "advcl", "xcomp", "prep", "acl"):
            if self.tokens[c].lemma in self.language.citing_verbs:
                yield from self.known(self.grammar.kids(c, "dobj", "pobj"))

    def _head(self, i: int) -> int:
        mention = self.scene.actor_at.get(i)
        return mention.head if mention is not None else i

    def _quoting(self, head: int) -> Iterator[Speaker]:
        """Who quotes, hears or has seen what the noun at `head` names."""
        for c in self.grammar.kids(head, "acl", "relcl"):
            lemma = self.tokens[c].lemma
            if lemma in {*self.language.quoting_verbs, *self.language.seeing_verbs}:
                below = self.grammar.kids(c, "agent", "prep")
                by = (obj for p in below for obj in self.grammar.kids(p, "pobj"))
                yield from self.known(by) if lemma in self.language.quoting_verbs else self._press_among(by)
            elif lemma in self.language.talking_verbs:
                heard = self.grammar.behind(c, self.words.audience)
                yield from self._press_among([*heard, *self.grammar.kids(c, "dobj", "dative")])

    def _press_among(self, tokens: Iterable[int]) -> Iterator[Speaker]:
        return (speaker for speaker in self.known(tokens) if speaker.is_press)
