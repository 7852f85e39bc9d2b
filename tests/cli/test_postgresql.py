"""The commands on a register in PostgreSQL say what they say on a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from armswire.cli.main import run
from armswire.register.databases.address import read_address
from tests.servers import Server


def test_without_the_driver_the_remedy_is_said() -> None:
    code = (
        "import sys; sys.modules['pg8000'] = None\n"
        "from armswire.cli.main import run\n"
        "sys.exit(run(['list', 'claims', '--register', 'postgresql://anna:secret@db.example/arms']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "pip install 'armswire[postgresql]'" in done.stderr
    assert "secret" not in done.stderr


def test_the_command_line_takes_an_address_wherever_it_takes_a_path(
    postgresql: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], samples_register: Path
) -> None:
    place = postgresql.new_place()
    assert run(["copy", str(samples_register), place, "--quiet"]) == 0
    assert f"{read_address(place)}: 2" in capsys.readouterr().out
    assert run(["check", "--register", place, "--quiet"]) == 0
    assert run(["diff", "--register", str(samples_register), "--with", place, "--json"]) == 0
    assert '"changes": []' in capsys.readouterr().out
    monkeypatch.setenv("ARMSWIRE_REGISTER", place)
    for arguments in (["list", "transfers"], ["total"], ["list", "claims", "--third-hand"], ["export", "html"]):
        assert run([*arguments]) == 0
        told = capsys.readouterr().out
        assert run([*arguments, "--register", str(samples_register)]) == 0
        assert capsys.readouterr().out == told
    assert run(["list", "transfers", "--as-of", "2024-06-01", "--json"]) == 0
    told = capsys.readouterr().out
    assert run(["list", "transfers", "--as-of", "2024-06-01", "--json", "--register", str(samples_register)]) == 0
    assert capsys.readouterr().out == told
    assert run(["migrate", "--to", "1"]) == 0
    assert "to 1" in capsys.readouterr().out
    assert run(["migrate", "--json"]) == 0
    assert run(["check", "--quiet"]) == 0
