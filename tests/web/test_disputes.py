"""The list of disputes, and the page of each."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest
from factories import make_article, make_claim, make_source
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.cli.main import run
from armswire.lexicon.actor_names import bundled_actor_names
from armswire.model.dispute import Dispute, DisputeState, DisputeType
from armswire.register import queries
from armswire.register.record import record
from armswire.register.store import open_register


@pytest.fixture(scope="module")
def disputes(samples_register: Path) -> list[Dispute]:
    with open_register(samples_register, create=False, names=bundled_actor_names()) as register:
        return list(queries.list_disputes(register))


def shown(site: Site, path: str) -> set[str]:
    return set(re.findall(r'href="/disputes/(dispute-[0-9a-f]+)"', site.ask(path).text))


def test_the_list_shows_all(site: Site, disputes: list[Dispute]) -> None:
    assert shown(site, "/disputes") == {dispute.id for dispute in disputes}


@pytest.mark.parametrize(
    ("query", "type", "state"),
    [
        ("type=denial", DisputeType.DENIAL, None),
        ("state=settled", None, DisputeState.SETTLED),
        ("type=denial&state=open", DisputeType.DENIAL, DisputeState.OPEN),
        ("type=&state=&actor=", None, None),
    ],
)
def test_filters_are_in_the_address(
    site: Site, disputes: list[Dispute], query: str, type: DisputeType | None, state: DisputeState | None
) -> None:
    wanted = {one.id for one in disputes if type in (None, one.type) and state in (None, one.state)}
    assert wanted
    assert shown(site, f"/disputes?{query}") == wanted


def test_a_party_is_found_by_its_code(site: Site) -> None:
    assert shown(site, "/disputes?actor=IRN") == shown(site, "/disputes?actor=ETH") != set()
    assert shown(site, "/disputes?actor=iran") == shown(site, "/disputes?actor=IRN")
    assert shown(site, "/disputes?actor=PER") == set()


def test_a_long_list_goes_on_on_the_next_page(open_browser, tmp_path: Path) -> None:
    place = tmp_path / "many.db"
    suppliers = [code for code in sorted(bundled_actor_names()) if code.isupper() and len(code) == 3][:60]
    with open_register(place) as register:
        for number, code in enumerate(suppliers):
            spoken = [make_source("a minister", code, "named_official")]
            said = make_claim("delivery", code, "UKR", document=f"said-{number}")
            denied = make_claim(
                "delivery", code, "UKR", document=f"denied-{number}", polarity="negated", attribution=spoken
            )
            record(register, make_article(f"said-{number}", f"{code} said {number}"), [said])
            record(register, make_article(f"denied-{number}", f"{code} denied {number}"), [denied])
        every = {dispute.id for dispute in queries.list_disputes(register)}
    assert len(every) > 50
    with run_site(Served(str(place))) as running:
        page = open_browser(home=running.address).go("/disputes?type=denial")
        found = page.eval_on_selector_all(".headline a", "links => links.map(link => link.pathname)")
        page.get_by_role("link", name="More disputes").click()
        page.wait_for_url("**cursor=*")
        assert "type=denial" in page.url
        found += page.eval_on_selector_all(".headline a", "links => links.map(link => link.pathname)")
        assert page.get_by_role("link", name="More disputes").count() == 0
    assert len(found) == len(set(found))
    assert {path.rpartition("/")[2] for path in found} == every


def test_a_filter_is_set_and_taken_back_from_the_keyboard(watched) -> None:
    page = watched.go("/disputes")
    page.get_by_label("State").select_option("settled")
    page.get_by_role("button", name="Show").press("Enter")
    page.wait_for_url("**/disputes?*state=settled*")
    assert page.locator(".story").count() == 1
    page.get_by_role("link", name="Remove state: settled").press("Enter")
    page.wait_for_url("**/disputes")
    assert page.locator(".story").count() == 4


def test_the_page_has_every_side_every_word_and_every_sentence(
    site: Site, disputes: list[Dispute], samples_register: Path
) -> None:
    with open_register(samples_register, create=False) as register:
        for dispute in disputes:
            text = html.unescape(site.ask(f"/disputes/{dispute.id}").text)
            assert dispute.question in text
            words = [word for side in dispute.sides for word in side.words] + [one.word for one in dispute.answers]
            for word in words:
                assert word.whose in text
                assert word.date is None or word.date.isoformat() in text
                for claim in word.claims:
                    record = queries.get_claim(register, claim)
                    assert " ".join(record.claim.evidence.text.split()) in text
                    assert f'href="/transfers/{record.transfer}#{claim}"' in text


def test_what_a_report_made_of_another_is_shown_side_by_side(watched, disputes: list[Dispute]) -> None:
    drones = next(one for one in disputes if one.type is DisputeType.DENIAL and "supply Ethiopia" in one.question)
    page = watched.go(f"/disputes/{drones.id}")
    retelling = page.locator(".retelling")
    assert retelling.count() == 1
    told, report = retelling.locator("> div").all()
    assert "18 Mohajer-6 aircraft" in told.locator(".reading").inner_text()
    assert "18 attack drones" in report.locator(".reading").first.inner_text()


def test_who_settled_it_and_why_is_told(
    open_browser, disputes: list[Dispute], samples_register: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(samples_register, copy)
    open_ = next(one for one in disputes if one.state is DisputeState.OPEN and len(one.sides) == 2)
    because = "the list <b>was</b> published"
    told = ["--by", "A. Reader", "--because", because, "--on", "2024-07-01", "--register", str(copy)]
    assert run(["judge", "settle", open_.id, "--side", "1", *told]) == 0
    with run_site(Served(str(copy))) as running:
        page = open_browser(home=running.address).go(f"/disputes/{open_.id}")
        assert page.locator(".page-head .state-settled").count() == 1
        line = page.locator(".judgements li").inner_text()
        assert f"Settled for {open_.sides[0].says}, by A. Reader on 2024-07-01" in line
        assert because in line
        assert "In force" in line


def test_the_beginning_of_an_id_leads_to_the_whole(site: Site, disputes: list[Dispute]) -> None:
    whole = disputes[0].id
    answer = site.ask(f"/disputes/{whole[:12]}")
    assert (answer.status, answer.headers["location"]) == (307, f"/disputes/{whole}")
