"""The queues of review for programs: the same items in the same order as on the page, and judged through the API."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from pydantic import TypeAdapter
from web_server import Site, run_site

from armswire.api.responses.review import Matter, Queue, QueuePage
from armswire.asgi import Served
from armswire.model.finding import Finding, Support
from armswire.register import queries
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.review.items import Need, QueueFilter
from armswire.register.review.queue import count_needs, list_queue
from armswire.register.store import open_register
from armswire.register.support_tests import SupportRecord, keep_support

API = "/api/v1"


def get(site: Site, path: str, **query: Any) -> Any:
    answer = site.ask(f"{API}{path}{'?' + urlencode(query, doseq=True) if query else ''}")
    assert answer.status == 200, answer.text
    return json.loads(answer.body)


def walk(site: Site, **query: Any) -> list[Any]:
    found, address = [], f"{API}/review?{urlencode(query, doseq=True)}"
    while address is not None:
        page = json.loads(site.ask(address).body)
        QueuePage.model_validate(page)
        found += page["records"]
        address = page["next"]
    return found


def judge(site: Site, verdict: str, by: str, records: list[str]) -> None:
    body = json.dumps({"verdict": verdict, "by": by, "because": "a test", "records": records})
    headers = {"Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"}
    assert site.ask(f"{API}/judgements", "POST", headers=headers, body=body).status == 201


@pytest.mark.parametrize("need", [Need.DISPUTED, Need.SINGLE, Need.UNCERTAIN])
def test_a_queue_is_that_of_the_page(site: Site, samples_register: Path, need: Need) -> None:
    with open_register(samples_register, create=False) as register:
        expected = [item.id for item in list_queue(register, QueueFilter(need), None, 500).items]
        narrowed = QueueFilter(need, wanted=TransferFilter(supplier=("IRN", "JPN")))
        some = [item.id for item in list_queue(register, narrowed, None, 500).items]
        numbers = count_needs(register)
    assert [one["id"] for one in walk(site, need=need.value, limit=3)] == expected
    assert [one["id"] for one in walk(site, need=need.value, supplier=["Iran", "JPN"], limit=2)] == some
    assert 0 < len(some) < len(expected)
    told = TypeAdapter(list[Queue]).validate_python(get(site, "/review/needs"))
    assert {one.need: one.number for one in told} == dict(numbers)
    for one in walk(site, need=need.value)[:5]:
        matter = Matter.model_validate(get(site, f"/review/items/{quote(one['id'], safe='')}"))
        assert matter.item.id == one["id"]
        assert matter.claim.id in matter.claims
        assert one["what"]
        assert one["why"]


def test_what_is_judged_leaves_the_queue_and_contrary_judgements_are_one(
    samples_register: Path, tmp_path: Path
) -> None:
    place = Path(shutil.copy(samples_register, tmp_path / "copy.db"))
    with run_site(Served(str(place))) as site:
        claim = walk(site, need="uncertain")[0]["id"]
        judge(site, "accept", "Anna", [claim])

        def seen(**query: str) -> bool:
            return claim in [one["id"] for one in walk(site, need="uncertain", **query)]

        assert [seen(by="Anna"), seen(by="Boris"), seen(by="Boris", hide="judged"), seen(by="Anna", hide="none")] == [
            False,
            True,
            False,
            True,
        ]
        judge(site, "reject", "Boris", [claim])
        [pair] = walk(site, need="contrary")
        assert "Anna accepted it" in pair["why"]
        assert pair["claims"] == [claim]
        matter = Matter.model_validate(get(site, f"/review/items/{quote(pair['id'], safe='')}", by="Anna"))
        assert {one.by for one in matter.judgements} == {"Anna", "Boris"}
        assert matter.judged_by_me == [claim]


def test_what_was_flagged_is_a_queue_and_its_test_is_told(samples_register: Path, tmp_path: Path) -> None:
    place = Path(shutil.copy(samples_register, tmp_path / "copy.db"))
    with open_register(place) as register:
        record = next(iter(queries.list_claims(register)))
        claim = record.claim
        stays = Finding(claim.id, claim.document, Support.STAYS, "stage", claim.stage.value)
        keep_support(register, [SupportRecord(claim.id, claim.document, record.reader, "2", (stays,))])
    with run_site(Served(str(place))) as site:
        [one] = walk(site, need="flagged")
        assert (one["id"], one["why"]) == (claim.id, "stage: the value stays without its words")
        matter = Matter.model_validate(get(site, f"/review/items/{claim.id}"))
        assert matter.support is not None
        assert [found.flagged for found in matter.support.findings] == [True]


@pytest.mark.parametrize(
    ("path", "status", "about"),
    [
        ("/review", 422, "need"),
        ("/review?need=boredom", 422, "need"),
        ("/review?need=single&hide=all", 422, "hide"),
        ("/review?need=single&cursor=abc", 422, "cursor"),
        ("/review?need=single&stage=giving", 422, "stage"),
        ("/review?need=single&limit=0", 422, "limit"),
        ("/review/items/claim-zzz", 404, "claim-zzz"),
        ("/review/items/one~other", 404, "one~other"),
    ],
)
def test_problems_say_what_to_do(site: Site, path: str, status: int, about: str) -> None:
    answer = site.ask(API + path)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert about in json.dumps(json.loads(answer.body))
