"""The hands that goods go through: actors that claims name together are one hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from armswire.register.witness import Witness

Place = tuple[str, ...]  # sorted; empty where nobody says who
NOBODY: Place = ()


class Places:
    """The hands of a transfer. Who stands between is in no hand with those at either end.

    `between` are all that stand between: named so, or taking over in one claim and handing over in another.
    """

    def __init__(self, members: Sequence[Witness]) -> None:
        through = frozenset(actor for member in members for actor in member.intermediary)
        suppliers = frozenset(actor for member in members for actor in member.supplier)
        recipients = frozenset(actor for member in members for actor in member.recipient)
        self.between = through | (suppliers & recipients)
        self._first = _join(member.supplier - self.between for member in members)
        self._middle = _join(
            part & self.between for member in members for part in (member.supplier, member.intermediary)
        )
        self._last = _join(member.recipient - self.between for member in members)

    def senders(self, witness: Witness) -> tuple[Place, ...]:
        """Whom a claim names as handing over first. Where it tells a way without its start: the only start there is."""
        return self._find(witness.supplier, self._first) or self._only(witness, self._first)

    def middle(self, witness: Witness) -> tuple[Place, ...]:
        """Whom a claim names as standing between; several named together are one stop, their order is not told."""
        return self._find(witness.intermediary, {})

    def receivers(self, witness: Witness) -> tuple[Place, ...]:
        """Whom a claim names as getting it. Where it tells a way without its end: the only end there is."""
        return self._find(witness.recipient, self._last) or self._only(witness, self._last)

    def is_between(self, place: Place) -> bool:
        """Whether a hand is one that passes the goods on."""
        return not self.between.isdisjoint(place)

    def _only(self, witness: Witness, ends: dict[str, Place]) -> tuple[Place, ...]:
        if not witness.intermediary:
            return ()
        known = set(ends.values())
        return tuple(known) if len(known) == 1 else (NOBODY,)

    def _find(self, actors: Iterable[str], ends: dict[str, Place]) -> tuple[Place, ...]:
        return tuple(sorted({self._middle[actor] if actor in self.between else ends[actor] for actor in actors}))


def _join(named: Iterable[frozenset[str]]) -> dict[str, Place]:
    """Each actor with all whom claims name together with it, directly or through others."""
    homes: dict[str, set[str]] = {}
    for actors in named:
        together = set(actors).union(*(homes[actor] for actor in actors if actor in homes))
        for actor in together:
            homes[actor] = together
    return {actor: tuple(sorted(together)) for actor, together in homes.items()}
