"""Who is asked next, and who is left alone."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from armswire.watching.turns import LEAST_DELAY, LONGEST_WAIT, Turns, read_retry_after, wait_after


def test_a_host_is_asked_one_thing_at_a_time_and_rests_in_between() -> None:
    turns = Turns[int]()
    for what in (1, 2):
        turns.add("a", what)
    turns.add("b", 3)
    assert [turns.next(0), turns.next(0), turns.next(0)] == [("a", 1), ("b", 3), None]
    turns.done("a", 5.0)
    assert turns.next(5.0) is None
    assert turns.free_at() == 5.0 + LEAST_DELAY
    assert turns.next(5.0 + LEAST_DELAY) == ("a", 2)
    turns.done("a", 10.0, delay=30)
    turns.add("a", 4)
    assert (turns.next(39.9), turns.next(40.0)) == (None, ("a", 4))
    assert (len(turns), turns.free_at()) == (0, None)


def test_nothing_is_lost_nothing_twice_and_no_host_is_asked_twice_at_once() -> None:
    chance, turns, now = Random(5), Turns[int](), 0.0
    left, running, asked = list(range(2000)), dict[str, float](), Counter[int]()
    last: dict[str, float] = {}
    while left or len(turns) or running:
        for _ in range(min(len(left), chance.randrange(9))):
            what = left.pop()
            turns.add(f"host{what % 37}", what)
        while (found := turns.next(now)) is not None:
            host, what = found
            assert host not in running
            assert now - last.get(host, -10.0) >= LEAST_DELAY
            asked[what] += 1
            running[host] = now + chance.uniform(0, 3)
        now += 0.5
        for host in [host for host, until in running.items() if until <= now]:
            del running[host]
            last[host] = now
            turns.done(host, now)
    assert asked == Counter(range(2000))


def test_who_fails_again_and_again_is_asked_less_and_less_often() -> None:
    waits = [wait_after(failures, 600) for failures in range(12)]
    assert waits[:4] == [600, 1200, 2400, 4800]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT
    assert wait_after(0, 600, asked_for=900) == 900
    assert wait_after(500, 600, asked_for=1e9) == LONGEST_WAIT


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120), (" 7 ", 7), (None, None), ("soon", None), ("-1", None), ("9" * 40, 999_999_999),
        ("Wed, 01 Jan 2031 00:02:00 GMT", 120), ("Tue, 31 Dec 2030 00:00:00 GMT", 0),
    ],
)  # fmt: skip
def test_a_server_may_say_when_to_come_again(told: str | None, seconds: float | None) -> None:
    assert read_retry_after(told, 1_924_992_000.0) == seconds
