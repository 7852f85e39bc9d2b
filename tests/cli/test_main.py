"""The frame of the command line: exit statuses, closed pipes, the version."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from armswire.cli.main import run

ARMSWIRE = [sys.executable, "-m", "armswire"]


def test_without_a_command_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert run(["--help"]) == 0
    assert "demo" in capsys.readouterr().out


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert capsys.readouterr().out == f"armswire {project['version']}\n"


def test_a_bad_setting_is_wrong_usage_and_named(
    samples_register: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ARMSWIRE_MATRICES", "abacus")
    assert run(["list", "claims", "--register", str(samples_register)]) == 2
    error = capsys.readouterr().err
    assert "ARMSWIRE_MATRICES" in error
    assert "abacus" in error
    assert "openblas" in error


def test_a_closed_pipe_ends_quietly(samples_register: Path) -> None:
    export = [*ARMSWIRE, "export", "articles", "--register", str(samples_register)]
    with subprocess.Popen(export, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_no_colour_where_output_is_no_terminal(samples_register: Path) -> None:
    listing = [*ARMSWIRE, "list", "transfers", "--register", str(samples_register)]
    printed = subprocess.run(listing, capture_output=True, check=True).stdout
    assert b"\x1b" not in printed
