"""When it happened or is to happen, seen from the day of the article."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, only_claim

# The articles are of a Wednesday.
PUBLISHED = "2024-05-15"

DATES = [
    ("Norway sent tanks to Kenya in March.", "2024-03-01", "2024-03-31"),
    ("Norway sent tanks to Kenya on Monday.", "2024-05-13", "2024-05-13"),
    ("Norway sent tanks to Kenya in 2021.", "2021-01-01", "2021-12-31"),
    ("Norway sent tanks to Kenya on 3 February 2024.", "2024-02-03", "2024-02-03"),
    ("In November, Norway sold tanks to Kenya.", "2023-11-01", "2023-11-30"),
    ("Norway refused in March to send tanks to Kenya.", "2024-03-01", "2024-03-31"),
    ("Norway will send tanks to Kenya in July.", "2024-07-01", "2024-07-31"),
    ("Norway will deliver tanks to Kenya next year.", "2025-01-01", "2025-12-31"),
    ("Norway will send tanks to Kenya on Friday.", "2024-05-17", "2024-05-17"),
    ("Norway sent tanks to Kenya yesterday.", "2024-05-14", "2024-05-14"),
]


@pytest.mark.parametrize(("text", "start", "end"), DATES)
def test_dates(reader: Any, text: str, start: str, end: str) -> None:
    date = only_claim(reader, text, PUBLISHED).date
    assert date is not None
    assert (date.start.isoformat(), date.end.isoformat()) == (start, end)


def test_each_claim_has_the_date_of_its_own_clause(reader: Any) -> None:
    text = "Norway sold tanks to Kenya in 2019. It delivered the tanks to Kenya in 2022."
    found = {claim.stage.value: claim.date.start.year for claim in claims(reader, text, PUBLISHED) if claim.date}
    assert found == {"agreement": 2019, "delivery": 2022}


def test_an_undated_claim(reader: Any) -> None:
    assert only_claim(reader, "Norway sent tanks to Kenya.", PUBLISHED).date is None


def test_without_the_day_of_the_article_only_full_dates_are_known(reader: Any) -> None:
    assert only_claim(reader, "Norway sent tanks to Kenya on Monday.", None).date is None
    known = only_claim(reader, "Norway sent tanks to Kenya in March 2021.", None).date
    assert known is not None
    assert known.start.isoformat() == "2021-03-01"


NO_DATE = [
    "Norway has ordered tanks from Kenya after Chad cleared the sale of shells to Oman in January.",
    "Chad has sent tanks to Kenya, the defence ministry said on Monday.",
    "Norway is buying tanks from Chad and took delivery of shells from Oman in 2022.",
]


@pytest.mark.parametrize("text", NO_DATE)
def test_the_day_of_the_report_and_of_other_transfers_is_not_the_claims(reader: Any, text: str) -> None:
    assert min(claims(reader, text, PUBLISHED), key=lambda c: c.items[0].ml != "ML6").date is None


def test_a_promise_of_a_day_that_has_passed(reader: Any) -> None:
    date = only_claim(reader, "Norway pledged on Tuesday to send Kenya 22 tanks.", PUBLISHED).date
    assert date is not None
    assert date.start.isoformat() == "2024-05-14"


def test_what_follows_a_plan_is_still_to_come(reader: Any) -> None:
    text = "The shells from Peru will travel by sea to Togo before they are handed to Malian gunners in June."
    claim = only_claim(reader, text)
    assert claim.date is not None
    assert (claim.stage.value, str(claim.date.start)) == ("pledge", "2024-06-01")
