"""One thing to be asked of a host: what it is for, and what came of asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from armswire.errors import AddressError, FetchError
from armswire.fetching.addresses import read_address
from armswire.fetching.fetcher import Answer, Fetcher
from armswire.fetching.robots import Robots
from armswire.watching.plan import Source
from armswire.watching.state import Known, Waiting


@dataclass(frozen=True, slots=True)
class Errand:
    """`url` is to be asked for `source`: for what it lists itself, or, with `waiting`, for the page of an entry.

    `known` is what an earlier answer told; `part_of` is the index of sitemaps that names this one.
    """

    source: Source
    url: str
    known: Known = field(default_factory=Known)
    waiting: Waiting | None = None
    part_of: str | None = None

    @property
    def host(self) -> str:
        """By whom it is answered. An address that is none is its own host: it will be refused when it is asked."""
        try:
            return read_address(self.url).origin
        except FetchError:
            return self.url


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an errand: an answer of whatever status, or why there is none; `delay` is the host's own wish.

    `forbidden` says that asking again is of no use: its host does not want programs to, or it is no open address.
    """

    errand: Errand
    at: datetime
    answer: Answer | None = None
    problem: str | None = None
    delay: float = 0.0
    forbidden: bool = False


def run(errand: Errand, fetcher: Fetcher, robots: Robots, clock: Callable[[], float]) -> Outcome:
    """Ask, if the host's robots.txt lets us. Raises nothing."""
    try:
        wishes = robots.check(errand.url)
        answer = fetcher.fetch(errand.url, errand.known.headers, check=robots.check)
    except AddressError as error:
        return Outcome(errand, _moment(clock), problem=error.problem, forbidden=True)
    except FetchError as error:
        return Outcome(errand, _moment(clock), problem=error.problem)
    except Exception as error:  # noqa: BLE001 - whatever a hostile answer provokes, the others are asked
        return Outcome(errand, _moment(clock), problem=f"cannot be read ({type(error).__name__}: {error})")
    return Outcome(errand, _moment(clock), answer=answer, delay=wishes.delay)


def _moment(clock: Callable[[], float]) -> datetime:
    return datetime.fromtimestamp(clock(), UTC)
