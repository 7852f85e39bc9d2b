"""The list of articles, and the page of each."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from factories import make_article, make_claim
from web_server import Site, run_site

from armswire.articles.dating.date_article import date_article
from armswire.asgi import Served
from armswire.lexicon.actor_names import bundled_actor_names
from armswire.model.rejection import Rejection
from armswire.register import queries
from armswire.register.record import ReadState, record
from armswire.register.store import open_register
from armswire.register.whole_article import WholeArticle, get_whole_article
from armswire.wording.articles import say_hand, say_retold
from armswire.wording.origins import say_article


def all_of(place: Path) -> list[WholeArticle]:
    with open_register(place, create=False, names=bundled_actor_names()) as register:
        return [get_whole_article(register, found.article.id) for found in queries.list_articles(register)]


@pytest.fixture(scope="module")
def articles(samples_register: Path) -> list[WholeArticle]:
    return all_of(samples_register)


def words_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def letters_of(words: str) -> str:
    return "".join(words.split())


def address(whole: WholeArticle) -> str:
    return f"/articles/{quote(whole.record.article.id, safe='')}"


def listed(page: str) -> list[str]:
    return re.findall(r'<h2 class="headline" dir="auto"><a href="/articles/([^"]+)"', page)


def check(site: Site, whole: WholeArticle) -> None:
    """The page of an article has all that `armswire show` and `armswire explain` tell of it."""
    page = site.ask(address(whole)).text
    told, article = words_of(page), whole.record.article
    for retold in whole.record.signs:
        assert say_retold(whole.record, retold, whole.reports) in told
    for reteller in whole.retellers:
        assert say_article(reteller) in told
    assert say_hand(whole.record, len(whole.claims), len(whole.retold)) in told
    for dropped in whole.rejections:
        assert " ".join(dropped.text.split()) in told
        assert " ".join(dropped.note.split()) in told
    for known in (article.outlet, article.sha256, article.id, article.url):
        assert known is None or known in told
    for found in whole.claims:
        assert page.count(f'id="{found.claim.id}"') == page.count(f'id="in-{found.claim.id}"') == 1
    text = page[page.index('<div class="text">') : page.index('<aside class="article-facts"')]
    text = re.sub(r'<a class="ref.*?</a>|<summary>.*?</summary>|<p class="left-out-why">.*?</p>', "", text)
    text = re.sub(r"<[^>]+>", "", text)
    assert letters_of(html.unescape(text)) == letters_of(article.text)


def test_the_page_has_the_whole_text_and_all_that_is_told_of_it(site: Site, articles: list[WholeArticle]) -> None:
    for whole in articles:
        check(site, whole)


def test_links_from_transfers_and_disputes_lead_to_it(site: Site, articles: list[WholeArticle]) -> None:
    whole = next(one for one in articles if one.disputes and one.transfers)
    for path in (f"/transfers/{next(iter(whole.transfers))}", f"/disputes/{whole.disputes[0].id}"):
        found = set(re.findall(r'href="(/articles/[^"#]+)', site.ask(path).text))
        assert address(whole) in found
        assert {site.ask(one).status for one in found} == {200}


def test_from_the_words_of_a_claim_to_its_card_and_back_without_a_mouse(watched, articles: list[WholeArticle]) -> None:
    whole = next(one for one in articles if one.record.article.id == "sample-17-tanks-reversed")
    page = watched.go(address(whole))
    ref = page.locator(".text a.ref").first
    ref.focus()
    lit = page.locator(".words.is-on")
    assert lit.count() > 1
    assert "20 Leopard 1 tanks" in "".join(lit.all_inner_texts())
    ref.press("Enter")
    card = page.locator("li.claim:target")
    assert card.count() == 1
    assert "20 Leopard 1 tanks" in card.locator("blockquote").inner_text()
    name = card.get_attribute("id")
    card.get_by_role("link", name="in the text").press("Enter")
    assert page.url.partition("#")[2] == f"in-{name}"
    assert page.locator(".text .place:target").count() == 1


def test_every_kind_of_mark_looks_another_way(watched) -> None:
    page = watched.go("/articles/sample-17-tanks-reversed")
    looks = page.evaluate(
        """() => ["in-claim", "in-source", "in-cue", "in-content"].map(name => {
             const look = getComputedStyle(document.querySelector(".text ." + name));
             return name === "in-claim" ? look.backgroundColor : look.borderBlockEndStyle; })"""
    )
    assert looks[1:] == ["double", "dashed", "dotted"]
    assert looks[0] != "rgba(0, 0, 0, 0)"


def test_why_a_sentence_was_dropped_is_one_step_from_it(open_browser, tmp_path: Path) -> None:
    place, text = tmp_path / "one.db", "Norland sold shells to Sudmark. Norland used tanks against Sudmark."
    why = Rejection("d", "claims", "frame:use", "to use arms is no transfer", 32, 67, text[32:])
    with open_register(place) as register:
        record(register, make_article("d", text), [make_claim(document="d", text=text[:31])], [why])
    with run_site(Served(str(place))) as site:
        page = open_browser(home=site.address).go("/articles/d")
        assert page.locator(".text .in-dropped").inner_text() == "Norland used tanks against Sudmark."
        page.locator(".text a.ref-dropped").press("Enter")
        assert "to use arms is no transfer" in page.locator("li:target").inner_text()


def test_articles_in_languages_that_are_not_read_are_counted_listed_and_named(tmp_path: Path) -> None:
    place = tmp_path / "foreign.db"
    with open_register(place) as register:
        record(register, make_article("sale", "Norland sold shells."), [make_claim(document="sale")])
        text = "Гармати прибули до порту в понеділок, повідомили посадовці."
        record(register, make_article("kyiv", text), [], state=ReadState.FOREIGN, written_in="uk")
    with run_site(Served(str(place))) as site:
        told = words_of(site.ask("/").text)
        assert "1 article in languages that are not read yet: 1 Ukrainian" in told
        page = site.ask("/articles?state=foreign").text
        assert listed(page) == ["kyiv"]
        assert "it is in Ukrainian, which is not read yet" in words_of(page)
        assert "no further: it is in Ukrainian, which is not read yet" in words_of(site.ask("/articles/kyiv").text)
        assert "Ukrainian, declared as en" in words_of(site.ask("/articles/kyiv").text)
        answer = json.loads(site.ask("/api/v1/articles?state=foreign").text)
        assert [one["written_in"] for one in answer["records"]] == ["uk"]


def test_any_id_has_its_page(tmp_path: Path) -> None:
    place, name = tmp_path / "odd.db", "https://example.org/a/b?c=d&e=ü%2F#f"
    with open_register(place) as register:
        record(register, make_article(name, "Norland sold shells."), [make_claim(document=name)])
    with run_site(Served(str(place))) as site:
        answer = site.ask("/articles")
        (found,) = listed(answer.text)
        assert site.ask(f"/articles/{html.unescape(found)}").status == 200
        assert site.ask("/articles/nothing").status == 404


def test_how_a_day_is_known_and_which_others_are_told_stands_beside_it(tmp_path: Path) -> None:
    place = tmp_path / "dated.db"
    text = "Togo showed its <guns> on Friday, on the first anniversary of Russia's invasion of Ukraine, in the harbour."
    inferred = date_article(make_article("inferred", text, published=None), date(2026, 6, 1))
    stamped = date_article(make_article("stamped", f"Published: 3 January 2031\n{text}"))
    with open_register(place) as register:
        record(register, inferred, [])
        record(register, stamped, [])
    with run_site(Served(str(place))) as site:
        told = words_of(site.ask("/articles/inferred").text)
        assert "between 24 February and 2 March 2023, by the anniversary of an event" in told
        assert told.count(text) == 2
        assert "another day" not in told
        assert "2031-01-03, by a stamp beside its text" in words_of(site.ask("/articles/stamped").text)


def test_the_beginning_of_an_id_leads_to_the_whole(site: Site) -> None:
    answer = site.ask("/articles/sample-17")
    assert (answer.status, answer.headers["location"]) == (307, "/articles/sample-17-tanks-reversed")


def test_the_list_has_all_the_newest_first(site: Site, articles: list[WholeArticle]) -> None:
    dated = sorted((one.record.article for one in articles), key=lambda one: (one.published, one.id), reverse=True)
    assert listed(site.ask("/articles").text) == [one.id for one in dated]
    assert listed(site.ask("/articles?sort=id").text) == sorted(one.id for one in dated)


def test_filters_are_in_the_address_and_taken_back(watched, articles: list[WholeArticle]) -> None:
    page = watched.go("/articles")
    page.get_by_label("Words").fill("auckland helmets")
    page.get_by_label("Since").fill("2024-01")
    page.get_by_label("Words").press("Enter")
    page.wait_for_url("**/articles?*words=auckland*")
    assert page.url.partition("?")[2] == "words=auckland+helmets&since=2024-01"
    assert [one.inner_text() for one in page.locator(".headline").all()] == [
        "Helmets and medical kits leave Auckland for Ukraine"
    ]
    page.get_by_role("link", name="Remove Words: auckland helmets").press("Enter")
    page.wait_for_url("**/articles?since=2024-01")
    since = [one for one in articles if str(one.record.article.published) >= "2024-01"]
    assert page.locator(".story").count() == len(since)


def test_an_outlet_leads_to_its_articles(site: Site, articles: list[WholeArticle]) -> None:
    page = site.ask("/articles?outlet=Andes+Live").text
    assert set(listed(page)) == {one.record.article.id for one in articles if one.record.article.outlet == "Andes Live"}


def test_a_value_that_cannot_be_is_told(site: Site) -> None:
    for query in ("sort=size", "since=yesterday", "colour=red", "state=lost", "cursor=x"):
        assert site.ask(f"/articles?{query}").status == 422


def test_a_long_list_goes_on_and_undated_articles_are_not_forgotten(tmp_path: Path) -> None:
    place = tmp_path / "many.db"
    with open_register(place) as register:
        for number in range(95):
            day = None if number < 5 else f"2031-03-{number % 20 + 1:02}"
            record(register, make_article(f"d{number:02}", f"Nothing {number}.", published=day), [])
    with run_site(Served(str(place))) as site:
        found: list[str] = []
        following: str | None = "/articles"
        while following is not None:
            page = site.ask(following).text
            found += listed(page)
            more = re.search(r'rel="next" href="([^"]+)"', page)
            following = None if more is None else html.unescape(more.group(1))
            assert "sort=id" in page
        assert sorted(found) == [f"d{number:02}" for number in range(5, 95)]
        assert listed(site.ask("/articles?sort=id").text) == [f"d{number:02}" for number in range(40)]


def test_what_an_agency_sent_out_leads_to_all_that_retell_it(site: Site, articles: list[WholeArticle]) -> None:
    told = next(one for one in articles if one.retellers)
    page = site.ask(f"/articles?retells={told.record.article.id}").text
    assert set(listed(page)) == {one.article.id for one in told.retellers}


def test_the_seeds_are_whole(open_browser, seeds_register: Path) -> None:
    with run_site(Served(str(seeds_register))) as site:
        for whole in all_of(seeds_register):
            check(site, whole)
            page = open_browser(width=360, home=site.address).go(address(whole))
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
