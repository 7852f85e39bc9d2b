"""Who gives and who gets, where a body, an owner, a route or a membership tells."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, only_claim

TOLD = [
    # armed forces stand for their state, whatever stands between
    ("Six helicopters from Russia were handed over to the Malian air force at a ceremony.", "RUS", "MLI"),
    ("Six drones from Turkey were delivered to the Malian air force.", "TUR", "MLI"),
    ("Two radars from France were supplied to the Kenyan air force.", "FRA", "KEN"),
    # whose they are that somebody supplied
    ("Two of the Somali army's U.S.-supplied armoured trucks were destroyed by a roadside bomb.", "USA", "SOM"),
    ("Nigeria's Chinese-supplied drones struck a village.", "CHN", "NGA"),
    ("The rebels burned one of the Burkinabe army's Russian-supplied helicopters.", "RUS", "BFA"),
    # by way of a state
    ("Grad rockets from Bulgaria are again reaching Ukraine by way of Romania.", "BGR", "UKR"),
    ("Rockets from Bulgaria are reaching Ukraine via Romania.", "BGR", "UKR"),
    # friends of one state that are those of another
    ("Kyiv asked its German partners for missiles.", "DEU", "UKR"),
    ("We asked our American friends for missiles, the Moroccan defence minister said.", "USA", "MAR"),
]
NOT_TOLD = [
    ("The rebels' captured U.S.-supplied rifles were shown on television.", "USA"),
    ("Kyiv's allies sent ten tanks.", "grp:west"),
]
FIRED = [
    "Missiles from Yemen reached Israel through Jordanian airspace.",
    "Missiles from Iran reached Israel through Jordan's airspace.",
    "Rockets from Gaza reached Israel.",
]
MEMBERS = [
    ("NATO's deputy secretary general appealed to member states to send Ukraine more missiles.", "NATO", "UKR"),
    ("The EU urged member states to supply shells to Ukraine.", "EU", "UKR"),
    ("The European Commission called on member countries to give Moldova drones.", "EU", "MDA"),
]


@pytest.mark.parametrize(("text", "supplier", "recipient"), TOLD)
def test_both_are_told(reader: Any, text: str, supplier: str, recipient: str) -> None:
    claim = only_claim(reader, text)
    assert (claim.supplier, claim.recipient) == ((supplier,), (recipient,))


@pytest.mark.parametrize(("text", "supplier"), NOT_TOLD)
def test_nobody_is_told_to_get_them(reader: Any, text: str, supplier: str) -> None:
    claim = only_claim(reader, text)
    assert (claim.supplier, claim.recipient) == ((supplier,), ())


@pytest.mark.parametrize("text", FIRED)
def test_what_is_fired_is_not_supplied(reader: Any, text: str) -> None:
    assert not claims(reader, text)


@pytest.mark.parametrize(("text", "asker", "recipient"), MEMBERS)
def test_an_organisation_asks_its_members(reader: Any, text: str, asker: str, recipient: str) -> None:
    claim = only_claim(reader, text)
    parties = (claim.stage.value, claim.requester, claim.supplier, claim.recipient, claim.intermediary)
    assert parties == ("request", (asker,), (asker,), (recipient,), ())


def test_member_states_of_nobody_are_nobody(reader: Any) -> None:
    assert only_claim(reader, "Member states have sent shells to Ukraine.").supplier == ()


def test_who_promises_on_the_spot_promises_it_to_whom_it_was_asked_for(reader: Any) -> None:
    text = "NATO appealed to member states to send Ukraine more missiles. Finland promised 40 interceptors on the spot."
    pledge = next(c for c in claims(reader, text) if c.stage.value == "pledge")
    assert (pledge.supplier, pledge.recipient) == (("FIN",), ("UKR",))


def test_what_replaces_a_gift_is_not_passed_on(reader: Any) -> None:
    text = "The tanks that Norway has ordered from Spain will replace those it gave to Ukraine."
    told = {(c.stage.value, c.supplier, c.recipient) for c in claims(reader, text)}
    assert {("agreement", ("ESP",), ("NOR",)), ("delivery", ("NOR",), ("UKR",))} <= told
    assert ("delivery", ("ESP",), ("UKR",)) not in told
