"""What a browser keeps of the last visit, so that the overview can say what is new: no name, and nothing that is read.

A visit ends when nothing was looked at for some hours. What was known when the last one ended is kept in a cookie that
only this server sees and only the overview looks at.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self
from zlib import crc32

from armswire.register.arrival import STEP

COOKIE = "armswire_visit"
# Without a look for so long, the next one is another visit.
PAUSE = timedelta(hours=8)
_A_YEAR = 365 * 24 * 3600
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment, to the hour, and what was known then: when the last article had come in, in microseconds since 1970."""

    hour: int
    arrival: int

    @property
    def moment(self) -> datetime:
        """When it was."""
        return _EPOCH + timedelta(hours=self.hour)

    @property
    def new_from(self) -> datetime:
        """From when on what comes in is new."""
        return _EPOCH + timedelta(microseconds=self.arrival) + STEP

    def __str__(self) -> str:
        return f"{self.hour}-{self.arrival}"

    @classmethod
    def read(cls, told: str) -> Self | None:
        """A mark as it was told, None where it is none."""
        try:
            hour, arrival = map(int, told.split("-"))
            mark = cls(hour, arrival)
            return mark if mark.moment is not None and mark.new_from is not None else None
        except (ValueError, OverflowError):
            return None


@dataclass(frozen=True, slots=True)
class Visit:
    """What was known when the last visit ended (None for none), and what is known now; `place` is the register's."""

    seen: Mark | None
    now: Mark
    place: str

    @property
    def header(self) -> str:
        """What the browser is to keep."""
        value = f"{_digest(self.place)}.{self.seen or ''}.{self.now}"
        return f"{COOKIE}={value}; Path=/; Max-Age={_A_YEAR}; HttpOnly; SameSite=Lax"

    def marked(self, seen: Mark) -> Visit:
        """The same visit, with everything that was known at a mark as seen."""
        return Visit(seen, self.now, self.place)


def look(moment: datetime, arrived: datetime | None) -> Mark:
    """What is known now; `arrived` is when the last article came in, None for none."""
    return Mark(int(moment.timestamp() // 3600), (max(arrived or _EPOCH, _EPOCH) - _EPOCH) // STEP)


def begin_visit(kept: str | None, now: Mark, place: str) -> Visit:
    """The visit that goes on, or begins, now; `kept` is what the browser kept, which may be anything."""
    told = (kept or "").split(".")
    if len(told) != 3 or told[0] != _digest(place):
        return Visit(None, now, place)
    seen, last = Mark.read(told[1]), Mark.read(told[2])
    if last is None or last.hour > now.hour:
        return Visit(None, now, place)
    return Visit(last if now.moment - last.moment >= PAUSE else seen, now, place)


def _digest(place: str) -> str:
    """Another register is another world."""
    return f"{crc32(place.encode('utf-8', 'surrogatepass')):x}"
