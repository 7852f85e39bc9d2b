"""The life of a transfer from the first word on, as one line with its dates and its gap."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from armswire.model.claim import Certainty, Stage
from armswire.model.ranges import DateRange


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """A step that is told: when it was taken, or is `due`, and by which day it was `told` first.

    `denied` says that the step is told not to have been taken.
    """

    stage: Stage
    denied: bool
    certainty: Certainty
    date: DateRange | None
    due: DateRange | None
    told: datetime.date | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """The steps in the order of time, and the line that tells them.

    `says` ends in the `gap` where there is one ("agreed November 2022, no report of delivery yet"); `known_until` is
    the day of the newest article that is looked at: nobody can say what was reported later.
    """

    steps: tuple[ThreadStep, ...] = ()
    says: str = ""
    gap: str | None = None
    known_until: datetime.date | None = None


NO_THREAD = Thread()
