"""What transfers come to is added up from slim rows and says what the records say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from armswire.model.claim import Claim, Stage
from armswire.model.flow import OTHERS, Amount, Month
from armswire.register import queries, schema
from armswire.register.flows.queries import count_parties, list_flows, list_legs, list_months, list_units
from armswire.register.record import record
from armswire.register.store import Register, open_register
from tests.factories import make_article, make_claim, make_item


def tell(register: Register, *claims: Claim) -> None:
    for claim in claims:
        record(register, make_article(claim.document), [claim])


@pytest.fixture
def register(place: str) -> Iterator[Register]:
    with open_register(place) as opened:
        tell(
            opened,
            make_claim("delivery", "KOR", "UKR", document="a", intermediary="USA", date="2031-02-05",
                       items=[make_item(quantity=(300, 500))]),
            make_claim("agreement", "POL org:PGZ", "UKR", document="b", date="2031-03-01/2031-03-31",
                       items=[make_item("tanks", "ML6", quantity=14)]),
            make_claim("pledge", "DEU FRA", "MDA", document="c", date="2030-01-01/2030-12-31",
                       items=[make_item("howitzers", "ML2", quantity=20)]),
            make_claim("refusal", "CHE", "", document="d", items=[make_item("cartridges", "ML3")]),
            make_claim("pledge", "org:RTX", "EST", document="e", items=[make_item("rockets", "ML4")]),
        )  # fmt: skip
        yield opened


def test_flows_name_supplier_go_between_and_recipient(register: Register) -> None:
    flows = {(flow.supplier, flow.intermediary, flow.recipient): flow for flow in list_flows(register).flows}
    assert set(flows) == {
        ("KOR", "USA", "UKR"),
        ("POL", None, "UKR"),  # its firm stands with it
        ("DEU", None, "MDA"),
        ("FRA", None, "MDA"),
        ("CHE", None, None),
        ("org:RTX", None, "EST"),
    }
    assert {flow.transfers for flow in flows.values()} == {1}


def test_flows_are_as_many_as_the_records_say(register: Register) -> None:
    told = Counter(transfer.standing for transfer in queries.list_transfers(register) if len(transfer.supplier) == 1)
    single = [
        Counter(dict(flow.standings))
        for flow in list_flows(register).flows
        if flow.supplier in ("KOR", "CHE", "org:RTX")
    ]
    assert sum(single, Counter()) == told
    assert sum(told.values()) == 3


def test_a_choice_of_transfers_counts_alone(register: Register) -> None:
    chosen = select(schema.transfer_actors.c.transfer).where(schema.transfer_actors.c.actor == "UKR")
    assert {flow.supplier for flow in list_flows(register, chosen).flows} == {"KOR", "POL"}
    assert {(leg.sender, leg.receiver) for leg in list_legs(register, chosen).legs} == {
        ("KOR", "USA"),
        ("USA", "UKR"),
        ("POL", "UKR"),
    }
    assert [month.period for month in list_months(register, chosen)] == ["2031-02", "2031-03"]
    parties = {(party.role, party.actor): party.transfers for party in count_parties(register, chosen)}
    assert parties["recipient", "UKR"] == 2
    assert parties["intermediary", "USA"] == 1
    assert ("supplier", "CHE") not in parties


def test_amounts_are_those_of_totals_and_shared_where_several_give(register: Register) -> None:
    ammunition = {flow.supplier: flow.amount for flow in list_flows(register, family="ammunition").flows}
    assert ammunition["KOR"] == Amount(told=1, least=300, most=500, unbounded=0)
    assert set(ammunition) == {"KOR"}
    assert list_flows(register, family="ammunition").unmeasured == 4
    guns = {flow.supplier: flow.amount for flow in list_flows(register, family="guns").flows}
    assert guns["DEU"] == guns["FRA"] == Amount(told=1, least=1, most=20, unbounded=0)
    assert list_units(register, "guns") == ((None, 1),)
    assert list_units(register, "ships") == ()


def test_stages_are_counted_by_month_as_far_as_it_is_known(register: Register) -> None:
    months = list_months(register)
    assert months == (
        Month("", ((Stage.PLEDGE, 1), (Stage.REFUSAL, 1))),
        Month("2030", ((Stage.PLEDGE, 1),)),
        Month("2031-02", ((Stage.DELIVERY, 1),)),
        Month("2031-03", ((Stage.AGREEMENT, 1),)),
    )


def test_a_new_article_changes_what_is_added_up(register: Register) -> None:
    def handed_over() -> dict[bool, int]:
        legs = (leg for leg in list_legs(register).legs if (leg.sender, leg.receiver) == ("KOR", "USA"))
        return {leg.is_passed_on: leg.transfers for leg in legs}

    assert handed_over() == {True: 1}
    tell(register, make_claim("agreement", "KOR", "USA", document="f", items=[make_item("drones", "ML10")]))
    assert handed_over() == {True: 1, False: 1}


def test_the_smallest_actors_are_told_together_and_none_is_lost(register: Register) -> None:
    found = list_flows(register, most=2)
    assert found.folded == {"supplier": 4}
    assert {flow.supplier for flow in found.flows} == {"CHE", "DEU", OTHERS}  # all have one transfer: by their codes
    assert sum(flow.transfers for flow in found.flows) == sum(flow.transfers for flow in list_flows(register).flows)


def test_the_strongest_legs_are_listed_and_the_others_counted(register: Register) -> None:
    every = list_legs(register)
    assert (len(every.legs), every.weaker, every.loose) == (6, 0, 1)
    some = list_legs(register, most=4)
    assert (some.legs, some.weaker, some.loose) == (every.legs[:4], 2, 1)
