"""How soon pages and API answer over a large register, beside their own queries as bare SQL.

    python benchmarks/speed/serving.py [--claims 1000000] [--register FILE] [--rounds 7] [--json]

Without a register one is invented (`benchmarks/register/run.py`); `--register` takes one that is there, a file of
SQLite. Each address is asked for through the whole application, in this process, without a network: shown is the median
in milliseconds, the first answer left out. Then the statements that it sent to the database are sent once more over a
bare connection, rows fetched and thrown away: what is beyond that is ours. Exit status 1 where a limit is passed.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parents[1] / "reconciling"))
sys.path.insert(0, str(Path(__file__).parents[1] / "register"))

from run import build

from armswire.asgi import Served, make_application
from armswire.register import queries
from armswire.register.listing.transfers import TransferOrder, find_transfers
from armswire.register.store import open_register

# Milliseconds, the median of all addresses of a kind.
LIMITS = {"register": 150.0, "transfer": 100.0, "search": 200.0}
BESIDE_SQL = 3.0
# What a person would ask a register for: all of it, narrowed a little, narrowed much, sorted, a later page.
REGISTER = (
    "/transfers",
    "/transfers?supplier=USA",
    "/transfers?recipient=UKR&stage=delivery",
    "/transfers?standing=confirmed",
    "/transfers?standing=disputed&item=missiles",
    "/transfers?sort=-last",
    "/transfers?actor=KOR&since=2020-01-01",
    "/api/v1/transfers?stage=agreement&limit=50",
)
# The sentences of invented claims are numbered, the words of invented articles too: rare ones, and some of many.
SEARCH = (
    "/transfers?words=4746",
    "/transfers?words=sentence+47*",
    "/transfers?words=12*&standing=confirmed",
    "/api/v1/claims?words=sentence+121*",
    "/api/v1/articles?words=w17",
    "/api/v1/articles?words=w17+w380",
)
TRANSFERS = 6

Statement = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Answered:
    """One address: milliseconds to answer, milliseconds of its statements alone, how many there are; bytes."""

    kind: str
    address: str
    answer: float
    bare: float
    statements: int
    size: int


def main() -> None:
    """Ask, ask bare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--register", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.register
        if path is None:
            path = Path(folder) / "armswire.db"
            build(path, arguments.claims)
        answered = list(ask_all(path, arguments.rounds))
    told = summarise(answered)
    if arguments.json:
        print(json.dumps(told, indent=2))
    else:
        print(f"{'milliseconds':<60}{'answer':>8}{'SQL':>8}{'of it':>7}{'KB':>7}")
        for one in answered:
            print(
                f"{one.kind:<10}{one.address[:48]:<50}{one.answer:>8.1f}{one.bare:>8.1f}{one.statements:>7}"
                f"{one.size / 1024:>7.0f}"
            )
        for name, value in told.items():
            print(f"{name:<60}{value:>8.1f}   at most {_limit_of(name):g}")
    sys.exit(any(value > _limit_of(name) for name, value in told.items()))


def summarise(answered: Sequence[Answered]) -> dict[str, float]:
    """For each kind of address the median answer, and how many times its bare statements it takes, by the median."""
    told: dict[str, float] = {}
    for kind in LIMITS:
        of_kind = [one for one in answered if one.kind == kind]
        told[kind] = median(one.answer for one in of_kind)
        told[f"{kind}, times bare SQL"] = median(one.answer / one.bare for one in of_kind)
    return told


def ask_all(path: Path, rounds: int) -> Iterator[Answered]:
    """Every address, asked in rounds."""
    with open_register(path) as register:
        queries.count(register)
        some = islice(find_transfers(order=TransferOrder.ORIGINS, is_down=True).stream(register), TRANSFERS)
        transfers = [f"/transfers/{transfer.id}" for transfer in some]
    application = make_application(Served(place=str(path)))
    bare = sqlite3.connect(path)
    with TestClient(application, base_url="http://127.0.0.1") as client:
        for kind, addresses in (("register", REGISTER), ("transfer", transfers), ("search", SEARCH)):
            for address in addresses:
                with _listening() as statements:
                    first = client.get(address)
                first.raise_for_status()
                sent = list(statements)
                yield Answered(
                    kind,
                    address,
                    _milliseconds(lambda address=address: client.get(address), rounds),
                    _milliseconds(lambda sent=sent: _send(bare, sent), rounds),
                    len(sent),
                    len(first.content),
                )


@contextmanager
def _listening() -> Iterator[list[Statement]]:
    """Inside, what is sent to any database is noted, but for what opens and ends a transaction."""
    sent: list[Statement] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            sent.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _send(connection: sqlite3.Connection, statements: Sequence[Statement]) -> None:
    for statement, parameters in statements:
        connection.execute(statement, parameters).fetchall()


def _milliseconds(act: Callable[[], object], rounds: int) -> float:
    """The median of some rounds."""
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        act()
        taken.append((time.perf_counter() - started) * 1000)
    return median(taken)


def _limit_of(name: str) -> float:
    return BESIDE_SQL if "SQL" in name else LIMITS[name]


if __name__ == "__main__":
    main()
