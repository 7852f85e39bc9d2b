"""What a register costs as it grows: adding one article, working everything out anew, listing.

    python benchmarks/register/run.py [--claims 10000 --claims 100000 ...] [--folder DIR] [--json]

The news is that of the worlds in `benchmarks/reconciling`. A larger register covers more pairs of states, up to 1800,
and then more years: the number of deals that a pair has in a year stays as it is, that of the busiest pairs grows
fourfold. Every size is a register of its own; one article in a thousand is kept back, and added when all else is
worked out. Adding and working out are counted in CPU seconds of this process, listing in seconds of the clock. Shown
are ratios to the smallest register; exit status 1 where a limit is passed. A million claims take about an hour and 15
GB of disk.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from statistics import mean, median

sys.path.insert(0, str(Path(__file__).parents[1] / "reconciling"))

from reports import WORDS, News, report
from worlds import invent_world

from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.identity import text_digest
from armswire.model.sourcing import Sourcing
from armswire.register import queries
from armswire.register.derivation import ensure_derived
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.listing.transfers import find_transfers
from armswire.register.record import enter, record
from armswire.register.store import Register, open_register

SIZES = (10_000, 100_000)
LIMITS = {"one more article, times the smallest": 3.0, "anew, times n log n": 1.1, "list, milliseconds": 100.0}

CLAIMS_A_DEAL = 14.3
# Pairs of states that deal, and how many deals each begins in a year, as in the worlds of 700 deals and ten years.
PAIRS, DEALS_A_YEAR = 1800, 0.3
# Words of an article: enough for all the runs by which copies are found.
LENGTH = 40
AT_ONCE = 1000
KEPT_BACK, LEAST_KEPT_BACK = 0.0001, 60
FIRST_PAGE = 50
FILTERS = (
    TransferFilter(actor=("USA",)),
    TransferFilter(actor=("SVN",)),
    TransferFilter(actor=("FRA",), stage=("delivery",)),
    TransferFilter(actor=("KOR",), standing=("disputed",)),
    TransferFilter(standing=("confirmed",)),
    TransferFilter(standing=("denied",), stage=("agreement",)),
)

Reading = tuple[Article, list[Claim], Sourcing]


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one register: claims in it, CPU seconds to work all out, to add one article; milliseconds to list."""

    claims: int
    transfers: int
    anew: float
    one_more: float
    one_more_mean: float
    listing: float


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, action="append")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    costs = []
    for size in arguments.claims or SIZES:
        with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
            costs.append(measure(Path(folder) / "armswire.db", size))
        print(costs[-1], file=sys.stderr, flush=True)
    ratios = compare(costs)
    if arguments.json:
        print(json.dumps(ratios, indent=2))
    else:
        for name, value in ratios.items():
            print(f"{name:<40}{value:>10.2f}{f'   at most {LIMITS[name]}' if name in LIMITS else ''}")
    sys.exit(any(ratios[name] > limit for name, limit in LIMITS.items()))


def compare(costs: Sequence[Cost]) -> dict[str, float]:
    """The largest register against the smallest."""
    small, large = costs[0], costs[-1]
    grown = large.claims * math.log(large.claims) / (small.claims * math.log(small.claims))
    return {
        "claims": large.claims,
        "transfers": large.transfers,
        "one more article, milliseconds": large.one_more * 1000,
        "one more article, times the smallest": large.one_more / small.one_more,
        "the same, by the mean": large.one_more_mean / small.one_more_mean,
        "anew, milliseconds a claim": large.anew / large.claims * 1000,
        "anew, times n log n": large.anew / small.anew / grown,
        "list, milliseconds": large.listing,
    }


def measure(path: Path, size: int) -> Cost:
    """A register of about `size` claims, and what it costs."""
    readings = invent(size)
    kept_back = max(LEAST_KEPT_BACK, round(len(readings) * KEPT_BACK))
    claims = sum(len(told) for _, told, _ in readings)
    with open_register(path) as register:
        _fill(register, readings[kept_back:])
        anew = _seconds(partial(ensure_derived, register))
        one_more = [_seconds(partial(_add, register, *reading)) for reading in readings[:kept_back]]
        listing = median(_milliseconds(register, wanted) for wanted in FILTERS for _ in range(5))
        transfers = queries.count(register).transfers
    return Cost(claims, transfers, anew, median(one_more), mean(one_more), listing)


def build(path: Path, size: int) -> None:
    """A register of about `size` claims, all worked out."""
    with open_register(path) as register:
        _fill(register, invent(size))
        ensure_derived(register)


def invent(size: int) -> list[Reading]:
    """Articles with about `size` claims, in no order that means anything."""
    deals = round(size / CLAIMS_A_DEAL)
    years = max(10.0, deals / PAIRS / DEALS_A_YEAR)
    readings = _read(report(invent_world(7, deals, round(years * 365)), 7))
    Random(7).shuffle(readings)
    return readings


def _read(news: News) -> list[Reading]:
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for told in news.told:
        by_article[told.claim.document].append(told.claim)
    chance, readings = Random(3), []
    for facts in news.articles.values():
        text = " ".join(chance.choices(WORDS, k=LENGTH))
        article = Article(
            id=facts.id, text=text, sha256=text_digest(text), outlet=facts.outlet, published=facts.published
        )
        readings.append((article, by_article[facts.id], facts.sourcing))
    return readings


def _fill(register: Register, readings: Sequence[Reading]) -> None:
    for some in _portions(readings):
        with register.transaction() as connection:
            for article, claims, sourcing in some:
                enter(connection, article, claims, sourcing=sourcing)


def _portions(readings: Sequence[Reading]) -> Iterator[Sequence[Reading]]:
    for at in range(0, len(readings), AT_ONCE):
        yield readings[at : at + AT_ONCE]


def _add(register: Register, article: Article, claims: Sequence[Claim], sourcing: Sourcing) -> None:
    record(register, article, claims, sourcing=sourcing)
    ensure_derived(register)


def _milliseconds(register: Register, wanted: TransferFilter) -> float:
    started = time.perf_counter()
    find_transfers(wanted).page(register, limit=FIRST_PAGE)
    return (time.perf_counter() - started) * 1000


def _seconds(act: Callable[[], None]) -> float:
    started = time.process_time()
    act()
    return time.process_time() - started


if __name__ == "__main__":
    main()
