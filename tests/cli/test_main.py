"""The frame of the command line: exit statuses, closed pipes, the version."""

from __future__ import annotations

import os
import shlex
import shutil
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [["list", "claims"], ["export", "articles"], ["show", "sample-01"], ["--version"]])
def test_standard_output_that_is_full_is_named(samples_register: Path, command: list[str]) -> None:
    where = [] if command == ["--version"] else ["--register", str(samples_register)]
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*ARMSWIRE, *command, *where], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("armswire: standard output: cannot be written: No space left on device")


def test_a_process_without_standard_output_still_works(samples_register: Path) -> None:
    command = shlex.join([*ARMSWIRE, "list", "disputes", "--register", str(samples_register)])
    done = subprocess.run(["sh", "-c", f"{command} >&-"], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "command",
    [
        ["list", "claims", "--register", "{}"],
        ["add", "-", "--register", "{}"],
        ["score", "--gold", "{}", "--pred", "{}"],
    ],
    ids=["list", "add", "score"],
)
def test_a_file_that_may_not_be_read_is_unusable_and_no_wrong_usage(tmp_path: Path, command: list[str]) -> None:
    bound = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if bound and shutil.which(bound[0]) is None:
        pytest.skip("permissions do not bind the superuser")
    closed = tmp_path / "closed.db"
    closed.write_bytes(b"")
    closed.chmod(0)
    called = [part.format(closed) for part in command]
    done = subprocess.run(
        [*bound, *ARMSWIRE, *called], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"armswire: {closed}: ")


def test_no_colour_where_output_is_no_terminal(samples_register: Path) -> None:
    listing = [*ARMSWIRE, "list", "transfers", "--register", str(samples_register)]
    printed = subprocess.run(listing, capture_output=True, check=True).stdout
    assert b"\x1b" not in printed
