"""What one passage of a text tells of the day on which it was published."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.articles.dating.days import Days


@dataclass(frozen=True, slots=True)
class Clue:
    """`days` are those that the passage `words` leaves, by the rule called `rule`."""

    rule: str
    days: Days
    words: str
