from __future__ import annotations

from datetime import UTC, date, datetime

from armswire.articles.feeds.feed import Entry
from armswire.collecting.answers import article_of_answer
from armswire.fetching.fetcher import Answer
from armswire.model.article import Article

PAGE = """<html><head><meta property="article:published_time" content="{day}"></head><body><article>
<p>Norland will sell six patrol boats to Sudmark, the first sale between the two countries in many years.</p>
</article></body></html>"""
URL = "https://harbour.example/boats"
FETCHED = datetime(2021, 3, 5, 10, tzinfo=UTC)


def fetched(day: str, entry: date | None) -> Article:
    answer = Answer(URL, URL, 200, {"content-type": "text/html"}, PAGE.format(day=day).encode())
    return article_of_answer(answer, FETCHED, Entry(url=URL, published=entry))


def test_the_feeds_day_is_kept_beside_the_pages_where_it_is_another_one() -> None:
    article = fetched("2021-03-04", date(2021, 3, 1))
    assert (article.published, article.published_by) == (date(2021, 3, 4), "published_time")
    assert article.extra["other_dates"] == [{"published": "2021-03-01", "published_by": "feed"}]
    assert "other_dates" not in fetched("2021-03-04", date(2021, 3, 5)).extra


def test_the_feeds_day_counts_where_the_page_tells_one_after_it_was_fetched() -> None:
    article = fetched("2021-03-06", date(2021, 3, 5))
    assert (article.published, article.published_by) == (date(2021, 3, 5), "feed")
    assert article.extra["retrieved"] == "2021-03-05T10:00:00Z"
