"""A made-up month of news: who lists what when, how each page fails or changes, and what must be read in the end."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from html import escape
from typing import TypeVar

T = TypeVar("T")

DAY = 86_400.0
BEGIN = 1_935_360_000.0  # 2031-05-01, 00:00 UTC
# A feed lists this many entries, the latest.
LISTED = 15


class Kind(StrEnum):
    """What a feed is."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json"
    SITEMAP = "sitemap"


class Fate(StrEnum):
    """What is odd about a page."""

    PLAIN = "plain"
    CHANGED = "changed"  # three days later it has another paragraph, and its feed says so
    REDIRECTED = "redirected"
    GONE = "gone"  # 404, but the feed has a summary
    LOST = "lost"  # 404, and the feed has an address alone


# Of a hundred pages each.
_FATES = {Fate.CHANGED: 8, Fate.REDIRECTED: 6, Fate.GONE: 3, Fate.LOST: 1}


class Trouble(StrEnum):
    """What is odd about a host."""

    NONE = "none"
    DOWN = "down"  # 503 for a day and a half
    SILENT = "silent"  # takes the request and says nothing, for half a day
    SLOW = "slow"  # always a while
    TORN = "torn"  # now and then breaks off in the middle
    BROKEN = "broken"  # its feed is broken on some days
    MOVED = "moved"  # the feed has another address from the tenth day on
    CLOSED = "closed"  # robots.txt: feeds may be asked for, pages not


