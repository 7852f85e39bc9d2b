"""The 100,000 rounds of the seed articles: two legs, and both readings of who uses them in the end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from armswire.model.route import Part
from armswire.model.standing import Standing
from armswire.register import queries
from armswire.register.listing.claims import ClaimFilter
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.store import open_register


def test_the_rounds_that_the_united_states_bought_in_korea(seeds_register: Path) -> None:
    with open_register(seeds_register, create=False) as register:
        found = [
            transfer
            for transfer in queries.list_transfers(register, TransferFilter(actor=("USA",)))
            for item in transfer.items
            if item.item.quantity is not None and item.item.quantity.min == 100_000
        ]
        assert len(found) == 1
        route, thread = found[0].route, found[0].thread
        claims = {
            record.claim.id: record.claim for record in queries.list_claims(register, ClaimFilter(transfer=found[0].id))
        }
    legs = {(leg.sender, leg.receiver): leg for leg in route.legs}
    first, onward = legs[("KOR",), ("USA",)], legs[("USA",), ("UKR",)]
    # That Korea sells and the United States buys is told by both sides; where it goes on to is what they dispute.
    assert first.standing in (Standing.CORROBORATED, Standing.CONFIRMED)
    assert onward.standing is Standing.DISPUTED
    assert {claims[claim].document for claim in first.claims} == {"seed-000", "seed-003"}
    assert {claims[claim].document for claim in onward.claims} == {"seed-000", "seed-003"}
    assert {(part.actor, part.part) for part in route.parts} == {("USA", Part.BUYER)}
    users = {user.actor: user for user in route.end_users}
    assert set(users) == {"UKR", "USA"}
    assert any("end user" in term for term in users["USA"].terms)
    assert all(claims[claim].attribution[-1].actor == "KOR" for claim in users["USA"].claims)
    assert thread.says.startswith("agreed November 2022")
    assert thread.says.endswith("no report of delivery yet")
    assert thread.known_until == date(2023, 5, 25)
