"""A server on the loopback for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from loopback import Site


@pytest.fixture
def site() -> Iterator[Site]:
    """Empty; tests say what it answers."""
    running = Site()
    yield running
    running.close()
