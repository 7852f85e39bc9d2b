"""The overview says what is new since the last visit, and which promises are overdue; both lead into the register."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import expect
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim, make_item


def test_overdue_promises_lead_to_all_of_them_in_the_register(watched) -> None:
    page = watched.go("/")
    section = page.get_by_role("region", name="Overdue promises")
    first = section.locator("li").first
    assert first.get_by_role("link").inner_text() == "Brazil → Portugal"
    assert first.locator(".waited").inner_text() == "agreed 4 to 5 years ago"
    number = section.locator("li").count()
    section.get_by_role("link", name="In the register").click()
    assert page.locator("#found").inner_text() == f"{number} transfers"
    assert "Delivery overdue on: 2024-09-03" in page.locator(".chips").inner_text()


def test_the_register_can_be_narrowed_to_what_is_overdue(watched) -> None:
    page = watched.go("/transfers")
    page.get_by_text("Filters and order").click()
    page.locator("input[name=overdue]").check()
    page.locator(".do button").click()
    page.wait_for_url("**/transfers?overdue=2024-09-03")
    assert page.locator("input[name=overdue]").is_checked()


def test_what_is_marked_as_seen_is_not_new_and_what_comes_in_then_is(
    samples_register: Path, tmp_path: Path, open_browser
) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(samples_register, copy)
    with run_site(Served(str(copy))) as running:
        page = open_browser(home=running.address, scripts=False).go("/")
        news = page.locator("section", has=page.locator("#news"))
        assert "Morocco signs" in news.inner_text()
        news.get_by_role("button", name="Mark as seen").click()
        # The same address before and after: only what it shows tells that it has answered.
        expect(news.locator(".nothing")).to_have_count(1)
        assert page.url == f"{running.address}/"
        claim = make_claim("delivery", "NOR", "POL", document="new", items=[make_item("tanks", "ML6")])
        late = make_claim("delivery", "NOR", "EST", document="late", items=[make_item("tanks", "ML6")])
        with open_register(copy) as register:
            record(
                register, make_article("new", claim.evidence.text, published="2024-09-10", title="New tanks"), [claim]
            )
            record(
                register, make_article("late", late.evidence.text, published="2024-01-10", title="Old tanks"), [late]
            )
        page.reload()
        assert page.locator("#news").inner_text() == "New since your last visit"
        assert "2 claims about 2 transfers, 2 told of for the first time" in news.inner_text()
        assert "New tanks" in news.inner_text()
        assert "Old tanks" in news.inner_text()
        news.get_by_role("link", name="2 claims about 2 transfers").click()
        assert page.locator("#found").inner_text() == "2 transfers"
        assert "arrived_since=20" in page.url
        assert "Came in since: 20" in page.locator(".chips").inner_text()
        page.go_back()
        news.get_by_role("link", name="2 articles").click()
        assert page.locator("h2.headline").all_inner_texts() == ["Old tanks", "New tanks"]
        page.locator("h2.headline a").first.click()
        assert "since 20" in page.locator(".article-facts").inner_text()


def test_only_the_overview_keeps_something_in_the_browser_and_nobody_else_may_set_it(site: Site) -> None:
    cookie = site.ask("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "set-cookie" not in site.ask("/transfers").headers
    assert "set-cookie" not in site.ask("/?supplier=KOR").headers
    refused = site.ask("/seen", "POST", headers={"Sec-Fetch-Site": "cross-site"}, body="mark=1-1-1")
    assert refused.status == 403
    assert site.send("/seen", "mark=nonsense").status == 303


def test_lists_of_disputes_are_narrowed_to_what_is_new(site: Site) -> None:
    for query in ("told_since=2024-01-01", "arrived_since=2024-01-01"):
        answer = site.ask(f"/disputes?{query}&state=open")
        assert answer.status == 200, query
        assert "2024-01-01" in answer.text
    assert "There are none" in site.ask("/disputes?arrived_since=2999").text
