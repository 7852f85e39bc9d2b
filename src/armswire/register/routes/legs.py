"""Which stretches of the way each claim tells of, and what it says of each.

A claim with somebody between tells of two legs, one that stops or starts there of one, any other of the direct one. Its
stage need not be that of both: who agrees to buy in order to give has agreed with the supplier alone, and who blocks a
re-export (convention 7 of the claim scheme) blocks the second leg alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from armswire.model.claim import Stage
from armswire.register.routes.places import NOBODY, Place, Places
from armswire.register.witness import Witness

# Of a claim with somebody between: whether its stage is that of the first leg, and what it says of the onward one.
_SETTLED_AT_FIRST = frozenset({Stage.AGREEMENT})  # the goods are meant to go on: an end use is all that is said of it
_SETTLED_ONWARD = frozenset({Stage.APPROVAL, Stage.REFUSAL, Stage.END_USE})


class Ends(NamedTuple):
    """From whom to whom a leg goes."""

    sender: Place
    receiver: Place


@dataclass(slots=True)
class Told:
    """What is told of a leg: claims as they bear on it, and claims that only name it as part of a way."""

    tells: list[Witness] = field(default_factory=list)
    names: list[Witness] = field(default_factory=list)

    @property
    def claims(self) -> tuple[str, ...]:
        """All of them by id."""
        return tuple(sorted({witness.claim.id for witness in (*self.tells, *self.names)}))


def find_legs(members: Sequence[Witness], places: Places) -> dict[Ends, Told]:
    """The legs that claims of a transfer tell of, from the supplier on; claims in the order of `members`."""
    found: defaultdict[Ends, Told] = defaultdict(Told)
    loose: list[Witness] = []
    for witness in members:
        senders, middle, receivers = places.senders(witness), places.middle(witness), places.receivers(witness)
        first, onward = _pairs(senders, middle), _pairs(middle, receivers)
        if first or onward:
            _tell_both(found, witness, first, onward)
        elif direct := _pairs(senders, receivers):
            for ends in direct:
                found[ends].tells.append(witness)
        else:
            loose.append(witness)
    for witness, ends in [(witness, _only_leg(witness, found, places)) for witness in loose]:
        found[ends].tells.append(witness)
    for told in found.values():
        told.tells.sort(key=lambda witness: witness.order)
    return {ends: found[ends] for ends in sorted(found, key=lambda ends: _order(ends, places))}


def _tell_both(found: defaultdict[Ends, Told], witness: Witness, first: Sequence[Ends], onward: Sequence[Ends]) -> None:
    stage = witness.claim.stage
    # Who denies the whole way denies that the goods get to its end; how far they went is left open.
    reaches_end = not witness.affirmed or stage in _SETTLED_ONWARD
    for ends in first:
        (found[ends].names if reaches_end and onward else found[ends].tells).append(witness)
    goes_on = witness.affirmed and stage in _SETTLED_AT_FIRST and first
    for ends in onward:
        found[ends].tells.append(_as_end_use(witness) if goes_on else witness)


def _as_end_use(witness: Witness) -> Witness:
    """The claim as it bears on the leg on which nothing is settled: it says for whom the goods are meant."""
    return replace(witness, claim=replace(witness.claim, stage=Stage.END_USE), place=None, is_comment=True)


def _only_leg(witness: Witness, legs: dict[Ends, Told], places: Places) -> Ends:
    """Where a claim stands that names one end alone: with the one leg that has this end, else by itself."""
    senders, receivers = places.senders(witness), places.receivers(witness)
    fitting = [ends for ends in legs if ends.sender in senders or (not senders and ends.receiver in receivers)]
    if len(fitting) == 1:
        return fitting[0]
    return Ends(senders[0] if senders else NOBODY, receivers[0] if receivers and not senders else NOBODY)


def _pairs(senders: Sequence[Place], receivers: Sequence[Place]) -> list[Ends]:
    return [Ends(sender, receiver) for sender in senders for receiver in receivers if sender != receiver]


def _order(ends: Ends, places: Places) -> tuple[bool, bool, Place, bool, bool, Place]:
    """Legs from a first supplier before those from who stands between; the way through others before the direct one."""
    return (
        ends.sender == NOBODY,
        places.is_between(ends.sender),
        ends.sender,
        ends.receiver == NOBODY,
        not places.is_between(ends.receiver),
        ends.receiver,
    )
