"""A month of feeds on the loopback, with a watch that is killed on the way: is anything lost, is anything twice?

    uv run python benchmarks/collecting/month.py --feeds 500 --entries 10000 --kills 12

Hosts are down, silent, slow, torn off, moved, closed to programs; feeds are broken on some days; pages are redirected,
gone, or change. Every text that was to be had while its host could be asked must be in the register once.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from armswire.register.listing.articles import find_articles
from armswire.register.store import open_register
from armswire.watching.state import State
from benchmarks.collecting.servers import Servers
from benchmarks.collecting.watcher import Clock
from benchmarks.collecting.world import BEGIN, DAY, Kind, World

_MARK = re.compile(r"this is story (\d+x\d+) of the wire", re.IGNORECASE)
# Days after the last entry until all that failed has been tried again.
AFTER = 7


@dataclass(frozen=True, slots=True)
class Month:
    """What came of it. Lost and twice are texts: a page that changed has two."""

    feeds: int
    entries: int
    texts: int
    lost: int
    twice: int
    unexpected: int
    given_up: int
    given_up_expected: int
    waiting: int
    kills: int
    requests: int
    answers: dict[str, int]
    seconds: float

    @property
    def is_right(self) -> bool:
        """Nothing lost, nothing twice, nothing waiting, and given up what cannot be had and nothing else."""
        return (
            not (self.lost or self.twice or self.unexpected or self.waiting)
            and self.given_up == self.given_up_expected
        )  # fmt: skip


def run(feeds: int, entries: int, days: int, kills: int, seed: int, folder: Path) -> Month:
    """Live through a month. Raises CalledProcessError where the watch ends by itself with a failure."""
    begun = time.monotonic()
    world = World(feeds, entries, days, seed)
    clock = Clock(folder / "clock")
    clock.set(BEGIN)
    servers = Servers(world, clock)
    try:
        done = _watch(world, servers, folder, kills, random.Random(seed))
    finally:
        servers.close()
    expected = world.expected()
    found: Counter[str] = Counter()
    unexpected = 0
    with open_register(folder / "month.db") as register, State(folder / "month.state") as state:
        for listed in find_articles().stream(register):
            mark = _MARK.search(listed.article.text)
            found[mark.group(1) if mark else ""] += 1
            unexpected += mark is None or mark.group(1) not in expected
        counts = state.counts()
    answers = {name: count for name, count in servers.asked.items() if not name.startswith("/")}
    return Month(
        feeds=feeds, entries=entries, texts=sum(found.values()),
        lost=(expected - found).total(), twice=(found - expected).total(), unexpected=unexpected,
        given_up=counts.failed, given_up_expected=world.lost(), waiting=counts.waiting,
        kills=done, requests=sum(answers.values()), answers=dict(sorted(answers.items())),
        seconds=round(time.monotonic() - begun, 1),
    )  # fmt: skip


def _watch(world: World, servers: Servers, folder: Path, kills: int, chance: random.Random) -> int:
    """Run the watch to the end of the month, killing it on the way; how often it was killed."""
    end = BEGIN + (world.days + AFTER) * DAY
    listed = [f"{host.name}={'sitemap' if host.kind is Kind.SITEMAP else 'feed'}" for host in world.hosts]
    command = [sys.executable, "-m", "benchmarks.collecting.watcher", str(folder), str(servers.port), str(end), *listed]
    clock = Clock(folder / "clock")
    # In the middle of some steps, which are spread over the month.
    moments = sorted(chance.uniform(BEGIN, BEGIN + world.days * DAY) for _ in range(kills))
    done = 0
    while True:
        child = subprocess.Popen(command, cwd=Path(__file__).parents[2])
        while child.poll() is None:
            if done < len(moments) and clock() >= moments[done]:
                time.sleep(chance.uniform(0.0, 0.7))
                child.send_signal(signal.SIGKILL)
                done += 1
                break
            time.sleep(0.02)
        if child.wait() == 0:
            return done
        if child.returncode != -signal.SIGKILL:
            raise subprocess.CalledProcessError(child.returncode, command[:3])


def main() -> int:
    """Print what came of it as JSON; 1 where something was lost or twice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        month = run(told.feeds, told.entries, told.days, told.kills, told.seed, Path(folder))
    print(json.dumps(asdict(month), indent=2))
    return 0 if month.is_right else 1


if __name__ == "__main__":
    raise SystemExit(main())
