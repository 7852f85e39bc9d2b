"""What came in, unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

# Keys of `Article.extra` that say the same wherever an article came from.
RETRIEVED = "retrieved"
"""When it was fetched, an ISO date-time: an article is never published after it."""
KEPT = "kept"
"""Where what came in is kept as it was: an object of `file` and `record` (WARC-Record-ID)."""
FEED = "feed"
"""The address of the feed that listed it."""
PUBLISHED_WITHIN = "published_within"
"""How wide the rule is that gave the day: first and last ISO day on which it may have been published."""
PUBLISHED_FROM = "published_from"
"""The words of the article that gave the day, where its own words did."""
OTHER_DATES = "other_dates"
"""Days that other rules gave and that conflict with it: objects of `published`, `published_by`."""
AUTHORS = "authors"
"""Names of the writers, in order."""
SECTION = "section"
"""Where in the outlet it stands ("World", "Defence")."""
DESCRIPTION = "description"
"""What the page says in a sentence that it is about."""
CANONICAL = "canonical"
"""The address that the page gives itself."""

CANONICAL = "canonical"
"""The address that the page gives itself; `url` is where it was fetched."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came in.

    `id` is the one given or `article_id` of the content; `text` is the text that evidence points into (of an HTML
    page: the extracted text). `published` is the day of publication and `published_by` the rule that gave it
    ("given", "none", ...). `sha256` is that of the bytes (or of the text) that came in; `extra` keeps unknown keys;
    `place` says where it was read from (file and line), for messages.
    """

    id: str
    text: str
    sha256: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: date | None = None
    published_by: str = "none"
    language: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    place: str = ""


def with_other_dates(extra: Mapping[str, object], others: Iterable[tuple[date, str]]) -> dict[str, object]:
    """An article's `extra` with further days, each with the rule that gave it, beside those that it has; each once."""
    known = extra.get(OTHER_DATES)
    kept: list[object] = list(known) if isinstance(known, list | tuple) else []
    for day, rule in others:
        told = {"published": day.isoformat(), "published_by": rule}
        if told not in kept:
            kept.append(told)
    return {**extra, OTHER_DATES: kept} if kept else dict(extra)
