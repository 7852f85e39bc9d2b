"""A row of a table → its article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from armswire.articles.feeds.days import read_day
from armswire.articles.json_article import article_from_json
from armswire.model.article import Article

_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")


def article_from_row(
    row: Mapping[str, object], *, sha256: str, place: str, extra: Mapping[str, object] | None = None
) -> Article:
    """The article of a row that has been keyed (`columns.py`); as JSON Lines, but that days may be written otherwise.

    `extra` is added to the article's own. Raises ArticleError as `article_from_json` does: for a row without words, and
    for a day that can be read in two ways.
    """
    article = article_from_json({**row, "published": _day(row.get("published"))}, sha256, place)
    return replace(article, extra={**article.extra, **extra}) if extra else article


def _day(told: object) -> object:
    """An ISO day of what tables write: ISO, a letter's date, the year first; anything else as it is."""
    if isinstance(told, str) and (found := _YEAR_FIRST.match(told.strip())):
        told = "-".join(part.zfill(2) for part in found.groups())
    day = read_day(told)
    return told if day is None else day.isoformat()
