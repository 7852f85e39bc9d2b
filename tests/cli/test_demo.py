"""`armswire demo`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armswire.cli.main import run


def test_the_demo_prints_transfers_disputes_and_its_page_and_can_be_run_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["demo", "--quiet"]) == 0
    first = capsys.readouterr().out
    assert "Transfers (" in first
    assert "Disputes (" in first
    assert str(tmp_path / "armswire-demo.html") in first
    assert (tmp_path / "armswire-demo.html").stat().st_size > 0
    assert run(["demo", "--quiet"]) == 0
    assert capsys.readouterr().out == first


def test_a_report_for_machines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["demo", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["counts"]["failed"] == 0
    assert report["page"] == str(tmp_path / "armswire-demo.html")
    assert report["transfers"]
    disputed = {dispute["type"] for dispute in report["disputes"]}
    assert {"denial", "end_user"} <= disputed


def test_somebodys_register_is_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register = tmp_path / "mine.db"
    register.write_text("mine", encoding="utf-8")
    assert run(["demo", "--register", str(register)]) == 2
    assert "mine.db" in capsys.readouterr().err
    assert register.read_text(encoding="utf-8") == "mine"
