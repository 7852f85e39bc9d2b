"""What hosts want of those who fetch by themselves: RFC 9309, read by Protego."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from armswire.errors import AddressError, FetchError
from armswire.fetching.addresses import Address, read_address
from armswire.fetching.fetcher import Fetcher

# As much of the file is read (RFC 9309, section 2.5, asks for 500 kibibytes at the least).
_READ = 512 * 1024
# The longest pause between two requests that a host is granted, in seconds; some ask for a day.
LONGEST_DELAY = 60.0
# Seconds for which rules count (RFC 9309, section 2.4: no more than a day), and after which a host that could not be
# asked for them is asked again.
LASTS, AGAIN = 86_400.0, 60.0


@dataclass(frozen=True, slots=True)
class Wishes:
    """Whether an address may be fetched, and the seconds that the host wants between two requests."""

    may_fetch: bool
    delay: float


@dataclass(frozen=True, slots=True)
class _Known:
    """The rules of a host, or why they could not be had, and until when that counts."""

    told: Protego | FetchError
    until: float


class Robots:
    """Asks each host once a day. `agent` is the name by which hosts know the program ("armswire"). Thread-safe."""

    def __init__(self, fetcher: Fetcher, agent: str, clock: Callable[[], float] = time.time) -> None:
        """`clock` gives seconds."""
        self._fetcher, self._agent, self._clock = fetcher, agent, clock
        self._known: dict[str, _Known] = {}
        self._lock = threading.Lock()

    def ask(self, url: str) -> Wishes:
        """What the host of an address wants.

        Raises AddressError for one that may not be asked at all, FetchError where the host's wishes cannot be had:
        then it is not asked for anything (RFC 9309, section 2.3.1.4).
        """
        address = read_address(url)
        with self._lock:
            known = self._known.get(address.origin)
        if known is None or known.until <= self._clock():
            known = self._read(address)
            with self._lock:
                self._known[address.origin] = known
        if isinstance(known.told, FetchError):
            raise known.told
        delay = known.told.crawl_delay(self._agent) or 0.0
        return Wishes(known.told.can_fetch(address.url, self._agent), min(float(delay), LONGEST_DELAY))

    def check(self, url: str) -> Wishes:
        """The same, where it lets us. Raises AddressError where it does not."""
        wishes = self.ask(url)
        if not wishes.may_fetch:
            raise AddressError(
                "its robots.txt does not let programs ask for it",
                place=url,
                remedy="Open it in a browser, save the page, and give the file",
            )
        return wishes

    def _read(self, address: Address) -> _Known:
        """The rules of a host, empty where it has none (4xx)."""
        place = f"{address.origin}/robots.txt"
        try:
            answer = self._fetcher.fetch(place)
            if answer.status >= 500 or answer.status == 429:
                raise FetchError(
                    f"its robots.txt answers with status {answer.status}", place=place, remedy="Try again later"
                )
        except FetchError as error:
            return _Known(error, self._clock() + AGAIN)
        told = answer.body[:_READ].decode("utf-8-sig", "replace") if answer.status == 200 else ""
        return _Known(Protego.parse(told), self._clock() + LASTS)
