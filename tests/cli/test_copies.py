"""What a user is told of a copy: how like its original it is, and why that is held to have come first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armswire.cli.main import run
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article

STORY = " ".join(f"On the quay of Norhaven clerk number {n} counted {n * 7} crates for Sudmark." for n in range(30))
LIKE = "the same text, cut to 51%, under another headline (1.00)"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "armswire.db"
    cut = " ".join(STORY.split()[: len(STORY.split()) // 2])
    with open_register(path) as opened:
        record(opened, make_article("first", STORY, outlet="Gulf Wire", title="Crates for Sudmark"), [])
        record(opened, make_article("second", cut, title="Nobody knows what is in them", published="2031-03-11"), [])
    return path


def shown(register: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run([*arguments, "--register", str(register)]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_show_tells_how_like_its_original_a_copy_is_and_why_that_is_first(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = f"Gulf Wire, 2031-03-10 [first]: {LIKE}; it came first: published a day earlier"
    assert told in shown(register, capsys, "show", "second")
    assert f"Harbour Courier, 2031-03-11 [second]: {LIKE}" in shown(register, capsys, "show", "first")


def test_the_export_tells_it(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "articles", "--register", str(register)]) == 0
    told = {one["id"]: one for one in map(json.loads, capsys.readouterr().out.splitlines())}
    assert told["second"]["copy_of"] == "first"
    assert told["second"]["likeness"] == {"share": 1.0, "length": 0.51, "first_by": "day"}
    assert told["first"]["likeness"] is None
