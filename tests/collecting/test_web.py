"""Web addresses are read as files are: pages, feeds, whatever answers; each asked for once."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from loopback import Site, say
from loopback_news import page, rss, sitemap

from armswire.articles.read import read
from armswire.articles.reader import Outcome
from armswire.collecting.asking import Asker
from armswire.collecting.web import WebAddresses
from armswire.errors import ArticleError, SettingError
from armswire.fetching.fetcher import Fetcher
from armswire.fetching.keeping import Archive
from armswire.fetching.limits import Limits
from armswire.fetching.robots import Robots
from armswire.model.article import FEED, KEPT, RETRIEVED, Article

AGENT = "armswire-test"
TEXT = "Norway has sold 20 howitzers to Kenya, the Defence Ministry in Oslo said on Monday."


@contextmanager
def addresses(*allowed: str, archive: Archive | None = None) -> Iterator[WebAddresses]:
    with Fetcher(AGENT, allowed=set(allowed), limits=Limits(seconds=3, silence=1)) as fetcher:
        yield WebAddresses(Asker(fetcher, Robots(fetcher, AGENT), pause=0), archive)


def collect(*sources: str, archive: Archive | None = None) -> list[Outcome]:
    with addresses("127.0.0.1", archive=archive) as web:
        return list(read(sources, addresses=web.read))


def articles(outcomes: list[Outcome]) -> list[Article]:
    return [one for one in outcomes if isinstance(one, Article)]


def problems(outcomes: list[Outcome]) -> list[str]:
    return [one.problem for one in outcomes if isinstance(one, ArticleError)]


def test_a_page_is_an_article_that_says_where_and_when_it_was_fetched(site: Site) -> None:
    site.pages["/a"] = page("Howitzers", day="2023-05-05")
    (article,) = articles(collect(f"{site.url}/a#top"))
    assert article.text.endswith("from the harbour town.")
    assert (article.title, article.url) == ("Howitzers", f"{site.url}/a")
    assert str(article.extra[RETRIEVED]).startswith("20")


def test_a_day_after_the_fetching_is_not_believed(site: Site) -> None:
    site.pages["/a"] = page("Howitzers", day="2931-05-05")
    (article,) = articles(collect(f"{site.url}/a"))
    assert article.published is None


def test_a_feed_gives_the_pages_behind_it_and_each_is_asked_for_once(site: Site) -> None:
    site.pages |= {"/feed": rss(site, ["a", "b", "a"]), "/a": page("One"), "/b": page("Two")}
    found = articles(collect(f"{site.url}/feed", f"{site.url}/a"))
    assert [article.url for article in found] == [f"{site.url}/a", f"{site.url}/b"]
    assert {article.extra[FEED] for article in found} == {f"{site.url}/feed"}
    assert [path for path, _ in site.asked].count("/a") == 1


def test_a_page_that_cannot_be_had_leaves_what_the_feed_says(site: Site) -> None:
    told = (
        "<rss version='2.0'><channel><title>Harbour Courier</title>"
        f"<item><title>Sale</title><link>{site.url}/gone</link><description>{TEXT}</description></item>"
        f"<item><title>Nothing</title><link>{site.url}/gone too</link></item></channel></rss>"
    )
    site.pages["/feed"] = say(200, told.encode(), content_type="text/html")  # whatever its server calls it
    found = collect(f"{site.url}/feed")
    assert [article.text for article in articles(found)] == [f"Sale\n\n{TEXT}"]
    assert len(problems(found)) == 1


def test_a_sitemap_and_an_index_of_sitemaps_are_followed(site: Site) -> None:
    site.pages |= {
        "/index.xml": sitemap([f"{site.url}/map.xml"], is_index=True),
        "/map.xml": sitemap([f"{site.url}/a"]),
        "/a": page("One"),
    }
    assert [article.title for article in articles(collect(f"{site.url}/index.xml"))] == ["One"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain; charset=utf-8", TEXT.encode()),
        ("application/octet-stream", gzip.compress(TEXT.encode())),
        ("application/x-ndjson", json.dumps({"text": TEXT}).encode()),
    ],
)
def test_other_kinds_are_read_by_their_readers(site: Site, kind: str, body: bytes) -> None:
    site.pages["/told.txt"] = say(200, body, content_type=kind)
    (article,) = articles(collect(f"{site.url}/told.txt"))
    assert (article.text, article.url) == (TEXT, None if "json" in kind else f"{site.url}/told.txt")


def test_what_cannot_be_had_is_named_and_the_rest_is_read(site: Site) -> None:
    site.pages |= {
        "/robots.txt": say(200, b"User-agent: *\nDisallow: /private"),
        "/film": say(200, b"\x00\x01", content_type="video/mp4"),
        "/a": page("One"),
    }
    found = collect(*(f"{site.url}/{path}" for path in ("private/a", "missing", "film", "a")))
    assert len(articles(found)) == 1
    assert problems(found) == [
        "its robots.txt does not let programs ask for it",
        "answers with status 404",
        "no article, by its kind",
    ]
    assert all(one.remedy and one.place for one in found if isinstance(one, ArticleError))
    assert "/private/a" not in [path for path, _ in site.asked]


def test_this_machine_is_not_asked_unless_it_is_allowed_by_name(site: Site) -> None:
    with addresses() as web:
        (error,) = read([f"{site.url}/a"], addresses=web.read)
    assert isinstance(error, ArticleError)
    assert site.asked == []


def test_addresses_are_refused_where_nobody_asks(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="web addresses"):
        read([str(tmp_path), "https://harbour.example/a"])


def test_what_was_kept_gives_the_same_articles_again(site: Site, tmp_path: Path) -> None:
    whole = "".join(f"<p>{TEXT}</p><p>It was sale number {number} of the year.</p>" for number in range(3))
    told = (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        "<title>Harbour Courier</title>"
        f"<item><title>Whole</title><link>{site.url}/whole</link><content:encoded><![CDATA[{whole}]]>"
        "</content:encoded><pubDate>Mon, 05 May 2031 08:00:00 GMT</pubDate></item>"
        f"<item><title>Scrap</title><link>{site.url}/gone</link><description>&lt;b&gt;{TEXT}&lt;/b&gt;</description>"
        f"</item><item><title>Page</title><link>{site.url}/a</link></item></channel></rss>"
    )
    site.pages |= {"/feed": say(200, told.encode(), content_type="application/rss+xml"), "/a": page("One")}
    first = articles(collect(f"{site.url}/feed", archive=Archive(tmp_path / "kept")))
    again = list(read([str(tmp_path / "kept")]))
    assert len(first) == 3
    assert [bare(article) for article in articles(again)] == [bare(article) for article in first]
    # A page alone does not know what its feed said of it; its text and its day are its own.
    assert [article.extra[KEPT] for article in articles(again)] == [article.extra[KEPT] for article in first]
    assert problems(again) == []


def bare(article: Article) -> Article:
    extra = {key: value for key, value in article.extra.items() if key not in (FEED, RETRIEVED)}
    return replace(article, place="", sha256="", outlet=None, id="", extra=extra)


def test_letters_of_any_script_may_stand_in_an_address_and_in_a_redirect(site: Site) -> None:
    site.pages |= {
        "/%C3%BCber?q=%D0%B0": page("One"),
        "/from": say(302, b"", location="/\u00fcber?q=\u0430".encode().decode("latin-1")),
    }
    found = articles(collect(f"{site.url}/\u00fcber?q=\u0430"))
    assert [article.url for article in found] == [f"{site.url}/%C3%BCber?q=%D0%B0"]
    assert len(articles(collect(f"{site.url}/from"))) == 1


def test_a_redirect_does_not_lead_around_robots_txt(site: Site) -> None:
    site.pages |= {
        "/robots.txt": say(200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /closed"),
        "/a": say(302, b"", location="/closed/a"),
        "/closed/a": page("One"),
    }
    assert problems(collect(f"{site.url}/a")) == ["its robots.txt does not let programs ask for it"]
    assert "/closed/a" not in [path for path, _ in site.asked]


def test_rows_of_a_table_are_no_versions_of_each_other(site: Site) -> None:
    table = f'text,title\n"{TEXT}",One\n"{TEXT} Twice.",Two\n'
    site.pages["/news.csv"] = say(200, table.encode(), content_type="text/csv")
    assert [article.url for article in articles(collect(f"{site.url}/news.csv"))] == [None, None]


@pytest.mark.parametrize("name", ["told.txt", "told.csv", "told.jsonl", "told.jsonl.gz", "told"])
def test_whatever_was_fetched_and_kept_is_read_again(site: Site, tmp_path: Path, name: str) -> None:
    row = json.dumps({"text": TEXT, "retrieved": "2021-03-01T08:00:00Z"}).encode()
    body, kind = {
        "told.txt": (TEXT.encode(), "text/plain; charset=utf-8"),
        "told.csv": (f'text,title\n"{TEXT}",One\n'.encode(), "text/csv"),
        "told.jsonl": (row, "application/x-ndjson"),
        "told.jsonl.gz": (gzip.compress(row), "application/gzip"),
        "told": (TEXT.encode(), "application/octet-stream"),
    }[name]
    site.pages[f"/{name}"] = say(200, body, content_type=kind)
    first = articles(collect(f"{site.url}/{name}", archive=Archive(tmp_path / "kept")))
    again = articles(list(read([str(tmp_path / "kept")])))
    assert [article.text for article in first] == [TEXT]
    assert [(one.id, one.text, one.extra) for one in again] == [(one.id, one.text, one.extra) for one in first]
    if "jsonl" in name:
        assert first[0].extra[RETRIEVED] == "2021-03-01T08:00:00Z"
