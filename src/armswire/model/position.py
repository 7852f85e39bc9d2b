"""What actors say they will or will not do toward others, what they are reported to do, and where the two part."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from armswire.model.claim import Item, Stage
from armswire.model.ranges import DateRange
from armswire.model.standing import Standing


class Says(StrEnum):
    """What a word on an actor's supplying amounts to."""

    REFUSES = "refuses"
    CONSIDERS = "considers"
    REVERSES = "reverses"
    RESTATES_POLICY = "restates_policy"  # answers a report with its policy
    DENIES = "denies"  # nothing was promised, agreed or delivered
    DECLINES = "declines"  # neither confirms nor denies


class Voice(StrEnum):
    """Whose word it is, seen from the actor whose position it tells."""

    OWN = "own"  # the actor itself, on the record
    OWN_UNNAMED = "own_unnamed"  # somebody who speaks for it and is not named
    OTHERS = "others"  # somebody else, about it
    REPORT = "report"  # an article or outlet in its own words


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim's word on what an actor will or will not do.

    `date` is the claim's own, or else the day of publication (`reported`): a stance is known to be held on the day it
    is reported. `who` tells whose word it is, from the article inwards.
    """

    claim: str
    says: Says
    stage: Stage
    date: DateRange | None
    reported: datetime.date | None
    voice: Voice
    who: str
    items: tuple[Item, ...] = ()
    conditions: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor says it will or will not do toward a recipient, at a date, with all words that say so.

    `toward` is None where the claims name no recipient.
    """

    actor: str
    toward: str | None
    date: DateRange | None
    stage: Stage
    words: tuple[Saying, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that say so, sorted."""
        return tuple(word.claim for word in self.words)


@dataclass(frozen=True, slots=True)
class Deed:
    """A step of a transfer that an actor is reported to have taken toward a recipient, `via` whom.

    `date` is that of the event where somebody tells it, `reported` the first day on which it was published. `standing`
    is the transfer's where this is its furthest step, None for what came before. `own` are those of its `claims` in
    which the actor itself acknowledges it, first published on the day `acknowledged`.
    """

    transfer: str
    stage: Stage
    date: DateRange | None
    reported: datetime.date | None
    items: tuple[Item, ...]
    via: tuple[str, ...]
    standing: Standing | None
    claims: tuple[str, ...]
    own: tuple[str, ...] = ()
    acknowledged: datetime.date | None = None

    @property
    def when(self) -> DateRange | None:
        """When it happened, or else the day on which it was first reported."""
        if self.date is not None or self.reported is None:
            return self.date
        return DateRange(self.reported, self.reported)


@dataclass(frozen=True, slots=True)
class Ending:
    """What ended a stance: on which day, by which step of the actor (`Stage.REVERSAL`, or what it acknowledges)."""

    day: datetime.date
    by: Stage
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stance:
    """Words that say the same again and again: it holds from the `first` to the `last` of them, until it is `ended`.

    `about` is the family of items, or the category that names none (ARMS, also where nothing is named); `what` says it
    in the words that are used most. `own` are those of its `claims` that are the actor's own word. `gaps` are the times
    in which nobody repeated it for long.
    """

    says: Says
    about: str
    what: str
    first: datetime.date
    last: datetime.date
    claims: tuple[str, ...]
    own: tuple[str, ...]
    gaps: tuple[DateRange, ...] = ()
    ended: Ending | None = None


class TensionType(StrEnum):
    """How what is said and what is done part. None of them says that somebody lies."""

    REFUSES_AND_DOES = "refuses_and_does"
    DENIES_AND_DOES = "denies_and_does"
    REFUSES_AND_CONSIDERS = "refuses_and_considers"


@dataclass(frozen=True, slots=True)
class Tension:
    """Something said and something else said or reported done that do not go together; no dispute about a fact.

    `start` and `end` are when both are so. `said` are the claims of what is said, `against` those of the other;
    `transfer` is what is reported to be done, with its `stages`.
    """

    type: TensionType
    start: datetime.date
    end: datetime.date
    says: str
    said: tuple[str, ...]
    against: tuple[str, ...]
    transfer: str | None = None
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionLine:
    """An actor toward a recipient over time: what it says beside what it is reported to do, both by date."""

    actor: str
    toward: str | None
    said: tuple[Saying, ...]
    done: tuple[Deed, ...]
    stances: tuple[Stance, ...]
    tensions: tuple[Tension, ...]
