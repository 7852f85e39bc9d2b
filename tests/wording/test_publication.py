from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from armswire.articles.dating.date_article import date_article
from armswire.model.article import OTHER_DATES, PUBLISHED_FROM, PUBLISHED_WITHIN
from armswire.wording.publication import say_between, say_from, say_how_known, say_other_dates
from tests.factories import make_article

INFERRED = "Togo showed its new guns on Friday, on the first anniversary of Russia's invasion of Ukraine."
WIDE = "Ukraine, in its now 13-month-long war against Russia, asked Togo for guns that nobody else had."


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2023, 3, 2), date(2023, 3, 5), "between 2 and 5 March 2023"),
        (date(2023, 2, 24), date(2023, 3, 2), "between 24 February and 2 March 2023"),
        (date(2022, 12, 30), date(2023, 1, 2), "between 30 December 2022 and 2 January 2023"),
    ],
)
def test_a_stretch_is_told_with_what_differs(first: date, last: date, told: str) -> None:
    assert say_between(first, last) == told


def test_an_inferred_day_is_told_with_its_rule_its_width_and_its_words() -> None:
    article = date_article(make_article(text=INFERRED, published=None), date(2026, 6, 1))
    assert say_how_known(article) == "between 24 February and 2 March 2023, by the anniversary of an event"
    assert say_from(article) == INFERRED


def test_bounds_are_told_where_no_day_is_known() -> None:
    article = date_article(make_article(text=WIDE, published=None), date(2026, 6, 1))
    assert say_how_known(article) == "between 8 March and 10 May 2023, as far as the text tells"


def test_a_given_day_is_told_alone_and_its_rivals_beside_it() -> None:
    article = make_article(
        extra={OTHER_DATES: [{"published": "2031-01-09", "published_by": "dateline"}, {"published": None}, "2031"]}
    )
    assert (say_how_known(article), say_from(article)) == ("given with the article", None)
    assert say_other_dates(article) == ["2031-01-09, by its dateline"]


@pytest.mark.parametrize("told", ["2031-03-03", ["2031-03-03"], [1, 2], ["then", "now"], None, {"first": "2031-03-03"}])
def test_what_other_programs_put_under_these_keys_is_passed_over(told: object) -> None:
    article = replace(make_article(), extra={PUBLISHED_WITHIN: told, OTHER_DATES: told, PUBLISHED_FROM: [told]})
    assert (say_how_known(article), say_from(article)) == ("given with the article", None)
    assert say_other_dates(article) == []
