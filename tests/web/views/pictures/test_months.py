"""Months as columns; what has no month is told."""

from __future__ import annotations

from armswire.model.claim import Stage
from armswire.model.flow import Month
from armswire.web.views.pictures.months import view_months

MONTHS = (
    Month("", ((Stage.PLEDGE, 3),)),
    Month("2030", ((Stage.END_USE, 1),)),
    Month("2031-02", ((Stage.AGREEMENT, 1), (Stage.REFUSAL, 2))),
)


def test_a_month_narrows_to_its_days() -> None:
    column = view_months(MONTHS, (("supplier", "KOR"),)).months[0]
    assert column.link.href == "?supplier=KOR&since=2031-02-01&until=2031-02-28"
    assert column.words == "2031-02: 1 agreement, 2 refusal"
    assert (column.number(Stage.REFUSAL), column.number(Stage.HALT)) == (2, 0)


def test_what_has_no_month_is_told_and_years_stand_apart() -> None:
    view = view_months(MONTHS, ())
    assert [column.period for column in view.years] == ["2030"]
    assert view.left_out == (
        "Not in any month: 1 step of which the year alone is known and 3 steps of which nobody tells when."
    )
    assert view_months(MONTHS[2:], ()).left_out == ""


def test_the_stages_that_occur_come_in_their_order_and_some_hold_back() -> None:
    stages = view_months(MONTHS, ()).data["stages"]
    assert [(one["name"], one["back"]) for one in stages] == [
        ("agreement", False),
        ("refusal", True),
        ("end use", False),
    ]


def test_the_period_that_is_chosen_is_known_to_the_picture() -> None:
    view = view_months(MONTHS, (("since", "2031-02-01"), ("until", "2031-02-28")))
    assert view.months[0].link.is_set
    assert view.months[0].link.href == "?"
    assert (view.data["since"], view.data["until"]) == ("2031-02-01", "2031-02-28")
