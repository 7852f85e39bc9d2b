"""Two registers, and people who use them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import open_windows
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.samples import DISPATCHES
from tests.end_to_end.known import Correction, Figure, Known
from tests.end_to_end.person import HANDS, Person

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NewPerson = Callable[..., Person]


@pytest.fixture(scope="session", params=["samples", "seeds"])
def known(request: pytest.FixtureRequest) -> Known:
    """The bundled dispatches, and the five seed articles where they are there."""
    if request.param == "samples":
        return Known(
            request.getfixturevalue("samples_register"),
            DISPATCHES,
            supplier=("Iran", "IRN"),
            word="drones",
            quantity=Figure("Mohajer-6", "18", "18"),
            day=Figure("Mohajer-6", "2023-11-01 to 2024-01-17", "since November"),
            single="Delivered 2023",
            correction=Correction("What", "Number, least", "21", "21"),
        )
    return Known(
        request.getfixturevalue("seeds_register"),
        request.getfixturevalue("seeds"),
        supplier=("South Korea", "KOR"),
        word="ammunition",
        quantity=Figure("(100,000)", "100,000", "100,000"),
        day=Figure("(100,000)", "2022-11", "November"),
        single="50 million USD",
        correction=Correction("When, and worth", "least", "60000000", "60 million USD"),
    )


@pytest.fixture(scope="session")
def reading(known: Known) -> Iterator[Site]:
    """A server over the register; tests only read from it."""
    with run_site(Served(str(known.register))) as running:
        yield running


@pytest.fixture
def copy(known: Known, tmp_path: Path) -> Path:
    """The register, to be judged."""
    return Path(shutil.copy(known.register, tmp_path / "copy.db"))


@pytest.fixture
def judging(copy: Path) -> Iterator[Site]:
    """A server over a register that may be judged."""
    with run_site(Served(str(copy))) as running:
        yield running


@pytest.fixture
def somebody(chromium: Browser) -> Iterator[NewPerson]:
    """People, each with a window and cookies of their own: `somebody(site, hand="keys", width=360)`."""
    with open_windows(chromium, None) as open_one:

        def come(site: Site, hand: str = "mouse", **how: object) -> Person:
            return Person(open_one(home=site.address, **how), HANDS[hand])

        yield come
