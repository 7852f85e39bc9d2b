"""Words of articles are words, whatever they look like."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from factories import make_article, make_claim, make_item, make_source
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.register import queries
from armswire.register.record import record
from armswire.register.store import open_register

SCRIPT = "<script>window.broken=1</script>"
IMAGE = '"><img src=x onerror="window.broken=2">'
TURNED = "\u202eabc\u202c"  # written from right to left from here on
ARTICLE = f"/articles/{quote(f'said{IMAGE}', safe='')}"
SENTENCE = f"Norland shipped {SCRIPT} shells &amp; {IMAGE} to Ukraine, {{{{ 7 * 7 }}}} {TURNED}."


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[tuple[Site, str]]:
    """A register whose every text is written to do harm, and the address of its dispute."""
    place = tmp_path / "hostile.db"
    items = [make_item(f"shells {IMAGE}", designation=SCRIPT)]
    denying = [make_source(f"{SCRIPT} a minister", "KOR", "named_official")]
    with open_register(place) as register:
        for name, polarity, chain in (("said", "affirmed", []), ("denied", "negated", denying)):
            article = make_article(
                f"{name}{IMAGE}",
                SENTENCE,
                outlet=f"Courier {SCRIPT}",
                title=f"Title {IMAGE}",
                url="javascript:alert(1)",
            )
            claim = make_claim(
                "delivery", document=article.id, polarity=polarity, items=items, attribution=chain, text=SENTENCE
            )
            record(register, article, [claim])
        dispute = next(queries.list_disputes(register)).id
    with run_site(Served(str(place))) as running:
        yield running, f"/disputes/{dispute}"


def test_no_text_of_an_article_is_run_or_loses_its_signs(open_browser, hostile: tuple[Site, str]) -> None:
    site, dispute = hostile
    watched = open_browser(home=site.address)
    for path in (dispute, "/", "/disputes", "/review?need=disputed", "/articles", ARTICLE, "/actors/KOR"):
        page = watched.go(path)
        assert page.evaluate("window.broken") is None
        # All images and scripts are ours; data for pictures is no script.
        assert page.locator("main img, main script:not([type='application/json'])").count() == 0
        assert SCRIPT in page.locator("main").inner_text()
    page = watched.go(dispute)
    assert SENTENCE in page.locator("blockquote").first.inner_text()
    assert page.locator("blockquote").first.get_attribute("dir") == "auto"
    assert page.locator("a[href^='javascript']").count() == 0
