"""Firms and armed groups that no file knows, by the words that introduce them.

A firm is a name beside a noun for firms ("the Chilean shipyard Astimar", "Astimar, a Chilean shipyard") or a name that
ends like one ("Korvan Aerospace"); it stands with the state of its description. An armed group is a noun for fighters
with the name of a people or place ("Karen rebels") or of its movement or leader ("fighters of the Azawad Front"); the
state whose adjective it carries is never meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from armswire.annotations.actor_names import Hit, Named
from armswire.annotations.noun_phrases import NounPhrases
from armswire.annotations.token_index import TokenIndex
from armswire.lexicon.records import Described
from armswire.model.annotation import ActorKind, ItemMention

# How many words may stand between a name's state and the noun ("the Czech state-owned heavy vehicle maker").
FIRM_ENTRY, GROUP_ENTRY = "described/firm", "described/group"


class DescribedActors:
    """Finds the described actors of a text; built once from the words of the lexicon."""

    def __init__(self, words: Described) -> None:
        self._words = words

    def join(self, hits: Sequence[Hit], index: TokenIndex, items: Sequence[ItemMention]) -> list[Hit]:
        """The hits with described firms and groups among them; a hit that one of those covers goes up in it."""
        phrases = NounPhrases(hits, index, items)
        found = [*_Firms(phrases, self._words).find(), *_Groups(phrases, self._words).find()]
        kept: list[Hit] = []
        for hit in sorted(found, key=lambda h: (h.first - h.last, h.first)):
            if not any(hit.first <= other.last and other.first <= hit.last for other in kept):
                kept.append(hit)
        covered = {i for hit in kept for i in range(hit.first, hit.last + 1)}
        rest = [hit for hit in hits if hit.first not in covered and hit.last not in covered]
        return sorted([*kept, *rest], key=lambda h: h.first)


class _Firms:
    """The firms of one text."""

    def __init__(self, phrases: NounPhrases, words: Described) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.nouns = frozenset(words.firm_nouns)
        self.endings = frozenset(words.firm_endings)

    def find(self) -> Iterator[Hit]:
        """Firms by the noun beside the name, then by the end of the name."""
        for i in range(len(self.tokens)):
            if self.phrases.singular(i) in self.nouns and self.tokens[i].tag.startswith("NN"):
                hit = self._introduced(i)
                if hit is not None:
                    yield hit
            elif self.tokens[i].text in self.endings:
                hit = self._by_ending(i)
                if hit is not None:
                    yield hit

    def _introduced(self, i: int) -> Hit | None:
        """ "the Chilean shipyard Astimar", "Astimar, a Chilean shipyard"; None where no name stands beside the noun."""
        first = self.phrases.chain_start(i)
        states = self.phrases.states(first, i)
        name = self.phrases.name_after(i)
        if name is not None:
            states = (*states, *self.phrases.seat_after(name[1]))
            return self._hit(first if states else name[0], name[1], name, states)
        name = self.phrases.name_before(first, i)
        return None if name is None else self._hit(name[0], i, name, states)

    def _by_ending(self, i: int) -> Hit | None:
        """ "Korvan Aerospace", "Italy's Korvan Aerospace"."""
        name = self.phrases.name_ending(i, self.endings)
        if name is None:
            return None
        first, states = self.phrases.owner_before(name[0])
        return self._hit(first, name[1], name, states)

    def _hit(self, first: int, last: int, name: tuple[int, int], states: Sequence[str]) -> Hit:
        known = self.phrases.known(name)
        if known is not None and known.kind is not ActorKind.BODY:
            actors = (*known.actors[:1], *(states or known.actors[1:]))
            return Hit(first, last, replace(known, actors=tuple(dict.fromkeys(actors))))
        own = known.actors if known is not None else ()
        actors = (f"org:{self.phrases.text(*name)}", *(states or own))
        return Hit(first, last, Named(ActorKind.ORGANISATION, tuple(dict.fromkeys(actors)), FIRM_ENTRY))


class _Groups:
    """The armed groups of one text."""

    def __init__(self, phrases: NounPhrases, words: Described) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.nouns = frozenset(words.group_nouns)
        self.aircraft = frozenset(words.aircraft_nouns)
        self.forces = frozenset(words.force_nouns) | self.nouns
        self.links = tuple(tuple(link.split()) for link in words.force_links)
        self.endings = tuple(tuple(ending.split()) for ending in words.group_endings)

    def find(self) -> Iterator[Hit]:
        """Groups by whom they follow, by the people or place before the noun, and by the end of their name."""
        for i in range(len(self.tokens)):
            hit = self._of_movement(i) or self._of_people(i) or self._by_ending(i)
            if hit is not None:
                yield hit

    def _of_movement(self, i: int) -> Hit | None:
        """ "the Sahrawi fighters of the Polisario Front", "forces loyal to Idris Kadal"."""
        if self.phrases.singular(i) not in self.forces:
            return None
        for link in self.links:
            at = i + 1 + len(link)
            if tuple(self.phrases.words(i + 1, at)) != link:
                continue
            named = self.phrases.named_at(self.phrases.past_titles(at))
            if named is None:
                continue
            known = self.phrases.known(named)
            if known is None and (link == ("from",) or named[1] == named[0]):
                continue
            return self._hit(self.phrases.chain_start(i), named[1], self.phrases.text(*named), known)
        return None

    def _of_people(self, i: int) -> Hit | None:
        """ "Tuareg rebels", "a Tigray splinter group"."""
        noun = self._noun_start(i)
        if noun is None or not self.phrases.ends_phrase(i) or self.phrases.in_longer_hit(i):
            return None
        first = self.phrases.name_start(noun)
        if first is None:
            return None
        known = self.phrases.organisation_in(first, noun)
        by_state = bool(self.phrases.states(first, noun)) or self.tokens[first].tag in {"NNP", "NNPS"}
        if known is None and by_state and noun == i and self.phrases.singular(i) in self.aircraft:
            return None
        return self._hit(first, i, self.phrases.text(first, i), known)

    def _noun_start(self, i: int) -> int | None:
        """The first token of the noun for a group that ends at `i`, of two words where they make one."""
        own = self.phrases.singular(i)
        if i > 0 and f"{self.tokens[i - 1].text.lower()} {own}" in self.nouns:
            return i - 1
        return i if own in self.nouns else None

    def _by_ending(self, i: int) -> Hit | None:
        """ "Chin National Liberation Army"."""
        for ending in self.endings:
            if tuple(t.text for t in self.tokens[i - len(ending) + 1 : i + 1]) != ending:
                continue
            name = self.phrases.name_ending(i, frozenset())
            if name is not None and i - len(ending) - name[0] >= (1 if len(ending) == 1 else 0):
                return self._hit(name[0], name[1], self.phrases.text(*name), self.phrases.known(name))
        return None

    def _hit(self, first: int, last: int, name: str, known: Named | None) -> Hit:
        actors = known.actors if known is not None else (f"org:{name}",)
        return Hit(first, last, Named(ActorKind.ORGANISATION, actors, GROUP_ENTRY))


def without_named(items: Iterable[ItemMention], named: Iterable[tuple[int, int]]) -> list[ItemMention]:
    """The items that are no part of a name: "Arms" in "Zlatna Arms" moves nothing."""
    inside = {i for first, last in named for i in range(first, last + 1)}
    return [item for item in items if not (item.first in inside and item.last in inside)]
