"""Who was asked for arms says no without saying it: "There are restrictions", "That would be difficult"."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from readings import claims, words_of

ASKED = "Sudan asked Serbia for tanks."
REQUEST, REFUSAL = "request SDN: SRB>SDN @", "refusal SRB>SDN @SRB"

REFUSALS = [
    "“There are restrictions considering the security situation,” Serbia's defence minister said.",
    "However, Serbian Defence Minister Ana Petrovic explained to her colleague: “There are restrictions.”",
    "Belgrade replied that this would be difficult.",
    "“We are not in a position to do so,” said the Serbian foreign minister.",
    "“We face legal constraints,” Serbia's government said.",
    "Belgrade said it faced constraints of its own.",
    "Serbia is unable to do so, its defence minister said.",
    "“That is not easy,” a Serbian minister said.",
]
LEAVES = [
    "A Sudanese official said the situation was difficult.",
    "The road to Belgrade is difficult.",
    "“That is possible,” a Serbian official said.",
    "“There are no restrictions,” a Serbian official said.",
    "If there are restrictions, a Serbian official said, they will be lifted.",
    "Serbia's farm minister said that the harvest was difficult.",
    "“It is difficult to say when,” a Serbian official said.",
    "Serbia has limits, a Sudanese official said.",
    "“There are restrictions,” a Chilean official said.",
]


@pytest.mark.parametrize("said", REFUSALS)
def test_what_stands_in_the_way_is_a_refusal_of_what_was_asked_for(reader: Any, said: str) -> None:
    assert [words_of(claim) for claim in claims(reader, f"{ASKED} {said}")][1:] == [REFUSAL]


@pytest.mark.parametrize("said", LEAVES)
def test_what_stands_in_the_way_of_something_else_is_none(reader: Any, said: str) -> None:
    assert [words_of(claim).split()[0] for claim in claims(reader, f"{ASKED} {said}")] == ["request"]


def test_nothing_is_refused_where_nobody_asked(reader: Any) -> None:
    assert claims(reader, "Serbia builds tanks. “There are restrictions,” Serbia's defence minister said.") == ()


CALL = (
    "On 8 April, Chadian Defence Minister Omar Daud requested mortars "
    "in a phone call with Serbian Defence Minister Goran Petrovic."
)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("However, Petrovic explained to Daud: “There are restrictions.”", (date(2024, 4, 8), date(2024, 4, 8))),
        ("“There are restrictions,” Petrovic told the Sava Mirror.", None),
    ],
)
def test_whom_the_asker_is_told_it_by_refuses_on_the_day_of_the_request(
    reader: Any, said: str, days: tuple[date, date] | None
) -> None:
    request, refusal = claims(reader, f"{CALL} {said}")
    assert [words_of(request), words_of(refusal).split(" @")[0]] == ["request TCD: SRB>TCD @TCD", "refusal SRB>TCD"]
    assert request.date is not None
    assert (None if refusal.date is None else (refusal.date.start, refusal.date.end)) == days
