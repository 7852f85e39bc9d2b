"""Somebody follows a figure of the register to the words of the article that it rests on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect
from web_server import Site

from tests.end_to_end.conftest import NewPerson
from tests.end_to_end.known import Known
from tests.end_to_end.person import Person


def letters(words: str) -> str:
    return "".join(words.split())


def follow_to_the_article(reader: Person, ref: Locator, known: Known, slot: str, words: str) -> Locator:
    """From a figure's number to the card of its claim, and on to the place in the article; gives the card, as it was."""
    reader.follows(ref)
    card = reader.page.locator("li.claim:target")
    mark = card.locator(f"mark[data-slot*='{slot}']").filter(has_text=words).first
    assert words in reader.sees(mark)
    quotation = str(card.locator("blockquote").text_content())

    reader.follows(card.locator("p.from a"))
    place = reader.page.locator(".text .place:target")
    claim = str(place.get_attribute("id")).removeprefix("in-")
    number = reader.page.locator(f".text a.ref[href='#{claim}']").get_attribute("data-claim")
    marked = reader.page.locator(f".text .words[data-claims~='{number}']")
    reader.sees(marked.first)
    # What is marked is what was quoted, and it stands so in the article that was given.
    assert letters("".join(marked.all_text_contents())) == letters(quotation)
    article = reader.page.url.rpartition("/")[2].partition("#")[0]
    assert letters(quotation) in letters(known.texts()[article])
    # All of it stands out from what is marked for other claims.
    expect(reader.page.locator(".text .words.is-on")).to_have_count(marked.count())
    return marked


@pytest.mark.parametrize("hand", ["mouse", "keys"])
def test_from_a_number_of_the_register_to_the_words_of_the_article(
    somebody: NewPerson, reading: Site, known: Known, hand: str
) -> None:
    reader = somebody(reading, hand)
    reader.opens("/transfers")
    reader.opens_row(known.quantity.row)
    saying = reader.page.locator(".amounts .saying").filter(has_text=known.quantity.told).first
    marked = follow_to_the_article(reader, saying.locator("a.ref").first, known, "how many", known.quantity.words)
    assert known.quantity.words in "".join(marked.all_text_contents())


@pytest.mark.parametrize("hand", ["mouse", "keys"])
def test_from_a_day_of_a_transfer_to_the_words_that_it_was_reckoned_from(
    somebody: NewPerson, reading: Site, known: Known, hand: str
) -> None:
    reader = somebody(reading, hand)
    reader.opens("/transfers")
    reader.opens_row(known.day.row)
    lane = reader.page.locator(".lanes .lane").filter(has_text=known.day.told).first
    refs = lane.locator(".refs a")
    # Of the claims that tell of the step, one has its day.
    dated = [
        ref
        for ref in refs.all()
        if known.day.told in reader.page.locator(f"li.claim{ref.get_attribute('href')} .facts").inner_text()
    ]
    assert dated
    marked = follow_to_the_article(reader, dated[0], known, "when", known.day.words)
    assert known.day.words in "".join(marked.all_text_contents())
    reader.page.go_back()
    assert known.day.told in reader.page.locator("li.claim:target .facts").inner_text()
