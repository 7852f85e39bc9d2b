"""What whoever stands between does with the goods, and who gets them in the end, as claims tell it."""

from __future__ import annotations

import pytest

from armswire.model.claim import Claim
from armswire.model.route import Part
from armswire.model.transfer import Transfer
from tests.factories import make_claim, make_source
from tests.register.cases import only_transfer


def parts(transfer: Transfer) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for part in transfer.route.parts:
        found.setdefault(part.actor, []).append(part.part.value)
    return found


@pytest.mark.parametrize(
    ("stage", "words", "part"),
    [
        ("agreement", "Norland struck a deal for shells meant for Sudmark.", Part.BUYER),
        ("agreement", "Norland agreed to sell shells, to be sent through Westmark.", Part.TRANSIT),
        ("pledge", "Westmark will buy shells in Norland for Sudmark.", Part.BUYER),
        ("pledge", "Westmark will give Norland's shells to Sudmark.", Part.NOT_TOLD),
        ("delivery", "Shells went to Sudmark via Westmark.", Part.TRANSIT),
        ("delivery", "Shells went to Sudmark through the summer.", Part.NOT_TOLD),
        ("delivery", "Shells crossed Westmark's AIRSPACE.", Part.TRANSIT),
        ("approval", "Norland cleared the shipment.", Part.RE_EXPORTER),
        ("refusal", "Norland blocked the shipment.", Part.RE_EXPORTER),
        ("request", "Sudmark asked that Westmark may re-export the shells.", Part.RE_EXPORTER),
    ],
)
def test_the_part_is_told_by_words_or_else_by_the_stage(stage: str, words: str, part: Part) -> None:
    claim = make_claim(stage, intermediary="USA", text=words)
    (only,) = only_transfer([claim]).route.parts
    assert (only.actor, only.part, only.claims) == ("USA", part, (claim.id,))
    assert only.reason


def test_a_denial_tells_no_part() -> None:
    claim = make_claim("agreement", intermediary="USA", polarity="negated", text="Nothing was signed.")
    assert parts(only_transfer([claim])) == {"USA": ["not_told"]}


def test_who_passes_on_what_it_bought_plays_two_parts_each_with_its_claims() -> None:
    bought = make_claim("agreement", intermediary="USA", document="a", date="2031-03-01", text="It bought shells.")
    stops = make_claim("agreement", recipient="USA", document="b", date="2031-03-01", text="A deal was signed.")
    transfer = only_transfer([bought, stops])
    (buyer,) = transfer.route.parts
    assert (buyer.part, buyer.claims) == (Part.BUYER, tuple(sorted((bought.id, stops.id))))
    assert "“bought”" in buyer.reason
    blocked = make_claim("refusal", intermediary="USA", document="c", date="2031-03-01", text="No licence.")
    assert parts(only_transfer([bought, blocked])) == {"USA": ["buyer", "re_exporter"]}


def test_end_users_stand_side_by_side_each_on_its_word_and_in_its_terms() -> None:
    claims: list[Claim] = [
        make_claim("request", recipient="USA", document="a", requester="USA", date="2031-10-01"),
        make_claim("agreement", intermediary="USA", document="a", date="2031-11-01", start=90),
        make_claim(
            "end_use", recipient="USA", document="a", start=180, date="2031-11-01",
            conditions=["the United States is the end user"], attribution=[make_source("the ministry", "KOR")],
        ),
    ]  # fmt: skip
    users = only_transfer(claims).route.end_users
    assert [(user.actor, user.terms, user.claims) for user in users] == sorted([
        ("UKR", (), (claims[1].id,)),
        ("USA", ("the United States is the end user",), (claims[2].id,)),
    ], key=lambda user: user[2])  # fmt: skip
    stops = make_claim("agreement", recipient="USA", document="b", date="2031-11-01")
    assert [user.actor for user in only_transfer([claims[1], stops]).route.end_users] == ["UKR"]
    told = {user.actor: user.on_whose_word for user in users}
    assert told["USA"] == ("The a Post, citing the ministry",)
    assert told["UKR"] == ("The a Post in its own words",)
