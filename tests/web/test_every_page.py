"""What holds for every page: read by everybody, on every screen, without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from armswire.register import queries
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.store import open_register

# A new page is added here; what stands in braces is looked up in the register.
PATHS = [
    "/",
    "/?supplier=KOR&item=ammunition&width=quantity",
    "/transfers",
    "/transfers?item=ML3&words=ammunition&standing=denied",
    "/disputes",
    "/disputes?type=denial&state=open",
    "{dispute}",
    "/quality",
    "/review",
    "/review?need=disputed",
    "/review?need=single",
    "/review?need=contrary",
    "/actors",
    "/actors?words=korea",
    "/actors/KOR",
    "/actors/CHL?toward=UKR",
    "/articles",
    "/articles?words=shells&sort=id",
    "/articles/sample-17-tanks-reversed",
    "/articles/sample-13-helmets",
]


@pytest.fixture(params=PATHS)
def path(request: pytest.FixtureRequest, samples_register: Path) -> str:
    with open_register(samples_register, create=False) as register:
        known = {"dispute": next(queries.list_disputes(register, DisputeFilter(state="open"))).id}
    return str(request.param).format(dispute=f"/disputes/{known['dispute']}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_for_everybody_and_fits_the_window(open_browser, path: str, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    watched = open_browser(width=width, scheme=scheme)
    page = watched.go(path)
    # The Content-Security-Policy keeps the page from running what is not ours, and so axe comes by the debugger.
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_can_be_read_without_scripts(open_browser, path: str) -> None:
    page = open_browser(scripts=False).go(path)
    assert page.locator("h1").count() == 1
    assert page.locator("#theme-switch").is_hidden()
