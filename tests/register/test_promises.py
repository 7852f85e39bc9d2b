"""Promises that nobody has reported kept, and from which day on they are overdue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from armswire.model.claim import Claim
from armswire.register.promises import find_promise, overdue_from
from tests.factories import make_claim
from tests.register.cases import RULES, article, only_transfer

DAY = "2031-03-10"


@pytest.mark.parametrize(
    ("claims", "day"),
    [
        ([make_claim("agreement", date="2031-03-01/2031-03-05")], date(2032, 3, 4)),
        ([make_claim("pledge", date="2031-06-01/2031-06-30")], date(2031, 7, 1)),
        ([make_claim("pledge")], date(2032, 3, 9)),
        ([make_claim("request", date="2031-03-01")], None),
        ([make_claim("delivery", date="2031-03-01")], None),
        ([make_claim("agreement", date="2031-02-01"), make_claim("delivery", start=90, date="2031-03-01")], None),
        ([make_claim("agreement", date="2031-02-01"), make_claim("halt", start=90, date="2031-03-01")], None),
        ([make_claim("pledge", polarity="negated")], None),
    ],
    ids=[
        "a year after it was agreed",
        "the day after the last one that it was promised for",
        "a year after it was told",
        "asked for alone",
        "delivered",
        "agreed and delivered",
        "agreed and halted",
        "not promised at all",
    ],
)
def test_a_delivery_is_overdue_from_a_day_on(claims: Sequence[Claim], day: date | None) -> None:
    assert overdue_from(only_transfer(claims, article("dispatch-1", DAY)), RULES) == day


def test_the_furthest_promise_is_the_one_that_is_awaited() -> None:
    claims = [make_claim("pledge", date="2031-02-01"), make_claim("agreement", start=90, date="2031-03-01")]
    promise = find_promise(only_transfer(claims, article("dispatch-1", DAY)).thread.steps)
    assert promise is not None
    assert promise.stage.value == "agreement"
