"""One address after another, as politely as a person who reads: robots.txt, and a pause between two of one host."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from armswire.errors import FetchError
from armswire.fetching.addresses import read_address
from armswire.fetching.fetcher import Answer, Fetcher
from armswire.fetching.keeping import Archive, Kept
from armswire.fetching.robots import Robots

# Seconds between two requests to one host that asks for no longer ones.
PAUSE = 1.0


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer of status 200, the moment when it came, and where it is kept."""

    answer: Answer
    at: datetime
    kept: Kept | None


class Asker:
    """Asks for addresses one at a time, and keeps each answer in the archive where there is one."""

    def __init__(
        self, fetcher: Fetcher, robots: Robots, archive: Archive | None = None, *, pause: float = PAUSE
    ) -> None:
        """`pause` in seconds."""
        self._fetcher, self._robots, self._pause = fetcher, robots, pause
        self.archive = archive
        self._free_at: dict[str, float] = {}

    def ask(self, told: str, *, keep: bool = True) -> Answered:
        """What an address answers; not kept where `keep` is false.

        Raises FetchError for one that may not be asked, that does not answer or answers with another status, and
        OutputError where it cannot be kept.
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
        at = datetime.now(UTC)
        return Answered(answer, at, self.archive.keep(answer, at) if self.archive is not None and keep else None)
