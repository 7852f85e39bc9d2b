"""A watch in a process of its own, which may be killed: goes on from the moment that the clock's file tells."""

from __future__ import annotations

import struct
import sys
from datetime import timedelta
from pathlib import Path

from armswire.fetching.fetcher import Fetcher
from armswire.fetching.limits import Limits
from armswire.fetching.robots import Robots
from armswire.pipeline import Reader
from armswire.register.store import open_register
from armswire.watching.plan import Kind, Plan, Source
from armswire.watching.state import State
from armswire.watching.watch import Means, Watch

STEP = 6 * 3600.0


class Clock:
    """A moment, in seconds since 1970, that two processes share."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self) -> float:
        """The moment."""
        return float(struct.unpack("d", self._path.read_bytes())[0])

    def set(self, moment: float) -> None:
        """For both."""
        with self._path.open("r+b" if self._path.exists() else "wb") as file:
            file.write(struct.pack("d", moment))


def main(folder: Path, port: int, end: float, feeds: list[tuple[str, str]]) -> None:
    """Watch until a moment; `feeds` are hosts with what they have (feed, sitemap)."""
    clock = Clock(folder / "clock")
    sources = tuple(
        Source(kind=Kind(kind), url=f"http://{host}:{port}/feed", every=timedelta(days=1)) for host, kind in feeds
    )
    plan = Plan(agent="armswire-month (desk@harbour.example)", pause=0, source=sources)  # type: ignore[call-arg]
    allowed = frozenset(host for host, _ in feeds)
    with (
        open_register(folder / "month.db") as register,
        State(folder / "month.state") as state,
        Fetcher(plan.agent, allowed=allowed, limits=Limits(seconds=5, silence=1)) as fetcher,
    ):
        means = Means(
            register, Reader(), state, fetcher, Robots(fetcher, "armswire-month", clock), lambda _: None, clock=clock
        )
        while clock() < end:
            Watch(plan, means).run(once=True)
            clock.set(clock() + STEP)


if __name__ == "__main__":
    told = [tuple(one.split("=")) for one in sys.argv[4:]]
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), [(host, kind) for host, kind in told])
