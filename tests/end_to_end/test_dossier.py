"""Somebody saves a transfer as one page, and reads and checks it where there is no network."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from web_server import Site

from tests.end_to_end.conftest import NewPerson
from tests.end_to_end.known import Known
from tests.end_to_end.readable import find_faint, find_faults, find_misfits

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def letters(words: str) -> str:
    return "".join(words.split())


@pytest.fixture
def saved(somebody: NewPerson, reading: Site, known: Known, tmp_path: Path) -> Path:
    reader = somebody(reading)
    reader.opens("/transfers")
    reader.opens_row(known.quantity.row)
    return reader.saves(reader.page.get_by_role("link", name="Save as one page"), tmp_path)


@pytest.fixture
def alone(chromium: Browser, saved: Path) -> Page:
    """The dossier in a window without a network, that has asked for nothing but the file."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: faults.append(request.url))
    page.goto(saved.as_uri())
    yield page
    context.close()
    assert faults == [saved.as_uri()]


def test_what_it_quotes_can_be_checked_against_the_articles(alone: Page, known: Known) -> None:
    texts = known.texts()
    rows = alone.locator("table.digests tbody tr")
    assert rows.count() > 0
    for row in rows.all():
        article = row.locator(".id").inner_text()
        assert row.locator("code").first.inner_text() == hashlib.sha256(texts[article].encode()).hexdigest()
    for summary in alone.locator(".claim .reading > summary").all():
        summary.click()
    for card in alone.locator("li.claim").all():
        place = re.search(r"code points (\d+) to (\d+) of (\S+)", card.locator(".reading").inner_text())
        assert place is not None
        quotation = texts[place[3]][int(place[1]) : int(place[2])]
        assert letters(str(card.locator("blockquote").text_content())) == letters(quotation)
    record = str(alone.locator("#record").text_content())
    assert alone.locator("#record-digest").inner_text() == hashlib.sha256(record.encode()).hexdigest()


def test_it_leads_from_a_number_to_its_words_and_nowhere_out_of_itself(alone: Page, known: Known) -> None:
    assert alone.evaluate("[...document.links].every(a => a.hash && a.href.startsWith(location.href.split('#')[0]))")
    alone.locator(".amounts .saying").filter(has_text=known.quantity.told).first.locator("a.ref").first.click()
    mark = alone.locator("li.claim:target mark[data-slot*='how many']").filter(has_text=known.quantity.words)
    assert mark.count() > 0
    # Its own style is in force, and it can be printed.
    assert alone.evaluate("getComputedStyle(document.querySelector('.claims')).listStyleType") == "none"
    assert alone.pdf().startswith(b"%PDF")


def test_it_is_for_everybody(alone: Page) -> None:
    for width in (360, 1280, 2560):
        alone.set_viewport_size({"width": width, "height": 900})
        assert (find_misfits if width > 1280 else find_faults)(alone) == [], width
    alone.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert find_faint(alone) == []
