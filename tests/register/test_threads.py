"""The life of a transfer as one line with its dates and its gap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from armswire.model.claim import Claim
from armswire.register import queries
from armswire.register.facts import ArticleFacts
from armswire.register.hindsight import look_back
from armswire.register.record import record
from armswire.register.store import open_register
from armswire.register.threads import say_dates
from tests.factories import make_article, make_claim, make_dates
from tests.register.cases import article, only_transfer


def thread(claims: Sequence[Claim], *articles: ArticleFacts) -> str:
    return only_transfer(claims, *articles).thread.says


def test_agreed_and_not_reported_to_be_delivered() -> None:
    told = only_transfer([make_claim("agreement", date="2031-11-01/2031-11-30")], article("dispatch-1", "2032-02-27"))
    assert told.thread.says == "agreed November 2031, no report of delivery yet"
    assert told.thread.gap == "no report of delivery yet"
    assert told.thread.known_until == date(2032, 2, 27)
    (step,) = told.thread.steps
    assert step.claims == told.claims


def test_request_talks_promise_order_and_delivery_are_one_thread_in_the_order_of_time() -> None:
    claims = [
        make_claim("delivery", document="e", date="2031-06-03"),
        make_claim("agreement", document="d", date="2031-03-01/2031-03-31"),
        make_claim("request", document="a", date="2031-01-05"),
        make_claim("consideration", document="b"),
        make_claim("pledge", document="c", date="2031-02-10/2031-02-20"),
    ]
    days = {"a": "2031-01-06", "b": "2031-01-20", "c": "2031-02-21", "d": "2031-04-01", "e": "2031-06-04"}
    assert thread(claims, *(article(name, day) for name, day in days.items())) == (
        "asked for 5 January 2031, considered (told 20 January 2031), promised between 10 and 20 February 2031, "
        "agreed March 2031, delivered 3 June 2031"
    )


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([make_claim("request", date="2031-03-01")], "asked for 1 March 2031, no promise reported yet"),
        ([make_claim("pledge", certainty="probable")], "probably promised (told 10 March 2031), no report of delivery yet"),
        ([make_claim("delivery", certainty="possible", date="2031-01-01/2031-12-31")], "possibly delivered 2031"),
        ([make_claim("delivery", polarity="negated")], "delivery denied (told 10 March 2031)"),
        ([make_claim("delivery", polarity="uncommitted")], "no step of it is told"),
        ([make_claim("end_use")], "no step of it is told"),
        (
            [make_claim("request", date="2031-03-01"), make_claim("refusal", start=90, date="2031-03-08")],
            "asked for 1 March 2031, refused 8 March 2031",
        ),
        (
            [make_claim("agreement", date="2031-03-01"), make_claim("halt", start=90, date="2031-03-08")],
            "agreed 1 March 2031, halted 8 March 2031, no report of delivery yet",
        ),
    ],
)  # fmt: skip
def test_what_is_missing_after_each_step(claims: list[Claim], words: str) -> None:
    assert thread(claims) == words


def test_a_promise_carries_the_date_of_what_is_promised_and_can_be_overdue() -> None:
    claims = [make_claim("pledge", document="a", date="2031-08-01/2031-08-31")]
    told = "promised for August 2031 (told 10 March 2031)"
    assert thread(claims) == f"{told}, no report of delivery yet"
    assert thread(claims, article("later", "2031-09-01")) == f"{told}, overdue: no report of delivery yet"


def test_the_gap_is_that_of_the_day_that_is_looked_at(tmp_path: Path) -> None:
    with open_register(tmp_path / "armswire.db") as register:
        for name, stage, day in (("a", "agreement", "2031-01-10"), ("b", "delivery", "2031-02-20")):
            record(register, make_article(name, name, published=day), [make_claim(stage, document=name, date=day)])
        (now,) = queries.list_transfers(register)
        assert now.thread.says == "agreed 10 January 2031, delivered 20 February 2031"
        assert now.thread.known_until == date(2031, 2, 20)
        assert queries.get_transfer(register, now.id) == now
    with open_register(tmp_path / "armswire.db") as register:
        look_back(register, date(2031, 2, 1))
        (then,) = queries.list_transfers(register)
        assert then.thread.says == "agreed 10 January 2031, no report of delivery yet"
        assert then.thread.known_until == date(2031, 1, 10)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ("2031-11-03", "3 November 2031"),
        ("2031-11-01/2031-11-30", "November 2031"),
        ("2031-01-01/2031-12-31", "2031"),
        ("2031-02-20/2031-02-26", "between 20 and 26 February 2031"),
        ("2031-02-20/2032-03-01", "between 20 February 2031 and 1 March 2032"),
    ],
)
def test_dates_as_people_write_them(dates: str, words: str) -> None:
    found = make_dates(dates)
    assert found is not None
    assert say_dates(found) == words
