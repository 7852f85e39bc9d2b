"""The pictures of the overview in a real browser: drawn, reached from the keyboard, and each mark narrows the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from factories import make_article, make_claim, make_item
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.register.record import record
from armswire.register.store import open_register

KINDS = ("flow", "map", "months")
SVG = "figure[data-picture={}] svg.picture-svg"
HOSTILE = 'org:</script><img/src=x/onerror="document.title=1">'


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A register with ways across the Pacific, a small state, somebody of no place, and a hostile name."""
    place = tmp_path_factory.mktemp("pictures") / "register.db"
    claims = (
        make_claim("delivery", "KOR", "UKR", document="a", intermediary="USA", date="2031-02-05",
                   items=[make_item(quantity=(300, 500), unit="rounds")]),
        make_claim("agreement", "NZL", "CHL", document="b", date="2031-03-01/2031-03-31"),
        make_claim("pledge", "FJI", "WSM", document="c", date="2031-03-09", items=[make_item("rifles", "ML1")]),
        make_claim("refusal", "MLT", "NATO", document="d", date="2031-06-02", items=[make_item("rockets", "ML4")]),
        make_claim("pledge", "POL", HOSTILE, document="e", items=[make_item("tanks", "ML6")]),
    )  # fmt: skip
    with open_register(place) as register:
        for claim in claims:
            record(register, make_article(claim.document), [claim])
    with run_site(Served(str(place))) as running:
        yield running


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 2560])
def test_each_picture_is_drawn_with_all_its_marks(open_browser, width: int, scheme: str) -> None:
    page = open_browser(width=width, scheme=scheme).go("/")
    for kind in KINDS:
        svg = page.locator(SVG.format(kind))
        svg.wait_for()
        assert svg.get_attribute("role") == "group"
        named = [page.locator(f"#{id}").text_content() for id in svg.get_attribute("aria-labelledby").split()]
        assert all(named)
        data = json.loads(page.locator(f"figure[data-picture={kind}] script").text_content())
        marks = sum(len(data.get(part, ())) for part in ("nodes", "flows", "places", "legs"))
        assert svg.locator("a.mark").count() == (marks or svg.locator("a.column").count()) > 0
        assert svg.bounding_box()["width"] <= width
    page.locator(".land path").first.wait_for(state="attached")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_colours_are_those_of_the_theme(open_browser) -> None:
    told = {}
    for scheme in ("light", "dark"):
        page = open_browser(scheme=scheme).go("/")
        page.locator("svg .bar text").first.wait_for()
        told[scheme] = [
            page.eval_on_selector(f"{SVG.format('flow')} {part}", "one => getComputedStyle(one).fill")
            for part in (".bar text", ".bar rect")
        ]
        assert page.eval_on_selector("body", "one => getComputedStyle(one).color") in told[scheme]
    assert told["light"] != told["dark"]


def test_each_standing_has_a_line_of_its_own(small: Site, open_browser) -> None:
    page = open_browser(home=small.address).go("/")
    page.locator("svg .arc").first.wait_for(state="attached")
    kinds = page.evaluate("""() => ['confirmed', 'corroborated', 'reported', 'disputed', 'denied'].map(standing => {
        const path = document.querySelector('svg .arc');
        path.setAttribute('class', `arc line-${standing}`);
        return getComputedStyle(path).strokeDasharray;
    })""")
    assert len(set(kinds)) == 5


@pytest.mark.parametrize("kind", KINDS)
def test_marks_are_reached_from_the_keyboard_and_say_what_they_are(open_browser, kind: str) -> None:
    page = open_browser().go("/")
    mark = page.locator(f"{SVG.format(kind)} a.mark").first
    mark.wait_for(state="attached")
    page.locator(f"figure[data-picture={kind}] {'svg' if kind == 'map' else 'svg a'}").first.focus()
    page.keyboard.press("Tab")
    focused = page.evaluate_handle("document.activeElement")
    assert focused.evaluate("one => one.matches('svg a.mark')")
    words = focused.evaluate("one => one.getAttribute('aria-label')")
    label = page.locator(f"figure[data-picture={kind}] .picture-label")
    assert label.inner_text() == words
    page.keyboard.press("Escape")
    assert not label.is_visible()
    page.keyboard.press("Enter")
    page.locator(".chips").wait_for()
    assert query(page.url)


