"""What a format's library does is bounded, whatever it does."""

from __future__ import annotations

import subprocess
import sys
import time
import zlib
from collections.abc import Iterator

import pytest

from armswire.articles.confinement import ask as asking
from armswire.articles.confinement.ask import ask, stop_idle
from armswire.errors import ArticleError
from tests.articles.papers import paper


@pytest.fixture(autouse=True)
def no_idle_worker() -> Iterator[None]:
    stop_idle()
    yield
    stop_idle()


def slow_paper() -> bytes:
    """A small file with 30 MB of instructions to draw."""
    data = paper([["Boats."]])
    content = zlib.compress(b"BT /F1 11 Tf " + b"(a) Tj T* " * 3_000_000 + b"ET")
    at, end = data.index(b"stream\n") + 7, data.index(b"\nendstream")
    length = data[:at].rindex(b"/Length ") + 8
    return data[:length] + str(len(content)).encode() + b"\n/Filter /FlateDecode\n>>\nstream\n" + content + data[end:]


def test_a_process_answers_many_times() -> None:
    for number in range(3):
        (answer,) = ask("pdf", [paper([[f"Six boats, part {number}."]])], "in")
        assert answer["text"] == f"Six boats, part {number}."
    assert len(asking._idle) == 1 and asking._idle[0].jobs == 3


def test_what_takes_too_long_is_stopped_and_the_next_is_read() -> None:
    started = time.monotonic()
    with pytest.raises(ArticleError, match="not taken apart after 0.5 s"):
        list(ask("pdf", [slow_paper()], "in", seconds=0.5))
    assert time.monotonic() - started < 5
    assert list(ask("pdf", [paper()], "in"))


def test_a_process_that_dies_is_told_and_replaced() -> None:
    list(ask("pdf", [paper()], "in"))
    asking._idle[0].process.kill()
    asking._idle[0].process.wait()
    with pytest.raises(ArticleError, match="broke down"):
        list(ask("pdf", [paper()], "in"))
    assert list(ask("pdf", [paper()], "in"))


def test_what_the_file_itself_cannot_give_passes_and_leaves_nothing_behind() -> None:
    def pieces() -> Iterator[bytes]:
        yield b"%PDF-"
        raise ArticleError("broken gzip", place="in", remedy="Fetch it again")

    with pytest.raises(ArticleError, match="broken gzip"):
        list(ask("pdf", pieces(), "in"))
    assert not asking._idle


def test_after_many_jobs_another_process_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MAX_JOBS", 1)
    list(ask("pdf", [paper()], "in"))
    assert not asking._idle


@pytest.mark.parametrize(
    "attempt",
    [
        "open('/etc/hostname')",
        "open(sys.prefix + '/new', 'w')",
        "os.open(sys.prefix + '/new', os.O_CREAT)",
        "os.system('true')",
        "subprocess.Popen(['true'])",
        "socket.create_connection(('127.0.0.1', 9))",
        "os.remove('/nowhere')",
    ],
)
def test_nothing_is_opened_or_called_from_within(attempt: str) -> None:
    code = f"""
import os, socket, subprocess, sys
from armswire.articles.confinement.worker import Guard
guard = Guard()
sys.addaudithook(guard)
open('/etc/hostname').close()
guard.on = True
import email.mime.text
try:
    {attempt}
except PermissionError:
    print("refused")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"


def test_memory_is_bounded() -> None:
    code = """
from armswire.articles.confinement import worker
worker._bound_memory()
def job(data):
    yield {"size": len(bytearray(3 << 30))}
print(list(worker._answer(job, b"")))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "needs more than 2 GB of memory" in done.stdout
