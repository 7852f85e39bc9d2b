"""What every request passes before anything is shown."""

from __future__ import annotations

import json

import pytest
from web_server import Site

from armswire.serving.headers import CONTENT_SECURITY_POLICY


@pytest.mark.parametrize("path", ["/", "/disputes", "/nothing", "/healthz", "/static/css/text.css", "/api/v1/nothing"])
def test_every_answer_has_the_headers_of_safety(site: Site, path: str) -> None:
    headers = site.ask(path).headers
    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"]
    assert "server" not in headers


def test_the_policy_lets_in_no_script_but_ours() -> None:
    assert "default-src 'none'" in CONTENT_SECURITY_POLICY
    for word in ("unsafe", "http:", "https:", "*"):
        assert word not in CONTENT_SECURITY_POLICY


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:8000", 200),
        ("localhost:8000", 200),
        ("LOCALHOST", 200),
        ("[::1]:8000", 200),
        ("192.0.2.7:8000", 200),
        ("evil.example", 400),
        ("localhost.evil.example", 400),
        ("127.0.0.1.evil.example:8000", 400),
        ("evil.example:8000@127.0.0.1:8000", 400),
        ("127.0.0.1@evil.example", 400),
        ("[broken", 400),
        ("", 400),
    ],
)
def test_only_names_of_ours_are_answered(site: Site, host: str, status: int) -> None:
    assert site.ask("/", headers={"Host": host}).status == status


OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize(
    ("headers", "is_refused"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": "same-site"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "{origin}"}, True),
        ({"Origin": "{origin}"}, False),
        ({"Origin": "http://evil.example"}, True),
        ({"Origin": "http://127.0.0.1:1"}, True),
        ({"Origin": "null"}, True),
        ({}, False),
        ({"Cookie": "a=b"}, True),
    ],
)
def test_what_changes_something_must_not_come_from_another_site(
    site: Site, headers: dict[str, str], is_refused: bool
) -> None:
    told = {name: value.format(origin=site.address) for name, value in headers.items()}
    # Nothing is to be changed there, so that what is let in finds no such thing to do.
    for path in ("/disputes", "/api/v1/nothing"):
        assert (site.ask(path, "POST", headers=told).status == 403) is is_refused


def test_what_is_too_long_is_refused(site: Site) -> None:
    assert site.ask("/disputes", "POST", headers=OURS, body=b"x" * (5 * 1024 * 1024)).status == 413


def test_text_is_compressed_where_the_browser_takes_it(site: Site) -> None:
    plain, packed = site.ask("/"), site.ask("/", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert len(packed.body) < len(plain.body) / 2


@pytest.mark.parametrize(("path", "status"), [("/nothing", 404), ("/disputes/zz", 404), ("/disputes?type=zz", 422)])
def test_problems_are_pages_in_plain_words(site: Site, path: str, status: int) -> None:
    answer = site.ask(path)
    assert answer.status == status
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1>" in answer.text
    assert "Traceback" not in answer.text


def test_the_remedy_is_told(site: Site) -> None:
    text = site.ask("/disputes?type=zz").text
    assert "there is no such value" in text
    assert "Use one of: denial, end_user" in text


def test_programs_get_problem_details(site: Site) -> None:
    answer = site.ask("/api/v1/nothing")
    assert answer.headers["content-type"] == "application/problem+json"
    told = json.loads(answer.body)
    assert (told["status"], told["title"], told["type"]) == (404, "Not Found", "about:blank")
    refused = site.ask("/api/v1/nothing", headers={"Host": "evil.example"})
    assert refused.headers["content-type"] == "application/problem+json"
    assert json.loads(refused.body)["value"] == "evil.example"


def test_values_from_outside_are_escaped(site: Site) -> None:
    text = site.ask("/disputes?type=%3Cscript%3Ealert(1)%3C/script%3E").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
