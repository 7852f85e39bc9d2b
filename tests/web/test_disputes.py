"""The list of disputes, and the page of each."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from web_server import Site

from armswire.lexicon.actor_names import bundled_actor_names
from armswire.model.dispute import Dispute, DisputeState, DisputeType
from armswire.register import queries
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
    assert shown(site, "/disputes?actor=PER") == set()


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


def test_the_beginning_of_an_id_leads_to_the_whole(site: Site, disputes: list[Dispute]) -> None:
    whole = disputes[0].id
    answer = site.ask(f"/disputes/{whole[:12]}")
    assert (answer.status, answer.headers["location"]) == (307, f"/disputes/{whole}")
