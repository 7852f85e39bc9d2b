from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armswire.exports.formats import find_exporter
from armswire.exports.formats.csv_table import COLUMNS
from armswire.model.claim import Claim
from armswire.model.ranges import Money
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim, make_item


def table(path: Path, claims: Sequence[Claim]) -> list[dict[str, str]]:
    path.unlink(missing_ok=True)
    out = io.StringIO(newline="")
    with open_register(path, names={"KOR": "South Korea", "UKR": "Ukraine"}) as register:
        record(register, make_article(), claims)
        written = find_exporter("csv").write(register, out)
    rows = list(csv.reader(io.StringIO(out.getvalue(), newline=""), strict=True))
    assert tuple(rows[0]) == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert len(rows) == written + 1
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]


def test_a_row_for_each_item_with_everything_a_register_of_trade_has(tmp_path: Path) -> None:
    items = [
        make_item("K9 howitzers", "ML2", designation="K9", quantity=24),
        make_item("shells", quantity=(200_000, 999_999), approximate=True, unit="rounds"),
    ]
    value = Money(2_000_000_000, 2_000_000_000, "USD", approximate=False)
    claims = [
        make_claim(items=items, date="2031-01-05", value=value),
        make_claim("delivery", items=items[:1], date="2031-02-01/2031-02-28", start=5),
    ]
    guns, shells = table(tmp_path / "a.db", claims)
    assert guns["Supplier"] == "South Korea"
    assert guns["Supplier code"] == "KOR"
    assert guns["Recipient"] == "Ukraine"
    assert (guns["Designation"], guns["Description"], guns["Military list category"]) == ("K9", "K9 howitzers", "ML2")
    assert (guns["Number"], guns["Number at most"], guns["Number is estimate"]) == ("24", "24", "no")
    assert (guns["Order date"], guns["Order date is estimate"]) == ("2031-01-05", "no")
    assert (guns["Delivery date"], guns["Delivery date is estimate"]) == ("2031-02-01/2031-02-28", "yes")
    assert (guns["Value"], guns["Currency"], guns["Stage"]) == ("2000000000", "USD", "delivery")
    assert (shells["Number"], shells["Number at most"], shells["Unit"]) == ("200000", "999999", "rounds")
    assert shells["Number is estimate"] == "yes"
    assert guns["ID"] == shells["ID"]
    assert set(guns["Claims"].split()) == {claim.id for claim in claims}


def test_a_transfer_without_items_has_a_row(tmp_path: Path) -> None:
    (row,) = table(tmp_path / "a.db", [make_claim(items=[])])
    assert row["Description"] == ""
    assert row["Number"] == ""


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"])
def test_no_cell_is_a_formula(tmp_path: Path, words: str) -> None:
    (row,) = table(tmp_path / "a.db", [make_claim(supplier=f"org:{words.strip()}", items=[make_item(words)])])
    assert row["Description"] == f"'{words}"
    assert row["Supplier"].startswith("'")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_come_back(tmp_path: Path, words: str) -> None:
    (row,) = table(tmp_path / "a.db", [make_claim(items=[make_item(words)])])
    assert row["Description"].removeprefix("'") == words.removeprefix("'")
