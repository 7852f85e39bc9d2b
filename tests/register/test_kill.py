"""A kill at any moment loses at most the article under way, and the next run goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

# Some minutes' work, which is left to CI.
KILLS = 200 if os.environ.get("CI") else 20


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a matter of POSIX")
def test_a_register_is_whole_after_every_kill_and_ends_as_without_kills(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", *sys.path])}
    command = [sys.executable, "-m", "tests.register.killing", str(tmp_path), str(KILLS), "20310310"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=1200)
    assert done.returncode == 0, done.stderr
    kills, _, registers, _ = done.stdout.replace(",", "").split()
    assert int(kills) >= KILLS
    # Several, so that kills fell on the making of a register and on its filling.
    assert int(registers) >= 2
