"""The words of a source: the whole phrase of who speaks, or the name alone where one stands beside the office.

"two people familiar with the sale" is one source; "Norway's state secretary for defence, Kari Holm" is Kari Holm.
"""

from __future__ import annotations

from armswire.claims.attribution.edges import Edges
from armswire.claims.attribution.names import OwnNames
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention

OFFICES = frozenset({ActorKind.OFFICIAL, ActorKind.EXPERT, ActorKind.OTHER})


class Phrases:
    """The phrases of the sources of one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.names = OwnNames(scene)
        self.edges = Edges(scene)

    def words(self, i: int) -> str:
        """The words of who speaks at token `i`."""
        return self.scene.words(*self.bounds(i))

    def name_of_group(self, i: int) -> tuple[int, int] | None:
        """The name alone of the outlet or group at token `i`; None where its phrase is told whole."""
        return self.names.of_group(*self.bounds(i))

    def bounds(self, i: int) -> tuple[int, int]:
        """The first and the last token of the words of who speaks at token `i`."""
        mention = self.scene.actor_at.get(i)
        if mention is not None and (mention.kind is ActorKind.PERSON or self._opens_with_name(mention)):
            first, last = self._of_person(mention.first, mention.last, i)
            own = self.names.of_person(mention)
            return own if own is not None and first <= own[1] <= last else (first, last)
        titled = None if mention is None else self.names.of_person(mention)
        if titled is not None:
            # "analyst Kari Holm"
            return titled
        head = i if mention is None else mention.head
        name = self.name_beside(head)
        if name is not None:
            return self.edges.first(name), name
        low, high = (head, head) if mention is None else (mention.first, mention.last)
        return min(low, self.edges.first(head)), self.edges.last(head, max(head, high))

    def is_by_name(self, i: int) -> bool:
        """True where a name stands beside the office."""
        mention = self.scene.actor_at.get(i)
        return self.name_beside(i if mention is None else mention.head) is not None

    def name_beside(self, head: int) -> int | None:
        """The name of a person in apposition to the office at `head`: "the defence minister, Kari Holm"."""
        mention = self.scene.actor_at.get(head)
        if self.tokens[head].pos == "PROPN" and mention is None:
            return None
        if mention is not None and mention.kind not in OFFICES:
            return None
        own = next((c for c in self.grammar.kids(head, "appos") if c > head and self._is_person(c)), None)
        # "a lawmaker in Bangkok, Kari Holm": the name may hang on the last noun of the phrase.
        inside = (c for k in self.grammar.subtree(head) if k > head for c in self.grammar.kids(k, "appos"))
        last = (c for c in inside if self._is_person(c) and self.tokens[self.edges.first(c) - 1].text == ",")
        own = next(last, None) if own is None else own
        if own is not None or self.tokens[head].dep != "appos":
            return own
        # "printed by the Lima Courier, the head of the guard, Kari Holm, said": all hang on the first.
        beside = self.grammar.kids(self.tokens[head].head, "appos")
        after = max(self.grammar.subtree(head)) + 2
        return next((c for c in beside if c > head and self._is_person(c) and self.edges.first(c) == after), None)

    def chunks(self, first: int, last: int) -> list[tuple[int, int]]:
        """The parts between commas: "Kari Holm, the minister" is two."""
        parts, begun = [], first
        for k in range(first, last + 2):
            if k == last + 1 or self.tokens[k].text == ",":
                if k > begun:
                    parts.append((begun, k - 1))
                begun = k + 1
        return parts

    def _of_person(self, first: int, last: int, i: int) -> tuple[int, int]:
        """The name, with the title before it, without the office behind a comma; or the office where `i` is there."""
        parts = self.chunks(first, last)
        if len(parts) == 1:
            return first, last
        here = next((part for part in parts if part[0] <= i <= part[1]), parts[-1])
        if self._names_outlet(here):
            return here
        named = [part for part in parts if self._is_name(part) and not self._names_outlet(part)]
        if named:
            return named[0]
        return here

    def _opens_with_name(self, mention: ActorMention) -> bool:
        """ "Kari Holm, an analyst", found as one."""
        parts = self.chunks(mention.first, mention.last)
        return len(parts) > 1 and self._is_name(parts[0])

    def _is_name(self, part: tuple[int, int]) -> bool:
        return all(self.tokens[k].pos == "PROPN" for k in range(part[0], part[1] + 1))

    def _names_outlet(self, part: tuple[int, int]) -> bool:
        words = {self.grammar.word(k) for k in range(part[0], part[1] + 1)}
        return self._is_name(part) and bool(words & {*self.language.outlet_words})

    def _is_person(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        if mention is not None:
            return mention.kind is ActorKind.PERSON
        parts = [*self.grammar.kids(i, "compound"), i]
        lower = {self.grammar.word(c) for c in parts}
        outlet = lower & {*self.language.outlet_words, *self.language.press_nouns}
        return self.tokens[i].pos == "PROPN" and not outlet and not self.grammar.kids(i, "det")
