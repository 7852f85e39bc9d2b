"""The form of a correction: what it is filled with is what it reads back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from armswire.lexicon.actor_names import bundled_actor_names
from armswire.model.encoding import encode_claim
from armswire.register import queries
from armswire.register.store import Register, open_register
from armswire.web.views.review.correction import Correction, fill, read_typed
from tests.factories import make_claim, make_item, make_source

EMPTY = fill(make_claim("request", "", "", items=[]), {})


@pytest.fixture(scope="module")
def register(samples_register: Path) -> Iterator[Register]:
    with open_register(samples_register, create=False, names=bundled_actor_names()) as opened:
        yield opened


def test_every_slot_of_every_claim_is_read_back_as_it_was(register: Register) -> None:
    for record in queries.list_claims(register):
        slots, errors = read_typed(register, fill(record.claim, register.names), EMPTY)
        assert errors == {}
        told = encode_claim(record.claim)
        for item in told["items"]:
            item["text"] = " ".join(item["text"].split())
        for source in told["attribution"]:
            source["source"] = " ".join(source["source"].split())
        assert slots == {name: told[name] for name in slots}


def test_what_nobody_touched_is_not_read(register: Register) -> None:
    for record in queries.list_claims(register):
        typed = fill(record.claim, register.names)
        # A form has an empty row besides, in which nothing or only a list stands.
        sent = {name: [*values, "exactly" if name == "items-exact" else ""]
                if name.startswith(("items-", "attribution-")) else values for name, values in typed.items()}  # fmt: skip
        assert read_typed(register, sent, typed) == ({}, {})


ITEM = {"text": "shells", "ml": "ML3", "designation": None, "lethal": None}


@pytest.mark.parametrize(
    ("typed", "slot", "value"),
    [
        ({"supplier": ["norway", "POL", ""]}, "supplier", ["NOR", "POL"]),
        ({"date-first": ["2023-02"], "date-last": [""]}, "date", {"start": "2023-02-01", "end": "2023-02-28"}),
        ({"date-first": ["2023"], "date-last": ["2024-05"]}, "date", {"start": "2023-01-01", "end": "2024-05-31"}),
        (
            {"value-least": ["1,400,000"], "value-most": [""], "value-currency": ["USD"], "value-exact": ["about"]},
            "value",
            {"min": 1400000, "max": 1400000, "currency": "USD", "approximate": True},
        ),
        (
            {"items-text": ["shells"], "items-ml": ["ML3"], "items-least": ["10"], "items-most": ["20"],
             "items-unit": ["rounds"]},
            "items",
            [{**ITEM, "quantity": {"min": 10, "max": 20, "approximate": False, "unit": "rounds"}}],
        ),
        ({"conditions": ["no re-export\n\n for defence"]}, "conditions", ["no re-export", "for defence"]),
        ({"answer": ["denies"]}, "answer", "denies"),
    ],
)  # fmt: skip
def test_fields_are_read_into_slots(register: Register, typed: dict[str, list[str]], slot: str, value: Any) -> None:
    assert read_typed(register, {**EMPTY, **typed}, EMPTY) == ({slot: value}, {})


@pytest.mark.parametrize(
    ("typed", "slot", "words"),
    [
        ({"supplier": ["Atlantis"]}, "supplier", "No actor"),
        ({"date-first": [""], "date-last": ["2024"]}, "date", "This is no date"),
        ({"date-first": ["2024"], "date-last": ["2023"]}, "date", "comes before"),
        ({"date-first": ["0000-13-99"], "date-last": [""]}, "date", "This is no date"),
        ({"value-least": ["5"], "value-currency": ["euros"]}, "value", "its currency"),
        ({"value-least": ["1.5"], "value-currency": ["EUR"]}, "value", "whole units"),
        ({"items-text": ["shells"], "items-ml": [""]}, "items", "category"),
        ({"items-text": [""], "items-ml": ["ML3"], "items-least": ["7"]}, "items", "category"),
        ({"items-text": ["shells"], "items-ml": ["ML3"], "items-least": ["many"]}, "items", "no number"),
        ({"items-text": ["shells"], "items-ml": ["ML3"], "items-least": ["9"], "items-most": ["3"]}, "items", "less"),
        ({"stage": ["arrival"]}, "stage", "no such value"),
        ({"attribution-source": ["he"], "attribution-class": [""]}, "attribution", "no such value"),
        ({"attribution-source": [""], "attribution-actor": ["Norway"]}, "attribution", "needs the words"),
    ],
)
def test_what_is_wrong_is_told_of_its_slot(
    register: Register, typed: dict[str, list[str]], slot: str, words: str
) -> None:
    slots, errors = read_typed(register, {**EMPTY, **typed}, EMPTY)
    assert slots == {}
    assert list(errors) == [slot]
    assert words in errors[slot]


def test_the_form_has_a_row_for_one_more() -> None:
    claim = make_claim(items=[make_item(quantity=(3, 4)), make_item("tanks", "ML6")], attribution=[make_source("he")])
    form = Correction(fill(claim, {}), {})
    assert [row["text"] for row in form.rows("items")] == ["artillery shells", "tanks", ""]
    assert [row["source"] for row in form.rows("attribution")] == ["he", ""]
    assert form.several("supplier") == ["KOR", ""]
