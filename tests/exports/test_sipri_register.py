"""The columns and brackets of SIPRI's trade registers."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from armswire.exports.formats import find_exporter
from armswire.model.claim import Claim
from armswire.model.ranges import Money
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim, make_item, make_source


def table(path: Path, what: str, claims: Sequence[Claim]) -> list[dict[str, str]]:
    path.unlink(missing_ok=True)
    out = io.StringIO(newline="")
    with open_register(path, names={"KOR": "South Korea", "UKR": "Ukraine", "USA": "United States"}) as register:
        record(register, make_article(), claims)
        written = find_exporter(what).write(register, out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline=""), strict=True))
    assert len(rows) == written
    return rows


def test_a_deal_with_all_that_news_tells_of_it(tmp_path: Path) -> None:
    items = [make_item("K9 howitzers", "ML2", designation="K9", quantity=24)]
    claims = [
        make_claim(
            items=items,
            date="2030-06-05",
            intermediary="USA",
            conditions=["the United States is the end user"],
            value=Money(2_000_000, 2_000_000, "USD", approximate=True),
        ),
        make_claim(
            "delivery", items=[make_item("K9 howitzers", "ML2", designation="K9", quantity=20, approximate=True)],
            intermediary="USA", date="2031-02-01", start=80,
        ),
    ]  # fmt: skip
    (row,) = table(tmp_path / "a.db", "sipri", claims)
    assert list(row)[:9] == [
        "Supplier", "Recipient", "Number ordered", "Weapon designation", "Weapon description", "Year of order/licence",
        "Year(s) of deliveries", "Number delivered/produced", "Comments",
    ]  # fmt: skip
    assert (row["Supplier"], row["Recipient"]) == ("South Korea", "Ukraine")
    assert (row["Number ordered"], row["Weapon designation"], row["Weapon description"]) == ("24", "K9", "K9 howitzers")
    assert (row["Year of order/licence"], row["Year(s) of deliveries"]) == ("2030", "2031")
    assert row["Number delivered/produced"] == "(20)"
    comments = row["Comments"]
    told = ["Via United States", "Terms: the United", "Told by", "Value (2,000,000 USD)", "approximate", "Standing:"]
    assert sorted(told, key=comments.index) == told


def test_what_nobody_tells_is_two_dots_and_what_was_not_delivered_is_blank(tmp_path: Path) -> None:
    (row,) = table(tmp_path / "a.db", "sipri", [make_claim(supplier="", items=[])])
    assert (row["Supplier"], row["Number ordered"], row["Weapon designation"]) == ("unknown", "..", "..")
    assert (row["Weapon description"], row["Year of order/licence"]) == ("..", "(2031)")
    assert (row["Year(s) of deliveries"], row["Number delivered/produced"]) == ("", "")


def test_a_number_that_was_asked_for_is_no_number_ordered(tmp_path: Path) -> None:
    claims = [make_claim("request", items=[make_item(quantity=500)]), make_claim("delivery", start=80)]
    (row,) = table(tmp_path / "a.db", "sipri", claims)
    assert (row["Number ordered"], row["Number delivered/produced"]) == ("..", "..")


def test_what_does_not_enter_is_listed_with_the_reason(tmp_path: Path) -> None:
    claims = [
        make_claim("pledge", recipient="POL"),
        make_claim("delivery", items=[make_item("helmets", "ML13"), make_item("rations", "AID")], start=80),
        make_claim("delivery", recipient="POL", polarity="negated", start=900, attribution=[make_source("it", "KOR")]),
    ]
    entered = table(tmp_path / "a.db", "sipri", claims)
    left_out = table(tmp_path / "b.db", "sipri-left-out", claims)
    assert [(row["Recipient"], row["Weapon description"]) for row in entered] == [("Ukraine", "helmets")]
    assert [(row["Recipient"], row["What"], row["Left out because"]) for row in left_out] == [
        ("Ukraine", "rations", "no arms"),
        ("POL", "artillery shells", "neither an order nor a delivery is told of"),
    ]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    (row,) = table(tmp_path / "a.db", "sipri", [make_claim(supplier="org:=1+1", items=[make_item("@SUM(A1)")])])
    assert (row["Supplier"], row["Weapon description"]) == ("'=1+1", "'@SUM(A1)")
