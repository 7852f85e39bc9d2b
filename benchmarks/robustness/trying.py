"""One input after the other into the readers, in a process with limits; whatever breaks the contract is a fault."""

from __future__ import annotations

import io
import json
import os
import re
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import armswire
from armswire.articles.picking import read_incoming
from armswire.articles.read import read
from armswire.articles.reader import Outcome
from armswire.articles.readers import READERS
from armswire.articles.sources import open_stream
from armswire.errors import ArticleError
from benchmarks.robustness.mutating import make_input
from benchmarks.robustness.samples import samples

SECONDS = 45
"""Longest time for one input: the 30 s that a format's library has in its own process, and half as much again."""
MEMORY_BYTES = 3 << 30
"""Address space of the process that reads."""
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\(got .*\)|b'.*")
_NUMBERS = re.compile(r"\d[\d,.]*")
_REACHING_OUT = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.remove", "os.rename", "os.mkdir",
    "os.rmdir", "os.link", "os.symlink", "shutil.", "urllib.", "ftplib.", "http.client.", "smtplib.", "tempfile.",
)  # fmt: skip
_WORKER = "armswire.articles.confinement.worker"
_PLACES = (sys.prefix, sys.base_prefix, Path(armswire.__file__).parent, *sys.path[1:])
_OWN = tuple(os.path.realpath(place) for place in _PLACES if place)


class TooLong(BaseException):
    """An input took longer than `SECONDS`; no reader catches it."""


class Watch:
    """An audit hook (PEP 578) that notes what is opened or called while it is on; modules of libraries aside."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """Notes what reaches out."""
        if not self.on:
            return
        if event.startswith(_REACHING_OUT) and not (event == "subprocess.Popen" and _WORKER in args[1]):
            self.seen.append(f"{event} {args!r:.200}")
        elif event == "open" and not isinstance(args[0], int) and not _is_own(*args):
            self.seen.append(f"open {args!r:.200}")


def _is_own(path: Any, mode: str | None, flags: int | None) -> bool:
    """A module or a data file of the program or its libraries, opened to be read; the null device."""
    place = os.path.realpath(os.fsdecode(path))
    reads = not set(mode or "") & set("wax+") and not (flags or 0) & (os.O_WRONLY | os.O_CREAT)
    return place == os.devnull or (reads and place.startswith(_OWN))


@dataclass(slots=True)
class Tally:
    """What came of the inputs of one reader."""

    inputs: int = 0
    articles: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    slowest_ms: float = 0.0
    faults: list[tuple[int, str]] = field(default_factory=list)


def outcomes_of(name: str, data: bytes, *, named: bool) -> Iterator[Outcome]:
    """As a file of that name, or as standard input, which is told by its content."""
    if named:
        stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]  # typeshed wants a raw stream
        try:
            incoming = open_stream(stream, "in", name)
        except ArticleError as error:
            yield error
            return
        yield from read_incoming(incoming, READERS, sniff=True)
    else:
        yield from read(["-"], stdin=io.BytesIO(data))


def check(outcome: Outcome) -> str:
    """The reason of a refusal, '' for an article. Raises AssertionError for what breaks the contract."""
    if isinstance(outcome, ArticleError):
        assert outcome.problem, "a refusal without a reason"
        assert outcome.place, f"a refusal without a place: {outcome.problem}"
        assert outcome.remedy, f"a refusal without a remedy: {outcome.problem}"
        json.dumps([outcome.message, outcome.problem]).encode()
        outcome.message.encode("utf-8")
        return _NUMBERS.sub("#", _QUOTED.sub("…", outcome.problem)).split(": ")[0][:80]
    words = (
        outcome.text,
        outcome.id,
        outcome.title or "",
        outcome.outlet or "",
        outcome.url or "",
        outcome.language or "",
    )
    for word in words:
        word.encode("utf-8")
        assert "\x00" not in word, "a NUL in an article"
    assert outcome.text.strip(), "an article without text"
    assert outcome.id, "an article without an id"
    assert outcome.place, "an article without a place"
    json.dumps(dict(outcome.extra), default=str).encode("utf-8")
    return ""


def try_input(name: str, data: bytes, watch: Watch, tally: Tally, *, named: bool) -> str:
    """Counts what comes of an input; gives what is at fault, '' where nothing is."""
    before = len(watch.seen)
    started = time.monotonic()
    found = 0
    watch.on = True
    try:
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        for outcome in outcomes_of(name, data, named=named):
            found += 1
            reason = check(outcome)
            tally.articles += not reason
            tally.refused.update([reason] if reason else [])
    except (Exception, TooLong) as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return f"{type(error).__name__}: {str(error)[:200]}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        watch.on = False
        tally.inputs += 1
        tally.slowest_ms = max(tally.slowest_ms, 1000 * (time.monotonic() - started))
    if len(watch.seen) > before:
        return f"reaches out: {watch.seen[-1]}"
    return "" if found else "neither an article nor a refusal"


def run(reader: str, seed: int, first: int, count: int) -> Iterator[Tally]:
    """The tally after each input, number `first` and so on; the same for the same seed."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    bound_time()
    watch, tally = Watch(), Tally()
    # Libraries look about when they are loaded: urllib3 asks the system whether it has IPv6.
    list(outcomes_of(*samples()["HTML"][0], named=True))
    sys.addaudithook(watch)
    for number in range(first, first + count):
        random = Random(f"{seed}/{reader}/{number}")
        name, data = make_input(reader, random)
        fault = try_input(name, data, watch, tally, named=random.random() < 0.7)
        if fault:
            tally.faults.append((number, fault))
        yield tally


def bound_time() -> None:
    """What takes longer than `SECONDS` raises TooLong in this process."""
    signal.signal(signal.SIGALRM, _give_up)


def _give_up(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as signal handlers are called
    raise TooLong(f"more than {SECONDS} s")
