"""Adds articles in a process that is killed at random moments, over and over, and checks what is left each time.

    python -m tests.register.killing FOLDER KILLS SEED

One process does nothing but fork, so that hundreds of kills take a minute. Prints a line and exits with 1 at the first
register that is not whole.
"""

from __future__ import annotations

import io
import os
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import NoReturn

# What is first imported when a register is made: the time until then is none in which anything could be lost.
import alembic.command
import alembic.config  # noqa: F401
from sqlalchemy import select

from armswire.exports.formats import EXPORTERS
from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.identity import claim_id
from armswire.register import queries, schema
from armswire.register.checks.check import check
from armswire.register.derivation import ensure_derived
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim, make_item, make_source

News = Sequence[tuple[Article, list[Claim]]]

ARTICLES = 30
# Articles after which somebody looks, so that what follows from the claims is written in between.
LOOK = 5

_STAGES = ("request", "pledge", "agreement", "delivery", "refusal", "end_use")
_ITEMS = ((), (make_item(quantity=100),), (make_item("weapons", "ARMS"),), (make_item("helmets", "ML13"),))
_CHAINS = ((), (make_source("the ministry", "KOR"),), (make_source("Gulf Wire", None, "media"),))


def invent_news(seed: int) -> News:
    """Articles about a few transfers, told over and over, some of them copies of others."""
    chance = Random(seed)
    news = []
    for number in range(ARTICLES):
        name = f"dispatch-{number:03}"
        lines = [f"Line {chance.randrange(1000)} of a dispatch tells of shells for the south." for _ in range(4)]
        text = "\n".join(["A text that several outlets carry, word for word, on one day." * 9, *lines])
        if chance.random() < 0.7:
            text = "\n".join(lines)
        told = [
            make_claim(
                chance.choice(_STAGES),
                chance.choice(("KOR", "POL", "DEU", "")),
                chance.choice(("UKR", "USA", "CZE")),
                document=name,
                polarity=chance.choice(("affirmed", "affirmed", "negated")),
                intermediary=chance.choice(("", "", "USA")),
                items=chance.choice(_ITEMS),
                date=chance.choice((None, "2031-01-10", "2032-06-30")),
                attribution=chance.choice(_CHAINS),
                start=text.index(line),
                text=line,
            )
            for line in lines[:3]
        ]
        claims = [replace(claim, id=claim_id(claim)) for claim in told]
        outlet = chance.choice(("Gulf Wire", "Harbour Courier"))
        news.append((make_article(name, text, outlet=outlet, published=f"2031-0{chance.randint(1, 9)}-15"), claims))
    return news


def add(path: Path, news: News, tell: Callable[[str], None] = lambda _: None) -> None:
    """Add the news to the register; `tell` hears of each article when it is there."""
    with open_register(path) as register:
        for number, (article, claims) in enumerate(news):
            record(register, article, claims)
            tell(article.id)
            if number % LOOK == 0:
                ensure_derived(register)
        ensure_derived(register)


def export(path: Path) -> str:
    """All that a register exports."""
    out = io.StringIO(newline="")
    with open_register(path) as register:
        for exporter in EXPORTERS:
            exporter.write(register, out)
    return out.getvalue()


def look(path: Path, told: set[str]) -> str:
    """What is wrong with a register in which the articles `told` must be; nothing where it is whole."""
    if path.exists():
        connection = sqlite3.connect(path)
        damage = connection.execute("PRAGMA integrity_check").fetchall()
        connection.close()
        if damage != [("ok",)]:
            return repr(damage)
    with open_register(path) as register:
        held = {row.id for row in register.rows(select(schema.articles.c.id))}
        faults = [repr(fault) for fault in check(register).faults[:5]]
        if not told <= held:
            faults.append(f"lost: {sorted(told - held)}")
        if queries.count(register).articles != len(held):
            faults.append("articles are counted wrong")
        return "\n".join(faults)


def add_and_be_killed(path: Path, news: News, seconds: float) -> tuple[bool, set[str]]:
    """Whether adding was killed before it was done, and the articles of which it had told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _leave(add, path, news, partial(_tell, writing))
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as told:
        names = set(told.read().split())
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit(f"adding failed with {status}")
    return os.WIFSIGNALED(status), names


def _tell(pipe: int, name: str) -> None:
    os.write(pipe, f"{name}\n".encode())


def main(folder: Path, kills: int, seed: int) -> None:
    """Kill so many times, over as many registers as it takes."""
    chance, killed, registers = Random(seed), 0, 0
    # Once here, so that what is prepared at the first use is there in all that are forked.
    _do_once(folder / "first.db", invent_news(seed))
    while killed < kills:
        killed += _fill_one(folder, invent_news(seed + registers), chance)
        for left in folder.iterdir():
            left.unlink()
        registers += 1
    sys.stdout.write(f"{killed} kills, {registers} registers\n")


def _fill_one(folder: Path, news: News, chance: Random) -> int:
    """One register, filled by processes that are killed until nothing is left to add; how many were."""
    path, expected = folder / "killed.db", folder / "expected.db"
    started = time.monotonic()
    _apart(add, expected, news)
    needed = time.monotonic() - started
    told, kills = set[str](), 0
    while True:
        # Some moments after the start, while the tables are made; most of them while articles come in.
        share = chance.choice((0.05, 0.4, 0.4, 0.4))
        was_killed, names = add_and_be_killed(path, news, chance.uniform(0, share * needed + 0.02))
        told |= names
        kills += was_killed
        _apart(_refuse_faults, path, told)
        if not was_killed or len(told) == len(news):
            break
    _apart(add, path, news)
    _apart(_refuse_difference, path, expected)
    return kills


def _do_once(path: Path, news: News) -> None:
    add(path, news)
    _refuse_faults(path, set())
    export(path)
    path.unlink()


def _refuse_faults(path: Path, told: set[str]) -> None:
    faults = look(path, told)
    if faults:
        raise SystemExit(faults)


def _refuse_difference(one: Path, other: Path) -> None:
    if export(one) != export(other):
        raise SystemExit("other bytes than without kills")


def _apart(act: Callable[..., None], *arguments: object) -> None:
    """Do it in a process of its own: a connection must not be taken along into another one."""
    child = os.fork()
    if child == 0:
        _leave(act, *arguments)
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit(1)


def _leave(act: Callable[..., None], *arguments: object) -> NoReturn:
    """Do it, tell what went wrong, and end the process without the cleaning up that is its parent's."""
    code = 1
    try:
        act(*arguments)
        code = 0
    except SystemExit as error:
        sys.stderr.write(f"{error.code}\n")
    except Exception:  # noqa: BLE001 - whatever it is: it is told, and the exit status says so
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
