"""One address after another, as politely as a person who reads: robots.txt, and a pause between two of one host."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from armswire.errors import FetchError
from armswire.fetching.addresses import read_address
from armswire.fetching.fetcher import Answer, Fetcher
from armswire.fetching.robots import Robots

# Seconds between two requests to one host that asks for no longer ones.
PAUSE = 1.0


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer of status 200, and the moment when it came."""

    answer: Answer
    at: datetime


class Asker:
    """Asks for addresses one at a time."""

    def __init__(self, fetcher: Fetcher, robots: Robots, *, pause: float = PAUSE) -> None:
        """`pause` in seconds."""
        self._fetcher, self._robots, self._pause = fetcher, robots, pause
        self._free_at: dict[str, float] = {}

    def ask(self, told: str) -> Answered:
        """What an address answers.

        Raises FetchError for one that may not be asked, that does not answer or answers with another status.
        """
        address = read_address(told)
        wishes = self._robots.check(address.url)
        time.sleep(max(0.0, self._free_at.get(address.origin, 0.0) - time.monotonic()))
        try:
            answer = self._fetcher.fetch(address.url, check=self._robots.check)
        finally:
            self._free_at[address.origin] = time.monotonic() + max(self._pause, wishes.delay)
        if answer.status != 200:
            raise FetchError(
                f"answers with status {answer.status}",
                place=address.url,
                remedy="Open it in a browser, and save the page if it is there",
            )
        return Answered(answer, datetime.now(UTC))
