"""What many transfers come to, for pictures and tables: from whom to whom, over which legs, in which months."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from armswire.model.claim import Stage
from armswire.model.standing import Standing

# How many transfers have each standing, the best first; those that none has are left out.
Standings = tuple[tuple[Standing, int], ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """How many things of one family in one unit some transfers come to, promises included.

    `told` of them have a number; `most` is the most of those for which one can be said, and `unbounded` those for
    which none can.
    """

    told: int
    least: float
    most: float
    unbounded: int


@dataclass(frozen=True, slots=True)
class Flow:
    """Transfers with the same supplier, go-between and recipient; None where nobody tells who.

    A transfer of several suppliers, go-betweens or recipients is in several flows.
    """

    supplier: str | None
    intermediary: str | None
    recipient: str | None
    standings: Standings
    amount: Amount | None = None

    @property
    def transfers(self) -> int:
        """How many there are."""
        return count_all(self.standings)

    @property
    def size(self) -> float:
        """How many things at most, where there is an amount; else how many transfers."""
        return self.transfers if self.amount is None else max(self.amount.least, self.amount.most)


# Stands for several actors together where each alone would be too small to be told.
OTHERS = "*"


@dataclass(frozen=True, slots=True)
class Flows:
    """The flows of a choice of transfers, the largest first.

    `folded` says for each role how many actors are together as OTHERS. Where flows are measured by the amounts of a
    family of items, `unmeasured` transfers have none and are in no flow.
    """

    flows: tuple[Flow, ...]
    folded: Mapping[str, int]
    unmeasured: int = 0


@dataclass(frozen=True, slots=True)
class FlowParty:
    """An actor in a role, and in how many transfers, each counted once."""

    role: str
    actor: str
    transfers: int


@dataclass(frozen=True, slots=True)
class MapLeg:
    """One stretch from hand to hand, in how many transfers. The standing is the leg's.

    `passes_on` says that the sender is a go-between, `is_passed_on` that the receiver is one.
    """

    sender: str
    receiver: str
    passes_on: bool
    is_passed_on: bool
    standings: Standings

    @property
    def transfers(self) -> int:
        """How many there are."""
        return count_all(self.standings)


@dataclass(frozen=True, slots=True)
class Legs:
    """The strongest legs of which both ends are told; `weaker` ones are left out, of `loose` one end is not told."""

    legs: tuple[MapLeg, ...]
    weaker: int
    loose: int


@dataclass(frozen=True, slots=True)
class Month:
    """How many transfers came to each stage in a period: "2024-03"; "2024" where no more is known; "" for unknown."""

    period: str
    stages: tuple[tuple[Stage, int], ...]


def count_all(standings: Standings) -> int:
    """How many there are, of whatever standing."""
    return sum(transfers for _, transfers in standings)
