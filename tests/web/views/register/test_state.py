"""States of the register's page, and the addresses that lead from one to another."""

from __future__ import annotations

from datetime import date

import pytest

from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.listing.transfers import TransferOrder
from armswire.web.views.register.state import State, group_asked, tell_filter, view_chips

NAMES = {"KOR": "South Korea", "NOR": "Norway"}
WANTED = TransferFilter(
    supplier=("KOR", "NOR"), item=("guns",), since=date(2023, 1, 1), min_origins=2, words='shells "end user"'
)


@pytest.mark.parametrize(
    ("state", "address"),
    [
        (State(TransferFilter()), "/transfers"),
        (State(TransferFilter(), TransferOrder.ORIGINS, is_down=True), "/transfers?sort=-origins"),
        (State(TransferFilter(), is_down=True), "/transfers?sort=-usual"),
        (State(TransferFilter(supplier=("org:A&B",)), cursor="x"), "/transfers?supplier=org%3AA%26B&cursor=x"),
        (
            State(WANTED),
            "/transfers?supplier=KOR&supplier=NOR&item=guns&since=2023-01-01&min_origins=2&words=shells+%22end+user%22",
        ),
    ],
)
def test_a_state_has_an_address(state: State, address: str) -> None:
    assert state.address == address


def test_the_table_for_spreadsheets_has_all_pages() -> None:
    assert State(TransferFilter(stage=("halt",)), TransferOrder.LAST, cursor="x").table_address == (
        "/transfers.csv?stage=halt&sort=last"
    )


def test_what_is_taken_away_leaves_the_rest_and_begins_anew() -> None:
    state = State(WANTED, TransferOrder.SUPPLIER, cursor="x")
    one_less = state.without("supplier", "KOR")
    assert one_less.wanted.supplier == ("NOR",)
    assert (one_less.cursor, one_less.order, one_less.wanted.item) == (None, TransferOrder.SUPPLIER, ("guns",))
    assert state.without("supplier").wanted.supplier == ()
    assert state.without("since").wanted.since is None
    assert state.sorted_by(TransferOrder.LAST, is_down=True).cursor is None
    assert state.beginning_at("y").cursor == "y"


def test_chips_say_what_is_set_in_words_and_lead_to_the_list_without_it() -> None:
    chips = view_chips(State(WANTED), NAMES)
    assert [chip.words for chip in chips] == [
        "Supplier: South Korea",
        "Supplier: Norway",
        "Kind of arms: guns",
        "Since: 2023-01-01",
        "Origins, at least: 2",
        'Words: shells "end user"',
    ]
    assert chips[2].without == State(WANTED).without("item").address
    assert "supplier=KOR" not in chips[0].without
    assert "supplier=NOR" in chips[0].without


def test_a_least_number_of_none_is_set_too() -> None:
    assert tell_filter(TransferFilter(min_origins=0)) == (("min_origins", "0"),)


def test_fields_left_empty_ask_for_nothing() -> None:
    asked = [("supplier", ""), ("supplier", "KOR"), ("words", "  "), ("supplier", " NOR "), ("nothing", "1")]
    assert group_asked(asked) == {"supplier": ["KOR", "NOR"], "nothing": ["1"]}
