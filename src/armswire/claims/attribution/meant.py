"""Who is meant at a token: who is named there, or whom a pronoun there takes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.claims.attribution.carrying import Carrying
from armswire.claims.attribution.relays import Relays
from armswire.claims.attribution.speaker import Speaker


class Meant:
    """Tells of the tokens of one document who is meant there."""

    def __init__(self, relays: Relays, carrying: Carrying) -> None:
        self.relays = relays
        self.carrying = carrying

    def at(self, tokens: Iterable[int | None]) -> Iterator[Speaker]:
        """The speakers at these tokens, a pronoun's too for whom nothing but who spoke before can be meant."""
        for i in tokens:
            speakers = [*self.relays.known([i])]
            if i is not None and not speakers:
                carried = self.taken_up(i, self.carrying.antecedents(i))
                speakers = [] if carried is None else [carried]
            yield from speakers

    def taken_up(self, i: int, path: list[int]) -> Speaker | None:
        """The speaker at token `i` as the source at the end of the path of those it takes up; None without a path."""
        first = self.relays.publications.at(path[-1]) if path else None
        return None if first is None else Speaker(first.source, i, named_at=first.token)
