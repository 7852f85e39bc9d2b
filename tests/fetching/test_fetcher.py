"""What servers answer, the honest ones and the others."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from loopback import Site, say

from armswire.errors import FetchError
from armswire.fetching.fetcher import Answer, Fetcher
from armswire.fetching.limits import Limits

HERE = frozenset({"127.0.0.1"})
AGENT = "armswire-test/1.0"
SMALL = Limits(sent=100_000, unpacked=200_000, seconds=2.0, silence=1.0, redirects=3)


def fetch(site: Site, path: str, limits: Limits = SMALL, **known: str) -> Answer:
    with Fetcher(AGENT, allowed=HERE, limits=limits) as fetcher:
        return fetcher.fetch(site.url + path, {name.replace("_", "-"): value for name, value in known.items()})


def refused(site: Site, path: str, limits: Limits = SMALL) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(site, path, limits)
    assert caught.value.place and caught.value.remedy
    return caught.value


def test_a_page_comes_as_it_is_and_the_server_knows_who_asked(site: Site) -> None:
    site.pages["/a"] = say(200, b"\xe4 page", content_type="text/html; charset=latin-1", etag='"1"')
    answer = fetch(site, "/a")
    assert (answer.status, answer.body, answer.ways) == (200, b"\xe4 page", ())
    assert answer.headers["content-type"] == "text/html; charset=latin-1"
    assert site.asked[0][1]["user-agent"] == AGENT


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        same = handler.headers["If-None-Match"] == '"1"' and handler.headers["If-Modified-Since"] == "yesterday"
        say(304 if same else 200, b"" if same else b"all of it", etag='"1"')(handler)

    site.pages["/a"] = answer
    first = fetch(site, "/a")
    assert (first.is_unchanged, first.body) == (False, b"all of it")
    assert fetch(site, "/a", etag=first.headers["etag"], last_modified="yesterday").is_unchanged


def test_redirects_are_followed_and_told(site: Site) -> None:
    site.pages["/a"] = say(301, location="/b")
    site.pages["/b"] = say(302, location=f"{site.url}/c")
    site.pages["/c"] = say(200, b"here")
    answer = fetch(site, "/a")
    assert (answer.asked, answer.url, answer.body) == (f"{site.url}/a", f"{site.url}/c", b"here")
    assert answer.ways == (f"{site.url}/a", f"{site.url}/b")


def test_redirects_in_a_circle_end(site: Site) -> None:
    site.pages["/a"] = say(302, location="/a")
    assert "redirects more than 3 times" in refused(site, "/a").message
    assert len(site.asked) == 4


@pytest.mark.parametrize("where", ["file:///etc/passwd", "http://user:pw@127.0.0.1/", "https:///", "http://[::1"])
def test_a_redirect_to_what_is_no_web_address_is_refused(site: Site, where: str) -> None:
    site.pages["/a"] = say(302, location=where)
    with pytest.raises(FetchError, match=r"only http|not a web address|name or a password"):
        fetch(site, "/a")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.2", "[::1]", "0.0.0.0", "169.254.169.254"])
def test_a_redirect_into_this_machine_is_refused_where_another_of_its_names_is_allowed(site: Site, host: str) -> None:
    site.pages["/a"] = say(302, location=f"http://{host}:{site.port}/secret")
    site.pages["/secret"] = say(200, b"secret")
    with pytest.raises(FetchError, match="private network or to this machine"):
        fetch(site, "/a")
    assert [path for path, _ in site.asked] == ["/a"]


def test_nothing_here_is_asked_unless_it_is_allowed_by_name(site: Site) -> None:
    with Fetcher(AGENT) as fetcher, pytest.raises(FetchError, match=r"--allow-host 127\.0\.0\.1"):
        fetcher.fetch(site.url)
    assert site.asked == []


def test_a_name_that_leads_elsewhere_the_second_time_gains_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up, real = [], socket.getaddrinfo

    def look_up(host: str, port: int, *told: Any, **options: Any) -> list[Any]:
        if host != "news.example":
            return real(host, port, *told, **options)
        looked_up.append(host)
        machine = "192.0.0.9" if len(looked_up) == 1 else "127.0.0.1"  # of the open network, and nobody answers there
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (machine, port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with Fetcher(AGENT, limits=Limits(seconds=0.5, silence=0.3)) as fetcher:
        for problem in ("in time|cannot be fetched", "private network"):
            with pytest.raises(FetchError, match=problem):
                fetcher.fetch(f"http://news.example:{site.port}/")
    assert site.asked == []


def test_one_machine_of_a_name_that_may_not_be_asked_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (machine, 80)) for machine in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with Fetcher(AGENT) as fetcher, pytest.raises(FetchError, match="private network"):
        fetcher.fetch("http://news.example/")


@pytest.mark.parametrize(
    ("packing", "pack"), [("gzip", gzip.compress), ("x-gzip", gzip.compress), ("deflate", zlib.compress)]
)
def test_what_is_packed_is_unpacked(site: Site, packing: str, pack: Any) -> None:
    site.pages["/a"] = say(200, pack(b"words " * 5000), content_encoding=packing)
    assert fetch(site, "/a").body == b"words " * 5000


def test_a_bomb_is_left_where_it_is_over_the_limit(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < SMALL.sent
    site.pages["/a"] = say(200, bomb, content_encoding="gzip")
    assert "unpacks to more than 200000 bytes" in refused(site, "/a").message


@pytest.mark.parametrize(
    ("body", "packing", "problem"),
    [
        (b"no gzip at all", "gzip", "broken packing"),
        (gzip.compress(b"words " * 5000)[:60], "gzip", "ends before its packing does"),
        (b"abc", "br", "not asked for"),
        (b"abc", "gzip, gzip", "not asked for"),
    ],
)
def test_broken_packings_are_named(site: Site, body: bytes, packing: str, problem: str) -> None:
    site.pages["/a"] = say(200, body, content_encoding=packing)
    assert problem in refused(site, "/a").message


def test_a_page_that_is_too_large_is_left(site: Site) -> None:
    site.pages["/a"] = say(200, b"a" * 100_001)
    assert "sends more than 100000 bytes" in refused(site, "/a").message


def _endless(handler: BaseHTTPRequestHandler, piece: bytes, pause: float) -> None:
    handler.send_response(200)
    handler.end_headers()
    handler.close_connection = True
    try:
        while True:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)
    except OSError:
        return


def test_an_endless_stream_ends(site: Site) -> None:
    site.pages["/fast"] = lambda handler: _endless(handler, b"a" * 10_000, 0)
    site.pages["/slow"] = lambda handler: _endless(handler, b"a", 0.05)
    assert "sends more than" in refused(site, "/fast").message
    started = time.monotonic()
    assert "does not end within 2 seconds" in refused(site, "/slow").message
    assert time.monotonic() - started < 20


def test_a_host_that_says_nothing_is_left(site: Site) -> None:
    site.pages["/a"] = lambda _: time.sleep(4)
    assert "does not answer in time" in refused(site, "/a").message


def test_a_connection_that_breaks_off_is_named(site: Site) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("content-length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")
        handler.close_connection = True

    site.pages["/a"] = broken
    assert "cannot be fetched" in refused(site, "/a").message


def test_where_nobody_answers_and_who_is_not_known_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with Fetcher(AGENT, allowed=HERE, limits=SMALL) as fetcher:
        with pytest.raises(FetchError, match="cannot be fetched"):
            fetcher.fetch(f"http://127.0.0.1:{port}/")
        with pytest.raises(FetchError, match="host is not known"):
            fetcher.fetch("http://nobody.invalid/")
