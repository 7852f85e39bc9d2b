"""`armswire position` and `list positions`: what is said beside what is reported done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armswire.cli.main import run
from armswire.cli.timeline import Lane, Mark, draw
from armswire.model.ranges import DateRange
from tests.factories import make_dates


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(list(arguments)) == 0
    return capsys.readouterr().out


def days(words: str) -> DateRange:
    found = make_dates(words)
    assert found is not None
    return found


def test_a_card_tells_what_is_said_beside_what_is_done(
    samples_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--register", str(samples_register))
    capsys.readouterr()
    shown = printed(capsys, "position", "Chile", "Ukraine", *where)
    line = json.loads(printed(capsys, "position", "CHL", "UKR", *where, "--json"))
    assert shown.startswith("Chile toward Ukraine")
    assert "reverses" in shown
    assert line["actor"] == "CHL"
    assert {word["says"] for word in line["said"]} >= {"reverses"}
    assert all(word["claim"][:12] in shown for word in line["said"])
    assert all(deed["transfer"][:15] in shown for deed in line["done"])


def test_an_overview_has_a_row_for_each_recipient(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--register", str(samples_register))
    capsys.readouterr()
    listed = json.loads(printed(capsys, "list", "positions", *where, "--json"))
    actor = listed[0]["actor"]
    lines = json.loads(printed(capsys, "position", actor, *where, "--json"))
    assert {one["toward"] for one in listed if one["actor"] == actor} <= {line["toward"] for line in lines}
    shown = printed(capsys, "position", actor, *where)
    assert f"said and done ({len(lines)})" in shown


def test_positions_are_listed_as_they_are_exported(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--register", str(samples_register))
    capsys.readouterr()
    exported = [json.loads(one) for one in printed(capsys, "export", "positions", *where).splitlines()]
    assert json.loads(printed(capsys, "list", "positions", *where, "--json")) == exported
    some = json.loads(printed(capsys, "list", "positions", "--toward", "UKR", "--stage", "refusal", *where, "--json"))
    assert some == [one for one in exported if (one["toward"], one["stage"]) == ("UKR", "refusal")]
    assert f"Positions ({len(exported)})" in printed(capsys, "list", "positions", *where)


def test_a_line_is_known_as_on_a_day(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    line = json.loads(
        printed(capsys, "position", "CHL", "--register", str(samples_register), "--as-of", "2024-06-16", "--json")
    )
    assert all(word["reported"] <= "2024-06-16" for one in line for word in one["said"])
    assert "reverses" not in {word["says"] for one in line for word in one["said"]}


def test_nothing_told_is_wrong_usage(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["position", "ISL", "TUV", "--register", str(samples_register)]) == 2
    assert "nothing is told" in capsys.readouterr().err


def test_lanes_are_drawn_on_one_axis() -> None:
    lanes = [
        Lane("refuses", [Mark(days("2022-01-01"), "●"), Mark(days("2022-12-31"), "●")], days("2022-01-01/2022-12-31")),
        Lane("delivery", [Mark(days("2022-07-01/2022-07-31"), "◆")]),
    ]
    labels, ticks, refuses, delivery = draw(lanes, 60)
    assert all(len(row) <= 60 for row in (labels, ticks, refuses, delivery))
    assert "2022-07" in labels
    assert refuses.count("●") == 2
    assert "─" in refuses
    assert delivery.index("◆") == ticks.index("┬", labels.index("2022-07") - 1)
    assert delivery[delivery.index("◆") + 1] == "═"


@pytest.mark.parametrize("span", ["2022-01-01", "2022-01-01/2022-01-20", "1999-01-01/2061-12-31"])
@pytest.mark.parametrize("width", [30, 80, 200])
def test_any_span_fits_any_width(span: str, width: int) -> None:
    for row in draw([Lane("a" * 40, [Mark(days(span), "●")], days(span))], width):
        assert len(row) <= max(width, 60)
    assert draw([Lane("nothing", [])], width) == []
