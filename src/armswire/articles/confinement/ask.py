"""A job and the bytes of a file → its answers, from the confined process; what it cannot do is an ArticleError."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Timer
from typing import IO

import armswire
from armswire.articles.confinement.jobs import Answer
from armswire.errors import ArticleError

SECONDS = 30.0
"""Longest wait for an answer; 100 full pages take 0.3 s (pypdf 7.1.0), on a machine that does nothing else."""
MAX_ANSWER_BYTES = 200_000_000
"""Longest answer: a letter of the largest size, as JSON."""
MAX_JOBS = 200
"""After so many jobs a process makes room for another: what a library leaks must not end as somebody's refusal."""


@dataclass(slots=True)
class _Worker:
    process: subprocess.Popen[bytes]
    requests: IO[bytes]
    answers: IO[bytes]
    jobs: int = 0


_idle: list[_Worker] = []
"""Processes that wait for work: to start one takes longer than to read most papers."""


def ask(job: str, pieces: Iterable[bytes], place: str, *, seconds: float = SECONDS) -> Iterator[Answer]:
    """The answers of a job about a file, given in pieces, as they come.

    Raises ArticleError for what the job refuses, and where the process has not answered after `seconds`, or has died.
    What `pieces` raises passes. A process whose answers are not read to their end is stopped.
    """
    worker = _idle.pop() if _idle else _start()
    whole = False
    try:
        _send(worker, job, pieces)
        while True:
            told = _next(worker, place, seconds)
            if "answer" in told:
                yield told["answer"]
                continue
            whole = True
            if "refused" in told:
                raise ArticleError(told["refused"], place=place, value=told.get("value"), remedy=told["remedy"])
            return
    finally:
        worker.jobs += 1
        if whole and worker.jobs < MAX_JOBS:
            _idle.append(worker)
        else:
            _stop(worker)


def _start() -> _Worker:
    # -P: no module is taken from the folder in which somebody happens to be.
    paths = [str(Path(armswire.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "armswire.articles.confinement.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    return _Worker(process, process.stdin, process.stdout)


def _stop(worker: _Worker) -> None:
    worker.process.kill()
    for pipe in (worker.requests, worker.answers):
        with contextlib.suppress(OSError):  # what was not sent yet goes nowhere
            pipe.close()
    worker.process.wait()


@atexit.register
def stop_idle() -> None:
    """Stop the processes that wait for work; the next job starts another."""
    while _idle:
        _stop(_idle.pop())


def _send(worker: _Worker, job: str, pieces: Iterable[bytes]) -> None:
    try:
        worker.requests.write(f"{job}\n".encode("ascii"))
        for piece in filter(None, pieces):
            worker.requests.write(len(piece).to_bytes(4, "big") + piece)
        worker.requests.write(bytes(4))
        worker.requests.flush()
    except BrokenPipeError:
        pass  # it has died, as the answer that does not come will tell


def _next(worker: _Worker, place: str, seconds: float) -> Answer:
    late = Event()
    timer = Timer(seconds, _give_up, (worker, late))
    timer.start()
    try:
        line = worker.answers.readline(MAX_ANSWER_BYTES)
    finally:
        timer.cancel()
    if line.endswith(b"\n"):
        told: Answer = json.loads(line)
        return told
    if late.is_set():
        raise ArticleError(f"not taken apart after {seconds:g} s", place=place, remedy="Export its text")
    why = "unfolds to more than can be read" if line else "the library for its format broke down"
    raise ArticleError(why, place=place, remedy="Export its text")


def _give_up(worker: _Worker, late: Event) -> None:
    late.set()
    worker.process.kill()
