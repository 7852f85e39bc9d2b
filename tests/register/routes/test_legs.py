"""The legs of a transfer: who hands over to whom, what is told of each stretch, and how well it is known."""

from __future__ import annotations

from hypothesis import given, settings

from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.route import Leg
from armswire.model.standing import Standing
from armswire.model.transfer import Transfer
from tests.factories import make_claim, make_source
from tests.register.cases import article, only_transfer, run
from tests.register.test_order import read_articles

MINISTRY = make_source("the defence ministry", "KOR")
OFFICIAL = make_source("a U.S. official", "USA", "anonymous_official")
NOVEMBER = "2031-11-01/2031-11-30"

Shown = dict[tuple[str, str], list[str]]


def shown(transfer: Transfer) -> Shown:
    """The stages of each leg, by "from" and "to"."""
    return {_ends(leg): [record.stage.value for record in leg.stages] for leg in transfer.route.legs}


def leg(transfer: Transfer, sender: str, receiver: str) -> Leg:
    return next(leg for leg in transfer.route.legs if _ends(leg) == (sender, receiver))


def _ends(leg: Leg) -> tuple[str, str]:
    return " ".join(leg.sender), " ".join(leg.receiver)


def test_a_transfer_with_nobody_between_is_its_only_leg() -> None:
    claims = [
        make_claim("pledge", document="a", attribution=[MINISTRY]),
        make_claim("delivery", document="b", polarity="negated", attribution=[make_source("the envoy", "UKR")]),
    ]
    transfer = only_transfer(claims)
    only = leg(transfer, "KOR", "UKR")
    assert transfer.route.legs == (only,)
    assert (only.stages, only.standing, only.standing_reason) == (
        transfer.stages, transfer.standing, transfer.standing_reason
    )  # fmt: skip
    assert only.claims == transfer.claims
    assert transfer.route.parts == ()


def test_a_delivery_through_somebody_is_told_of_both_legs() -> None:
    transfer = only_transfer([make_claim("delivery", intermediary="USA")])
    assert shown(transfer) == {("KOR", "USA"): ["delivery"], ("USA", "UKR"): ["delivery"]}


def test_who_agrees_to_buy_for_another_has_agreed_with_the_supplier_alone() -> None:
    transfer = only_transfer([make_claim("agreement", intermediary="USA", date=NOVEMBER)])
    assert shown(transfer) == {("KOR", "USA"): ["agreement"], ("USA", "UKR"): ["end_use"]}


def test_a_blocked_re_export_blocks_the_second_leg() -> None:
    transfer = only_transfer([make_claim("refusal", "CHE", intermediary="DEU")])
    assert shown(transfer) == {("CHE", "DEU"): [], ("DEU", "UKR"): ["refusal"]}
    first = leg(transfer, "CHE", "DEU")
    assert first.standing is Standing.REPORTED
    assert first.claims == first.standing_claims == transfer.claims


def test_who_denies_the_whole_way_leaves_open_how_far_the_goods_went() -> None:
    claims = [
        make_claim("delivery", document="a", intermediary="USA", date="2031-03-01"),
        make_claim("delivery", document="b", intermediary="USA", date="2031-03-01", polarity="negated", attribution=[MINISTRY]),
    ]  # fmt: skip
    transfer = only_transfer(claims)
    assert leg(transfer, "KOR", "USA").standing is Standing.REPORTED
    onward = leg(transfer, "USA", "UKR")
    assert (onward.standing, onward.standing_claims) == (Standing.DISPUTED, tuple(sorted(c.id for c in claims)))


