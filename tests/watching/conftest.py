"""News on the loopback: sites whose feeds and pages tests say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from loopback import Site

from armswire.pipeline import Reader


@pytest.fixture
def new_site() -> Iterator[Callable[[], Site]]:
    """Makes servers, each a host of its own."""
    running: list[Site] = []

    def make() -> Site:
        running.append(Site())
        return running[-1]

    yield make
    for one in running:
        one.close()


@pytest.fixture(scope="session")
def pipeline() -> Reader:
    """One reader for all tests."""
    return Reader()
