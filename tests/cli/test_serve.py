"""`armswire serve`."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from armswire.cli.main import run


@contextmanager
def serving(*arguments: str, cwd: Path, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and the address that it prints."""
    command = [sys.executable, "-m", "armswire", *arguments]
    known = {**os.environ, "BROWSER": "true", **environment}
    with subprocess.Popen(
        command, cwd=cwd, env=known, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process, next(found[1] for line in process.stdout if (found := re.search(r"Serving (\S+)/ ", line)))
        finally:
            process.kill()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_is_ready_serves_and_ends_cleanly(samples_register: Path, tmp_path: Path, end: signal.Signals) -> None:
    with serving("serve", "--port", "0", "-r", str(samples_register), cwd=tmp_path) as (process, address):
        with urllib.request.urlopen(f"{address}/healthz", timeout=30) as answer:
            assert answer.status == 200
        with urllib.request.urlopen(f"{address}/", timeout=30) as answer:
            assert "Open disputes" in answer.read().decode()
        process.send_signal(end)
        _, errors = process.communicate(timeout=20)
        assert process.returncode == 0
        assert errors == ""


def test_the_demo_serves_its_register(tmp_path: Path) -> None:
    with serving("demo", "--quiet", "--serve", cwd=tmp_path) as (process, address):
        with urllib.request.urlopen(f"{address}/disputes", timeout=30) as answer:
            assert "Did Iran supply Ethiopia" in answer.read().decode()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        assert process.returncode == 0
    assert (tmp_path / "armswire-demo.html").stat().st_size > 0


def test_a_port_that_is_taken_is_told(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", "--port", str(port), "-r", str(samples_register)]) == 2
    told = capsys.readouterr().err
    assert "Address already in use" in told
    assert str(port) in told
    assert "another port" in told


def test_a_register_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--port", "0", "-r", str(tmp_path / "none.db")]) == 3
    assert "no register here" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "armswire.example"])
def test_beyond_this_machine_a_token_is_demanded(
    samples_register: Path, capsys: pytest.CaptureFixture[str], host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARMSWIRE_TOKEN", raising=False)
    assert run(["serve", "--host", host, "--port", "0", "-r", str(samples_register)]) == 2
    assert "--token" in capsys.readouterr().err


def test_a_token_that_could_be_guessed_is_refused(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["serve", "--host", "0.0.0.0", "--token", "short", "--port", "0", "-r", str(samples_register)]
    assert run(arguments) == 2
    assert "can be guessed" in capsys.readouterr().err


def test_a_host_of_another_machine_is_told(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["serve", "--host", "192.0.2.7", "--token", "a-token-of-some-length", "--port", "0"]
    assert run([*arguments, "-r", str(samples_register)]) == 2
    assert "192.0.2.7" in capsys.readouterr().err


def test_the_token_of_the_environment_holds(samples_register: Path, tmp_path: Path) -> None:
    token = "a-token-of-some-length"
    arguments = ("serve", "--host", "0.0.0.0", "--port", "0", "-r", str(samples_register))
    with serving(*arguments, cwd=tmp_path, ARMSWIRE_TOKEN=token) as (_, address):
        port = address.rpartition(":")[2]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/disputes", timeout=30) as answer:
            assert "Log in" in answer.read().decode()
        asked = urllib.request.Request(
            f"http://127.0.0.1:{port}/disputes", headers={"Authorization": f"Bearer {token}"}
        )
        with urllib.request.urlopen(asked, timeout=30) as answer:
            assert "Log in" not in answer.read().decode()
