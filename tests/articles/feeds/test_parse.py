"""All kinds of feeds give the same entries, and none gets at anything but its own bytes."""

from __future__ import annotations

import codecs
import contextlib
import json
import time
from datetime import date

import pytest

from armswire.articles.feeds.feed import Content, Entry, Feed
from armswire.articles.feeds.parse import parse_feed
from armswire.errors import ArticleError

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Courier</title><link>https://harbour.example/</link><language>en-gb</language>
<item><title>Six boats for Sudmark – a first</title><guid isPermaLink="false">b1</guid><link>/boats</link>
<pubDate>Mon, 01 Mar 2021 23:30:00 -0500</pubDate><description>Norland &lt;b&gt;sells&lt;/b&gt; boats.</description>
<content:encoded><![CDATA[<p>Norland&nbsp;sells six boats.</p>]]></content:encoded></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-gb"><title>Harbour Courier</title>
<link href="https://harbour.example/"/>
<entry><id>b1</id><title type="html">Six boats for &lt;i&gt;Sudmark&lt;/i&gt; – a first</title>
<link href="/boats" rel="alternate"/><published>2021-03-01T23:30:00-05:00</published>
<updated>2021-03-03T01:00:00Z</updated><summary type="html">Norland &lt;b&gt;sells&lt;/b&gt; boats.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Norland sells six boats.</p></div></content>
</entry></feed>"""

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour Courier",
    "home_page_url": "https://harbour.example/",
    "language": "en-gb",
    "items": [
        {
            "id": "b1",
            "url": "/boats",
            "title": "Six boats for Sudmark – a first",
            "date_published": "2021-03-01T23:30:00-05:00",
            "content_html": "<p>Norland sells six boats.</p>",
            "summary": "Norland sells boats.",
        }
    ],
}

SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://harbour.example/boats</loc>
 <lastmod>2021-03-03</lastmod><news:news><news:publication><news:name>Harbour Courier</news:name>
 <news:language>en</news:language></news:publication><news:publication_date>2021-03-01T23:30:00-05:00
 </news:publication_date><news:title>Six boats for Sudmark</news:title></news:news></url>
 <url><loc>https://harbour.example/guns</loc></url></urlset>"""


def only_entry(feed: Feed) -> Entry:
    (entry,) = feed.entries
    return entry


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (RSS.replace("{encoding}", "utf-8").encode(), "RSS"),
        (RSS.replace("{encoding}", "windows-1252").encode("cp1252"), "RSS"),
        (RSS.replace("{encoding}", "utf-16").encode("utf-16"), "RSS"),
        (codecs.BOM_UTF8 + ATOM.encode(), "Atom"),
        (json.dumps(JSON_FEED).replace("/", "\\/").encode(), "JSON Feed"),
    ],
    ids=["rss", "rss in cp1252", "rss in utf-16", "atom", "json"],
)
def test_each_kind_gives_the_same_entry(data: bytes, kind: str) -> None:
    feed = parse_feed(data, "in")
    entry = only_entry(feed)
    assert (feed.kind, feed.title) == (kind, "Harbour Courier")
    assert (entry.id, entry.url) == ("b1", "https://harbour.example/boats")
    assert entry.title == "Six boats for Sudmark – a first"
    # The day on which its writer saw it come out, which is no longer that day in London.
    assert entry.published == date(2021, 3, 1)
    assert (entry.language, entry.outlet) == ("en-gb", "Harbour Courier")
    assert entry.content is not None and entry.content.is_html and "six boats" in entry.content.text
    assert entry.summary is not None and entry.summary.text.startswith("Norland")


def test_addresses_start_from_where_the_feed_was_fetched() -> None:
    feed = parse_feed(ATOM.encode(), "in", "https://mirror.example/feeds/all.atom")
    assert only_entry(feed).url == "https://mirror.example/boats"


def test_a_sitemap_of_news_gives_addresses_titles_and_days() -> None:
    news, bare = parse_feed(SITEMAP.encode(), "in").entries
    assert news == Entry(
        id="https://harbour.example/boats",
        url="https://harbour.example/boats",
        title="Six boats for Sudmark",
        published=date(2021, 3, 1),
        updated=date(2021, 3, 3),
        changed="2021-03-03",
        language="en",
        outlet="Harbour Courier",
    )
    assert (bare.url, bare.title, bare.published) == ("https://harbour.example/guns", None, None)


def test_an_index_gives_further_sitemaps() -> None:
    index = "<sitemapindex><sitemap><loc> https://a.example/1.xml </loc></sitemap></sitemapindex>"
    feed = parse_feed(index.encode(), "in")
    assert (feed.kind, feed.sitemaps, feed.entries) == ("index of sitemaps", ("https://a.example/1.xml",), ())


