"""The register in a real browser: narrowed, sorted, searched, opened, kept as a table, without a mouse."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from factories import make_article, make_claim, make_item
from playwright.sync_api import Page, expect
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.lexicon.actor_names import bundled_actor_names
from armswire.register.listing.asking import read_filter
from armswire.register.listing.facets import count_transfers
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.record import record
from armswire.register.store import open_register

HOSTILE = "<img src=x onerror=alert(1)> shells"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server over more transfers than stand on a page, some with names that want to be run."""
    place = tmp_path_factory.mktemp("many") / "many.db"
    suppliers, recipients = ("NOR", "DEU", "KOR", "FRA", "ITA", "ESP", "SWE", "CZE"), ("UKR", "POL", "GRC", "ROU")
    with open_register(place) as register:
        for number in range(128):
            supplier, recipient = suppliers[number % 8], recipients[number // 8 % 4]
            thing = (
                make_item("=cmd|'/c calc'!A1", "ML3", designation="@SUM(A1)"),
                make_item(HOSTILE, "ML4"),
                make_item("tanks", "ML6", quantity=number + 1),
                make_item("helmets", "ML13", quantity=number + 1, approximate=True),
            )[number // 32]
            text = f"{supplier} delivers lot{number} to {recipient}."
            claim = make_claim(
                "delivery", supplier, recipient, document=f"d{number}", items=[thing], text=text, date="2030-01-02"
            )
            record(register, make_article(claim.document, text), [claim])
    with run_site(Served(str(place))) as running:
        yield running


def ids(page: Page) -> list[str]:
    return page.eval_on_selector_all("table.trade tbody", "found => found.map(one => one.id)")


def ids_in(answer: str) -> list[str]:
    return re.findall(r'<tbody id="(transfer-[0-9a-f]+)"', answer)


def rows_of(answer: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer, newline="")))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "supplier=KOR",
        "supplier=KOR&supplier=DEU&recipient=UKR",
        "standing=disputed",
        "stage=delivery&item=aircraft",
        "words=drones",
        "since=2024&until=2024-06",
        "min_origins=2",
        "speaker=named_official&dispute=none",
    ],
)
def test_the_page_and_the_table_have_what_the_register_has(site: Site, samples_register: Path, query: str) -> None:
    with open_register(samples_register, create=False, names=bundled_actor_names()) as register:
        number = count_transfers(register, read_filter(TransferFilter, register, parse_qs(query)))
    assert number
    answer = site.ask(f"/transfers?{query}").text
    assert f"{number} transfer" in answer
    shown = ids_in(answer)
    assert len(shown) == min(number, 50)
    table = rows_of(site.ask(f"/transfers.csv?{query}").text)
    assert list(dict.fromkeys(row["ID"] for row in table))[:50] == shown


def test_the_table_says_what_the_page_says(site: Site, watched) -> None:
    page = watched.go("/transfers?recipient=UKR&sort=supplier")
    with page.expect_download() as kept:
        page.get_by_role("link", name="As a table for spreadsheets").click()
    assert kept.value.suggested_filename == "armswire-transfers.csv"
    table = rows_of(Path(kept.value.path()).read_text("utf-8"))
    assert list(dict.fromkeys(row["ID"] for row in table)) == ids(page)
    for row in table:
        cells = page.locator(f"tbody#{row['ID']}")
        told = re.sub(r"\s+", " ", cells.inner_text())
        assert row["Supplier"].replace("; ", ", ") in told
        assert " ".join(row["Description"].split()) in told
        assert row["Standing"] in told
        if row["Number"] and row["Number"] == row["Number at most"]:
            assert f"{int(row['Number']):,}" in told
            assert (f"({int(row['Number']):,})" in told) == (row["Number is estimate"] == "yes")


def test_a_value_is_ticked_and_taken_back_without_a_mouse(open_browser) -> None:
    page = open_browser(width=1680).go("/transfers")
    box = page.get_by_role("group", name="Supplier").get_by_role("checkbox", name="Iran")
    box.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/transfers?supplier=IRN")
    assert page.locator("h2#found").inner_text() == "4 transfers"
    assert set(page.locator("tr.transfer .c-supplier").all_inner_texts()) == {"Iran"}
    expect(page.get_by_role("group", name="Supplier").get_by_role("checkbox", name="Iran")).to_be_checked()
    page.get_by_role("link", name="Remove Supplier: Iran").press("Enter")
    page.wait_for_url("**/transfers")
    assert page.locator("h2#found").inner_text() == "54 transfers"


