from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from armswire.articles.read import read
from armswire.articles.reader import Outcome
from armswire.errors import ArticleError
from armswire.model.article import Article

STORY = """<p>Norland will sell six patrol boats to Sudmark, the first sale of this kind between the two countries.</p>
<p>The boats carry guns of 30 mm and will arrive by 2024, the ministry of defence of Norland said on Monday.</p>"""

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Courier</title><link>https://harbour.example/</link><language>en</language>
<item><title>Six boats</title><guid>b1</guid><link>https://harbour.example/1</link>
<pubDate>Mon, 01 Mar 2021 10:00:00 GMT</pubDate><content:encoded><![CDATA[{STORY}]]></content:encoded></item>
<item><title>Two guns</title><link>https://harbour.example/2</link>
<description>&lt;p&gt;Sudmark gets two guns.&lt;/p&gt;</description></item>
<item><title>Three masts</title><link>https://harbour.example/3</link></item>
<item><title>Short</title><content:encoded>&lt;p&gt;Four words.&lt;/p&gt;</content:encoded></item>
</channel></rss>"""


def outcomes(tmp_path: Path, name: str, text: str) -> list[Outcome]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return list(read([str(path)]))


def test_a_feed_gives_its_stories_its_summaries_and_names_bare_addresses(tmp_path: Path) -> None:
    full, summary, bare, short = outcomes(tmp_path, "feed.rss", RSS)
    assert isinstance(full, Article)
    assert full.text.splitlines()[0].startswith("Norland will sell six patrol boats to Sudmark, the first")
    assert "The boats carry guns of 30 mm" in full.text and "<p>" not in full.text
    assert (full.title, full.url, full.outlet) == ("Six boats", "https://harbour.example/1", "Harbour Courier")
    assert (full.published, full.published_by, full.language) == (date(2021, 3, 1), "feed", "en")
    assert full.extra == {"feed_id": "b1"} and full.place.endswith("feed.rss, entry 1")
    assert isinstance(summary, Article)
    assert (summary.text, summary.extra) == ("Two guns\n\nSudmark gets two guns.", {"text_is": "summary"})
    assert (summary.published, summary.published_by) == (None, "none")
    assert isinstance(bare, ArticleError)
    assert "only an address" in bare.problem and bare.value == "https://harbour.example/3"
    assert isinstance(short, Article) and short.text == "Four words."


def test_json_feeds_are_told_from_other_json(tmp_path: Path) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "Six boats left."}]}
    (article,) = outcomes(tmp_path, "feed.json", json.dumps(feed))
    assert isinstance(article, Article) and article.text == "Six boats left."
    (plain,) = outcomes(tmp_path, "plain.json", json.dumps({"text": "Six boats came.", "version": "1.1"}))
    assert isinstance(plain, Article) and plain.text == "Six boats came."


def test_a_sitemap_has_addresses_only(tmp_path: Path) -> None:
    (error,) = outcomes(tmp_path, "map.xml", "<urlset><url><loc>https://harbour.example/1</loc></url></urlset>")
    assert isinstance(error, ArticleError) and "only an address" in error.problem
    (index,) = outcomes(
        tmp_path, "index.xml", "<sitemapindex><sitemap><loc>https://harbour.example/m</loc></sitemap></sitemapindex>"
    )
    assert isinstance(index, ArticleError) and "address of a sitemap" in index.problem
    (empty,) = outcomes(tmp_path, "empty.xml", "<rss><channel><title>a</title></channel></rss>")
    assert isinstance(empty, ArticleError) and "no entry in this RSS" in empty.problem


def test_a_feed_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "feed"
    path.write_text(RSS)
    assert len(list(read([str(path)]))) == 4


def test_impossible_characters_in_a_feed_cost_one_entry(tmp_path: Path) -> None:
    items = [{"title": "a\x00", "content_text": "b"}, {"content_text": "\ud800"}, {"content_text": "Whole."}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    nul, half, whole = outcomes(tmp_path, "feed.json", json.dumps(feed))
    assert isinstance(nul, ArticleError) and "NUL" in nul.problem
    assert isinstance(half, ArticleError) and "half a character" in half.problem
    assert isinstance(whole, Article)
