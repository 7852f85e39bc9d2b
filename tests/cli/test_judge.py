"""`armswire judge`: who judges what and why, on the command line, and what the other commands tell of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from armswire.cli.main import run
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim, make_item, make_source

SHELLS = make_claim("delivery", document="shells", items=[make_item()], date="2031-03-01")
TANKS = make_claim("delivery", document="tanks", items=[make_item("tanks", "ML6")], date="2031-03-01")
DENIED = make_claim(
    "delivery",
    document="denied",
    polarity="negated",
    answer="denies",
    attribution=[make_source("the ministry", "KOR")],
    date="2031-03-01",
)
WHO = ("--by", "Anna", "--because", "I read it again", "--on", "2031-05-01")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "armswire.db"
    fill(path)
    return path


def fill(path: Path) -> None:
    with open_register(path) as opened:
        for claim in (SHELLS, TANKS, DENIED):
            record(opened, make_article(claim.document, f"The {claim.document} go south."), [claim])


def done(register: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that goes well prints, white space made single."""
    assert run([*arguments, "--register", str(register)]) == 0, capsys.readouterr().err
    return " ".join(capsys.readouterr().out.split())


def judged(register: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done(register, capsys, "judge", *arguments, "--json"))
    return found


def exported(register: Path, capsys: pytest.CaptureFixture[str], what: str) -> list[dict[str, Any]]:
    assert run(["export", what, "--register", str(register)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_several_claims_are_rejected_at_once(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = judged(register, capsys, "reject", SHELLS.id, DENIED.id, *WHO)
    assert {one["verdict"] for one in made} == {"reject"}
    assert [one["force"] for one in made] == ["in_force", "in_force"]
    assert [one["claims"] for one in exported(register, capsys, "transfers")] == [[TANKS.id]]
    assert "judged so before" in done(register, capsys, "judge", "reject", SHELLS.id, *WHO)


@pytest.mark.parametrize(
    ("given", "slot", "value"),
    [
        ("supplier=Poland, org:Hanwha Aerospace", "supplier", ["POL", "org:Hanwha Aerospace"]),
        ("recipient=", "recipient", []),
        ("stage=pledge", "stage", "pledge"),
        ("answer=denies", "answer", "denies"),
        ("date=2030-02", "date", {"start": "2030-02-01", "end": "2030-02-28"}),
        ("date=2030", "date", {"start": "2030-01-01", "end": "2030-12-31"}),
        ("date=2030-12-05/2031-01", "date", {"start": "2030-12-05", "end": "2031-01-31"}),
        ("date=", "date", None),
        (
            "value=about 1,400,000,000 USD",
            "value",
            {"min": 1400000000, "max": 1400000000, "currency": "USD", "approximate": True},
        ),
        ("conditions=for training; no re-export", "conditions", ["for training", "no re-export"]),
        (
            "items=about 20 tanks (K2) [ML6]",
            "items",
            [
                {
                    "text": "tanks",
                    "ml": "ML6",
                    "designation": "K2",
                    "lethal": None,
                    "quantity": {"min": 20, "max": 20, "approximate": True, "unit": None},
                }
            ],
        ),
        (
            'items=[{"text": "tanks", "ml": "ML6", "designation": null, "lethal": true, "quantity": null}]',
            "items",
            [{"text": "tanks", "ml": "ML6", "designation": None, "lethal": True, "quantity": None}],
        ),
    ],
)
def test_slots_are_corrected_as_people_write_them(
    register: Path, capsys: pytest.CaptureFixture[str], given: str, slot: str, value: object
) -> None:
    [made] = judged(register, capsys, "correct", SHELLS.id, "--set", given, *WHO)
    assert made["slots"] == {slot: value}
    assert f"correct · {SHELLS.id[:12]}: {slot} " in done(register, capsys, "show", SHELLS.id)


def test_records_tell_what_was_judged_on_them(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [fix] = judged(register, capsys, "correct", TANKS.id, "--set", "supplier=POL", *WHO)
    [transfer] = (one["id"] for one in exported(register, capsys, "transfers") if TANKS.id in one["claims"])
    told = "correct · claim-" + TANKS.id[6:12] + ": supplier KOR → POL, by Anna on 2031-05-01: I read it again"
    for arguments in (("show", TANKS.id), ("show", "tanks"), ("show", transfer), ("explain", TANKS.id)):
        assert told in done(register, capsys, *arguments), arguments
    explained = json.loads(done(register, capsys, "explain", TANKS.id, "--json"))
    assert [one["id"] for one in explained["judgements"]] == [fix["id"]]
    card = done(register, capsys, "show", fix["id"][:-4])
    assert "I read it again" in card
    assert "in force" in card
    assert json.loads(done(register, capsys, "show", fix["id"], "--json"))["id"] == fix["id"]


def test_merge_split_settle_note_and_withdraw(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ids = [one["id"] for one in exported(register, capsys, "transfers")]
    judged(register, capsys, "merge", *ids, *WHO)
    assert len(exported(register, capsys, "transfers")) == 1
    judged(register, capsys, "split", TANKS.id, "--by", "Boris", "--because", "other goods")
    listed = done(register, capsys, "list", "judgements", "--state", "contrary")
    assert listed.startswith("Judgements (2)")
    assert "neither takes effect until one is withdrawn or a third settles it" in listed
    [merged] = [one["id"] for one in exported(register, capsys, "judgements") if one["verdict"] == "merge"]
    judged(register, capsys, "settle", merged, "--by", "Clara", "--because", "one contract")
    assert len(exported(register, capsys, "transfers")) == 1
    judged(register, capsys, "withdraw", merged, *WHO)
    [dispute] = exported(register, capsys, "disputes")
    judged(register, capsys, "settle", dispute["id"], "--side", "yes", *WHO)
    [dispute] = exported(register, capsys, "disputes")
    assert (dispute["state"], dispute["state_reason"]) == ("settled", "settled by Anna on 2031-05-01: I read it again")
    judged(register, capsys, "note", "shells", dispute["id"], *WHO)
    assert "note · " in done(register, capsys, "show", dispute["id"])


def test_judgements_go_to_another_register_and_come_back_the_same(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    judged(register, capsys, "correct", TANKS.id, "--set", "items=shells [ML3]", *WHO)
    judged(register, capsys, "reject", SHELLS.id, *WHO)
    [first] = judged(register, capsys, "note", "denied", *WHO)
    judged(register, capsys, "withdraw", first["id"], *WHO)
    before, after, other = tmp_path / "before.jsonl", tmp_path / "after.jsonl", tmp_path / "other.db"
    done(register, capsys, "export", "judgements", "-o", str(before))
    said = done(other, capsys, "judge", "--from", str(before))
    assert "4 judgements read" in said
    assert "4 of them new; 2 do not find" in said
    fill(other)
    again = json.loads(done(other, capsys, "judge", "--from", str(before), "--json"))
    assert again == {"read": 4, "new": 0, "orphaned": []}
    done(other, capsys, "export", "judgements", "-o", str(after))
    assert after.read_bytes() == before.read_bytes()
    assert exported(other, capsys, "transfers") == exported(register, capsys, "transfers")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda line: line.replace("I read it again", "I did not"), "changed after it was made"),
        (lambda line: line[:50], "no judgement"),
        (lambda line: line.replace('"reject"', '"merge"'), "no judgement"),
    ],
)
def test_a_file_that_was_changed_is_refused_with_its_line(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Any, message: str
) -> None:
    judged(register, capsys, "reject", SHELLS.id, *WHO)
    path = tmp_path / "judgements.jsonl"
    done(register, capsys, "export", "judgements", "-o", str(path))
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert run(["judge", "--from", str(path), "--register", str(register)]) == 3
    said = capsys.readouterr().err
    assert message in said
    assert f"{path}:1" in said


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["reject"],
        ["reject", SHELLS.id],
        ["reject", SHELLS.id, "--by", "Anna"],
        ["reject", SHELLS.id, *WHO, "--set", "supplier=POL"],
        ["reject", SHELLS.id, *WHO, "--side", "yes"],
        ["reject", SHELLS.id, "--by", " ", "--because", "why"],
        ["correct", SHELLS.id, *WHO],
        ["correct", SHELLS.id, TANKS.id, *WHO, "--set", "supplier=POL"],
        ["correct", SHELLS.id, *WHO, "--set", "supplier"],
        ["correct", SHELLS.id, *WHO, "--set", "supplier=Atlantis"],
        ["correct", SHELLS.id, *WHO, "--set", "supplier=KOR"],
        ["correct", SHELLS.id, *WHO, "--set", "stage=gift"],
        ["correct", SHELLS.id, *WHO, "--set", "date=yesterday"],
        ["correct", SHELLS.id, *WHO, "--set", "value=much"],
        ["correct", SHELLS.id, *WHO, "--set", "items=tanks"],
        ["correct", SHELLS.id, *WHO, "--set", "items=tanks [ML99]"],
        ["correct", SHELLS.id, *WHO, "--set", "items=[tanks]"],
        ["reject", "claim-none", *WHO],
        ["settle", SHELLS.id, *WHO],
        ["withdraw", "judgement-none", *WHO],
        ["praise", SHELLS.id, *WHO],
        ["note", SHELLS.id, "--by", "Anna", "--because", "so", "--on", "today"],
        ["accept", SHELLS.id, "--from", "judgements.jsonl"],
    ],
)
def test_wrong_usage_is_said_and_nothing_is_judged(
    register: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(["judge", *arguments, "--register", str(register)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err
    assert exported(register, capsys, "judgements") == []