def test_filters_stand_beside_the_table_or_a_click_away(open_browser) -> None:
    assert open_browser(width=1680).go("/transfers").get_by_label("Since").is_visible()
    page = open_browser(width=360).go("/transfers")
    assert not page.get_by_label("Since").is_visible()
    page.get_by_text("Filters and order").click()
    page.get_by_label("Since").fill("2024-06")
    page.get_by_label("Since").press("Enter")
    page.wait_for_url("**/transfers?since=2024-06-01")


def test_a_rarer_value_and_a_typed_one(open_browser) -> None:
    page = open_browser(width=1680, scripts=False).go("/transfers")
    facet = page.locator("details.facet", has=page.locator("input[name=supplier]"))
    facet.locator("summary", has_text="more").click()
    facet.get_by_label("Another").fill("chile")
    facet.get_by_label("Another").press("Enter")
    page.wait_for_url("**/transfers?supplier=CHL")
    assert page.locator("h2#found").inner_text() == "1 transfer"


def test_words_are_searched_for_and_stay_in_the_field(watched) -> None:
    page = watched.go("/transfers?supplier=IRN")
    page.get_by_label("Words in the reports").fill("drones")
    page.get_by_label("Words in the reports").press("Enter")
    page.wait_for_url("**/transfers?supplier=IRN&words=drones")
    assert page.get_by_label("Words in the reports").input_value() == "drones"
    assert page.locator("tbody[id]").count() > 0


def test_heads_sort_and_say_so(watched) -> None:
    page = watched.go("/transfers")
    assert page.locator("th[aria-sort]").count() == 0
    page.get_by_role("link", name="Recipient").press("Enter")
    page.wait_for_url("**/transfers?sort=recipient")
    up = ids(page)
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Recipient")
    page.get_by_role("link", name="Recipient").click()
    page.wait_for_url("**/transfers?sort=-recipient")
    assert page.locator("th[aria-sort=descending]").count() == 1
    assert ids(page) != up


def test_each_transfer_leads_to_its_page(site: Site) -> None:
    answer = site.ask("/transfers").text
    assert re.findall(r'<a href="/transfers/(transfer-[0-9a-f]+)">', answer) == ids_in(answer)
    # Links are told apart without what stands beside them.
    assert answer.count('<span class="unseen">, ') == len(ids_in(answer)) == 50


def test_the_reason_for_brackets_is_shown_at_the_pointer_and_at_the_focus(watched) -> None:
    page = watched.go("/transfers")
    brackets = page.locator("button.brackets").first
    reason = page.locator(f"#{brackets.get_attribute('aria-describedby')}")
    expect(reason).to_be_hidden()
    brackets.hover()
    expect(reason).to_be_visible()
    page.keyboard.press("Escape")
    expect(reason).to_be_hidden()
    page.mouse.move(0, 0)
    brackets.focus()
    expect(reason).to_be_visible()
    box = reason.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Escape")
    expect(reason).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1152, 1153, 2560])
def test_no_reason_leaves_the_window(open_browser, width: int) -> None:
    page = open_browser(width=width).go("/transfers")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outside = page.evaluate("""() => [...document.querySelectorAll(".reasoned button")].filter((button) => {
        button.focus();
        const box = button.nextElementSibling.getBoundingClientRect();
        return box.width === 0 || box.left < 0 || box.right > window.innerWidth;
    }).map((button) => button.textContent)""")
    assert outside == []


def test_pages_follow_each_other_and_together_are_the_table(many: Site, open_browser) -> None:
    page = open_browser(home=many.address).go("/transfers?sort=recipient")
    found = ids(page)
    assert len(found) == 50
    for _ in range(2):
        page.get_by_role("link", name="Next transfers").press("Enter")
        page.wait_for_url("**cursor=**")
        assert page.locator("tbody[id]").first.get_attribute("id") not in found
        found += ids(page)
    assert page.get_by_role("link", name="Next transfers").count() == 0
    assert len(found) == len(set(found)) == 128
    table = rows_of(many.ask("/transfers.csv?sort=recipient").text)
    assert [row["ID"] for row in table] == found
    page.get_by_role("link", name="From the beginning").click()
    page.wait_for_url("**/transfers?sort=recipient")


def test_words_of_articles_are_run_by_nobody(many: Site, open_browser) -> None:
    page = open_browser(home=many.address).go("/transfers?item=ML4")
    assert page.get_by_text(HOSTILE).count() == 32
    assert page.locator("table.trade img").count() == 0
    for row in rows_of(many.ask("/transfers.csv?item=ML3").text):
        assert row["Description"] == "'=cmd|'/c calc'!A1"
        assert row["Designation"] == "'@SUM(A1)"


