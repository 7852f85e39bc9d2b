from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from armswire.exports.formats import find_exporter
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim, make_item, make_source


@pytest.fixture
def lines(tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every part of a small register, by name."""
    ministry = make_source("the defence ministry", "KOR")
    with open_register(tmp_path / "armswire.db", names={"KOR": "South Korea"}) as register:
        record(register, make_article("b", extra={"desk": "east"}), [make_claim("delivery", document="b")])
        denial = make_claim("delivery", document="a", polarity="negated", attribution=[ministry])
        refusal = make_claim("refusal", document="a", items=[make_item("helmets", "ML13")], start=9)
        loose = make_claim("pledge", document="a", supplier="", recipient="", start=50)
        record(register, make_article("a", "Seoul says no. Line\nbreak \u2028 and ☃."), [denial, refusal, loose])
        found = {}
        for name in ("claims", "transfers", "disputes", "articles", "positions"):
            out = io.StringIO(newline="")
            written = find_exporter(name).write(register, out)
            found[name] = [json.loads(line) for line in out.getvalue().removesuffix("\n").split("\n")]
            assert len(found[name]) == written
        return found


def test_claims(lines: dict[str, list[dict[str, Any]]]) -> None:
    assert [claim["document"] for claim in lines["claims"]] == ["a", "a", "a", "b"]
    assert all(
        set(claim)
        == {
            "id", "document", "stage", "polarity", "certainty", "requester", "supplier", "recipient", "intermediary",
            "items", "value", "date", "conditions", "reason", "answer", "attribution", "hedges", "evidence", "depth", "transfer",
            "edited_away",
        }
        for claim in lines["claims"]
    )  # fmt: skip
    transfers = {transfer["id"]: transfer for transfer in lines["transfers"]}
    for claim in lines["claims"]:
        if claim["stage"] == "pledge":
            assert claim["transfer"] is None
        else:
            assert claim["id"] in transfers[claim["transfer"]]["claims"]


def test_transfers(lines: dict[str, list[dict[str, Any]]]) -> None:
    disputed = next(transfer for transfer in lines["transfers"] if transfer["disputes"])
    assert {
        "id", "supplier", "recipient", "intermediary", "items", "value", "stage", "stages", "standing", "origins",
        "claims", "disputes",
    } <= set(disputed)  # fmt: skip
    assert disputed["standing"] == "disputed"
    assert disputed["standing_reason"] == "denied by South Korea, a party to it"
    assert disputed["origins"] == 1
    assert disputed["supplier"] == [{"actor": "KOR", "claims": disputed["claims"]}]
    assert [stage["stage"] for stage in disputed["stages"]] == [disputed["stage"]] == ["delivery"]


def test_disputes(lines: dict[str, list[dict[str, Any]]]) -> None:
    (dispute,) = lines["disputes"]
    assert set(dispute) >= {"id", "type", "question", "sides", "state", "transfer"}
    assert dispute["question"] == "Did South Korea supply UKR with artillery shells?"
    assert [set(side) for side in dispute["sides"]] == [{"says", "on_whose_word", "claims", "words"}] * 2


def test_articles(lines: dict[str, list[dict[str, Any]]]) -> None:
    first, second = lines["articles"]
    assert (first["id"], second["id"]) == ("a", "b")
    assert first["text"] == "Seoul says no. Line\nbreak \u2028 and ☃."
    assert (first["published"], first["published_by"]) == ("2031-03-10", "given")
    assert second["extra"] == {"desk": "east"}
    assert set(first) >= {"id", "url", "outlet", "title", "published", "language", "copy_of", "retells", "sha256"}


def test_positions(lines: dict[str, list[dict[str, Any]]]) -> None:
    (position,) = lines["positions"]
    assert set(position) == {"actor", "toward", "date", "stage", "claims", "words"}
    assert [word["claim"] for word in position["words"]] == position["claims"]
    assert (position["actor"], position["toward"], position["stage"]) == ("KOR", "UKR", "refusal")
    assert position["date"] == {"start": "2031-03-10", "end": "2031-03-10"}
