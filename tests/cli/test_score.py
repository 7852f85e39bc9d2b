"""`armswire score`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armswire.cli.main import run


@pytest.fixture
def gold(samples_register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Gold of one dispatch: what the program itself reads in it, and one claim that it cannot find."""
    assert run(["export", "claims", "--register", str(samples_register)]) == 0
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    own = [claim for claim in claims if claim["document"] == "sample-18-headline"]
    path = tmp_path / "gold.json"
    missing = {"stage": "halt", "supplier": ["ISL"], "recipient": ["FJI"], "evidence": {"text": "Not there."}}
    path.write_text(json.dumps({"id": "sample-18-headline", "claims": [*own, missing]}), encoding="utf-8")
    assert len(own) == 1
    return path


def test_a_register_and_its_export_score_alike(
    samples_register: Path, gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = tmp_path / "claims.jsonl"
    assert run(["export", "claims", "--register", str(samples_register), "-o", str(export)]) == 0
    assert run(["score", "--gold", str(gold), "--register", str(samples_register), "--json"]) == 0
    of_register = json.loads(capsys.readouterr().out)
    assert run(["score", "--gold", str(gold), "--pred", str(export), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == of_register
    assert of_register["core_precision"] == 1.0
    assert of_register["claim_recall"] == 0.5


def test_misses_are_listed(samples_register: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", "--gold", str(gold), "--register", str(samples_register), "--errors"]) == 0
    shown = capsys.readouterr().out
    assert "missed sample-18-headline halt affirmed ISL > FJI | Not there." in shown
    assert "recall     50.0" in shown


def test_wrong_usage_and_unusable_gold(samples_register: Path, tmp_path: Path, gold: Path) -> None:
    assert run(["score", "--gold", str(gold)]) == 2
    assert run(["score", "--gold", str(gold), "--pred", "x", "--register", str(samples_register)]) == 2
    assert run(["score", "--gold", str(tmp_path / "none.json"), "--register", str(samples_register)]) == 3
