"""What a transfer's values are read from, and one such value with all that deciding on its brackets looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armswire.lexicon.brackets import TierDoubt
from armswire.lexicon.evidence import EvidenceRules
from armswire.model.dispute import Dispute
from armswire.model.entry import EntryField
from armswire.model.ranges import Money, Quantity
from armswire.model.transfer import SupportedItem, SupportedValue
from armswire.register.origins import Origins
from armswire.register.witness import Witness


@dataclass(frozen=True, slots=True)
class Told:
    """The claims of a transfer, in their order, and what was made of them so far.

    `is_denied` says that a party denies the furthest stage.
    """

    members: Sequence[Witness]
    items: Sequence[SupportedItem]
    values: Sequence[SupportedValue]
    disputes: Sequence[Dispute]
    is_denied: bool
    origins: Origins
    rules: EvidenceRules


@dataclass(frozen=True, slots=True)
class Reading:
    """A value in words and figures, and the claims that give it.

    `doubt` comes with the stages that give it. `amount` is a number or sum; `years` those of a year, where `is_dated`
    says that the claims name them and `loose` are the claims that leave open which year. `others` are claims that give
    another value in the same place, with that value in words; `rougher` give the same, but as approximate.
    """

    field: EntryField
    place: int | None
    text: str
    witnesses: tuple[Witness, ...]
    doubt: TierDoubt | None = None
    amount: Quantity | Money | None = None
    years: tuple[int, ...] = ()
    is_dated: bool = True
    loose: tuple[Witness, ...] = ()
    others: tuple[tuple[str, Witness], ...] = ()
    rougher: tuple[Witness, ...] = ()
