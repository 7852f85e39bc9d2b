"""Review in a real browser: queues, keys, corrections, taking back, and two people who judge otherwise."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.lexicon.actor_names import bundled_actor_names
from armswire.model.claim import Claim
from armswire.model.finding import Finding, Support
from armswire.model.judgement import Force, Judgement, Verdict
from armswire.register import queries
from armswire.register.deciding import decide
from armswire.register.judgement_queries import list_judgements
from armswire.register.judgements import add_judgements
from armswire.register.judging import Act
from armswire.register.store import Register, open_register
from armswire.register.support_tests import SupportRecord, keep_support


@pytest.fixture
def place(samples_register: Path, tmp_path: Path) -> Path:
    """A register of the bundled dispatches to be judged."""
    return Path(shutil.copy(samples_register, tmp_path / "copy.db"))


@pytest.fixture
def desk(place: Path) -> Iterator[Site]:
    with run_site(Served(str(place))) as running:
        yield running


@pytest.fixture
def reviewer(open_browser: Callable, desk: Site) -> Callable:
    """Opens a window in which somebody reviews: their name, and what else a window has."""

    def open_one(name: str | None, **how: object):
        watched = open_browser(home=desk.address, **how)
        if name is not None:
            cookie = {"name": "armswire_reviewer", "value": name, "url": desk.address}
            watched.page.context.add_cookies([cookie])
        return watched

    return open_one


def opened(place: Path) -> Register:
    return open_register(place, create=False, names=bundled_actor_names())


def judgements(place: Path) -> list[tuple[str, Verdict, Force]]:
    with opened(place) as register:
        return [(one.judgement.by, one.judgement.verdict, one.force) for one in list_judgements(register)]


def any_claim(place: Path) -> Claim:
    with opened(place) as register:
        return next(one.claim for one in queries.list_claims(register) if one.transfer and one.claim.supplier)


def tab_to(page, selector: str) -> None:
    """Go on by the Tab key to an element."""
    for _ in range(80):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {selector}")


def press(page, key: str) -> None:
    """Press a key that leads to another page, and wait for that."""
    with page.expect_navigation():
        page.keyboard.press(key)


def in_hand(page) -> str:
    return str(page.locator(".desk").get_attribute("data-item"))


def test_what_is_done_is_taken_back_and_done_again(reviewer: Callable, place: Path) -> None:
    page = reviewer("Anna").go("/review?need=single")
    first = in_hand(page)
    press(page, "a")
    assert in_hand(page) != first
    for key, verdict, force in (
        ("u", "Withdrew", Force.WITHDRAWN),
        ("u", "Withdrew", Force.IN_FORCE),
        ("u", "Withdrew", Force.WITHDRAWN),
    ):
        press(page, key)
        assert verdict in page.locator(".done").inner_text()
        assert next(one for one in judgements(place) if one[1] is Verdict.ACCEPT)[2] is force
    assert page.locator(".steps-list li").count() == 1
    page.goto(page.url.split("?")[0] + "?need=single")
    assert in_hand(page) == first
    # The same again, on the same day, holds.
    press(page, "a")
    assert next(one for one in judgements(place) if one[1] is Verdict.ACCEPT)[2] is Force.IN_FORCE


def test_keys_do_nothing_while_somebody_types_or_where_they_are_off(reviewer: Callable, place: Path) -> None:
    watched = reviewer("Anna")
    page = watched.go("/review?need=single")
    page.locator("#because-accept").focus()
    page.keyboard.type("an axe cuts mud on it")
    assert page.locator("#because-accept").input_value() == "an axe cuts mud on it"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator(".key-list").is_visible()
    tab_to(page, "#keys-switch")
    page.keyboard.press("Enter")
    page.keyboard.press("n")
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    before = in_hand(page)
    page = watched.go("/review?need=single")
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    assert in_hand(page) == before
    assert judgements(place) == []


def test_everything_works_without_scripts(reviewer: Callable, place: Path) -> None:
    page = reviewer(None, scripts=False).go("/review?need=single")
    assert page.get_by_role("button", name="Accept").count() == 0
    page.locator("#name").fill("Ænna <b>")
    page.get_by_role("button", name="Take it").click()
    assert page.locator(".whoami strong").inner_text() == "Ænna <b>"
    page.locator("#act-reject summary").click()
    page.locator("#because-reject").fill("no such thing")
    page.get_by_role("button", name="Reject it").click()
    assert "Rejected" in page.locator(".done").inner_text()
    page.locator(".done").get_by_role("button", name="Undo").click()
    assert {(verdict, force) for _, verdict, force in judgements(place)} == {
        (Verdict.REJECT, Force.WITHDRAWN),
        (Verdict.WITHDRAW, Force.IN_FORCE),
    }
    assert {by for by, _, _ in judgements(place)} == {"Ænna <b>"}


def test_a_correction_is_read_as_on_the_command_line_and_errors_stand_beside_their_slot(
    reviewer: Callable, place: Path
) -> None:
    claim = any_claim(place)
    watched = reviewer("Anna")
    watched.allowed.append("status of 422")
    page = watched.go(f"/review?item={claim.id}")
    page.keyboard.press("c")
    form = page.locator("#act-correct")
    form.locator("[name=supplier]").first.fill("Atlantis")
    form.locator("[name=date-first]").fill("soon")
    form.locator("[name=certainty]").select_option("possible")
    form.locator("#because-correct").fill("the next line says so")
    form.get_by_role("button", name="Correct it").click()
    assert "No actor has this code or name" in page.locator("#wrong-supplier").inner_text()
    assert "This is no date" in page.locator("#wrong-date").inner_text()
    assert page.evaluate("document.activeElement.name") == "supplier"
    form = page.locator("#act-correct")
    assert form.locator("[name=supplier]").first.input_value() == "Atlantis"
    assert form.locator("[name=certainty]").input_value() == "possible"
    assert form.locator("#because-correct").input_value() == "the next line says so"
    assert judgements(place) == []
    form.locator("[name=supplier]").first.fill("Norway")
    form.locator("[name=date-first]").fill("2023-03")
    form.get_by_role("button", name="Correct it").click()
    page.locator(".done").wait_for()
    with opened(place) as register:
        [made] = [one.judgement for one in list_judgements(register)]
    assert made.slots["supplier"][0] == "NOR"
    assert made.slots["date"] == {"start": "2023-03-01", "end": "2023-03-31"}
    assert made.slots["certainty"] == "possible"
    assert set(made.slots) == {"supplier", "date", "certainty"}


def test_a_form_that_is_sent_as_it_was_filled_corrects_nothing(reviewer: Callable, place: Path) -> None:
    watched = reviewer("Anna")
    watched.allowed.append("status of 422")
    with opened(place) as register:
        claims = [one.claim.id for one in queries.list_claims(register)][::7]
    for claim in claims:
        page = watched.go(f"/review?item={claim}")
        page.keyboard.press("c")
        page.locator("#because-correct").fill("nothing")
        page.locator("#act-correct").get_by_role("button", name="Correct it").click()
        assert page.get_by_role("alert").inner_text().startswith("No slot was changed"), claim
    assert judgements(place) == []


def test_candidates_to_merge_with_are_those_between_the_same_parties(reviewer: Callable, place: Path) -> None:
    page = reviewer("Anna").go("/review?need=disputed")
    page.keyboard.press("m")
    offered = page.locator("#act-merge input[type=radio]")
    assert offered.count() > 0
    parties = page.locator("#its-transfer ~ p a").first.inner_text().split(" → ")[0]
    assert page.locator("#act-merge .choice strong").first.inner_text().startswith(parties)


def contrary(place: Path) -> tuple[Judgement, Judgement]:
    """Two who judge a claim otherwise."""
    claim = any_claim(place).id
    from armswire.register.deciding import today

    with opened(place) as register:
        for verdict, who in ((Verdict.ACCEPT, "Anna"), (Verdict.REJECT, "Boris")):
            add_judgements(register, decide(register, verdict, [claim], Act(who, today(), f"{who} <i>read</i> it")))
        one, other = (record.judgement for record in list_judgements(register))
    return one, other


def test_whoever_judged_withdraws_but_does_not_settle(reviewer: Callable, place: Path) -> None:
    contrary(place)
    page = reviewer("Anna").go("/review?need=contrary")
    assert page.get_by_role("button", name="This one holds").count() == 0
    assert "Boris <i>read</i> it" in page.locator(".quarrel").inner_text()
    page.get_by_role("button", name="Withdraw mine").click()
    page.locator(".done").wait_for()
    assert {by: force for by, verdict, force in judgements(place) if verdict is not Verdict.WITHDRAW} == {
        "Anna": Force.WITHDRAWN,
        "Boris": Force.IN_FORCE,
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_contrary_judgements_and_open_forms_are_for_everybody(
    reviewer: Callable, place: Path, width: int, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    contrary(place)
    watched = reviewer("Clara", width=width, scheme=scheme)
    for path, key in (
        ("/review?need=contrary", "?"),
        ("/review?need=disputed", "c"),
        ("/review?need=disputed", "m"),
        ("/review?need=disputed", "t"),
    ):
        page = watched.go(path)
        page.keyboard.press(key)
        assert Axe().run(page).violations_count == 0, (path, key, Axe().run(page).generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_the_support_test_flagged_waits_after_the_server_has_stopped(open_browser, place: Path) -> None:
    with opened(place) as register:
        one = next(one for one in queries.list_claims(register) if one.transfer and one.claim.supplier)
        claim = one.claim
        findings = (
            Finding(claim.id, claim.document, Support.STAYS, "supplier", list(claim.supplier)),
            Finding(claim.id, claim.document, Support.WORDS, "stage", claim.stage.value),
        )
        keep_support(register, [SupportRecord(claim.id, claim.document, one.reader, one.reader, findings)])
    with run_site(Served(str(place))) as running:
        page = open_browser(home=running.address, scripts=False).go("/review")
        page.locator(".needs").get_by_role("link", name="Flagged by the support test 1").click()
        assert in_hand(page) == claim.id
        assert "supplier: the value stays without its words" in page.locator(".whys, .desk").first.inner_text()
        assert page.locator("form.test-one").count() == 0
        # Each claim is tested once.
        assert running.send("/review/support", f"state=need%3Dflagged&claim={claim.id}").status == 303
        assert "0 tested since this server began" in running.ask("/review").text


def test_every_item_says_why_it_is_there(desk: Site) -> None:
    for need, words in (("disputed", "In dispute"), ("single", "Single source"), ("uncertain", "Less than certain")):
        text = desk.ask(f"/review?need={need}").text
        assert f"<li><strong>{words}</strong>" in text


@pytest.mark.parametrize("query", ["need=nothing", "need=single&after=abc", "hide=all", "item=claim-none", "shoe=size"])
def test_an_address_that_cannot_be_meant_is_told(desk: Site, query: str) -> None:
    assert desk.ask(f"/review?{query}").status in (404, 422)


def test_nobody_judges_from_another_site_or_without_a_name(desk: Site, place: Path) -> None:
    claim = any_claim(place).id
    form = f"verdict=accept&state=&item={claim}&claim={claim}"
    elsewhere = desk.send(
        "/review/judge", form, headers={"Sec-Fetch-Site": "cross-site", "Cookie": "armswire_reviewer=A"}
    )
    assert elsewhere.status == 403
    nameless = desk.send("/review/judge", form)
    assert nameless.status == 422
    assert "A judgement needs a name" in nameless.text
    assert judgements(place) == []


def test_pages_with_forms_are_kept_by_nobody(desk: Site) -> None:
    assert desk.ask("/review?need=single").headers["cache-control"] == "no-store"
