from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from armswire.cli.main import run


def totals(register: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["total", *arguments, "--register", str(register), "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_a_denied_delivery_in_numbers_and_scenarios(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = totals(samples_register, capsys, "--supplier", "iran", "--recipient", "ETH", "--item", "aircraft")
    assert told["selection"]["supplier"] == "IRN"
    (row,) = told["totals"]
    assert (row["family"], row["unit"], row["currency"]) == ("aircraft", None, None)
    by_claimant = {scenario["if"]: (scenario["least"], scenario["most"]) for scenario in row["scenarios"]}
    assert by_claimant["if Iran is right"][1] < row["most"]["value"]
    assert row["least"]["uncertain"]
    assert any("Did Iran supply Ethiopia" in why for why in row["most"]["why"])
    assert all(share["claims"] for share in row["transfers"])
    assert run(["show", row["transfers"][0]["id"], "--register", str(samples_register)]) == 0


def test_the_table_has_brackets_reasons_and_scenarios(
    samples_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["total", "--item", "aircraft", "--register", str(samples_register)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Totals from pledge on (2)")
    for words in ("[", "told as 2 to 9", "Scenarios (2)", "if Iran is right", "2.1 billion", "Left out"):
        assert words in printed
    assert "⟦" not in printed


def test_the_sum_of_all_rows_is_less_for_less(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    promised = totals(samples_register, capsys)["totals"]
    delivered = totals(samples_register, capsys, "--stage", "delivery")["totals"]
    leasts = [
        {(row["family"], row["unit"], row["currency"]): row["least"]["value"] for row in rows}
        for rows in (promised, delivered)
    ]
    assert leasts[1].keys() <= leasts[0].keys()
    assert all(leasts[1][cell] <= leasts[0][cell] for cell in leasts[1] if cell[2] is None)


def test_a_period_is_a_year_a_month_or_a_day(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = totals(samples_register, capsys, "--since", "2024-02", "--until", "2024")["selection"]
    assert (chosen["since"], chosen["until"]) == ("2024-02-01", "2024-12-31")
    chosen = totals(samples_register, capsys, "--until", "2024-02", "--since", "2023-05-06")["selection"]
    assert (chosen["since"], chosen["until"]) == ("2023-05-06", "2024-02-29")


def test_as_known_on_a_day_there_is_less(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    then = totals(samples_register, capsys, "--as-of", "2023-12-31")
    assert 0 < len(then["totals"]) < len(totals(samples_register, capsys)["totals"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["--item", "spoons"],
        ["--stage", "refusal"],
        ["--stage", "giving"],
        ["--since", "lately"],
        ["--since", "2024-13"],
        ["--since", "2024", "--until", "2023"],
        ["--supplier", "Atlantis"],
    ],
)
def test_wrong_usage_is_said(samples_register: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(["total", *arguments, "--register", str(samples_register)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert arguments[1] in captured.err or "2024-01-01" in captured.err


def test_on_a_narrow_terminal_no_line_is_too_long(
    samples_register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert run(["total", "--register", str(samples_register)]) == 0
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= 60
