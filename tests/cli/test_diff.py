"""`armswire diff`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from armswire.cli.main import run
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim, make_item, make_source

MINISTRY = make_source("the defence ministry", "KOR")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A sale that is reported, then denied; of a third article nobody knows when it appeared."""
    path = tmp_path / "story.db"
    with open_register(path) as register:
        record(register, make_article("a", "Sold.", published="2031-03-01"), [make_claim(document="a")])
        sent = make_claim("delivery", document="b", date="2031-03-05")
        record(register, make_article("b", "Sent.", published="2031-03-08", outlet="Gulf Wire"), [sent])
        denial = make_claim("delivery", document="c", polarity="negated", answer="denies", attribution=[MINISTRY])
        record(register, make_article("c", "Denied.", published="2031-03-15"), [denial])
        tanks = make_claim("pledge", "POL", document="d", items=[make_item("tanks", "ML6")])
        record(register, make_article("d", "Tanks.", published=None), [tanks])
    return path


def difference(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """What `diff --json` prints."""
    capsys.readouterr()
    assert run(["diff", *arguments, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def kinds(told: dict[str, Any]) -> list[tuple[str, str]]:
    return [(change["kind"], change["aspect"]) for change in told["changes"]]


def test_between_two_days(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = difference(capsys, "2031-03-01", "2031-03-08", "--register", str(story))
    assert told["from"] == {
        "register": str(story),
        "day": "2031-03-01",
        "articles": 1,
        "left_out": {"later": 2, "undated": 1, "judged_later": 0},
        "transfers": 1,
    }
    assert kinds(told) == [("changed", "stage"), ("changed", "origins")]
    assert told["changes"][0]["says"] == "went on from agreement to delivery (2031-03-05)"
    assert told["counts"]["changed"] == 2
    disputed = difference(capsys, "2031-03-08", "2031-03-31", "--register", str(story))
    assert kinds(disputed) == [("new", "position"), ("changed", "standing"), ("disputed", "dispute")]
    assert disputed["changes"][0]["line"] == ["KOR", "UKR"]


def test_from_a_day_to_all_that_is_known_with_what_has_no_day(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = difference(capsys, "2031-03-31", "--register", str(story))
    assert kinds(told) == [("new", "transfer")]
    assert told["to"]["day"] is None and told["to"]["left_out"] is None
    assert "Poland to Ukraine: tanks" in told["changes"][0]["about"]
    assert difference(capsys, "2031-03-31", "--register", str(story), "--actor", "South Korea")["changes"] == []


def test_every_claim_and_transfer_named_can_be_shown(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = difference(capsys, "2000-01-01", "--register", str(story))
    named = {name for change in told["changes"] for key in ("after", "claims", "disputes") for name in change[key]}
    assert named
    for name in named:
        assert run(["show", name, "--register", str(story)]) == 0


def test_a_table_names_kinds_words_transfers_and_claims(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "2031-03-08", "2031-03-31", "--register", str(story)]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("known on 2031-03-08 → known on 2031-03-31 (3)")
    words = " ".join(captured.out.split())
    for part in ("disputed", "transfer-", "dispute-", "claim-", "South Korea", "KOR UKR", "denies delivery"):
        assert part in words
    assert captured.err.count("1 without a day of publication") == 2


def test_between_two_registers_where_a_wrong_reading_was_read_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = make_claim("delivery", "POL", "USA", document="a", start=200)
    sold = make_claim(document="a", items=[make_item()])
    sharper = make_claim(document="a", items=[make_item(quantity=300)])
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    for path, claims, reader in ((old, [wrong, sold], "1"), (new, [sharper], "2")):
        with open_register(path) as register:
            record(register, make_article("a", "Sold. " * 50), claims, reader=reader)
    told = difference(capsys, "--register", str(old), "--with", str(new))
    assert kinds(told) == [("changed", "number"), ("gone", "transfer")]
    assert told["changes"][0]["claims"] == [sharper.id]
    assert told["changes"][1]["claims"] == [wrong.id]
    assert "read otherwise now" in told["changes"][1]["says"]


@pytest.mark.parametrize(
    "arguments", [[], ["2031-03-08", "2031-03-01"], ["soon"], ["2031-03-01", "--actor", "Atlantis"]]
)
def test_wrong_usage_is_said(story: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(["diff", *arguments, "--register", str(story)]) == 2
    assert capsys.readouterr().err


def test_a_register_that_is_not_there_is_no_empty_one(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = story.with_name("none.db")
    assert run(["diff", "--register", str(story), "--with", str(missing)]) == 3
    assert str(missing) in capsys.readouterr().err
    assert not missing.exists()


def test_the_seeds_what_was_known_in_march_2023_and_what_was_new_by_the_end_of_may(
    seeds_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = seeds_register
    assert run(["list", "claims", "--json", "--register", str(path), "--as-of", "2023-03-01"]) == 0
    captured = capsys.readouterr()
    then = {claim["id"]: claim for claim in json.loads(captured.out)}
    assert {claim["document"] for claim in then.values()} == {"seed-000", "seed-001", "seed-003", "seed-004"}
    assert "4 articles published by then; left out: 1 published later" in captured.err
    assert run(["list", "disputes", "--json", "--register", str(path), "--as-of", "2023-03-01"]) == 0
    asked = [dispute["question"] for dispute in json.loads(capsys.readouterr().out)]
    assert any("end user" in question and "howitzer artillery shells" in question for question in asked)
    assert not any(question.startswith("Did South Korea supply Ukraine") for question in asked)

    told = difference(capsys, "2023-03-01", "2023-05-26", "--register", str(path))
    assert told["counts"]["gone"] == 0
    for change in told["changes"]:
        fresh = [claim for claim in change["claims"] if claim not in then]
        assert fresh or change["kind"] in ("merged", "split"), change
    # The shells: nobody had told of a delivery in March; in May one paper does.
    shells = [
        change
        for change in told["changes"]
        if "200,000 to 999,999" in change["about"] and change["about"].startswith("South Korea to Ukraine")
    ]
    assert "delivery" in " / ".join(change["says"] for change in shells)
    # All questions that are new are told.
    assert run(["list", "disputes", "--json", "--register", str(path)]) == 0
    now = json.loads(capsys.readouterr().out)
    new = {one["id"]: one["question"] for one in now if one["question"] not in asked}
    disputed = {one["disputes"][-1] for one in told["changes"] if one["aspect"] == "dispute"}
    assert new.keys() <= disputed, new
    # What South Korea says, beside what it is reported to do.
    line = [change for change in told["changes"] if change["line"] == ["KOR", "UKR"]]
    assert any(
        "still refuses" in change["says"] and "weapons, said again 2023-05-25" in change["says"] for change in line
    )
    parted = [change["says"] for change in line if change["aspect"] == "tension"]
    assert any("delivery of artillery shells" in says for says in parted)
    assert not any("2022-11" in says for says in parted)
    # What was known in March stays as it was: the deal over 100,000 rounds is no news in May.
    assert not any("100,000 rounds" in change["about"] and change["kind"] == "new" for change in told["changes"])
