"""The API as a program meets it: a real server over the bundled samples."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pytest
from pydantic import BaseModel, TypeAdapter
from web_server import Site, run_site

from armswire.api.responses.claims import Article, Claim, ReadClaim, Rejection
from armswire.api.responses.common import PageOf
from armswire.api.responses.disputes import Dispute, Position
from armswire.api.responses.judgements import Judgement
from armswire.api.responses.transfers import Facets, Transfer
from armswire.asgi import Served
from armswire.exports.formats.jsonl import ARTICLES, CLAIMS, DISPUTES, POSITIONS, TRANSFERS
from armswire.register.record import record as enter
from armswire.register.store import open_register
from tests.factories import make_article, make_claim

API = "/api/v1"
ATOM = "{http://www.w3.org/2005/Atom}"


def get(site: Site, path: str, **query: Any) -> Any:
    answer = site.ask(f"{API}{path}{'?' + urlencode(query, doseq=True) if query else ''}")
    assert answer.status == 200, answer.text
    return json.loads(answer.body)


def walk(site: Site, path: str, **query: Any) -> list[Any]:
    found, address = [], f"{API}{path}?{urlencode(query, doseq=True)}"
    while address is not None:
        page = json.loads(site.ask(address).body)
        found += page["records"]
        address = page["next"]
    return found


@pytest.mark.parametrize(
    ("path", "model", "exporter"),
    [
        ("/transfers", Transfer, TRANSFERS),
        ("/claims", Claim, CLAIMS),
        ("/disputes", Dispute, DISPUTES),
        ("/articles", Article, ARTICLES),
    ],
)
def test_lists_hold_what_exports_hold_as_it_is_described(
    site: Site, samples_register: Path, path: str, model: type[BaseModel], exporter: Any
) -> None:
    with open_register(samples_register, create=False) as register:
        expected = {record["id"] for record in exporter.records(register)}
    found = walk(site, path, limit=7)
    assert len(found) == len(expected)
    assert {record["id"] for record in found} == expected
    PageOf[model].model_validate(get(site, path, limit=500))  # type: ignore[valid-type]
    for record in found[:30]:
        one = get(site, f"{path}/{quote(record['id'], safe='')}")
        (ReadClaim if model is Claim else model).model_validate(one)
        assert {name: one[name] for name in record} == record


def test_what_has_no_pages_is_as_it_is_described(site: Site) -> None:
    assert TypeAdapter(list[Position]).validate_python(get(site, "/positions"))
    assert TypeAdapter(list[Position]).validate_python(get(site, "/positions", actor="Brazil", stage="refusal"))
    rejected = [get(site, f"/rejections/{quote(one['id'], safe='')}") for one in walk(site, "/articles")]
    assert any(TypeAdapter(list[Rejection]).validate_python(some) for some in rejected)
    assert get(site, "/judgements") == []


@pytest.mark.parametrize("exporter", [CLAIMS, TRANSFERS, DISPUTES, ARTICLES, POSITIONS], ids=lambda one: one.name)
def test_exports_are_the_same_bytes(site: Site, samples_register: Path, exporter: Any) -> None:
    out = io.StringIO(newline="")
    from armswire.lexicon.actor_names import bundled_actor_names

    with open_register(samples_register, create=False, names=bundled_actor_names()) as register:
        exporter.write(register, out)
    answer = site.ask(f"{API}/exports/{exporter.name}")
    assert answer.headers["content-type"] == "application/jsonl"
    assert answer.text == out.getvalue()


def test_filters_and_orders(site: Site) -> None:
    everything = walk(site, "/transfers")
    chosen = walk(site, "/transfers", supplier=["Iran", "IND"], sort="-last", limit=1)
    assert {one["id"] for one in chosen} == {
        one["id"] for one in everything if {"IRN", "IND"} & {actor["actor"] for actor in one["supplier"]}
    }
    facets = get(site, "/transfers/facets", words="drones")
    Facets.model_validate(facets)
    assert facets["total"] == len(walk(site, "/transfers", words="drones"))
    for name in ("supplier", "standing", "item"):
        for one in facets["facets"][name]:
            assert len(walk(site, "/transfers", words="drones", **{name: one["value"]})) == one["count"]


@pytest.mark.parametrize(
    ("path", "status", "about"),
    [
        ("/transfers?stage=giving", 422, "stage"),
        ("/transfers?colour=red", 422, "colour"),
        ("/transfers?since=soon", 422, "since"),
        ("/transfers?limit=0", 422, "limit"),
        ("/transfers?cursor=bnVsbA", 422, "cursor"),
        ("/transfers?words=-", 422, "words"),
        ("/transfers/transfer-zzz", 404, "transfer-zzz"),
        ("/claims/nothing", 404, "nothing"),
        ("/articles/no/such/article", 404, "no/such/article"),
        ("/exports/everything", 422, "what"),
        ("/claims?min_depth=-1", 422, "min_depth"),
        ("/transfers?arrived_since=soon", 422, "arrived_since"),
    ],
)
def test_problems_say_what_to_do(site: Site, path: str, status: int, about: str) -> None:
    answer = site.ask(API + path)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = json.loads(answer.body)
    assert told["status"] == status
    assert about in json.dumps(told)


def test_who_has_it_need_not_get_it_again(site: Site) -> None:
    first = site.ask(f"{API}/transfers")
    again = site.ask(f"{API}/transfers", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert site.ask(f"{API}/transfers", headers={"If-None-Match": 'W/"other"'}).status == 200


def test_a_claim_is_an_annotation_of_its_article(site: Site) -> None:
    for claim in get(site, "/claims", limit=40)["records"]:
        answer = site.ask(f"{API}/claims/{claim['id']}/annotation")
        assert answer.headers["content-type"] == "application/ld+json"
        told = json.loads(answer.body)
        position, quoted = told["target"]["selector"]
        text = get(site, f"/articles/{quote(claim['document'], safe='')}")["text"]
        assert text[position["start"] : position["end"]] == quoted["exact"] == claim["evidence"]["text"]
        assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in text
        assert told["body"]["value"] == claim
        assert [one["dcterms:title"] for one in told["prov:wasAttributedTo"]] == [
            source["source"] for source in claim["attribution"]
        ]
        assert told["target"]["source"].startswith(site.address)


def test_the_feed_tells_the_newest_first(site: Site) -> None:
    def read(**query: Any) -> ElementTree.Element:
        answer = site.ask(f"{API}/feed.atom?{urlencode(query)}")
        assert answer.headers["content-type"].startswith("application/atom+xml")
        return ElementTree.fromstring(answer.body)

    entries = read().findall(f"{ATOM}entry")
    days = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert days == sorted(days, key=str, reverse=True)
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids)) > 50
    assert any("dispute-" in str(name) for name in ids)
    some = read(supplier="BRA").findall(f"{ATOM}entry")
    told = {
        one["id"]
        for name in walk(site, "/transfers", supplier="BRA")
        for one in walk(site, "/claims", transfer=name["id"])
    }
    assert {f"urn:armswire:{name}" for name in told} >= {
        str(entry.findtext(f"{ATOM}id")) for entry in some if "claim-" in str(entry.findtext(f"{ATOM}id"))
    }
    for entry in some:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href", "").startswith(f"{site.address}/")


def test_the_feed_tells_of_an_old_article_that_came_in_now(samples_register: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(samples_register, copy)
    deal = make_claim("delivery", "NOR", "EST", document="late")
    denial = make_claim("delivery", "NOR", "EST", document="denial", polarity="negated", answer="denies")
    with open_register(copy) as register:
        enter(register, make_article("late", deal.evidence.text, published="2019-01-10", outlet="One"), [deal])
    with run_site(Served(str(copy))) as site:

        def read() -> list[ElementTree.Element]:
            return ElementTree.fromstring(site.ask(f"{API}/feed.atom?supplier=NOR").body).findall(f"{ATOM}entry")

        [first, *others] = read()
        assert first.findtext(f"{ATOM}id") == f"urn:armswire:{deal.id}"
        assert first.findtext(f"{ATOM}published") == "2019-01-10T00:00:00Z"
        before = str(first.findtext(f"{ATOM}updated"))
        assert all(str(one.findtext(f"{ATOM}updated")) < before for one in others)
        article = get(site, "/articles/late")
        assert article["arrived"][:23] == before[:23]
        assert [one["id"] for one in walk(site, "/articles", arrived_since=article["arrived"])] == ["late"]
        with open_register(copy) as register:
            enter(
                register, make_article("denial", denial.evidence.text, published="2019-01-12", outlet="Two"), [denial]
            )
        # The dispute about the old delivery is news, too.
        told = {str(one.findtext(f"{ATOM}id")): str(one.findtext(f"{ATOM}updated")) for one in read()}
        new = {name for name, moment in told.items() if moment > before}
        assert f"urn:armswire:{denial.id}" in new
        assert any("dispute-" in name for name in new)


def send(site: Site, given: Mapping[str, Any], **headers: str) -> Any:
    own = {"Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"}
    return site.ask(f"{API}/judgements", "POST", headers={**own, **headers}, body=json.dumps(given))


def test_judgements_are_given_and_withdrawn(samples_register: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(samples_register)) as one, closing(sqlite3.connect(copy)) as other:
        one.backup(other)
    with run_site(Served(str(copy))) as site:
        etag = site.ask(f"{API}/claims").headers["etag"]
        claim = next(one for one in walk(site, "/claims") if one["transfer"] is not None)
        act = {"by": "Anna", "because": "the article says no such thing", "records": [claim["id"]]}
        made = send(site, {"verdict": "reject", **act})
        assert made.status == 201
        (judgement,) = TypeAdapter(list[Judgement]).validate_python(json.loads(made.body))
        assert judgement.force == "in_force"
        assert get(site, f"/claims/{claim['id']}")["transfer"] is None
        assert site.ask(f"{API}/claims", headers={"If-None-Match": etag}).status == 200
        corrected = send(site, {"verdict": "correct", **act, "slots": {"supplier": ["NOR"], "reason": "a test"}})
        assert corrected.status == 201
        # Whoever judges otherwise on the same day takes back the earlier judgement.
        told = {one["verdict"]: one for one in json.loads(corrected.body)}
        assert told["withdraw"]["target"] == judgement.id
        assert [one["force"] for one in get(site, "/judgements", verdict="reject")] == ["withdrawn"]
        gone = send(site, {"verdict": "withdraw", "by": "Anna", "records": [told["correct"]["id"]]})
        assert gone.status == 201
        assert [one["force"] for one in get(site, "/judgements", verdict="correct")] == ["withdrawn"]


@pytest.mark.parametrize(
    "given",
    [
        {"verdict": "guess", "records": ["claim"], "by": "Anna", "because": "so"},
        {"verdict": "accept", "records": [], "by": "Anna", "because": "so"},
        {"verdict": "reject", "records": ["claim-zzz"], "by": "Anna"},
        {"verdict": "accept", "records": ["claim-zzz"], "by": "", "because": "so"},
        {"verdict": "correct", "records": ["claim"], "by": "Anna", "because": "so"},
        {"verdict": "accept", "records": ["claim"], "by": "Anna", "because": "so", "side": "yes"},
        {"verdict": "accept", "records": ["claim"], "by": "Anna", "because": "so", "colour": "red"},
    ],
)
def test_a_judgement_that_cannot_be_meant_is_refused(site: Site, given: Mapping[str, Any]) -> None:
    answer = send(site, given)
    assert answer.status == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_no_other_site_can_judge(site: Site) -> None:
    given = {"verdict": "accept", "records": ["claim"], "by": "Anna", "because": "so"}
    assert send(site, given, **{"Sec-Fetch-Site": "cross-site"}).status == 403
