"""Somebody narrows the register, and keeps what is found: as a link, and as a table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect
from web_server import Site

from tests.end_to_end.conftest import NewPerson
from tests.end_to_end.known import Known


@pytest.mark.parametrize("hand", ["mouse", "keys"])
def test_what_is_found_can_be_kept_as_a_link_and_as_a_table(
    somebody: NewPerson, reading: Site, known: Known, hand: str, tmp_path: Path
) -> None:
    name, code = known.supplier
    reader = somebody(reading, hand)
    reader.opens("/")
    reader.goes_to("Register")
    everything = reader.number_found()

    reader.ticks("Supplier", name)
    expect(reader.page.get_by_role("link", name=f"Remove Supplier: {name}")).to_be_visible()
    assert reader.query == {"supplier": [code]}
    of_supplier = reader.number_found()
    assert 0 < of_supplier < everything

    reader.searches_for(known.word)
    expect(reader.page.get_by_role("link", name=f"Remove Words: {known.word}")).to_be_visible()
    assert reader.query == {"supplier": [code], "words": [known.word]}
    found = reader.rows()
    assert 0 < len(found) == reader.number_found() < of_supplier
    for row in reader.page.locator("tr.transfer .c-supplier").all():
        assert name in row.inner_text()

    other = somebody(reading, hand, width=1680)
    other.opens(reader.address)
    assert other.rows() == found
    assert other.page.get_by_label("Words in the reports").input_value() == known.word
    expect(other.page.get_by_role("group", name="Supplier").get_by_role("checkbox", name=name)).to_be_checked()

    saved = reader.saves(reader.page.get_by_role("link", name="As a table for spreadsheets"), tmp_path)
    with saved.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert list(dict.fromkeys(line["ID"] for line in table)) == found
    assert all(name in line["Supplier"].split("; ") for line in table)

    reader.page.go_back()
    expect(reader.page.get_by_role("link", name=f"Remove Words: {known.word}")).to_have_count(0)
    assert reader.query == {"supplier": [code]}
    assert reader.number_found() == of_supplier
