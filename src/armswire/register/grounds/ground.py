"""What an explanation holds: pairs of claims compared, what joined them, what parts two transfers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from armswire.register.comparison import Comparison


class PartedBy(StrEnum):
    """Why two transfers are not one."""

    SLOT = "slot"  # their most alike claims are set apart by what a slot says
    SCORE = "score"  # no two claims of them are alike enough
    OTHERS = "others"  # two claims would belong together, but others of the two transfers are set apart
    GUESS = "guess"  # two claims would belong together, but one names so little that it could be of another as well
    NEARER = "nearer"  # two claims would belong together, but each of them has others that are more alike to it
    JUDGEMENT = "judgement"  # a person told them apart
    UNMET = "unmet"  # two claims would belong together, but share nothing by which they would be compared


@dataclass(frozen=True, slots=True)
class Bond:
    """Two claims by which the groups that they were in became one; `judged` where a person joined them."""

    comparison: Comparison
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Parting:
    """What parts claims from those of another transfer (`transfer`; None for claims of none).

    `by` is None where they are in one transfer.
    `claim`, of this side, and `other` are the two that are most alike, `nearest` compares them; `against` are two that
    are set apart, where it is not the nearest that tell.
    """

    transfer: str | None
    by: PartedBy | None
    claim: str
    other: str
    nearest: Comparison
    against: Comparison | None = None


@dataclass(frozen=True, slots=True)
class ClaimGrounds:
    """Why a claim is in its transfer: the claims of it that it is alike to, the most alike first, those by which it
    was joined (`bonds`), and the nearest other transfer."""

    claim: str
    transfer: str | None
    threshold: float
    alike: tuple[Comparison, ...]
    bonds: tuple[Bond, ...]
    parting: Parting | None


@dataclass(frozen=True, slots=True)
class TransferGrounds:
    """How the claims of a transfer hang together, the bonds in the order in which they were made, the best first; and
    the nearest other transfer."""

    transfer: str
    threshold: float
    bonds: tuple[Bond, ...]
    parting: Parting | None
