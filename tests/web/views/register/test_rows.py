"""Transfers as rows: brackets with their reasons, a row for each item, words of articles as they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from armswire.model.claim import Claim
from armswire.model.standing import Standing
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.listing.transfers import TransferOrder, find_transfers
from armswire.register.record import record
from armswire.register.store import open_register
from armswire.web.views.register.rows import TransferRow, view_heads, view_rows
from armswire.web.views.register.state import State
from tests.factories import make_article, make_claim, make_item, make_source

NAMES = {"NOR": "Norway", "UKR": "Ukraine", "POL": "Poland"}


@pytest.fixture
def row_of(tmp_path: Path) -> Callable[[Claim], TransferRow]:
    def view(claim: Claim) -> TransferRow:
        with open_register(tmp_path / "one.db") as register:
            record(register, make_article(claim.document, claim.evidence.text), [claim])
            found = find_transfers().page(register).records
        (row,) = view_rows(found, NAMES)
        return row

    return view


def test_an_only_item_stands_in_the_row_of_its_transfer(row_of: Callable[[Claim], TransferRow]) -> None:
    shells = make_item("artillery  shells", quantity=5000, unit="rounds", designation="155mm")
    row = row_of(make_claim("agreement", "NOR", "UKR", items=[shells], intermediary="POL", date="2031-03-01"))
    assert (row.supplier, row.recipient, row.via) == ("Norway", "Ukraine", "Poland")
    assert row.address == f"/transfers/{row.id}"
    assert row.only is not None
    assert row.only.description == "artillery shells, in rounds"
    assert row.only.ordered is not None
    assert (row.only.ordered.text, row.only.ordered.why) == ("5,000", "")
    assert row.only.delivered is None
    assert row.order_years is not None
    assert row.order_years.text == "2031"
    assert (row.stage, row.standing, row.origins) == ("agreement", Standing.REPORTED, 1)


def test_brackets_come_with_their_reason_and_a_place_for_it(row_of: Callable[[Claim], TransferRow]) -> None:
    tanks = make_item("tanks", "ML6", quantity=20, approximate=True)
    row = row_of(make_claim("agreement", "NOR", "UKR", items=[tanks], attribution=[make_source("the ministry", "NOR")]))
    assert row.only is not None
    assert row.only.ordered is not None
    assert row.only.ordered.text == "(20)"
    assert "approximate" in row.only.ordered.why
    assert row.only.ordered.id == f"why-{row.id}-number_ordered-0"


def test_several_items_have_a_row_each(row_of: Callable[[Claim], TransferRow]) -> None:
    things = [make_item("tanks", "ML6", quantity=20), make_item("helmets", "ML13", quantity=3)]
    row = row_of(make_claim("delivery", "NOR", "UKR", items=things))
    assert row.only is None
    assert {item.description: item.category for item in row.items} == {"tanks": "ML6", "helmets": "ML13"}
    assert all(item.delivered is not None for item in row.items)


def test_heads_turn_the_order_round() -> None:
    heads = {head.words: head for head in view_heads(State(TransferFilter(stage=("halt",)), TransferOrder.SUPPLIER))}
    assert (heads["Supplier"].direction, heads["Supplier"].address) == (
        "ascending",
        "/transfers?stage=halt&sort=-supplier",
    )
    assert (heads["Recipient"].direction, heads["Recipient"].address) == (None, "/transfers?stage=halt&sort=recipient")
    # Whoever asks for origins wants the most.
    assert heads["Origins"].address == "/transfers?stage=halt&sort=-origins"
    assert heads["Comments"].address is None
