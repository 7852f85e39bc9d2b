"""Answers to what was said before."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, outlines

ANSWERS = [
    ("Kenya said that Norway had sent tanks to Mali. Norway denied the report.",
     "delivery negated NOR>MLI", "denies"),
    ("Reuters reported that Norway had sold tanks to Mali. Norway declined to comment.",
     "agreement uncommitted NOR>MLI", "declines"),
    ("Kenya said that Norway had sent tanks to Mali. Norway confirmed the report.", "delivery NOR>MLI", "confirms"),
    ("Kenya has asked Norway for tanks. Norway rejected the request.", "refusal NOR>KEN", None),
    ("Kenya has asked Norway for tanks. Norway is considering the request.", "consideration NOR>KEN", None),
    ("Kenya has received tanks from Norway, Reuters said. Norway would not confirm the sale.",
     "agreement uncommitted NOR>KEN", "declines"),
    ("Kenya has received tanks from Norway, Reuters said. Norway would neither confirm nor deny the purchase.",
     "agreement uncommitted NOR>KEN", "non_denial"),
    ("Asked whether Norway had sold tanks to Kenya, the Norwegian foreign minister would not say yes or no.",
     "agreement uncommitted NOR>KEN", "declines"),
    ("Asked whether Norway had sold tanks to Kenya, the Norwegian foreign minister denied it.",
     "agreement negated NOR>KEN", "denies"),
    ("Asked whether Norway would sell tanks to Kenya, the Norwegian foreign minister said Oslo was open to it.",
     "consideration NOR>KEN", None),
    ("Norway would not say whether it had sold tanks to Kenya.", "agreement uncommitted NOR>KEN", "declines"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "answer"), ANSWERS)
def test_an_answer_takes_up_what_was_said(reader: Any, text: str, line: str, answer: str | None) -> None:
    assert line in outlines(reader, text)
    assert answer in {None if claim.answer is None else claim.answer.value for claim in claims(reader, text)}


def test_the_answer_is_evidenced_where_it_is_given(reader: Any) -> None:
    text = "Kenya said that Norway had sent tanks to Mali. Norway denied the report."
    [denial] = [claim for claim in claims(reader, text) if claim.answer is not None]
    assert denial.evidence.text == "Norway denied the report."


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether Norway had sold tanks to Kenya, the Norwegian foreign minister spoke of the weather.",
        "The Norwegian foreign minister was asked if Norway would sell tanks to Kenya.",
        "Kenyan deputies asked about the sale of tanks by Norway.",
    ],
)
def test_a_question_without_an_answer_is_no_claim(reader: Any, text: str) -> None:
    assert outlines(reader, text) == []


def test_an_answer_to_nothing_is_no_claim(reader: Any) -> None:
    assert outlines(reader, "The mayor opened a school. Norway declined to comment.") == []
    assert outlines(reader, "The team won again. Norway denied the report.") == []


def test_who_asked_does_not_refuse_its_own_request(reader: Any) -> None:
    lines = outlines(reader, "Kenya has asked Norway for tanks. Kenya considered the request urgent.")
    assert not any(line.startswith(("refusal", "consideration")) for line in lines)


def test_a_denial_that_calls_the_reports_false_is_one_denial(reader: Any) -> None:
    text = "Norway denied on Friday that it had sent drones to Mali, calling the reports baseless."
    assert outlines(reader, text) == ["delivery negated NOR>MLI"]


def test_nothing_since_then_leaves_what_was_given_as_it_is(reader: Any) -> None:
    text = 'Norway sent Mali 12 drones in May, minister Kari Holm of Norway said. "We have given them none since then."'
    assert outlines(reader, text) == ["delivery NOR>MLI"]


REPORTED = (
    "Peru has bought 80 howitzers from Chile and will send them to Mali, two Peruvian officials said. "
    "Chile has given Mali helmets but refuses to give it weapons. "
)


def test_what_is_commented_on_is_what_the_article_reports(reader: Any) -> None:
    found = claims(reader, REPORTED + "Lima declined to comment on the report.")
    [declined] = [claim for claim in found if claim.answer is not None]
    assert (declined.stage.value, declined.supplier, declined.recipient) == ("agreement", ("CHL",), ("MLI",))


def test_who_cannot_confirm_is_certain_of_that(reader: Any) -> None:
    [unable] = [c for c in claims(reader, REPORTED + "Lima said it could not confirm the purchase.") if c.answer]
    assert (unable.polarity.value, unable.certainty.value) == ("uncommitted", "certain")
