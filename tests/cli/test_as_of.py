"""`--as-of`: the register as it could be known on a day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armswire.cli.main import run
from armswire.samples import DISPATCHES

DAY = "2024-03-31"


@pytest.fixture(scope="module")
def known_then(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register to which only the dispatches of that day and before were added."""
    folder = tmp_path_factory.mktemp("then")
    lines = DISPATCHES.read_text(encoding="utf-8").splitlines()
    early = [line for line in lines if json.loads(line)["published"] <= DAY]
    assert 0 < len(early) < len(lines)
    (folder / "early.jsonl").write_text("\n".join(early), encoding="utf-8")
    assert run(["add", str(folder / "early.jsonl"), "--register", str(folder / "then.db"), "--quiet"]) == 0
    return folder / "then.db"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(list(arguments)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("what", ["claims", "transfers", "disputes", "positions", "csv", "html"])
def test_an_export_has_the_bytes_of_a_register_of_that_day(
    samples_register: Path, known_then: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    capsys.readouterr()
    expected = printed(capsys, "export", what, "--register", str(known_then))
    assert printed(capsys, "export", what, "--register", str(samples_register), "--as-of", DAY) == expected
    assert printed(capsys, "export", what, "--register", str(samples_register)) != expected


def test_list_show_and_explain_look_back_too(
    samples_register: Path, known_then: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    here, then = ("--register", str(samples_register)), ("--register", str(known_then))
    listed = printed(capsys, "list", "transfers", "--json", *then)
    assert printed(capsys, "list", "transfers", "--json", *here, "--as-of", DAY) == listed
    transfer = json.loads(listed)[0]
    for command, record in (("show", transfer["id"]), ("explain", transfer["claims"][0])):
        assert printed(capsys, command, record, *here, "--as-of", DAY) == printed(capsys, command, record, *then)


def test_standard_error_tells_what_is_left_out(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "transfers", "--register", str(samples_register), "--as-of", "2000-01-01", "--json"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out) == []
    assert "as known on 2000-01-01: 0 articles" in captured.err
    assert "published later" in captured.err


@pytest.mark.parametrize("day", ["2024-02-30", "yesterday", ""])
def test_what_is_no_day_is_refused(samples_register: Path, capsys: pytest.CaptureFixture[str], day: str) -> None:
    assert run(["list", "transfers", "--register", str(samples_register), "--as-of", day]) == 2
    assert "2023-03-01" in capsys.readouterr().err
