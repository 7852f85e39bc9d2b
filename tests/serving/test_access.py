"""Who is let in where a token is demanded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.errors import SettingError
from armswire.serving.access import COOKIE, SESSION, AccessToken
from armswire.web.login import here

TOKEN = "a-token-of-some-length"


@pytest.fixture(scope="module")
def locked(samples_register: Path) -> Iterator[Site]:
    with run_site(Served(str(samples_register), token=TOKEN)) as running:
        yield running


def test_a_browser_is_led_to_the_login_and_on_to_where_it_went(locked: Site) -> None:
    answer = locked.ask("/disputes?type=denial&state=open")
    assert answer.status == 303
    assert answer.headers["location"] == "/login?next=/disputes%3Ftype%3Ddenial%26state%3Dopen"
    page = locked.ask(answer.headers["location"])
    assert page.status == 200
    assert page.headers["cache-control"] == "no-store"
    assert 'value="/disputes?type=denial&amp;state=open"' in page.text
    entered = locked.send("/login", f"token={TOKEN}&next=/disputes%3Ftype%3Ddenial")
    assert (entered.status, entered.headers["location"]) == (303, "/disputes?type=denial")
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    kept = {"Cookie": cookie.partition(";")[0]}
    assert locked.ask("/disputes", headers=kept).status == 200
    left = locked.send("/logout", "", headers=kept)
    assert left.status == 303
    assert f"{COOKIE}=" in left.headers["set-cookie"]


def test_a_wrong_token_is_not_let_in(locked: Site) -> None:
    answer = locked.send("/login", "token=another-token-of-some-length&next=/")
    assert answer.status == 401
    assert "set-cookie" not in answer.headers
    assert "This is not the token" in answer.text


def test_a_program_shows_the_token_each_time(locked: Site) -> None:
    refused = locked.ask("/api/v1/openapi.json")
    assert refused.status == 401
    assert refused.headers["www-authenticate"].startswith("Bearer")
    assert refused.headers["content-type"] == "application/problem+json"
    for token, status in ((TOKEN, 200), (TOKEN + "x", 401), ("", 401), ("é", 401)):
        told = {"Authorization": f"Bearer {token}".encode().decode("latin-1")}
        assert locked.ask("/api/v1/openapi.json", headers=told).status == status


@pytest.mark.parametrize("path", ["/healthz", "/static/css/text.css"])
def test_what_tells_nothing_of_the_register_is_for_everybody(locked: Site, path: str) -> None:
    assert locked.ask(path).status == 200


def test_nothing_is_posted_without_the_token(locked: Site) -> None:
    assert locked.send("/disputes", "").status == 401


def test_a_session_ends_and_cannot_be_made_up() -> None:
    token, other = AccessToken(TOKEN), AccessToken(TOKEN + "x")
    session = token.open_session(now=1000)
    assert token.has_session(session, now=1000 + SESSION - 1)
    assert not token.has_session(session, now=1000 + SESSION + 1)
    assert not other.has_session(session, now=1001)
    until, _, signature = session.partition(".")
    assert not token.has_session(f"{int(until) + 1}.{signature}", now=1001)
    for broken in ("", ".", "x.y", f"{until}.", "é.é"):
        assert not token.has_session(broken, now=1001)


def test_a_token_that_could_be_guessed_is_refused() -> None:
    with pytest.raises(SettingError, match="can be guessed"):
        AccessToken("short")


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("/disputes?type=denial", "/disputes?type=denial"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("/a\r\nSet-Cookie: a=b", "/"),
        ("", "/"),
    ],
)
def test_nobody_is_led_elsewhere_after_the_login(given: str, address: str) -> None:
    assert here(given) == address
