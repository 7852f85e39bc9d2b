"""What hosts ask of those who fetch by themselves."""

from __future__ import annotations

import pytest
from loopback import Answering, Site, say

from armswire.errors import AddressError, FetchError
from armswire.fetching.fetcher import Fetcher
from armswire.fetching.limits import Limits
from armswire.fetching.robots import AGAIN, LASTS, LONGEST_DELAY, Robots, Wishes

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
    "answer",
    [say(404), say(403), say(200)],
)
def test_without_rules_all_may_be_fetched(site: Site, answer: Answering) -> None:
    site.pages["/robots.txt"] = answer
    assert ask(site, "/a").may_fetch


@pytest.mark.parametrize("status", [500, 503, 429])
def test_nothing_is_fetched_while_the_rules_cannot_be_had_and_they_are_asked_for_again(site: Site, status: int) -> None:
    now = 0.0
    site.pages["/robots.txt"] = say(status)
    with Fetcher("armswire/1", allowed=frozenset({"127.0.0.1"})) as fetcher:
        robots = Robots(fetcher, "armswire", lambda: now)
        for _ in range(2):
            with pytest.raises(FetchError, match=str(status)):
                robots.ask(site.url)
        assert len(site.asked) == 1
        now = AGAIN
        site.pages["/robots.txt"] = say(200, b"User-agent: *\nDisallow: /closed\n")
        assert robots.ask(site.url).may_fetch
        site.pages["/robots.txt"] = say(200, b"User-agent: *\nDisallow: /\n")
        now = LASTS - 1
        assert robots.ask(site.url).may_fetch
        now = LASTS + AGAIN
        assert not robots.ask(site.url).may_fetch


def test_a_machine_that_may_not_be_asked_is_not_asked_for_its_rules_either(site: Site) -> None:
    with Fetcher("armswire/1") as fetcher, pytest.raises(AddressError, match="private network"):
        Robots(fetcher, "armswire").ask(site.url)
    assert site.asked == []


def test_what_is_no_text_hurts_nobody(site: Site) -> None:
    site.pages["/robots.txt"] = say(200, bytes(range(256)) * 100)
    assert ask(site, "/a").may_fetch


def test_an_address_of_another_kind_is_refused(site: Site) -> None:
    with Fetcher("armswire/1") as fetcher, pytest.raises(FetchError):
        Robots(fetcher, "armswire").ask("file:///etc/passwd")
    assert site.asked == []
