"""All that an article's text tells → the stretch of days in which it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from armswire.articles.dating.clue import Clue
from armswire.articles.dating.days import ALL, ORIGIN, Days, between, until
from armswire.articles.dating.happenings import event_clues
from armswire.articles.dating.offices import office_clues
from armswire.articles.dating.spoken_dates import date_clues, meeting_weekday
from armswire.articles.dating.told import Told
from armswire.articles.dating.visits import visit_clues

NARROW = 7
"""Days: a stretch no wider gives a day, its middle, which is at most three days off. It is what "on Friday" leaves; a
wider one would move "last week" and "on Monday" in the claims that are read."""
HALF_A_YEAR = timedelta(days=183)
"""So near round the stretch a clue is measured: "Tuesday, March 14" is narrow, however many years have one."""
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\D{0,20}(?:(?:19|20)\d\d\s?[-–]\s?)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Inference:
    """`days` are those that all clues leave, none where they contradict each other.

    `clue` is the one that leaves the fewest days near by, `near` says how many.
    """

    days: Days
    clue: Clue | None
    near: int
    clues: tuple[Clue, ...]

    @property
    def is_narrow(self) -> bool:
        """Whether the stretch is narrow enough to give a day."""
        return 0 < self.days.width <= NARROW

    @property
    def rule(self) -> str:
        """The rule that gave it: that of the narrowest clue, or "bounds" where only several together are narrow."""
        if self.clue is None or (self.is_narrow and self.near > 2 * NARROW):
            return "bounds"
        return self.clue.rule

    @property
    def bounded(self) -> bool:
        """Whether the text leaves less than all days before."""
        return bool(self.days) and self.clue is not None and self.days.first > ORIGIN


def infer(told: Told, limit: date) -> Inference:
    """What the text leaves of the days up to `limit`."""
    sentences = told.sentences
    clues = [
        *date_clues(sentences, limit),
        *event_clues(sentences, limit),
        *office_clues(sentences),
        *_copyright(told),
    ]
    clues = [clue for clue in clues if clue.days]
    allowed = _left(clues, limit)
    if allowed:
        visits = list(visit_clues(sentences, limit, allowed))
        clues += visits
        allowed = _left(clues, limit)
    if allowed and allowed.width > NARROW and allowed.first > ORIGIN:
        meeting = meeting_weekday(sentences, allowed)
        clues += [meeting] if meeting is not None else []
        allowed = _left(clues, limit)
    window = allowed and between(allowed.first - HALF_A_YEAR, allowed.last + HALF_A_YEAR)
    counts = [((clue.days & window).count, clue) for clue in clues] if window else []
    near, clue = min(counts, key=lambda one: one[0], default=(0, None))
    return Inference(allowed, clue, near, tuple(clues))


def _left(clues: list[Clue], limit: date) -> Days:
    days = ALL & until(limit)
    for clue in clues:
        days &= clue.days
    return days


def _copyright(told: Told) -> Iterator[Clue]:
    """A notice of rights bears the year of the article, or that of a later visit to the page."""
    running = set(told.running)
    for place, line in enumerate(told.lines):
        found = None if place in running else _COPYRIGHT.search(line[:200])
        if found is not None:
            yield Clue("bounds", between(ORIGIN, date(int(found["year"]), 12, 31)), line[:200])
