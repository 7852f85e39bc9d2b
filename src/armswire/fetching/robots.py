"""What hosts want of those who fetch by themselves: RFC 9309, read by Protego."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from protego import Protego

from armswire.errors import FetchError
from armswire.fetching.addresses import Address, read_address
from armswire.fetching.fetcher import Fetcher

# As much of the file is read (RFC 9309, section 2.5, asks for 500 kibibytes at the least).
_READ = 512 * 1024
# The longest pause between two requests that a host is granted, in seconds; some ask for a day.
LONGEST_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class Wishes:
    """Whether an address may be fetched, and the seconds that the host wants between two requests."""

    may_fetch: bool
    delay: float


class Robots:
    """Asks each host once. `agent` is the name by which hosts know the program ("armswire"). Thread-safe."""

    def __init__(self, fetcher: Fetcher, agent: str) -> None:
        self._fetcher, self._agent = fetcher, agent
        self._known: dict[str, Protego | None] = {}
        self._lock = threading.Lock()

    def ask(self, url: str) -> Wishes:
        """What the host of an address wants. Raises FetchError for one that may not be asked at all."""
        address = read_address(url)
        with self._lock:
            is_known = address.origin in self._known
        if not is_known:
            rules = self._read(address)
            with self._lock:
                self._known.setdefault(address.origin, rules)
        rules = self._known[address.origin]
        if rules is None:
            return Wishes(may_fetch=False, delay=0.0)
        delay = rules.crawl_delay(self._agent) or 0.0
        return Wishes(rules.can_fetch(address.url, self._agent), min(float(delay), LONGEST_DELAY))

    def _read(self, address: Address) -> Protego | None:
        """The rules of a host, empty where it has none (4xx); None where they cannot be had: then it is not asked."""
        try:
            answer = self._fetcher.fetch(f"{address.origin}/robots.txt")
        except FetchError:
            return None
        if answer.status >= 500 or answer.status == 429:
            return None
        told = answer.body[:_READ].decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(told)
