"""On which day an article was published, by which rule, and how wide that is, in short words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from armswire.model.article import OTHER_DATES, PUBLISHED_FROM, PUBLISHED_WITHIN, Article
from armswire.wording.articles import PUBLISHED_BY


def say_rule(rule: str) -> str:
    """How a day of publication is known."""
    return PUBLISHED_BY.get(rule, rule)


def say_how_known(article: Article) -> str:
    """The rule and how wide it is: "between 24 February and 2 March 2023, by the anniversary of an event"."""
    within = published_within(article)
    if within is None or within[0] == within[1]:
        return say_rule(article.published_by)
    if article.published is None:
        return f"{say_between(*within)}, as far as the text tells"
    return f"{say_between(*within)}, {say_rule(article.published_by)}"


def published_within(article: Article) -> tuple[date, date] | None:
    """The first and last day on which it may have been published, where that is known."""
    told = article.extra.get(PUBLISHED_WITHIN)
    days = [_day(one) for one in told] if isinstance(told, Sequence) and not isinstance(told, str) else []
    first, last = days if len(days) == 2 else (None, None)
    return None if first is None or last is None else (first, last)


def say_from(article: Article) -> str | None:
    """The words of the article that gave its day, None where something else did."""
    told = article.extra.get(PUBLISHED_FROM)
    return told if isinstance(told, str) and told else None


def say_other_dates(article: Article) -> list[str]:
    """The days that other rules give and that are in conflict: "2031-03-03, told by its dateline"."""
    told = article.extra.get(OTHER_DATES)
    others = told if isinstance(told, Sequence) and not isinstance(told, str) else ()
    return [
        f"{day.isoformat()}, {say_rule(str(other.get('published_by', 'none')))}"
        for other in others
        if isinstance(other, Mapping) and (day := _day(other.get("published"))) is not None
    ]


def say_between(first: date, last: date) -> str:
    """ "between 2 and 5 March 2023", with as much of the first day as differs."""
    end = f"{last.day} {last:%B %Y}"
    if first.year != last.year:
        return f"between {first.day} {first:%B %Y} and {end}"
    if first.month != last.month:
        return f"between {first.day} {first:%B} and {end}"
    return f"between {first.day} and {end}"


def _day(told: object) -> date | None:
    """A day of `extra`, which may come from any file."""
    try:
        return date.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None
