"""What holds for every page over every register: for everybody, on every screen, and without scripts."""

from __future__ import annotations

import pytest
from web_server import Site

from armswire.register import queries
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.store import open_register
from tests.end_to_end.conftest import NewPerson
from tests.end_to_end.known import Known
from tests.end_to_end.readable import find_faint, find_faults, find_misfits

# A new page is added here; what stands in braces is looked up in the register.
PATHS = [
    "/",
    "/?supplier=KOR&item=ammunition&width=quantity",
    "/transfers",
    "/transfers?item=ML3&words=ammunition&standing=disputed",
    "/transfers/{transfer}",
    "/disputes",
    "/disputes?type=denial&state=open",
    "/disputes/{dispute}",
    "/quality",
    "/review",
    "/review?need=disputed",
    "/review?need=single",
    "/review?need=contrary",
    "/actors",
    "/actors?words=korea",
    "/actors/KOR",
    "/actors/{supplier}?toward=UKR",
    "/articles",
    "/articles?words=shells&sort=id",
    "/articles/{article}",
    "/articles/{longest}",
]


@pytest.fixture(scope="session")
def records(known: Known) -> dict[str, str]:
    """Those of which most is told."""
    with open_register(known.register, create=False) as register:
        transfers = list(queries.list_transfers(register))
        articles = [record.article for record in queries.list_articles(register)]
        claims = [record.claim for record in queries.list_claims(register)]
        disputes = queries.list_disputes(register, DisputeFilter(state="open"))
        return {
            "transfer": max(transfers, key=lambda one: (len(one.disputes), len(one.claims))).id,
            "dispute": max(disputes, key=lambda one: len(one.words)).id,
            "supplier": "CHL" if any(one.supplier and one.supplier[0] == "CHL" for one in claims) else "KOR",
            "article": max(articles, key=lambda one: sum(claim.document == one.id for claim in claims)).id,
            "longest": max(articles, key=lambda one: len(one.text)).id,
        }


@pytest.fixture(params=PATHS)
def path(request: pytest.FixtureRequest, records: dict[str, str]) -> str:
    return str(request.param).format(**records)


def test_it_is_for_everybody_and_fits_every_window(somebody: NewPerson, reading: Site, path: str) -> None:
    reader = somebody(reading)
    for width in (360, 1280, 2560):
        reader.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        reader.page.set_viewport_size({"width": width, "height": 900})
        reader.opens(path)
        # Rules of WCAG do not ask how wide a window is once it is not narrow.
        assert (find_misfits if width > 1280 else find_faults)(reader.page) == [], (width, "light")
        if width <= 1280:
            reader.page.emulate_media(color_scheme="dark")
            assert find_faint(reader.page) == [], (width, "dark")


def test_each_can_be_read_without_scripts(somebody: NewPerson, reading: Site, records: dict[str, str]) -> None:
    reader = somebody(reading, scripts=False)
    for path in PATHS:
        reader.opens(path.format(**records))
        assert reader.page.locator("h1").count() == 1, path
        assert reader.page.locator("#theme-switch").is_hidden(), path
