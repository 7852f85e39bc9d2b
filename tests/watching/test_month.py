"""A made-up week of feeds, in small what `benchmarks/collecting/month.py` does at length."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.collecting.month import run
from benchmarks.collecting.world import Fate, Kind, Trouble, World


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL, and all of 127/8, are a matter of POSIX")
def test_nothing_is_lost_and_nothing_is_twice_whatever_fails_and_whoever_is_killed(tmp_path: Path) -> None:
    month = run(feeds=10, entries=80, days=9, kills=2, seed=3, folder=tmp_path)
    assert month.is_right, month
    assert month.kills == 2
    assert month.texts > 60


def test_a_world_has_every_kind_of_trouble_in_it() -> None:
    world = World(500, 10_000, 30, 1)
    assert {host.trouble for host in world.hosts} == set(Trouble)
    assert {host.kind for host in world.hosts} == set(Kind)
    fates = Counter(story.fate for host in world.hosts for story in host.stories)
    assert set(fates) == set(Fate)
    assert fates.total() == 10_000
    assert any(host.also for host in world.hosts)
