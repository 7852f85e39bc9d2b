"""The lines of a page → the day that it shows its readers: beside the headline, or as the only one in short lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from armswire.articles.facts.margins import is_change, is_of_others
from armswire.articles.facts.page_lines import PageLine, page_lines
from armswire.articles.facts.written_days import Moment, read_moment

ABOVE, BELOW = 6, 12
"""Lines above and below the headline in which its day is looked for."""
FIRST_PAGES = date(1993, 1, 1)
"""Before this nobody read news on the web: earlier days in short lines are of lives and wars."""
SHORT = 120
"""Characters of a line with a day, a writer and a place; a sentence that tells of a day is mostly longer."""

_UNREAD = frozenset({"head", "script", "style", "noscript", "template"})


@dataclass(frozen=True, slots=True)
class ShownLines:
    """The lines of a page, and which of them stand beside its headline."""

    inside: tuple[str, ...]
    beside: tuple[str, ...]
    below: tuple[str, ...]


def read_shown_lines(tree: Any, titles: Sequence[str]) -> ShownLines:
    """The page as a reader sees it; `titles` are its headline and whole title, where known."""
    lines = list(page_lines(tree))
    place = _headline(lines, titles)
    # Some sites name the whole page as if it were a margin: what stands no deeper than the headline is the article's.
    margins = 0 if place is None else lines[place].margins
    below = [] if place is None else lines[place : place + BELOW]
    above = [] if place is None else lines[max(0, place - ABOVE) : place]
    return ShownLines(
        inside=tuple(line.text for line in lines if line.margins <= margins),
        beside=tuple(line.text for line in (*below, *reversed(above)) if line.margins <= margins),
        below=tuple(line.text for line in below if not line.is_of_others),
    )


def find_days_beside(lines: ShownLines, language: str | None) -> Iterator[Moment]:
    """Days beside the headline, in the article's own lines, the nearest below it first."""
    yield from _recent(moment for line in lines.beside if (moment := _of_line(line, language)))


def find_shown_days(tree: Any, lines: ShownLines, language: str | None) -> Iterator[Moment]:
    """Other days that the page shows, the likeliest first."""
    yield from _recent(_careful(tree))
    yield from _recent(moment for line in lines.below if (moment := _of_line(line, language)))
    short = (line for line in lines.inside if len(line) <= SHORT)
    days = {moment.day for line in short if (moment := read_moment(line, language))}
    if len(days) == 1:
        yield from _recent(iter((Moment(days.pop()),)))


def _recent(moments: Iterator[Moment]) -> Iterator[Moment]:
    return (moment for moment in moments if moment.day >= FIRST_PAGES)


def _of_line(line: str, language: str | None) -> Moment | None:
    """The day of a short line; of a long one only where it opens with figures ("27.1.2022 - The yard has ...")."""
    if len(line) <= SHORT:
        return read_moment(line, language)
    return read_moment(line[:20], language) if line[0].isdigit() else None


def _headline(lines: list[PageLine], titles: Sequence[str]) -> int | None:
    """The line that says most of the page's title, or else the first heading outside the margins."""
    said = [n for n, line in enumerate(lines) if len(line.text) > 10 and any(line.text in one for one in titles)]
    # The rest of a title is the name of the outlet, which stands at the foot of many pages.
    said = [n for n in said if lines[n].is_heading or any(one.startswith(lines[n].text) for one in titles)] or said
    if said:
        return max(said, key=lambda n: (len(lines[n].text), lines[n].is_heading, -lines[n].margins, -n))
    headings = [n for n, line in enumerate(lines) if line.is_heading]
    return min(headings, key=lambda n: (lines[n].margins, n), default=None)


def _careful(tree: Any) -> Iterator[Moment]:
    """By htmldate in what readers see of the article; at most one.

    It is given no head, which other modules have read. Its extensive search is left out: it takes any day on the page.
    """
    from htmldate import find_date

    visible = _visible(tree)
    try:
        found = find_date(visible, extensive_search=False, original_date=True)
    except (ValueError, TypeError, AttributeError, OverflowError):
        # Seen on broken mark-up; htmldate does not document what it may raise.
        return
    if found is not None:
        yield Moment(date.fromisoformat(found))


def _visible(tree: Any) -> Any:
    """A copy of the page without its head, scripts, lists of other articles and times of change.

    Comments stay: of several days htmldate takes the first, and the first comment is mostly of the article's day.
    """
    from lxml.etree import Element  # type: ignore[import-untyped]  # lxml ships no types

    page = deepcopy(tree)
    # What holds a heading is the article, however its site names it.
    kept = {above for heading in page.iter("h1") for above in heading.iterancestors()}
    for element in [one for one in page.iter(Element) if one not in kept]:
        if element.tag in _UNREAD or is_of_others(element) or is_change(element):
            element.drop_tree()
    return page
