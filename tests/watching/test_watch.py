"""A watch over real servers: what is new is read once, whatever happens in between."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from loopback import Answering, Site, say
from loopback_news import atom, page, rss, sitemap

from armswire.fetching.fetcher import Fetcher
from armswire.fetching.keeping import Archive
from armswire.fetching.limits import Limits
from armswire.fetching.robots import Robots
from armswire.pipeline import Reader
from armswire.register import queries
from armswire.register.listing.articles import find_articles
from armswire.register.listing.claims import ClaimFilter
from armswire.register.store import open_register
from armswire.register.versions.history import list_versions
from armswire.watching.events import Event, What
from armswire.watching.plan import Fetching, Kind, Plan, Source
from armswire.watching.state import Counts, State
from armswire.watching.watch import TRIES, Means, Watch

NewSite = Callable[[], Site]


class Desk:
    """A place with a register and a state, and a clock that is set by hand."""

    def __init__(self, folder: Path, reader: Reader) -> None:
        self.folder, self.reader = folder, reader
        self.hours = 0.0
        self.events: list[Event] = []

    def watch(self, *sources: Source, keep: bool = False) -> list[tuple[str, str]]:
        """Run once; what happened, as kind and path."""
        self.events = []
        plan = Plan(agent="armswire-test (desk@harbour.example)", pause=0, source=sources)  # type: ignore[call-arg]
        with (
            open_register(self.folder / "a.db") as register,
            State(self.folder / "a.state") as state,
            Fetcher(plan.agent, allowed={"127.0.0.1"}, limits=Limits(seconds=3, silence=1)) as fetcher,
        ):
            means = Means(
                register,
                self.reader,
                state,
                fetcher,
                Robots(fetcher, "armswire-test"),
                self.events.append,
                Archive(self.folder / "kept") if keep else None,
                lambda: 1_935_000_000 + self.hours * 3600,
            )
            Watch(plan, means).run(once=True)
        return sorted(
            (event.what.value, event.url.split("/", 3)[-1]) for event in self.events if event.what is not What.DONE
        )

    def articles(self) -> list[tuple[str | None, str | None]]:
        with open_register(self.folder / "a.db") as register:
            listed = find_articles().stream(register)
            return sorted(
                (found.article.url and found.article.url.split("/", 3)[-1], found.article.outlet) for found in listed
            )

    def counts(self) -> Counts:
        with State(self.folder / "a.state") as state:
            return state.counts()


@pytest.fixture
def desk(tmp_path: Path, pipeline: Reader) -> Desk:
    return Desk(tmp_path, pipeline)


def source(site: Site, path: str, kind: Kind = Kind.FEED, **more: object) -> Source:
    return Source(kind=kind, url=f"{site.url}/{path}", every=timedelta(hours=1), **more)  # type: ignore[arg-type]


def test_what_a_feed_lists_is_read_once(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    site.pages |= {"/rss": rss(site, ["a", "b"]), "/a": page("a"), "/b": page("b")}
    feed = source(site, "rss", outlet="Harbour Courier")
    assert desk.watch(feed) == [("article", "a"), ("article", "b"), ("listed", "rss")]
    assert desk.articles() == [("a", "Harbour Courier"), ("b", "Harbour Courier")]
    with open_register(desk.folder / "a.db") as register:
        (transfer,) = queries.list_transfers(register)
        assert [party.actor for party in transfer.supplier] == ["NOR"]
    assert desk.watch(feed) == []  # not due
    desk.hours = 1
    site.pages |= {"/rss": rss(site, ["b", "c"]), "/c": page("c")}
    assert desk.watch(feed) == [("article", "c"), ("listed", "rss")]
    assert Counter(path for path, _ in site.asked)["/a"] == 1


def test_an_index_that_has_not_changed_hides_no_news_of_its_sitemaps(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    site.pages |= {"/map.xml": sitemap([f"{site.url}/a"]), "/a": page("a"), "/b": page("b")}
    index = sitemap([f"{site.url}/map.xml"], is_index=True)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        (say(304) if handler.headers["If-Modified-Since"] or handler.headers["If-None-Match"] else index)(handler)

    site.pages["/index.xml"] = answer
    desk.watch(source(site, "index.xml", Kind.SITEMAP))
    desk.hours, site.pages["/map.xml"] = 1, sitemap([f"{site.url}/a", f"{site.url}/b"])
    assert ("article", "b") in desk.watch(source(site, "index.xml", Kind.SITEMAP))


def test_what_waits_for_a_source_that_is_watched_no_more_keeps_nobody_busy(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    site.pages |= {"/rss": rss(site, ["a"]), "/a": say(500), "/other": rss(site, ["b"]), "/b": page("b")}
    desk.watch(source(site, "rss"))
    with State(desk.folder / "a.state") as state:
        assert state.next_due() is not None
        assert state.next_due([f"{site.url}/other"]) is None
    desk.hours = 100
    assert desk.watch(source(site, "other")) == [("article", "b"), ("listed", "other")]
    with State(desk.folder / "a.state") as state:
        assert [one.entry.name for one in state.waiting(2e9)] == ["a"]


def test_an_article_in_a_language_that_is_not_read_is_kept_and_counted(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    more = "Der Hafen war am Montag voll, und die Leute der Stadt kamen, um die neuen Schiffe zu sehen. " * 5
    german = (
        f"<html><body><article><p>{more}</p><p>Niemand sagte, wie lange sie noch bleiben.</p></article></body></html>"
    )
    site.pages |= {
        "/rss": rss(site, ["a", "b"]),
        "/a": page("a"),
        "/b": say(200, german.encode(), content_type="text/html"),
    }
    desk.watch(source(site, "rss"))
    told = {event.url.rsplit("/", 1)[-1]: event.told.get("language") for event in desk.events}
    assert (told["a"], told["b"]) == (None, "de")
    assert desk.events[-1].told["foreign"] == 1
    assert len(desk.articles()) == 2


def test_a_feed_that_has_not_changed_is_not_sent_again(desk: Desk, new_site: NewSite) -> None:
    site = new_site()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        same = handler.headers["If-None-Match"] == '"1"'
        (say(304) if same else rss(site, ["a"], etag='"1"'))(handler)

    site.pages |= {"/rss": answer, "/a": page("a")}
    desk.watch(source(site, "rss"))
    for hour in (1, 2):
        desk.hours = hour
        assert desk.watch(source(site, "rss")) == [("unchanged", "rss")]


def test_an_entry_with_its_whole_text_needs_no_page_unless_it_is_wanted(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    text = "Norway has sold 20 howitzers to Kenya, the Defence Ministry in Oslo said on Monday."
    items = [{"id": "1", "url": f"{site.url}/a", "title": "Sale", "content_text": text}]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Courier", "items": items}
    site.pages |= {
        "/feed.json": say(200, json.dumps(told).encode(), content_type="application/feed+json"),
        "/a": page("a"),
    }
    assert desk.watch(source(site, "feed.json")) == [("article", "a"), ("listed", "feed.json")]
    assert [path for path, _ in site.asked] == ["/robots.txt", "/feed.json"]
    other = Desk(desk.folder / "other", desk.reader)
    other.folder.mkdir()
    other.watch(source(site, "feed.json", pages=Fetching.ALWAYS))
    assert "/a" in [path for path, _ in site.asked]


def test_sitemaps_and_indexes_of_them_are_followed(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    site.pages |= {
        "/index.xml": sitemap([f"{site.url}/one.xml", f"{site.url}/two.xml"], is_index=True),
        "/one.xml": sitemap([f"{site.url}/a"]),
        "/two.xml": sitemap([f"{site.url}/b", f"{site.url}/a"]),
        "/a": page("a"),
        "/b": page("b"),
    }
    told = desk.watch(source(site, "index.xml", Kind.SITEMAP))
    assert [one for one in told if one[0] == "article"] == [("article", "a"), ("article", "b")]
    assert ("listed", "two.xml") in told


def test_a_page_that_changes_is_read_again_and_both_texts_are_kept(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    site.pages["/a"] = page("a")
    watched = source(site, "a", Kind.PAGE)
    assert desk.watch(watched) == [("article", "a")]
    desk.hours = 1
    assert desk.watch(watched) == [("unchanged", "a")]
    desk.hours, site.pages["/a"] = 2, page("a", "Nobody in Nairobi would confirm it when the paper asked them.")
    assert desk.watch(watched) == [("article", "a")]
    assert [url for url, _ in desk.articles()] == ["a", "a"]


def told_versions(desk: Desk) -> list[tuple[str, list[str], list[str]]]:
    """How each text of the only address differs from the one before, the stages of its claims, and of those gone."""
    with open_register(desk.folder / "a.db") as register:
        found = find_articles().stream(register)
        (first,) = {versions[0].document for one in found if (versions := list_versions(register, one.article.id))}
        told = []
        for version in list_versions(register, first):
            claims = list(queries.list_claims(register, ClaimFilter(document=version.document)))
            gone = [one.claim.stage.value for one in claims if one.edited_away is not None]
            told.append((version.change.value, [one.claim.stage.value for one in claims], gone))
        return told


EDITED = (
    "Norway has not sold any howitzers to Kenya, the Defence Ministry in Oslo said on Monday. It was the report of May."
)


def edited_page(title: str, text: str, around: str = "") -> Answering:
    told = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article>{around}</body></html>"
    return say(200, told.encode(), content_type="text/html; charset=utf-8")


def test_a_feed_that_says_that_a_page_was_changed_leads_to_a_version(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    before = EDITED.replace("has not sold any", "has sold 20")
    site.pages |= {"/atom": atom(site, {"a": "2031-05-05T08:00:00Z"}), "/a": edited_page("a", before)}
    feed = source(site, "atom", outlet="Harbour Courier")
    assert desk.watch(feed) == [("article", "a"), ("listed", "atom")]
    desk.hours, site.pages["/a"] = 1, edited_page("a", EDITED)
    assert desk.watch(feed) == [("listed", "atom")]  # the feed does not say so
    # On the same day.
    desk.hours, site.pages["/atom"] = 2, atom(site, {"a": "2031-05-05T09:30:00Z"})
    assert desk.watch(feed) == [("article", "a"), ("listed", "atom")]
    versions = told_versions(desk)
    assert [change for change, _, _ in versions] == ["first", "edited"]
    assert (versions[0][2], versions[1][2]) == (versions[0][1], [])
    assert versions[0][1]


def test_a_page_whose_counter_moves_is_kept_and_told_as_the_same(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    watched = source(site, "a", Kind.PAGE)
    for hour in range(3):
        around = f"<div class='comments-count'>{hour} comments</div><script>var n = {hour};</script>"
        desk.hours, site.pages["/a"] = hour, edited_page("a", EDITED, around)
        assert desk.watch(watched) == [("article", "a")]
    with open_register(desk.folder / "a.db") as register:
        assert not any(one.edited_away for one in queries.list_claims(register))
        assert len({one.claim.document for one in queries.list_claims(register)}) == 1


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (say(500), "answers with status 500"),
        (say(404), "answers with status 404"),
        (say(200, b"<html>no feed</html>", content_type="text/html"), "neither a feed nor a sitemap"),
        (say(200, b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>'), "entit"),
        (say(302, location="http://169.254.169.254/latest/meta-data"), "private network"),
        (say(302, location="/rss"), "redirects more than"),
        (lambda _: time.sleep(2), "does not answer in time"),
    ],
)
def test_a_source_that_fails_is_named_and_asked_less_and_less_often(
    desk: Desk, new_site: NewSite, answer: Answering, problem: str
) -> None:
    site, other = new_site(), new_site()
    site.pages["/rss"] = answer
    other.pages |= {"/rss": rss(other, ["a"]), "/a": page("a")}
    sources = (source(site, "rss"), source(other, "rss"))
    assert desk.watch(*sources) == [("article", "a"), ("failed", "rss"), ("listed", "rss")]
    (failed,) = (event for event in desk.events if event.what is What.FAILED)
    assert problem in str(failed.told["problem"])
    desk.hours = 1.5
    assert ("failed", "rss") not in desk.watch(*sources)
    desk.hours = 2.1
    assert ("failed", "rss") in desk.watch(*sources)


def test_what_robots_txt_closes_is_not_asked_for(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    site.pages |= {
        "/robots.txt": say(200, b"User-agent: *\nDisallow: /a\n"),
        "/rss": rss(site, ["a", "b"]), "/a": page("a"), "/b": page("b"),
    }  # fmt: skip
    assert desk.watch(source(site, "rss")) == [("article", "b"), ("given_up", "a"), ("listed", "rss")]
    assert "/a" not in [path for path, _ in site.asked]


def test_a_page_that_fails_is_asked_again_later_and_one_that_is_gone_is_not(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    site.pages |= {"/rss": rss(site, ["a", "b"]), "/a": say(503), "/b": say(410)}
    assert desk.watch(source(site, "rss")) == [("given_up", "b"), ("listed", "rss"), ("put_off", "a")]
    assert desk.counts() == Counts(waiting=1, read=0, failed=1)
    desk.hours, site.pages["/a"] = 0.5, page("a")
    assert desk.watch(source(site, "rss")) == [("article", "a")]


def test_a_page_that_never_comes_is_given_up(desk: Desk, new_site: NewSite) -> None:
    site = new_site()
    site.pages |= {"/rss": rss(site, ["a"]), "/a": say(500)}
    told = []
    for day in range(TRIES):
        desk.hours = 24.0 * day
        told += desk.watch(source(site, "rss"))
    assert Counter(what for what, _ in told)["put_off"] == TRIES - 1
    assert ("given_up", "a") in told
    assert desk.counts() == Counts(waiting=0, read=0, failed=1)


def test_all_that_is_fetched_is_kept_where_that_is_wanted(desk: Desk, new_site: NewSite) -> None:
    warcio = pytest.importorskip("warcio.archiveiterator")
    site = new_site()
    site.pages |= {"/rss": rss(site, ["a"]), "/a": page("a")}
    desk.watch(source(site, "rss"), keep=True)
    with open_register(desk.folder / "a.db") as register:
        (found,) = find_articles().stream(register)
    kept = found.article.extra["kept"]
    assert isinstance(kept, dict)
    with (desk.folder / "kept" / kept["file"]).open("rb") as file:
        (record,) = (
            (one.rec_headers.get_header("WARC-Record-ID"), one.content_stream().read())
            for one in warcio.ArchiveIterator(file)
        )
    assert record[0] == kept["record"]
    assert b"20 howitzers" in record[1]


PLAN = """
agent = "armswire-test (desk@harbour.example)"
pause = 0
allow_hosts = ["127.0.0.1"]
[[source]]
kind = "feed"
url = "{url}/rss"
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a matter of POSIX")
def test_who_is_killed_again_and_again_reads_each_article_once(tmp_path: Path, new_site: NewSite) -> None:
    site, chance = new_site(), random.Random(4)
    names = [f"story{number}" for number in range(40)]
    site.pages |= {"/rss": rss(site, names), **{f"/{name}": page(name) for name in names}}
    plan = tmp_path / "news.toml"
    plan.write_text(PLAN.format(url=site.url))
    command = [sys.executable, "-m", "armswire", "watch", str(plan), "--once", "--json", "-r", str(tmp_path / "a.db")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", *sys.path])}
    for _ in range(4):
        child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(2, 5))
        child.send_signal(signal.SIGKILL)
        child.wait(timeout=60)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["event"] == "done"
    with open_register(tmp_path / "a.db") as register, State(tmp_path / "news.toml.state") as state:
        urls = [found.article.url for found in find_articles().stream(register)]
        assert sorted(urls) == sorted(f"{site.url}/{name}" for name in names)
        assert state.counts() == Counts(waiting=0, read=40, failed=0)


def test_sigterm_ends_it_when_what_is_under_way_is_done(tmp_path: Path, new_site: NewSite) -> None:
    site = new_site()
    site.pages |= {"/rss": rss(site, ["a"]), "/a": page("a")}
    plan = tmp_path / "news.toml"
    plan.write_text(PLAN.format(url=site.url))
    command = [sys.executable, "-m", "armswire", "watch", str(plan), "--json", "-r", str(tmp_path / "a.db")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", *sys.path])}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told = [json.loads(child.stdout.readline())["event"] for _ in range(2)]
        assert told == ["listed", "article"]
        child.terminate()
        assert json.loads(child.stdout.readline())["event"] == "done"
        assert child.wait(timeout=60) == 0
