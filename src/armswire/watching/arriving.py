"""What was fetched for an entry → its article, with what the feed and the plan know where the page is silent."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any

from armswire.articles.dating.date_article import date_article
from armswire.articles.feeds.entry_article import article_from_entry
from armswire.articles.feeds.feed import Content, Entry
from armswire.articles.page_article import article_from_page
from armswire.errors import ArticleError
from armswire.fetching.fetcher import Answer
from armswire.fetching.keeping import Kept
from armswire.model.article import OTHER_DATES, Article
from armswire.model.identity import text_digest
from armswire.watching.plan import Fetching, Source
from armswire.watching.state import Listed

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
APART = timedelta(days=1)
"""Days further from each other than this are in conflict; time zones make one."""
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "")


def list_entry(entry: Entry, source: Source) -> Listed | None:
    """An entry as the state keeps it, by the name that the feed gives it; None where there is nothing to go by.

    It counts as changed where the feed says so, to the second, or where headline or text are others than before: what
    an outlet changes, it mostly changes on the same day.
    """
    name = entry.id or entry.url
    if name is None:
        return None
    told = {key: value for key, value in asdict(entry).items() if value is not None}
    for key in ("published", "updated"):
        if key in told:
            told[key] = told[key].isoformat()
    content = None if entry.content is None else entry.content.text
    marks = [entry.changed, told.get("updated"), told.get("published"), entry.title, content]
    return Listed(name, entry.url or source.url, text_digest(json.dumps(marks, ensure_ascii=False)), told)


def read_listed(told: Mapping[str, Any]) -> Entry:
    """The entry that `list_entry` wrote."""
    values = dict(told)
    for key in ("published", "updated"):
        if key in values:
            values[key] = date.fromisoformat(values[key])
    for key in ("content", "summary"):
        if key in values:
            values[key] = Content(**values[key])
    return Entry(**values)


def wants_page(entry: Entry, source: Source) -> bool:
    """Whether the page behind an entry is to be fetched."""
    if entry.url is None or source.pages is Fetching.NEVER:
        return False
    return source.pages is Fetching.ALWAYS or entry.content is None


def article_of_entry(entry: Entry, source: Source) -> Article:
    """The article that the feed itself brings. Raises ArticleError where that is none."""
    return _with_plan(article_from_entry(entry, entry.url or source.url), source, {"feed": source.url})


def article_of_answer(answer: Answer, entry: Entry, source: Source, at: datetime, kept: Kept | None) -> Article:
    """The article of a page that was fetched for an entry. Raises ArticleError where it has none.

    What the page does not tell of itself is the feed's word. The page's day is never after it was fetched.
    """
    kind = answer.headers.get("content-type", "")
    if kind.split(";")[0].strip().lower() not in _PAGES:
        raise ArticleError("no page", place=answer.url, value=kind, remedy="Fetch it, and add the file")
    charset = _CHARSET.search(kind)
    extra: dict[str, object] = {"feed": source.url}
    if kept is not None:
        extra["kept"] = {"file": kept.file, "record": kept.record}
    article = article_from_page(
        answer.body,
        answer.url,
        url=answer.url,
        charset=charset and charset[1],
        retrieved=at.isoformat(timespec="seconds"),
        extra=extra,
    )
    day = entry.published or entry.updated
    if day is not None:
        article = _with_feeds_day(article, day)
    article = replace(
        article,
        title=article.title or entry.title,
        outlet=article.outlet or entry.outlet,
        language=article.language or entry.language,
    )
    return _with_plan(article, source, {})


def _with_feeds_day(article: Article, day: date) -> Article:
    """With the feed's day where the page tells none; kept beside the page's where it is another one."""
    if article.published is None:
        return replace(article, published=day, published_by="feed")
    if abs(article.published - day) <= APART:
        return article
    others = article.extra.get(OTHER_DATES)
    told = [*(others if isinstance(others, list) else []), {"published": day.isoformat(), "published_by": "feed"}]
    return replace(article, extra={**article.extra, OTHER_DATES: told})


def _with_plan(article: Article, source: Source, extra: Mapping[str, object]) -> Article:
    told = replace(
        article,
        # The plan is a person's word: what feeds call themselves is often "Latest news".
        outlet=source.outlet or article.outlet,
        language=article.language or source.language,
        extra={**article.extra, **extra},
    )
    return date_article(told)
