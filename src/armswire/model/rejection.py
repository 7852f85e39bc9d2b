"""What was dropped, by which room, and why: "why is this not in the register?" has an answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rejection:
    """`start` to `end` of the article's text as it came in held a candidate that `room` dropped by `rule`."""

    document: str
    room: str
    rule: str
    note: str
    start: int
    end: int
    text: str
