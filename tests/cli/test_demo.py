"""`armswire demo`."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
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


def test_the_page_is_served_and_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    command = [sys.executable, "-m", "armswire", "demo", "--quiet", "--serve"]
    environment = {**os.environ, "BROWSER": "true"}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            address = next(found[1] for line in process.stdout if (found := re.search(r"Serving (\S+)", line)))
            with urllib.request.urlopen(address, timeout=20) as answer:
                assert answer.read() == (tmp_path / "armswire-demo.html").read_bytes()
            for other in ("secret.txt", "armswire-demo.db", "../"):
                with pytest.raises(urllib.error.HTTPError, match="404"):
                    urllib.request.urlopen(address + other, timeout=20)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.communicate(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        assert process.returncode == 0
