"""An article → the same with the day of its publication, where its own words give one.

The rules, in order: a stamp among the lines round the text, a dateline, and inference from the text. Files know
other days (when they were saved); none of them counts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from armswire.articles.dating.datelines import Dateline, find_dateline
from armswire.articles.dating.days import HORIZON, Days, between
from armswire.articles.dating.inferring import NARROW, Inference, infer
from armswire.articles.dating.stamps import Force, find_stamp
from armswire.articles.dating.told import Told, read_told
from armswire.model.article import PUBLISHED_FROM, PUBLISHED_WITHIN, RETRIEVED, Article, with_other_dates

APART = timedelta(days=2)
"""Two days further from each other than this are in conflict: time zones and a paper's eve make one or two."""
RECENT = timedelta(days=45)
"""A dateline without a year is of the last weeks before its page was fetched, or else its year must be told."""


def date_article(article: Article, today: date | None = None) -> Article:
    """An article with its day of publication, the rule and how wide it is, where it came in without one.

    No day is later than when the article was retrieved, or than `today`, by default the day of reading. A day is
    given where the rule leaves at most `NARROW` days; of a wider stretch only the bounds are kept. A day that came in
    stays; a stamp or dateline that says another is kept beside it. Never raises, whatever the text.
    """
    told = read_told(article.text)
    if article.published is not None:
        return _compared(article, article.published, told)
    retrieved = _retrieved(article)
    limit = retrieved.date() if retrieved is not None else today or datetime.now(UTC).date()
    stamp, other_stamps = find_stamp(told, limit, retrieved)
    dateline = find_dateline(told)
    if stamp is not None:
        others = [*((one.day, "stamp") for one in other_stamps if abs(one.day - stamp.day) > APART)]
        if dateline is not None and (day := _far_from(dateline, stamp.day)) is not None:
            others.append((day, "dateline"))
        return _dated(article, stamp.day, "stamp", between(stamp.day, stamp.day), stamp.line, others)
    if dateline is not None and dateline.day.whole is not None and dateline.day.whole <= limit:
        return _by_dateline(article, dateline, dateline.day.whole, limit)
    inference = infer(told, limit)
    if dateline is not None and dateline.day.year is None:
        day = _day_of(dateline, inference, limit, retrieved)
        if day is not None:
            return _by_dateline(article, dateline, day, limit)
    return _inferred(article, inference, closed=retrieved is not None or _ends_before(inference, limit))


def _retrieved(article: Article) -> datetime | None:
    told = article.extra.get(RETRIEVED)
    try:
        return datetime.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None


def _compared(article: Article, published: date, told: Told) -> Article:
    """An article whose day is known, with the days in its text that are not that one."""
    others = []
    stamp, _ = find_stamp(told, HORIZON, None)
    if stamp is not None and stamp.force is not Force.UPDATED and abs(stamp.day - published) > APART:
        others.append((stamp.day, "stamp"))
    dateline = find_dateline(told)
    if dateline is not None and (day := _far_from(dateline, published)) is not None:
        others.append((day, "dateline"))
    return replace(article, extra=with_other_dates(article.extra, others)) if others else article


def _far_from(dateline: Dateline, published: date) -> date | None:
    """The day of a dateline, in the year that is nearest, where it is another one than that of publication."""
    years = (published.year - 1, published.year, published.year + 1)
    days = [dateline.day.whole] if dateline.day.year is not None else [dateline.day.on(year) for year in years]
    nearest = min((day for day in days if day is not None), key=lambda day: abs(day - published), default=None)
    return None if nearest is None or abs(nearest - published) <= APART else nearest


def _day_of(dateline: Dateline, inference: Inference, limit: date, retrieved: datetime | None) -> date | None:
    """The day of a dateline without a year: the one that the text leaves, or that lies just before its retrieval."""
    if retrieved is not None:
        days = (dateline.day.on(year) for year in (limit.year, limit.year - 1))
        near = [day for day in days if day is not None and limit - RECENT <= day <= limit]
        if near:
            return near[0] if not inference.bounded or near[0] in inference.days else None
    if not inference.bounded:
        return None
    years = range(inference.days.first.year, inference.days.last.year + 1)
    # It may be a day before the first that the text leaves: written in the evening, printed in the morning.
    days_left = [day for year in years if (day := dateline.day.on(year)) is not None and _touches(day, inference.days)]
    return days_left[0] if len(days_left) == 1 else None


def _touches(day: date, days: Days) -> bool:
    return day in days or day + timedelta(days=1) in days


def _by_dateline(article: Article, dateline: Dateline, day: date, limit: date) -> Article:
    """Written on that day, and published then or on the next."""
    within = between(day, min(day + timedelta(days=1), limit))
    return _dated(article, day, "dateline", within, dateline.words, [])


def _inferred(article: Article, inference: Inference, *, closed: bool) -> Article:
    """By inference; a wide stretch is told where it is `closed` by more than the day of reading."""
    if not inference.days:
        narrow = [clue for clue in inference.clues if clue.days.width <= NARROW]
        others = [(clue.days.middle, clue.rule) for clue in narrow]
        return replace(article, extra=with_other_dates(article.extra, others)) if others else article
    if inference.clue is None or not inference.bounded:
        return article
    if inference.is_narrow:
        return _dated(article, inference.days.middle, inference.rule, inference.days, inference.clue.words, [])
    return replace(article, extra={**article.extra, PUBLISHED_WITHIN: _ends(inference.days)}) if closed else article


def _dated(article: Article, day: date, rule: str, within: Days, words: str, others: list[tuple[date, str]]) -> Article:
    extra = {**article.extra, PUBLISHED_WITHIN: _ends(within), PUBLISHED_FROM: words}
    return replace(article, published=day, published_by=rule, extra=with_other_dates(extra, others))


def _ends_before(inference: Inference, limit: date) -> bool:
    return bool(inference.days) and inference.days.last < limit


def _ends(days: Days) -> list[str]:
    return [days.first.isoformat(), days.last.isoformat()]
