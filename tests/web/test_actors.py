"""The list of actors, and the page of each."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from factories import make_article, make_claim, make_source
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.lexicon.actor_names import bundled_actor_names
from armswire.model.position import PositionLine
from armswire.register import queries
from armswire.register.listing.facets import count_transfers
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.positions.fetching import list_lines
from armswire.register.record import record
from armswire.register.store import Register, open_register
from armswire.wording.positions import rows_of, tell_stance

SCRIPT = "<script>window.broken=1</script>"


@pytest.fixture(scope="module")
def register(samples_register: Path) -> Iterator[Register]:
    with open_register(samples_register, create=False, names=bundled_actor_names()) as opened:
        yield opened


def words_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def listed(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/actors/([^"]+)"', page)


def test_each_party_of_a_transfer_has_a_page_and_a_line_in_the_list(site: Site, register: Register) -> None:
    transfers = list(queries.list_transfers(register))
    parties = {one.actor for found in transfers for one in (*found.supplier, *found.recipient, *found.intermediary)}
    assert set(listed(site.ask("/actors").text)) == {quote(party, safe="") for party in parties}
    for party in parties:
        assert site.ask(f"/actors/{quote(party, safe='')}").status == 200


def test_numbers_are_those_of_the_register(site: Site, register: Register) -> None:
    for actor in ("KOR", "USA", "UKR"):
        page = site.ask(f"/actors/{actor}").text
        for role in ("supplier", "recipient", "intermediary"):
            number = count_transfers(register, TransferFilter(**{role: (actor,)}))
            shown = re.search(rf'<dd><a href="/transfers\?{role}={actor}">(\d+)</a>', page)
            assert (int(shown.group(1)) if shown else 0) == number
            if number:
                assert f"{number} transfer" in words_of(site.ask(f"/transfers?{role}={actor}").text)


def check(page: str, line: PositionLine) -> None:
    told, said = words_of(page), {word.claim: word for word in line.said}
    for stance in line.stances:
        for words in tell_stance(stance, said):
            assert words[1:] in told
    for tension in line.tensions:
        assert tension.says[1:] in told
    for row in rows_of(line):
        for words in (row.when, *row.said, row.done, row.whose):
            assert " ".join(words.split()) in told
    for word in line.said:
        assert f"#{word.claim}" in page


def test_what_is_said_stands_beside_what_is_done(site: Site, register: Register) -> None:
    drawn = 0
    for actor in {one.actor for one in queries.list_positions(register)}:
        page = site.ask(f"/actors/{actor}").text
        for line in list_lines(register, actor=actor):
            check(page, line)
            drawn += 1
    assert drawn > 5


def test_one_recipient_can_be_looked_at_alone(site: Site) -> None:
    page = site.ask("/actors/CHL?toward=Ukraine").text
    assert re.findall(r'<h3 id="(toward-[^"]+)"', page) == ["toward-UKR"]
    assert site.ask("/actors/CHL?toward=Atlantis").status == 422


def test_all_lines_have_one_axis_and_each_mark_is_a_link(open_browser) -> None:
    page = open_browser(width=1280).go("/actors/CHL")
    picture = page.locator("figure[data-picture='lines'] svg.picture-svg")
    assert picture.count() == 1
    marks = picture.locator("a.mark[aria-label]")
    assert marks.count() > 3
    shapes = picture.locator(".sign").evaluate_all("found => new Set(found.map(one => one.getAttribute('d'))).size")
    assert shapes >= 2
    own = picture.locator("a.mark:has(.sign-own)").first
    own.focus()
    assert page.locator(".picture-label").is_visible()
    address = own.get_attribute("href")
    own.press("Enter")
    page.wait_for_url(f"**{address}")
    assert page.locator(".claim:target").count() == 1


def test_where_word_and_deed_part_the_ground_is_marked_and_leads_to_the_words(open_browser, tmp_path: Path) -> None:
    place = tmp_path / "apart.db"
    ministry = [make_source("the ministry", "KOR")]
    with open_register(place) as register:
        for number, (stage, day, chain) in enumerate(
            [("refusal", "2031-01-10", ministry), ("refusal", "2031-05-10", ministry), ("delivery", "2031-03-01", [])]
        ):
            claim = make_claim(stage, document=f"d{number}", date=day, attribution=chain, text=f"Told {number}.")
            record(register, make_article(claim.document, f"Told {number}.", published=day), [claim])
    with run_site(Served(str(place))) as site:
        page = open_browser(home=site.address).go("/actors/KOR")
        assert page.locator(".lines .sign-apart").count() >= 1
        page.locator(".lines a.tension").first.focus()
        page.keyboard.press("Enter")
        assert "Refuses artillery shells" in page.locator(".tensions li:target").inner_text()


def test_without_scripts_the_words_stand_by_date(open_browser) -> None:
    page = open_browser(scripts=False).go("/actors/CHL?toward=UKR")
    assert page.locator(".picture-frame").is_hidden()
    assert page.locator("table.data tbody tr").count() >= 4


def test_claims_on_its_word_come_newest_first_and_go_on(tmp_path: Path) -> None:
    place = tmp_path / "spoken.db"
    with open_register(place) as register:
        for number in range(20):
            spoken = [make_source(SCRIPT, "NOR", "named_official")]
            day = f"2031-03-{number + 1:02}" if number else None
            claim = make_claim("delivery", document=f"d{number:02}", attribution=spoken, text=f"{SCRIPT} {number:02}.")
            record(register, make_article(claim.document, claim.evidence.text, published=day), [claim])
    with run_site(Served(str(place))) as site:
        found, following = [], "/actors/NOR"
        while following:
            page = site.ask(following).text
            assert SCRIPT not in page
            found += re.findall(r'<blockquote dir="auto">&lt;script&gt;window.broken=1&lt;/script&gt; (\d\d)\.', page)
            more = re.search(r'href="([^"]+)#spoken">Earlier', page)
            following = html.unescape(more.group(1)) if more else ""
        assert found == [f"{number:02}" for number in (*range(19, 0, -1), 0)]


def test_disputes_in_which_its_word_is_heard_are_listed(site: Site, register: Register) -> None:
    for dispute in queries.list_disputes(register):
        for speaker in {word.actor for word in dispute.words if word.actor is not None}:
            assert f"/disputes/{dispute.id}" in site.ask(f"/actors/{speaker}").text


def test_a_name_leads_to_the_code_and_nobody_to_nothing(site: Site) -> None:
    answer = site.ask("/actors/south%20korea")
    assert (answer.status, answer.headers["location"]) == (307, "/actors/KOR")
    assert site.ask("/actors/org:Nobody%20at%20all").status == 404
    assert site.ask("/actors/ATLANTIS").status == 404
    assert site.ask("/actors/%00").status in (404, 422)


def test_actors_are_found_by_name(watched) -> None:
    page = watched.go("/actors")
    page.get_by_label("Name or code").fill("korea")
    page.get_by_label("Name or code").press("Enter")
    page.wait_for_url("**/actors?words=korea")
    assert "South Korea" in page.locator("table.actors").inner_text()
    page.get_by_role("link", name="South Korea", exact=True).press("Enter")
    page.wait_for_url("**/actors/KOR")
    assert page.get_by_role("heading", level=1).inner_text() == "South Korea"


def test_a_long_list_goes_on(tmp_path: Path) -> None:
    place = tmp_path / "many.db"
    codes = [code for code in sorted(bundled_actor_names()) if code.isupper() and len(code) == 3 and code != "UKR"][
        :130
    ]
    with open_register(place) as register:
        for number, code in enumerate(codes):
            claim = make_claim("delivery", code, "UKR", document=f"d{number}")
            record(register, make_article(claim.document, f"Told {number}."), [claim])
    with run_site(Served(str(place))) as site:
        first = site.ask("/actors").text
        more = re.search(r'rel="next" href="([^"]+)"', first)
        assert more is not None
        found = [*listed(first), *listed(site.ask(html.unescape(more.group(1))).text)]
        assert found[0] == "UKR"
        assert sorted(found) == sorted([*codes, "UKR"])
        assert site.ask("/actors?cursor=nobody").status == 422


@pytest.mark.parametrize("path", ["/transfers", "{transfer}", "{dispute}"])
def test_names_lead_to_the_page_of_their_actor(site: Site, register: Register, path: str) -> None:
    dispute = next(one for one in queries.list_disputes(register) if any(word.actor for word in one.words))
    known = {"transfer": f"/transfers/{dispute.transfer}", "dispute": f"/disputes/{dispute.id}"}
    found = set(re.findall(r'href="(/actors/[^"]+)"', site.ask(path.format(**known)).text))
    assert found
    assert {site.ask(one).status for one in found} == {200}
