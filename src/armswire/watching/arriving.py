"""An entry of a feed ↔ what the state keeps of it; and an article with what the plan knows of its source."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from armswire.articles.dating.date_article import date_article
from armswire.articles.feeds.feed import Content, Entry
from armswire.model.article import FEED, Article
from armswire.model.identity import text_digest
from armswire.watching.plan import Fetching, Source
from armswire.watching.state import Listed


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


def with_plan(article: Article, source: Source) -> Article:
    """An article that a source brought, with what the plan knows of that source."""
    told = replace(
        article,
        # The plan is a person's word: what feeds call themselves is often "Latest news".
        outlet=source.outlet or article.outlet,
        language=article.language or source.language,
        extra={**article.extra, FEED: source.url},
    )
    return date_article(told)
