"""`armswire quality` tells the packaged figures."""

from __future__ import annotations

import json

import pytest

from armswire.cli.main import run
from armswire.scoring.measured import load_measured


def test_it_prints_every_table_with_what_was_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quality"]) == 0
    out = capsys.readouterr().out
    pledge = load_measured()["dispatches"].tables["stages"]["pledge"]
    assert f"({pledge.right} of {pledge.read})" in out
    for words in ("By slot", "Chains of speakers", "transfers, B-cubed F1", "Read for the first time"):
        assert words in out


def test_a_program_gets_what_the_api_gives(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quality", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["groups"].keys() == load_measured().keys()
    assert told["groups"]["seeds"]["tables"]["cores"]["all"]["precision"] > 0.9
