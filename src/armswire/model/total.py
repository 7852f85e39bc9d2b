"""Totals: the least and the most that a selection of transfers comes to, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from armswire.model.claim import Stage


@dataclass(frozen=True, slots=True)
class Selection:
    """What is added up. `item` is a family of items or an ML category; None selects everything.

    A transfer counts from `stage` on: what was promised counts for "pledge" and so does what was delivered. `since` and
    `until`, both included, are for the day on which that step was taken.
    """

    supplier: str | None = None
    recipient: str | None = None
    item: str | None = None
    since: date | None = None
    until: date | None = None
    stage: Stage = Stage.PLEDGE


@dataclass(frozen=True, slots=True)
class Bound:
    """The least or the most of something; `value` is None where nobody can say. `why` tells what makes it uncertain."""

    value: float | None
    why: tuple[str, ...] = ()

    @property
    def is_uncertain(self) -> bool:
        """Whether it stands in brackets, as SIPRI writes an uncertain number."""
        return bool(self.why)


@dataclass(frozen=True, slots=True)
class Share:
    """What one transfer adds to a total, on which claims; `notes` names transfers that it has to do with."""

    transfer: str
    least: Bound
    most: Bound
    claims: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """What a total comes to if one side is right: `label` says who, `says` what it says, in which open `disputes`."""

    label: str
    says: str
    question: str
    disputes: tuple[str, ...]
    least: Bound
    most: Bound


@dataclass(frozen=True, slots=True)
class TotalRow:
    """The total of things of one family in one unit, or of sums in one currency.

    `family` is a family of items, a category that names no kind (ARMS, NONLETHAL), "several" for sums that cover more
    than one, "unnamed" where nobody says what it was. `unit` is None for things counted one by one. `most_told` is the
    most of those transfers for which a most can be said.
    """

    family: str
    unit: str | None
    currency: str | None
    least: Bound
    most: Bound
    most_told: float
    shares: tuple[Share, ...]
    scenarios: tuple[Scenario, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A transfer of the parties selected that counts nowhere, and why."""

    transfer: str
    why: str


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals of a selection: things before sums, each sorted. No two rows count the same."""

    selection: Selection
    rows: tuple[TotalRow, ...]
    left_out: tuple[LeftOut, ...]
