"""One register of the bundled dispatches for all tests of the command line; they only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from armswire.cli.main import run
from armswire.samples import DISPATCHES


@pytest.fixture(scope="session")
def samples_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register made by `armswire add`."""
    path = tmp_path_factory.mktemp("register") / "samples.db"
    assert run(["add", str(DISPATCHES), "--register", str(path), "--quiet"]) == 0
    return path
