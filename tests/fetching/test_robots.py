"""What hosts ask of those who fetch by themselves."""

from __future__ import annotations

import pytest
from loopback import Answering, Site, say

from armswire.errors import FetchError
from armswire.fetching.fetcher import Fetcher
from armswire.fetching.limits import Limits
from armswire.fetching.robots import LONGEST_DELAY, Robots, Wishes

RULES = b"User-agent: *\nDisallow: /closed\nCrawl-delay: 2\n\nUser-agent: armswire\nDisallow: /not-for-armswire\n"


def ask(site: Site, path: str) -> Wishes:
    with Fetcher("armswire/1", allowed=frozenset({"127.0.0.1"}), limits=Limits(seconds=2, silence=1)) as fetcher:
        return Robots(fetcher, "armswire").ask(site.url + path)


def test_rules_for_this_program_come_before_those_for_all(site: Site) -> None:
    site.pages["/robots.txt"] = say(200, RULES)
    assert not ask(site, "/not-for-armswire/a").may_fetch
    assert ask(site, "/closed/a").may_fetch


def test_a_host_is_asked_once_and_waits_as_it_wants(site: Site) -> None:
    site.pages["/robots.txt"] = say(200, b"User-agent: *\nDisallow: /closed\nCrawl-delay: 100000\n")
    with Fetcher("armswire/1", allowed=frozenset({"127.0.0.1"})) as fetcher:
        robots = Robots(fetcher, "armswire")
        assert [robots.ask(site.url + path).may_fetch for path in ("/a", "/closed", "/b")] == [True, False, True]
        assert robots.ask(site.url).delay == LONGEST_DELAY
    assert [path for path, _ in site.asked] == ["/robots.txt"]


@pytest.mark.parametrize(
    ("answer", "may_fetch"),
    [(say(404), True), (say(403), True), (say(500), False), (say(503), False), (say(429), False), (say(200), True)],
)
def test_without_rules_all_may_be_fetched_and_nothing_while_they_cannot_be_had(
    site: Site, answer: Answering, may_fetch: bool
) -> None:
    site.pages["/robots.txt"] = answer
    assert ask(site, "/a").may_fetch is may_fetch


def test_what_is_no_text_hurts_nobody(site: Site) -> None:
    site.pages["/robots.txt"] = say(200, bytes(range(256)) * 100)
    assert ask(site, "/a").may_fetch


def test_an_address_of_another_kind_is_refused(site: Site) -> None:
    with Fetcher("armswire/1") as fetcher, pytest.raises(FetchError):
        Robots(fetcher, "armswire").ask("file:///etc/passwd")
    assert site.asked == []