@pytest.mark.parametrize(
    ("kind", "mark"), [("flow", "a.flow"), ("flow", "a.bar"), ("map", "a.leg"), ("months", "a.column")]
)
def test_a_mark_narrows_the_page_to_as_many_transfers_as_it_says(
    small: Site, open_browser, kind: str, mark: str
) -> None:
    page = open_browser(home=small.address).go("/")
    chosen = page.locator(f"{SVG.format(kind)} {mark}").first
    chosen.wait_for(state="attached")
    words = chosen.get_attribute("aria-label")
    chosen.dispatch_event("click")
    page.locator(".chips").wait_for()
    told = re.search(r"(\d+) transfer", words)
    assert page.locator("#at-a-glance ~ p strong").inner_text() == (told[0] if told else "1 transfer")
    assert page.locator(f"{SVG.format(kind)} a.is-set").count() > 0


def test_a_mark_that_is_pointed_at_says_what_it_is_and_a_click_follows_it(small: Site, open_browser) -> None:
    page = open_browser(home=small.address).go("/")
    bar = page.locator(f"{SVG.format('flow')} a.bar", has_text="South Korea")
    bar.hover()
    label = page.locator("figure[data-picture=flow] .picture-label")
    assert label.inner_text() == "South Korea as supplier, 1 transfer"
    bar.click()
    page.locator(".chips").wait_for()
    assert query(page.url) == {"supplier": ["KOR"]}
    assert page.locator("#fitting + ul li").count() == 1
    page.locator(f"{SVG.format('flow')} a.bar", has_text="South Korea").click()
    page.wait_for_url(lambda url: not query(url))


def test_a_period_is_chosen_by_drawing_over_it(small: Site, open_browser) -> None:
    page = open_browser(home=small.address).go("/")
    columns = page.locator(f"{SVG.format('months')} a.column .hit")
    columns.first.wait_for()
    columns.first.scroll_into_view_if_needed()
    first, second = columns.nth(0).bounding_box(), columns.nth(1).bounding_box()
    middle = first["y"] + first["height"] / 2
    page.mouse.move(first["x"] + 5, middle)
    page.mouse.down()
    page.mouse.move(first["x"] + 30, middle, steps=4)
    page.mouse.move(second["x"] + second["width"] / 2, middle, steps=6)
    page.mouse.up()
    page.locator(".chips").wait_for()
    assert query(page.url) == {"since": ["2031-02-01"], "until": ["2031-03-31"]}
    assert page.locator("#at-a-glance ~ p strong").inner_text() == "3 transfers"


def test_a_period_is_written_where_there_are_no_scripts(small: Site, open_browser) -> None:
    page = open_browser(home=small.address, scripts=False).go("/?standing=reported")
    page.get_by_label("From").fill("2031-06")
    page.get_by_role("button", name="Show this period").click()
    assert query(page.url) == {"standing": ["reported"], "since": ["2031-06"]}
    assert page.locator("#fitting + ul li").count() == 1


def test_no_line_runs_across_the_whole_map(small: Site, open_browser) -> None:
    page = open_browser(home=small.address).go("/")
    page.locator("svg .arc").first.wait_for(state="attached")
    lines = page.eval_on_selector_all("svg .leg .arc", "all => all.map(one => one.getAttribute('d'))")
    width = page.locator(SVG.format("map")).bounding_box()["width"]
    pieces = [piece for line in lines for piece in line.split("M")[1:]]
    assert len(pieces) > len(lines) == 4  # those across the Pacific are cut in two
    for piece in pieces:
        across = [float(point.split(",")[0]) for point in piece.split("L")]
        assert max(abs(x - y) for x, y in pairwise(across)) < width / 8


def test_the_map_is_zoomed_by_buttons_and_keys_and_small_states_are_found(small: Site, open_browser) -> None:
    page = open_browser(home=small.address).go("/")
    figure = page.locator("figure[data-picture=map]")
    moved = f"{SVG.format('map')} > g"
    page.locator(f"{moved} a.place").first.wait_for(state="attached")

    def scale() -> float:
        page.wait_for_timeout(400)
        return float(re.search(r"scale\(([\d.]+)\)", page.locator(moved).first.get_attribute("transform"))[1])

    whole = scale()
    figure.get_by_role("button", name="Zoom in").click()
    assert scale() > whole
    figure.get_by_role("button", name="Show the whole world").click()
    assert scale() == 1
    page.locator(SVG.format("map")).focus()
    page.keyboard.press("+")
    assert scale() > 1
    page.keyboard.press("0")
    assert scale() == 1
    figure.get_by_label("Find a place on the map").select_option(label="Malta")
    assert scale() > 4
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Malta: 1 as supplier"


