"""Versions of an article on the pages: what was edited away is told by words and signs, and reached with the keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Open
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.cli.main import run
from tests.cli.test_versions import ADDRESS, CRITICISED, FIRST, ORDERED, PLEDGED, dispatch

MORE = "The Oslo Courier has not seen the contract. The ministry did not say more. Nobody in Nairobi could be reached."
HOSTILE = "<script>document.title='no'</script> & “so”"


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Two texts of one address, the first of which a page changed without a word."""
    folder: Path = tmp_path_factory.mktemp("versions")
    second = f"{PLEDGED}\n\n{ORDERED}\n\n{CRITICISED}\n\n{MORE}\n\nA reader wrote: {HOSTILE}."
    texts = [dispatch(f"{FIRST}\n\n{MORE}", 2, title="Norway delivers launchers"), dispatch(second, 3)]
    lines = folder / "dispatches.jsonl"
    lines.write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
    assert run(["add", str(lines), "--register", str(folder / "r.db"), "--quiet"]) == 0
    with run_site(Served(str(folder / "r.db"))) as site:
        yield site


@pytest.mark.parametrize("scripts", [True, False])
def test_the_difference_is_told_without_colour(open_browser: Open, edited: Site, *, scripts: bool) -> None:
    page = open_browser(home=edited.address, scripts=scripts).go("/articles/gulf-1%402")
    versions = page.get_by_role("region", name="Versions of it")
    told = versions.inner_text()
    for words in ("Version 2, this one", "a silent edit", "the headline changed", "Removed", "Added", "Changed"):
        assert words.casefold() in told.casefold()
    assert versions.locator("del", has_text="has delivered 40").count() == 1
    assert versions.locator("ins", has_text="will deliver 14").count() == 1
    assert "removed:" in (versions.locator("del").first.text_content() or "")
    sign = versions.locator("del").first.evaluate("it => getComputedStyle(it, '::before').content")
    assert "−" in sign
    assert page.title() != "no"


def test_what_stayed_unfolds_with_the_keyboard(open_browser: Open, edited: Site) -> None:
    page = open_browser(home=edited.address).go("/articles/gulf-1%402")
    folded = page.locator(".passage-same details, details.passage-same").first
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    assert folded.get_attribute("open") is not None
    assert CRITICISED in folded.inner_text()


def test_a_claim_edited_away_says_so_on_every_page(open_browser: Open, edited: Site) -> None:
    page = open_browser(home=edited.address).go("/articles/gulf-1")
    assert "version 1 of 2" in page.locator("header.page-head").inner_text().casefold()
    card = page.locator("li.claim", has_text="edited away")
    assert card.count() == 1
    link = card.get_by_role("link", name="Edited away in the version of 2031-03-03")
    link.click()
    page.wait_for_url("**/articles/gulf-1%402#versions")
    page.get_by_role("region", name="Versions of it").get_by_role("link", name="delivery · NOR → KEN").click()
    page.wait_for_url("**/articles/gulf-1#claim-*")
    page.locator("li.claim", has_text="edited away").get_by_role("link", name="Norway → Kenya").first.click()
    assert "Edited away: no article tells it any more" in page.locator("main").inner_text()
    assert page.goto(f"{edited.address}/transfers") is not None
    assert "edited away" in page.locator("tbody tr.transfer", has_text="edited away").first.inner_text()
    assert page.goto(edited.address) is not None
    assert "1 claim edited away" in page.locator("#news").locator("..").inner_text()


def test_the_address_is_told_as_it_was(edited: Site) -> None:
    assert ADDRESS in edited.ask("/articles/gulf-1%402").text
