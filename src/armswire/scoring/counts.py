"""What was counted, and what follows: how much of what was read is right, how much of what is there was found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """Of `read` things `right` are right, of `gold` things that are there `found` are found."""

    right: int
    read: int
    found: int
    gold: int

    @property
    def precision(self) -> float | None:
        """The share of what was read that is right; None where nothing was read."""
        return self.right / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found; None where nothing is there."""
        return self.found / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where one of them is not known."""
        precision, recall = self.precision, self.recall
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `whole`."""

    right: int
    whole: int

    @property
    def value(self) -> float:
        """The share, 0 of nothing."""
        return self.right / self.whole if self.whole else 0.0