def test_each_claim_stands_with_the_leg_that_it_tells_of() -> None:
    whole = make_claim("delivery", document="a", intermediary="USA", date="2031-03-01")
    stops = make_claim("delivery", recipient="USA", document="b", date="2031-03-01")
    direct = make_claim("delivery", document="c", date="2031-03-01")
    transfer = only_transfer([whole, stops, direct])
    assert leg(transfer, "KOR", "USA").claims == tuple(sorted((whole.id, stops.id)))
    assert leg(transfer, "USA", "UKR").claims == (whole.id,)
    assert leg(transfer, "KOR", "UKR").claims == (direct.id,)
    assert leg(transfer, "KOR", "USA").standing is Standing.CORROBORATED
    assert leg(transfer, "USA", "UKR").standing is Standing.REPORTED


def test_the_leg_on_which_both_sides_agree_is_not_disputed() -> None:
    claims = [
        make_claim("agreement", document="a", intermediary="USA", date=NOVEMBER, attribution=[OFFICIAL]),
        make_claim("agreement", document="b", intermediary="USA", date=NOVEMBER),
        make_claim(
            "end_use", recipient="USA", document="a", start=90, date=NOVEMBER,
            conditions=["the United States is the end user"], attribution=[MINISTRY],
        ),
    ]  # fmt: skip
    transfer = only_transfer(claims, article("a", "2031-12-01"), article("b", "2031-12-02"))
    assert transfer.standing is Standing.DISPUTED
    assert leg(transfer, "KOR", "USA").standing is Standing.CORROBORATED
    onward = leg(transfer, "USA", "UKR")
    assert onward.standing is Standing.DISPUTED
    assert "KOR" in onward.standing_reason
    assert claims[2].id in onward.standing_claims
    assert claims[2].id not in onward.claims


def test_a_party_that_is_not_named_is_looked_for_in_the_other_claims() -> None:
    claims = [
        make_claim("delivery", document="a", intermediary="USA", date="2031-03-01"),
        make_claim("delivery", "", document="a", intermediary="USA", date="2031-03-01", start=80),
        make_claim("delivery", "", recipient="UKR", document="a", start=160, date="2031-03-01"),
    ]
    transfer = only_transfer(claims)
    assert leg(transfer, "KOR", "USA").claims == tuple(sorted(claim.id for claim in claims[:2]))
    assert leg(transfer, "USA", "UKR").claims == transfer.claims
    assert shown(only_transfer([make_claim("delivery", "", intermediary="USA")])) == {
        ("USA", "UKR"): ["delivery"], ("", "USA"): ["delivery"]
    }  # fmt: skip


def test_who_is_named_together_is_one_hand() -> None:
    transfer = only_transfer([make_claim("pledge", "DEU NOR SWE"), make_claim("pledge", "DEU", document="b")])
    assert shown(transfer) == {("DEU NOR SWE", "UKR"): ["pledge"]}
    firm = only_transfer([make_claim("agreement", "KOR org:Hanwha", intermediary="USA POL")])
    assert shown(firm) == {
        ("KOR org:Hanwha", "POL USA"): ["agreement"], ("POL USA", "UKR"): ["end_use"]
    }  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(read_articles())
def test_the_legs_hang_together(read: list[tuple[Article, list[Claim]]]) -> None:
    claims = [claim for _, found in read for claim in found]
    for transfer in run(claims).transfers:
        route = transfer.route
        assert len({_ends(leg) for leg in route.legs}) == len(route.legs) > 0
        assert {claim for leg in route.legs for claim in leg.claims} == set(transfer.claims)
        for leg in route.legs:
            assert leg.claims
            assert leg.standing_claims
            assert set(leg.standing_claims) <= set(transfer.claims)
            assert leg.sender != leg.receiver
            for record in leg.stages:
                assert set(record.claims) <= set(leg.claims)
        for supporting in (*route.parts, *route.end_users, *transfer.backfills, *transfer.thread.steps):
            assert supporting.claims
        assert {part.actor for part in route.parts} >= {actor.actor for actor in transfer.intermediary}
        if len(route.legs) == 1 and not route.parts:
            assert (route.legs[0].standing, route.legs[0].claims) == (transfer.standing, transfer.claims)