def test_a_broken_feed_gives_what_is_whole() -> None:
    feed = parse_feed(RSS.replace("{encoding}", "utf-8").replace("</channel></rss>", "<item><title>Cut").encode(), "in")
    assert feed.entries[0].url == "https://harbour.example/boats"
    cut = parse_feed(SITEMAP[: SITEMAP.index("<url><loc>https://harbour.example/guns")].encode(), "in")
    assert [entry.title for entry in cut.entries] == ["Six boats for Sudmark"]


BOMB = "<!DOCTYPE lolz [" + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
FILE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("document", [BOMB, FILE, "<!doctype rss>", "<!ENTITY a 'b'>", "<!-- a --><?a b?>" + FILE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_entities_are_refused_in_every_encoding(document: str, encoding: str) -> None:
    for body in (
        "<rss><channel><item><title>&x;&l9;</title></item></channel></rss>",
        "<urlset><url><loc>&x;</loc></url></urlset>",
    ):
        with pytest.raises(ArticleError, match="document type"):
            parse_feed(f'<?xml version="1.0"?>\n{document}{body}'.encode(encoding), "in")


def test_a_document_type_hidden_in_utf_7_is_only_words() -> None:
    hidden = '<?xml version="1.0" encoding="utf-7"?>' + FILE.replace("<", "+ADw-").replace(">", "+AD4-")
    with pytest.raises(ArticleError):
        parse_feed((hidden + "<rss/>").encode(), "in")


def test_a_page_quoted_in_an_entry_may_have_a_document_type() -> None:
    feed = RSS.replace("{encoding}", "utf-8").replace("<p>Norland", "<!DOCTYPE html><p>Norland")
    assert only_entry(parse_feed(feed.encode(), "in")).content is not None


def test_what_looks_like_an_address_or_a_file_is_not_opened() -> None:
    for data in (b"http://127.0.0.1:1/feed", b"/etc/passwd", b"file:///etc/passwd"):
        with pytest.raises(ArticleError, match="neither a feed"):
            parse_feed(data, "in")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"<html></html>", "neither a feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', "without items"),
        (b"{", "broken JSON"),
        (b'{"items":' + b"[" * 100_000, "broken JSON"),
        (b"<rss>" + b"<item/>" * 50_001, "entries"),
        (b"<rss>" + b"<a>" * 2_000_001, "elements"),
        (b"<urlset>" + b"<url><loc>a</loc></url>" * 50_001, "addresses"),
    ],
)
def test_what_is_no_feed_is_told(data: bytes, problem: str) -> None:
    with pytest.raises(ArticleError, match=problem) as raised:
        parse_feed(data, "in")
    assert raised.value.place == "in" and raised.value.remedy


@pytest.mark.parametrize("piece", ["<a>", "<", "&", "&lt;![", '<item a="', "<!--", "]]>", "<![CDATA["])
def test_broken_feeds_take_no_time(piece: str) -> None:
    started = time.monotonic()
    with contextlib.suppress(ArticleError):
        parse_feed(("<rss><channel><item><title>" + piece * 10_000).encode(), "in")
    assert time.monotonic() - started < 5


def test_json_feeds_may_have_numbers_and_plain_text() -> None:
    items = [{"id": 7, "content_text": "Words."}, "no entry", {"id": 8, "external_url": "https://b.example/"}]
    first, second = parse_feed(json.dumps({"items": items}).encode(), "in").entries
    assert (first.id, first.content) == ("7", Content("Words.", is_html=False))
    assert second.url == "https://b.example/"


def test_half_a_character_costs_its_own_element_alone() -> None:
    told = "<url><loc>https://a.example/{}</loc><title>{}</title></url>"
    strange = '<a:url xmlns:a="b&#xDC00;"/>'
    feed = parse_feed(
        f"<urlset>{strange}{told.format(1, 'a&#xD800;')}{told.format(2, 'Boats')}</urlset>".encode(), "in"
    )
    assert [(entry.url, entry.title) for entry in feed.entries] == [
        ("https://a.example/1", None),
        ("https://a.example/2", "Boats"),
    ]


def test_a_feed_that_breaks_off_does_not_tell_of_half_an_address() -> None:
    whole = b"<url><loc>https://harbour.example/a</loc></url>"
    for kind, record in ((b"urlset", whole), (b"rss", b"<item><link>https://harbour.example/a</link></item>")):
        told = b"<" + kind + b">" + record + record.replace(b"/a<", b"/bc<")
        for end in range(len(told) - len(record), len(told) + 1):
            found = [entry.url for entry in parse_feed(told[:end], "a").entries]
            assert found in (["https://harbour.example/a"], ["https://harbour.example/a", "https://harbour.example/bc"])
