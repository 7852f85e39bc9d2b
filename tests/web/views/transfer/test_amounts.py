"""Numbers as ranges, with who says which."""

from __future__ import annotations

from factories import make_claim, make_item

from armswire.model.ranges import Money, Quantity
from armswire.model.standing import Standing
from armswire.model.transfer import SupportedItem, SupportedValue, Transfer
from armswire.register.rows import ClaimRecord
from armswire.web.views.transfer.amounts import view_amounts

EXACT = make_claim(items=[make_item(quantity=80_000), make_item("tanks", "ML6", quantity=4)])
ROUGH = make_claim(items=[make_item("shells", quantity=(60_000, 100_000))], start=1)
CLAIMS = {claim.id: ClaimRecord(claim, None, "") for claim in (EXACT, ROUGH)}


def make_transfer(items: tuple[SupportedItem, ...] = (), value: tuple[SupportedValue, ...] = ()) -> Transfer:
    return Transfer("transfer-1", (), (), (), items, value, None, (), Standing.REPORTED, "", "", (), (), (), ())


def test_each_number_stands_with_who_says_it_on_one_scale() -> None:
    both = (EXACT.id, ROUGH.id)
    amount = view_amounts(make_transfer((SupportedItem(make_item(quantity=80_000), both, both),)), CLAIMS)[0]
    assert [(one.words, one.claims, one.at, one.width) for one in amount.sayings] == [
        ("60,000 to 100,000", (ROUGH.id,), 60.0, 40.0),
        ("80,000", (EXACT.id,), 80.0, 0.0),
    ]
    assert (amount.what, amount.shown, amount.top) == ("artillery shells", "80,000", "100,000")


def test_an_item_without_a_number_is_left_out() -> None:
    assert view_amounts(make_transfer((SupportedItem(make_item(), (EXACT.id,)),)), CLAIMS) == ()


def test_sums_are_ranges_too() -> None:
    sums = (
        SupportedValue(Money(10**9, 2 * 10**9, "USD"), (EXACT.id,)),
        SupportedValue(Money(500_000_000, 500_000_000, "USD"), (ROUGH.id,)),
    )
    amounts = view_amounts(make_transfer(value=sums), CLAIMS)
    assert [(one.shown, one.sayings[0].at, one.sayings[0].width) for one in amounts] == [
        ("1 billion to 2 billion USD", 50.0, 50.0),
        ("500 million USD", 25.0, 0.0),
    ]


def test_nothing_of_anything_is_a_number() -> None:
    item = SupportedItem(make_item(quantity=0), (EXACT.id,), (EXACT.id,))
    nought = view_amounts(make_transfer((item,)), {})[0]
    assert nought.sayings == ()
    assert item.item.quantity == Quantity(0, 0)
