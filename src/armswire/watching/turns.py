"""Whose turn it is: what is due first, one request a host at a time, and hosts that fail less and less often.

Time is given from outside as seconds that only grow, so that a test of a month takes a moment.
"""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

# Seconds between two requests to a host that wishes for none, where nobody says otherwise.
LEAST_DELAY = 1.0
# Twice as long after each failure in a row, up to a day.
LONGEST_WAIT = 86_400.0


def wait_after(failures: int, interval: float, asked_for: float | None = None) -> float:
    """Seconds until somebody is asked again who has failed so many times in a row.

    `interval` is what it would be without, `asked_for` what the server itself wants ("Retry-After").
    """
    wait = interval * 2.0 ** min(failures, 20)
    return float(min(max(wait, asked_for or 0.0), LONGEST_WAIT))


def read_retry_after(told: str | None, now: float) -> float | None:
    """The seconds that a server wants to be left alone: a number, or a day and time (RFC 9110, section 10.2.3).

    `now` is the time of the clock in seconds since 1970.
    """
    from email.utils import parsedate_to_datetime

    if told is None:
        return None
    if told.strip().isdecimal():
        return float(told.strip()[:9])
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - now)
    except (ValueError, OverflowError):
        return None


@dataclass(slots=True)
class _Host(Generic[T]):
    waiting: deque[T]
    free_at: float = 0.0
    is_busy: bool = False


class Turns(Generic[T]):
    """What waits to be asked, by host. Not thread-safe: one thread asks whose turn it is, others do the asking."""

    def __init__(self, pause: float = LEAST_DELAY) -> None:
        self._pause = pause
        self._hosts: defaultdict[str, _Host[T]] = defaultdict(lambda: _Host(deque()))
        # When a host with something waiting is free again.
        self._free: list[tuple[float, str]] = []

    def __len__(self) -> int:
        return sum(len(host.waiting) for host in self._hosts.values())

    def add(self, host: str, what: T) -> None:
        """Something to be asked of a host, behind what is to be asked of it already."""
        entry = self._hosts[host]
        entry.waiting.append(what)
        if len(entry.waiting) == 1 and not entry.is_busy:
            heapq.heappush(self._free, (entry.free_at, host))

    def next(self, now: float) -> tuple[str, T] | None:
        """The host that has been free for longest with what is asked of it; None while all are busy or at rest."""
        if not self._free or self._free[0][0] > now:
            return None
        _, host = heapq.heappop(self._free)
        entry = self._hosts[host]
        entry.is_busy = True
        return host, entry.waiting.popleft()

    def done(self, host: str, now: float, delay: float = 0.0) -> None:
        """A host has answered, and is left alone for `delay` seconds, or the least that is polite."""
        entry = self._hosts[host]
        entry.is_busy = False
        entry.free_at = now + max(delay, self._pause)
        if entry.waiting:
            heapq.heappush(self._free, (entry.free_at, host))

    def free_at(self) -> float | None:
        """When the next host is free that has something waiting; None where nothing waits, or all of it for answers."""
        return self._free[0][0] if self._free else None