def test_where_nothing_fits_it_says_what_to_let_go_of(watched) -> None:
    page = watched.go("/transfers?standing=disputed&words=zebra")
    assert page.locator("h2#found").inner_text() == "0 transfers"
    page.get_by_role("link", name="without “Words: zebra”").click()
    page.wait_for_url("**/transfers?standing=disputed")
    assert page.locator("h2#found").inner_text() == "2 transfers"


def test_an_empty_register_says_how_to_fill_it(tmp_path: Path) -> None:
    place = tmp_path / "empty.db"
    with open_register(place):
        pass
    with run_site(Served(str(place))) as running:
        assert "armswire add" in running.ask("/transfers").text
        assert len(running.ask("/transfers.csv").text.splitlines()) == 1


@pytest.mark.parametrize("path", ["/transfers", "/transfers.csv"])
@pytest.mark.parametrize(
    ("query", "remedy"),
    [
        ("stage=nonsense", "Use one of: request"),
        ("supplier=Atlantis", "ISO 3166-1"),
        ("since=tomorrow", "Give a year"),
        ("min_origins=many", "whole number"),
        ("sort=colour", "Use one of: usual"),
        ("words=-shells", "Give a word"),
        ("colour=red", "There are: supplier"),
        ("since=2023&since=2024", "Give it once"),
    ],
)
def test_a_wrong_value_gives_a_plain_page_with_the_remedy(site: Site, path: str, query: str, remedy: str) -> None:
    answer = site.ask(f"{path}?{query}")
    assert answer.status == 422
    assert answer.headers["content-type"].startswith("text/html")
    assert remedy in html.unescape(answer.text)


def test_a_place_in_another_list_is_none_in_this_one(site: Site) -> None:
    answer = site.ask("/transfers?cursor=abc")
    assert answer.status == 422
    assert "Begin without one" in answer.text


def test_a_form_with_empty_fields_leads_to_a_short_address(site: Site) -> None:
    answer = site.ask("/transfers?words=&since=&supplier=KOR&supplier=&until=2024&sort=")
    assert answer.status == 303
    assert urlsplit(answer.headers["location"]).query == "supplier=KOR&until=2024-12-31"
    assert site.ask(answer.headers["location"]).status == 200


def test_on_paper_brackets_and_standings_stay(watched) -> None:
    page = watched.go("/transfers")
    page.emulate_media(media="print")
    assert page.locator("button.brackets").first.is_visible()
    assert page.locator(".c-standing button").first.is_visible()
    assert not page.locator("form.narrowing").is_visible()


def test_a_tick_shows_at_once_what_fits_and_the_page_stays_as_it_is(watched) -> None:
    page = watched.go("/transfers")
    page.evaluate("window.isTheSamePage = true")
    page.get_by_text("Filters and order").click()
    box = page.locator("input[name=supplier][value=IRN]")
    box.scroll_into_view_if_needed()
    place = page.evaluate("window.scrollY")
    box.check()
    page.get_by_label("Remove Supplier: Iran").wait_for()
    page.wait_for_url("**/transfers?supplier=IRN")
    assert set(page.locator("tr.transfer .c-supplier").all_inner_texts()) == {"Iran"}
    assert page.evaluate("window.isTheSamePage")
    assert page.evaluate("document.activeElement.value") == "IRN"
    assert page.evaluate("window.scrollY") == place
    assert page.locator("details.facets").get_attribute("open") is not None
    page.get_by_role("link", name="Recipient", exact=True).click()
    page.locator("th.c-recipient[aria-sort]").wait_for()
    page.wait_for_url("**/transfers?supplier=IRN&sort=recipient")
    assert page.evaluate("document.activeElement.id") == "sort-recipient"
    page.get_by_label("Remove Supplier: Iran").click()
    page.get_by_label("Remove Supplier: Iran").wait_for(state="detached")
    page.wait_for_url("**/transfers?sort=recipient")
    assert not page.locator("input[name=supplier][value=IRN]").is_checked()
    assert page.evaluate("document.activeElement.id") == "found"
    page.go_back()
    page.wait_for_url("**/transfers?supplier=IRN&sort=recipient")
    page.locator("input[name=supplier][value=IRN]:checked").wait_for(state="attached")
    assert page.evaluate("window.isTheSamePage")


def test_what_cannot_be_meant_is_told_on_a_page_of_its_own(watched) -> None:
    watched.allowed.append("422")
    page = watched.go("/transfers")
    page.get_by_text("Filters and order").click()
    page.get_by_label("Since").fill("nonsense")
    page.get_by_label("Since").press("Enter")
    page.wait_for_url("**/transfers?since=nonsense")
    page.get_by_role("heading", name="This cannot be asked so").wait_for()
