"""What a watch knows from one run to the next."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from armswire.errors import InputError
from armswire.watching.state import Counts, Known, Listed, State

FEED = "https://courier.example/rss.xml"


def listed(name: str, updated: str | None = None, title: str = "Norland sent rifles") -> Listed:
    return Listed(name, f"https://courier.example/{name}", updated, {"title": title})


def names(state: State, now: float = 100.0) -> list[str]:
    return [waiting.entry.name for waiting in state.waiting(now)]


def test_what_a_source_lists_waits_until_it_is_read_also_in_the_next_run(tmp_path: Path) -> None:
    path = tmp_path / "news.state"
    with State(path) as state:
        assert state.source(FEED) == Known()
        headers = {"etag": '"7"', "last-modified": "Monday", "server": "x"}
        assert state.answered(FEED, headers, [listed("a"), listed("b"), listed("a")], now=1, due=61) == 2
        first, second = state.waiting(1)
        assert (first.entry, first.tries) == (listed("a"), 0)
        state.read(first, "article-1")
    with State(path) as state:
        assert state.source(FEED) == Known(61, '"7"', "Monday")
        assert state.source(FEED).headers == {"etag": '"7"', "last-modified": "Monday"}
        assert names(state) == ["b"]
        assert state.answered(FEED, {}, [listed("b"), listed("a"), listed("c")], now=61, due=121) == 1
        assert names(state) == ["b", "c"]
        state.given_up(second, "no article in it")
        assert state.counts() == Counts(waiting=1, read=1, failed=1)
        assert state.problems() == [(second.entry.url, "no article in it")]


def test_what_was_changed_at_its_source_waits_again(tmp_path: Path) -> None:
    with State(tmp_path / "news.state") as state:
        state.answered(FEED, {}, [listed("a", "Monday")], now=1, due=61)
        (waiting,) = state.waiting(1)
        state.read(waiting, "article-1")
        assert state.answered(FEED, {}, [listed("a", "Monday")], now=61, due=121) == 0
        assert state.answered(FEED, {}, [listed("a", "Tuesday", "Norland sent no rifles")], now=121, due=181) == 1
        (waiting,) = state.waiting(121)
        assert waiting.entry == listed("a", "Tuesday", "Norland sent no rifles")


def test_what_could_not_be_had_is_put_off_and_counted(tmp_path: Path) -> None:
    with State(tmp_path / "news.state") as state:
        assert state.next_due() is None
        state.answered(FEED, {}, [listed("a")], now=1, due=61)
        (waiting,) = state.waiting(1)
        state.put_off(waiting, "does not answer", due=500)
        assert (names(state, 499), state.next_due()) == ([], 500)
        (waiting,) = state.waiting(500)
        assert waiting.tries == 1


def test_a_source_that_fails_keeps_what_is_known_of_it(tmp_path: Path) -> None:
    with State(tmp_path / "news.state") as state:
        state.answered(FEED, {"etag": "1"}, [], now=1, due=61)
        for failures in (1, 2):
            state.failed(FEED, "does not answer", now=61, due=181)
            assert state.source(FEED) == Known(181, "1", None, failures, "does not answer")
        state.answered(FEED, {}, [], now=181, due=241)
        assert state.source(FEED) == Known(241)
        state.failed("https://new.example/", "unknown host", now=1, due=2)
        assert state.source("https://new.example/").failures == 1


def test_an_answer_that_breaks_off_is_not_there_at_all(tmp_path: Path) -> None:
    def entries() -> list[Listed]:
        yield listed("a")  # type: ignore[misc]
        raise RuntimeError

    with State(tmp_path / "news.state") as state:
        with pytest.raises(RuntimeError):
            state.answered(FEED, {"etag": "1"}, entries(), now=1, due=61)
        assert (state.source(FEED), names(state)) == (Known(), [])


_KILLED = """
import os, sys
from pathlib import Path
from armswire.watching.state import Listed, State
state = State(Path(sys.argv[1]))
state.answered("https://courier.example/rss.xml", {"etag": "1"}, [Listed(n, n, None, {}) for n in "abc"], now=1, due=9)
state.read(next(state.waiting(1)), "article-1")
os.kill(os.getpid(), 9)
"""


def test_who_is_killed_loses_nothing_and_holds_up_nobody(tmp_path: Path) -> None:
    path = tmp_path / "news.state"
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(path)], env={"PYTHONPATH": "src"}, check=False)
    assert killed.returncode == -9
    with State(path) as state:
        assert (names(state), state.source(FEED).etag) == (["b", "c"], "1")


def test_two_watches_of_one_plan_are_one_too_many(tmp_path: Path) -> None:
    with State(tmp_path / "news.state"), pytest.raises(InputError, match="another watch is using it"):
        State(tmp_path / "news.state")


@pytest.mark.parametrize("content", [b"dear diary", b"SQLite format 3\x00" + b"\xff" * 500])
def test_another_file_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        State(path)
    assert caught.value.place == str(path) and caught.value.remedy
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE entries (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(InputError, match="not the state of a watch"):
        State(path)
    assert path.read_bytes() == before
