"""The confined process: requests on standard input, answers on standard output, until the input ends.

A request is a line with the name of a job, then pieces of the file, each after its length (4 bytes, the first the
highest), the last of length 0. An answer is lines of JSON: `answer` any number of times, then `done` or `refused`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from armswire.articles.confinement.jobs import Job, find_job
from armswire.errors import ArticleError

MEMORY_BYTES = 2 << 30
"""Address space of the process, its libraries (0.4 GB for those of Parquet) included."""
_NEVER = ("socket.", "subprocess.", "shutil.", "ftplib.", "urllib.", "smtplib.", "webbrowser.", "ctypes.")
_NEVER_CALLED = frozenset({
    "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.remove", "os.rename",
    "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.utime", "os.kill",
})  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> None:
    """Answer until nobody asks any more."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What a library prints is no answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _bound_memory()
    guard = Guard()
    sys.addaudithook(guard)
    while name := requests.readline():
        job = find_job(name.decode("ascii").strip())
        guard.on = True
        for answer in _answer(job, _receive(requests)):
            answers.write(json.dumps(answer).encode("ascii") + b"\n")
            answers.flush()
        guard.on = False


def _receive(requests: BinaryIO) -> bytearray:
    pieces = bytearray()
    while size := int.from_bytes(requests.read(4), "big"):
        pieces += requests.read(size)
    return pieces


def _answer(job: Job, data: bytes | bytearray) -> Iterator[dict[str, Any]]:
    try:
        for answer in job(data):
            yield {"answer": answer}
    except ArticleError as error:
        yield {"refused": error.problem, "value": error.value, "remedy": error.remedy}
    except MemoryError:
        yield {"refused": f"needs more than {MEMORY_BYTES / 1e9:.1g} GB of memory", "remedy": "Export its text"}
    except RecursionError:
        yield {"refused": "nested too deeply", "remedy": "Export its text"}
    except Exception as error:  # noqa: BLE001 - libraries raise anything on broken files, and each is one article's
        yield {"refused": f"broken: {_say(error)}", "remedy": "Fetch or export it again"}
    else:
        yield {"done": True}


def _say(error: Exception) -> str:
    words = " ".join(str(error).split())[:80]
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_READABLE = tuple({os.path.realpath(place) for place in (sys.prefix, sys.base_prefix, *sys.path) if place})


class Guard:
    """An audit hook (PEP 578): while a job runs nothing is opened but what libraries have of their own modules."""

    on = False

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """Raises PermissionError for what reaches out of the process."""
        if not self.on:
            return
        if event.startswith(_NEVER) or event in _NEVER_CALLED:
            raise PermissionError(f"{event} is not for the contents of a file")
        if event == "open" and not isinstance(args[0], int) and not _may_open(*args):
            raise PermissionError("a file is opened that nobody gave")


def _may_open(path: Any, mode: str | None, flags: int | None) -> bool:
    reads = not (flags or 0) & _WRITES and not set(mode or "") & set("wax+")
    return reads and os.path.realpath(os.fsdecode(path)).startswith(_READABLE)


if __name__ == "__main__":
    main()