def test_the_wheel_moves_the_page_until_the_map_has_the_focus(small: Site, open_browser) -> None:
    page = open_browser(home=small.address).go("/")
    svg = page.locator(SVG.format("map"))
    svg.wait_for()
    svg.scroll_into_view_if_needed()
    svg.hover(position={"x": 200, "y": 40})
    before = page.locator(f"{SVG.format('map')} > g").first.get_attribute("transform")
    page.mouse.wheel(0, -120)
    page.wait_for_timeout(300)
    assert page.locator(f"{SVG.format('map')} > g").first.get_attribute("transform") == before
    svg.focus()
    svg.hover(position={"x": 200, "y": 40})
    page.mouse.wheel(0, -120)
    page.wait_for_timeout(300)
    assert page.locator(f"{SVG.format('map')} > g").first.get_attribute("transform") != before


def test_who_has_no_place_stands_beside_the_map(small: Site, open_browser) -> None:
    page = open_browser(home=small.address).go("/")
    page.get_by_role("link", name="NATO", exact=True).click()
    assert query(page.url) == {"actor": ["NATO"]}


def test_names_are_words_whatever_is_in_them(small: Site, open_browser) -> None:
    page = open_browser(home=small.address).go("/")
    bar = page.locator(f"{SVG.format('flow')} a.bar", has_text="</script")
    bar.wait_for()
    assert HOSTILE.removeprefix("org:") in bar.get_attribute("aria-label")
    assert page.locator("main img").count() == 0
    bar.dispatch_event("click")
    page.locator(".chips").wait_for()
    assert query(page.url) == {"recipient": [HOSTILE]}
    assert page.title() == "Overview · Armswire"


def test_the_width_of_a_ribbon_is_a_quantity_where_a_family_is_chosen(small: Site, open_browser) -> None:
    page = open_browser(home=small.address).go("/")
    page.get_by_label("quantity of").select_option("ammunition")
    page.locator(".picture-switch button").click()
    page.locator(".chips").wait_for()
    assert query(page.url) == {"width": ["quantity"], "item": ["ammunition"]}
    flow = page.locator(f"{SVG.format('flow')} a.flow")
    flow.first.wait_for(state="attached")
    words = [one.get_attribute("aria-label") for one in flow.all()]
    assert words == ["South Korea to Ukraine by way of United States, 1 transfer (1 reported), ammunition: 300 to 500"]
    page.locator(".picture-switch").get_by_role("link", name="transfers").click()
    assert query(page.url) == {"item": ["ammunition"]}


def test_without_scripts_the_tables_have_the_same_figures(small: Site, open_browser) -> None:
    page = open_browser(home=small.address, scripts=False).go("/")
    for kind in KINDS:
        assert not page.locator(f"figure[data-picture={kind}] [data-canvas]").is_visible()
        page.locator(f"figure[data-picture={kind}] summary").click()
    flow = page.locator("figure[data-picture=flow] tbody tr")
    assert flow.count() == 5
    row = flow.filter(has_text="South Korea")
    assert row.locator("td").all_inner_texts()[:4] == ["South Korea", "United States", "Ukraine", "1"]
    row.locator("td").nth(3).locator("a").click()
    assert query(page.url) == {"supplier": ["KOR"], "intermediary": ["USA"], "recipient": ["UKR"]}


def test_a_filter_that_cannot_be_meant_is_told(small: Site) -> None:
    for asked in ("supplier=Nowhereland", "colour=red", "since=yesterday"):
        answer = small.ask(f"/?{asked}")
        assert answer.status == 422
        assert asked.partition("=")[2] in answer.text or asked.partition("=")[0] in answer.text


def test_an_empty_register_says_so(tmp_path: Path) -> None:
    place = tmp_path / "empty.db"
    open_register(place).close()
    with run_site(Served(str(place))) as running:
        page = running.ask("/").text
    assert "No transfer fits." in page
    assert "Nobody here has a place on a map." in page
