"""What stands round every page, in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from web_server import Site, run_site

from armswire.asgi import Served


def test_the_widest_window_is_used_and_lines_stay_short(open_browser) -> None:
    page = open_browser(width=2560).go("/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 2560
    assert page.locator(".standfirst").bounding_box()["width"] < 900


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(watched) -> None:
    page = watched.go("/disputes")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_what_has_the_focus_shows_it(watched) -> None:
    page = watched.go("/disputes")
    for _ in range(12):
        page.keyboard.press("Tab")
        width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width == "3px", page.evaluate("document.activeElement.outerHTML")


def test_the_chosen_theme_is_kept(open_browser) -> None:
    watched = open_browser(scheme="light")
    page = watched.go("/")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    switch = page.locator("#theme-switch")
    switch.click()
    assert switch.inner_text() == "Theme: light"
    switch.click()
    assert switch.inner_text() == "Theme: dark"
    dark = page.evaluate(ground)
    assert dark != light
    watched.go("/disputes")
    assert page.evaluate(ground) == dark
    page.locator("#theme-switch").click()
    assert page.evaluate(ground) == light
    assert page.evaluate("localStorage.getItem('armswire-theme')") is None


def test_the_section_that_one_is_in_is_marked(watched) -> None:
    page = watched.go("/disputes")
    assert page.locator("nav [aria-current=page]").inner_text() == "Disputes"
    page.locator(".headline a").first.click()
    assert page.locator("nav [aria-current=true]").inner_text() == "Disputes"


def test_no_link_of_the_head_and_foot_leads_nowhere(site: Site, watched) -> None:
    page = watched.go("/")
    links = page.eval_on_selector_all("header a, footer a", "found => found.map(one => one.href)")
    assert len(links) > 3
    for link in links:
        assert site.ask(urlsplit(link).path).status == 200, link


def test_scripts_in_a_page_are_not_run(watched) -> None:
    page = watched.go("/")
    page.evaluate("""() => {
        const written = document.createElement('div');
        written.innerHTML = '<img src="data:," onerror="window.broken = 1"><p style="color: red">text</p>';
        document.body.append(written);
        const script = document.createElement('script');
        script.textContent = 'window.broken = 2';
        document.body.append(script);
    }""")
    page.wait_for_timeout(200)
    assert page.evaluate("window.broken") is None
    assert page.evaluate("getComputedStyle(document.querySelector('div > p[style]')).color") != "rgb(255, 0, 0)"
    assert any("Content Security Policy" in fault for fault in watched.faults)
    watched.allowed.append("Content Security Policy")


def test_htmx_is_there_and_puts_no_style_into_the_page(watched) -> None:
    # Pictures set styles of their marks through the CSSOM: this page has none.
    page = watched.go("/disputes")
    assert page.evaluate("htmx.version") == "4.0.1"
    assert page.evaluate("document.adoptedStyleSheets.length") == 0
    assert page.locator("style, [style]").count() == 0


def test_a_page_weighs_little_and_little_the_second_time(watched) -> None:
    page = watched.go("/")
    weigh = """() => [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
        .reduce((sum, entry) => sum + entry.transferSize, 0)"""
    assert page.evaluate(weigh) < 600_000
    watched.go("/disputes")
    # Style and scripts are kept by the browser.
    assert page.evaluate(weigh) < 20_000


def test_a_problem_is_told_in_plain_words_and_leads_back(watched) -> None:
    watched.allowed.append("status of 404")
    page = watched.go("/disputes/none-such")
    assert page.locator("h1").inner_text() == "Not found"
    page.get_by_role("link", name="To the overview").click()
    assert page.locator("h1").inner_text() == "What the register holds"


def test_a_page_on_paper_has_no_way_around(watched) -> None:
    page = watched.go("/disputes")
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert not page.locator("form.filters").is_visible()
    assert page.locator("h1").is_visible()


@pytest.fixture
def locked(samples_register: Path, tmp_path: Path) -> Iterator[Site]:
    copy = tmp_path / "copy.db"
    shutil.copy(samples_register, copy)
    with run_site(Served(str(copy), token="a-token-of-some-length")) as running:
        yield running


def test_a_person_logs_in_and_out(open_browser: Callable, locked: Site) -> None:
    watched = open_browser(home=locked.address)
    watched.allowed.append("status of 401")
    page = watched.go("/disputes?type=denial")
    assert page.locator("h1").inner_text() == "Log in"
    page.get_by_label("Token").fill("wrong")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    page.get_by_label("Token").fill("a-token-of-some-length")
    page.keyboard.press("Enter")
    page.locator("h1", has_text="Disputes").wait_for()
    assert page.url.endswith("/disputes?type=denial")
    page.get_by_role("button", name="Log out").click()
    page.locator("h1", has_text="Log in").wait_for()
    watched.go("/")
    assert page.locator("h1").inner_text() == "Log in"
