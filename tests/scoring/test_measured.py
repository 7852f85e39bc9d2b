"""The figures that come with the program: whole, of this version, not below the floors, and the README's."""

from __future__ import annotations

import json
import math
import re
from datetime import date
from pathlib import Path

import pytest

import armswire
from armswire.scoring.counts import Count, Share
from armswire.scoring.measured import Measurement, load_measured, load_names, record
from benchmarks.quality.recording import README, TABLE_BEGINS, TABLE_ENDS, readme_table
from benchmarks.quality.run import read_floors

PROSE = " ".join(README.read_text(encoding="utf-8").split())


def test_they_are_those_of_this_version() -> None:
    assert {one.version for one in load_measured().values()} == {armswire.__version__}


def test_every_group_that_is_told_of_was_measured_and_has_its_words() -> None:
    names, measured = load_names(), load_measured()
    assert {group for groups in names.sections.values() for group in groups} == measured.keys()
    assert all("{" not in names.title(group, one) for group, one in measured.items())
    shares = {name for one in measured.values() for name in one.shares}
    unnamed = shares - names.figures.keys() - names.slots.keys() - {"evidence"}
    assert unnamed == set()


@pytest.mark.parametrize("group", sorted(load_measured().keys() & read_floors().keys()))
def test_none_is_below_its_floor(group: str) -> None:
    one = load_measured()[group]
    floors = read_floors()[group]
    # The floors are cut to three decimals; PolNeAR's differ a little between processors.
    low = {
        name: (one.figure(name), floor)
        for name, floor in floors.items()
        if (value := one.figure(name)) is not None and value < floor - 0.005
    }
    assert low == {}
    assert any(one.figure(name) is not None for name in floors)


def test_the_table_in_the_readme_is_made_from_them() -> None:
    text = README.read_text(encoding="utf-8")
    assert text.split(TABLE_BEGINS)[1].split(TABLE_ENDS)[0].strip() == readme_table(load_measured())


def test_the_figures_in_the_words_of_the_readme_are_the_measured_ones() -> None:
    for one in load_names().first_readings:
        assert f"{one.value:.2f} on {one.words}" in PROSE
    attributions = load_measured()["attributions"]
    table = attributions.tables["attributions"]
    told = re.search(r"finds attributions with an F1 of (0\.\d\d), and (0\.\d\d) with the source right", PROSE)
    assert told is not None
    assert told.groups() == tuple(f"{math.floor(100 * table[name].f1) / 100:.2f}" for name in ("attributions", "joint"))
    assert f"On {attributions.sizes['documents']} articles" in PROSE
    reconciling = load_measured()["reconciling"].values
    assert (
        f"B-cubed F1 of {reconciling['b_cubed_f1']:.2f}, {round(100 * reconciling['false_merges'])} in 100 mixes"
        in PROSE
    )
    assert f"the origin is right for {round(100 * reconciling['origins'])} in 100" in PROSE
    assert f"typed with an F1 of {reconciling['disputes_f1']:.2f}" in PROSE


def test_what_is_measured_again_takes_the_place_of_what_was_and_leaves_the_rest(tmp_path: Path) -> None:
    place = tmp_path / "measured.json"
    first = Measurement(version="1", day=date(2024, 5, 1), sizes={"documents": 2}, shares={"chain": Share(1, 2)})
    other = Measurement(
        version="1", day=date(2024, 5, 1), sizes={"documents": 3}, tables={"stages": {"pledge": Count(1, 2, 1, 1)}}
    )
    record({"one": first, "other": other}, place)
    kept = record({"one": Measurement(version="2", day=date(2024, 6, 1), sizes={"documents": 2})}, place)
    assert kept["other"] == other
    assert kept["one"].version == "2"
    assert '"pledge": {"right": 1, "read": 2, "found": 1, "gold": 1}' in place.read_text("utf-8")
    assert json.loads(place.read_text("utf-8"))["groups"].keys() == {"one", "other"}
