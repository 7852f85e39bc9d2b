"""The people of the knowledge in one document: by name alone, or behind the words for an office."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from armswire.annotations.actor_names import Hit, Named
from armswire.annotations.people_finder import NamedPerson, PeopleFinder
from armswire.annotations.token_index import TokenIndex
from armswire.model.annotation import ActorKind

# How the trail of a person of the knowledge begins.
HOLDER = "person/"


@dataclass(frozen=True, slots=True)
class Holder:
    """For whom somebody speaks, and the trail to the knowledge."""

    actor: str
    entry: str


class OfficeHolders:
    """Who is named in one document without the words around telling whose official it is.

    `hits` are those whose name says enough by itself, `other_hits` what else was found, without the words that are part
    of a full name (the state in "Israel Katz").
    """

    def __init__(
        self,
        people: PeopleFinder,
        text: str,
        index: TokenIndex,
        hits: Sequence[Hit],
        items: Collection[int],
        day: date | None,
    ) -> None:
        covered = {i for hit in hits for i in range(hit.first, hit.last + 1)}
        owned = {i for hit in hits if hit.named.owned for i in range(hit.first, hit.last + 1)}
        self._people = people
        self._index = index
        self._day = day
        self._named = [
            one
            for one in people.find(text, index, covered | set(items))
            if not any(i in items or i in (owned if one.full else covered) for i in range(one.first, one.last + 1))
        ]
        of_names = {i for one in self._named for i in range(one.first, one.last + 1)}
        self.other_hits = [hit for hit in hits if not (hit.first in of_names or hit.last in of_names)]
        self.hits = [hit for one in self._named if (hit := self._hit(one)) is not None]

    def _hit(self, one: NamedPerson) -> Hit | None:
        term = one.term(self._day)
        if term is None:
            return None
        named = Named(ActorKind.PERSON, (term.actor,), f"{HOLDER}{one.name}")
        return Hit(one.first, one.last, named, full=one.full)

    def of_office(self, trail: str, phrase: tuple[int, int], name: tuple[int, int]) -> Holder | None:
        """Whose official is the one with a `name` in the `phrase` of an office of that trail ("role/president")."""
        office = trail.removeprefix("role/").split(" of ")[0]
        # "Former German chancellor": the word may stand before the phrase that was found.
        words = {token.text.lower() for token in self._index.tokens[max(0, phrase[0] - 1) : phrase[1] + 1]}
        for one in self._named:
            if name[0] <= one.first and one.last <= name[1]:
                former = not words.isdisjoint(self._people.former)
                term = one.term_of(self._people.alike(office), self._day, former=former)
                # Other words in the name make it somebody else's, as "Daniel" does in "President Daniel Macron".
                others = set(range(name[0], name[1] + 1)) - set(range(one.first, one.last + 1))
                if term is not None and not others:
                    return Holder(term.actor, f"{HOLDER}{one.name}")
        return None