# Of a hundred hosts each.
_TROUBLES = {
    Trouble.DOWN: 10, Trouble.SILENT: 1, Trouble.SLOW: 3, Trouble.TORN: 5,
    Trouble.BROKEN: 5, Trouble.MOVED: 4, Trouble.CLOSED: 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    """One entry: `mark` stands in its text and in no other; `at` and `changes` are seconds since 1970."""

    mark: str
    path: str
    at: float
    fate: Fate
    is_of_arms: bool

    @property
    def changes(self) -> float:
        """When it has another text; never, for most."""
        return self.at + 3 * DAY if self.fate is Fate.CHANGED else float("inf")

    def title(self, now: float) -> str:
        """Its headline."""
        return f"Report {self.mark}" + (", amended" if now >= self.changes else "")

    def words(self, now: float) -> list[str]:
        """Its paragraphs."""
        sale = f"Norway has sold {20 + len(self.mark)} howitzers to Kenya, the Defence Ministry in Oslo said on Monday."
        fair = (
            "The harbour town opened its spring fair on Monday, and the mayor said that more boats came than last year."
        )
        more = [f"The desk amended story {self.mark} in the afternoon."] if now >= self.changes else []
        return [sale if self.is_of_arms else fair, f"This is story {self.mark} of the wire.", *_FILLING, *more]


_FILLING = (
    "People who had waited since the morning were let in at noon, and the last of them left when it was dark.",
    "Those who spoke to the paper did so in the open, in front of the town hall, and nobody asked them to leave.",
)


@dataclass(frozen=True)
class Host:
    """A server with one feed; `also` are stories of other hosts that it lists as well, with their addresses."""

    number: int
    kind: Kind
    trouble: Trouble
    trouble_at: float
    stories: tuple[Story, ...]
    also: list[tuple[Story, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Each a machine of its own on the loopback (RFC 1122, section 3.2.1.3: all of 127/8 is)."""
        return f"127.1.{self.number // 250}.{self.number % 250 + 1}"

    @cached_property
    def by_path(self) -> dict[str, Story]:
        """The stories by where their pages are."""
        return {story.path: story for story in self.stories}

    def is_troubled(self, now: float) -> bool:
        """Whether what is odd about it is so at the moment."""
        lasts = {Trouble.DOWN: 1.5 * DAY, Trouble.SILENT: 0.5 * DAY}.get(self.trouble)
        return lasts is not None and self.trouble_at <= now < self.trouble_at + lasts


class World:
    """All hosts, made from a seed."""

    def __init__(self, feeds: int, entries: int, days: int, seed: int) -> None:
        chance = random.Random(seed)
        per_host = Counter(chance.randrange(feeds) for _ in range(entries))
        self.days = days
        self.hosts = [_make_host(number, per_host[number], days, chance) for number in range(feeds)]
        for host in self.hosts[1:]:
            other = self.hosts[chance.randrange(host.number)]
            shared = next((one for one in other.stories if one.fate is Fate.PLAIN), None)
            if shared is not None and other.trouble is not Trouble.CLOSED and chance.random() < 0.5:
                host.also.append((shared, other.name))

    def expected(self) -> Counter[str]:
        """Every mark with how many texts of it must be in the register in the end."""
        return Counter(
            {
                story.mark: 2 if story.fate is Fate.CHANGED and host.trouble is not Trouble.CLOSED else 1
                for host in self.hosts
                for story in host.stories
                if story.fate is not Fate.LOST
            }
        )

    def lost(self) -> int:
        """How many entries must be given up, with a reason."""
        return sum(story.fate is Fate.LOST for host in self.hosts for story in host.stories)


def _make_host(number: int, stories: int, days: int, chance: random.Random) -> Host:
    kind = list(Kind)[number % len(Kind)]
    trouble = _draw(_TROUBLES, Trouble.NONE, chance)
    made = tuple(_make_story(number, place, days, kind, trouble, chance) for place in range(stories))
    return Host(number, kind, trouble, BEGIN + chance.uniform(1, days * 0.6) * DAY, made)


def _make_story(
    number: int, place: int, days: int, kind: Kind, trouble: Trouble, chance: random.Random
) -> Story:  # fmt: skip
    fate = _draw(_FATES, Fate.PLAIN, chance)
    # A sitemap tells nothing of a story but where it is, and a closed host shows nothing else than its feed.
    if kind is Kind.SITEMAP and fate is Fate.GONE:
        fate = Fate.LOST
    if trouble is Trouble.CLOSED:
        fate = Fate.LOST if kind is Kind.SITEMAP else Fate.GONE
    at = BEGIN + chance.uniform(0.0, days - 5.0) * DAY
    return Story(f"{number:03d}x{place:03d}", f"/{number:03d}x{place:03d}.html", at, fate, chance.random() < 0.1)


def _draw(shares: Mapping[T, int], otherwise: T, chance: random.Random) -> T:
    """One of those of whom there are so many in a hundred."""
    drawn = chance.randrange(100)
    for one, share in shares.items():
        if drawn < share:
            return one
        drawn -= share
    return otherwise


def page(story: Story, now: float) -> bytes:
    """The page of a story at a moment, with a menu around it."""
    paragraphs = "".join(f"<p>{escape(words)}</p>" for words in story.words(now))
    return (
        f"<html lang='en'><head><title>{escape(story.title(now))}</title><meta property='og:site_name' content='Wire'>"
        f"<meta property='article:published_time' content='{_iso(story.at)}'></head><body><nav>Home | World</nav>"
        f"<article><h1>{escape(story.title(now))}</h1>{paragraphs}</article><footer>All rights</footer></body></html>"
    ).encode()


def feed(host: Host, now: float, port: int) -> tuple[bytes, str]:
    """What a host lists at a moment, and its media type."""
    listed = [(story, host.name) for story in host.stories if story.at <= now]
    listed += [(story, name) for story, name in host.also if story.at + DAY <= now]
    listed = sorted(listed, key=lambda one: one[0].at, reverse=True)[:LISTED]
    entries = [(story, f"http://{name}:{port}{story.path}") for story, name in listed]
    if host.kind is Kind.JSON:
        items = [_item(story, url, now) for story, url in entries]
        told = {"version": "https://jsonfeed.org/version/1.1", "title": f"Wire {host.number}", "items": items}
        return json.dumps(told).encode(), "application/feed+json"
    written = "".join(_WRITERS[host.kind](story, url, now) for story, url in entries)
    return (_FRAMES[host.kind] % written).encode(), "application/xml"


def _item(story: Story, url: str, now: float) -> dict[str, str]:
    told = {"id": story.mark, "url": url, "title": story.title(now), "date_published": _iso(story.at)}
    if now >= story.changes:
        told["date_modified"] = _iso(story.changes)
    return told if story.fate is Fate.LOST else {**told, "summary": _summary(story)}


def _rss(story: Story, url: str, now: float) -> str:
    summary = "" if story.fate is Fate.LOST else f"<description>{_summary(story)}</description>"
    return f"<item><title>{story.title(now)}</title><link>{url}</link><guid>{story.mark}</guid>{summary}</item>"


def _atom(story: Story, url: str, now: float) -> str:
    summary = "" if story.fate is Fate.LOST else f"<summary>{_summary(story)}</summary>"
    changed = _iso(story.changes if now >= story.changes else story.at)
    return (
        f"<entry><id>{story.mark}</id><title>{story.title(now)}</title><link href='{url}'/>"
        f"<published>{_iso(story.at)}</published><updated>{changed}</updated>{summary}</entry>"
    )


def _sitemap(story: Story, url: str, now: float) -> str:
    changed = _iso(story.changes if now >= story.changes else story.at)
    return f"<url><loc>{url}</loc><lastmod>{changed}</lastmod></url>"


_WRITERS = {Kind.RSS: _rss, Kind.ATOM: _atom, Kind.SITEMAP: _sitemap}
_FRAMES = {
    Kind.RSS: "<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title>%s</channel></rss>",
    Kind.ATOM: "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Wire</title>%s</feed>",
    Kind.SITEMAP: "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>%s</urlset>",
}


def _summary(story: Story) -> str:
    return f"In short, this is story {story.mark} of the wire, from the spring fair."


def _iso(moment: float) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
