"""`armswire check`: a clean register is clean, and every kind of damage is found and named."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from armswire.cli.main import run
from armswire.model.finding_encoding import encode_finding
from armswire.register import queries
from armswire.register.store import open_register
from armswire.register.support_tests import get_support

CLAIM = "(SELECT id FROM claims WHERE json_extract(trace, '$[0].slot') = 'frame' ORDER BY id LIMIT 1)"
ARTICLE = "(SELECT document FROM claims ORDER BY document LIMIT 1)"
TRANSFER = "(SELECT id FROM transfers ORDER BY id LIMIT 1)"
DISPUTE = "(SELECT id FROM disputes ORDER BY id LIMIT 1)"

# What is done to the register; whose fault it is; its kind, and words of its place and of what is told.
DAMAGES: dict[str, tuple[str, str, str, str, str]] = {
    "evidence moved": (
        f"UPDATE claims SET claim = json_set(claim, '$.evidence.text', 'Nobody said so.') WHERE id = {CLAIM}",
        CLAIM, "quote", "evidence", "“Nobody said so.” is quoted",
    ),
    "trace at other words": (
        f"UPDATE claims SET trace = json_set(trace, '$[0].start', 0, '$[0].end', 3) WHERE id = {CLAIM}",
        CLAIM, "quote", "0 to 3, step 1 (frame)", "stands there",
    ),
    "trace beyond the text": (
        f"UPDATE claims SET trace = json_set(trace, '$[0].end', 999999) WHERE id = {CLAIM}",
        CLAIM, "quote", "step 1 (frame)", "no words are there",
    ),
    "content changed": (
        f"UPDATE claims SET claim = json_set(claim, '$.supplier', json('[\"ATA\"]')), supplier = '[\"ATA\"]'"
        f" WHERE id = {CLAIM}",
        CLAIM, "id", "column id", "its content gives the id claim-",
    ),
    "column changed": (
        f"UPDATE claims SET stage = 'nonsense' WHERE id = {CLAIM}",
        CLAIM, "column", "column stage", "it says 'nonsense'",
    ),
    "actor added": (
        f"INSERT INTO claim_actors VALUES ({CLAIM}, 'supplier', 'ATA')",
        CLAIM, "column", "table claim_actors", "ATA as supplier is not in the claim",
    ),
    "actor lost": (
        f"DELETE FROM claim_actors WHERE claim = {CLAIM}",
        CLAIM, "column", "table claim_actors", "is missing",
    ),
    "claim garbled": (
        f"UPDATE claims SET claim = 'garbage' WHERE id = {CLAIM}",
        CLAIM, "unreadable", "table claims", "cannot be read",
    ),
    "article garbled": (
        f"UPDATE articles SET published = 'someday' WHERE id = {ARTICLE}",
        ARTICLE, "unreadable", "table articles", "cannot be read",
    ),
    "arrival garbled": (
        f"UPDATE articles SET arrived = 'someday' WHERE id = {ARTICLE}",
        ARTICLE, "unreadable", "table articles", "cannot be read",
    ),
    "address lost": (
        f"UPDATE articles SET address = 'harbour.example/other' WHERE id = {ARTICLE}",
        ARTICLE, "column", "table articles, column address", "the article itself",
    ),
    "text changed": (
        f"UPDATE articles SET text = text || '.' WHERE id = {ARTICLE}",
        ARTICLE, "text", "column text", "SHA-256",
    ),
    "sketch changed": (
        f"UPDATE articles SET sketch = x'00' WHERE id = {ARTICLE}",
        ARTICLE, "unreadable", "column sketch", "sketch",
    ),
    "article lost": (
        f"DELETE FROM articles WHERE id = {ARTICLE}",
        f"(SELECT id FROM claims WHERE document = {ARTICLE} ORDER BY id LIMIT 1)",
        "orphan", "table claims, column document", "there is no article",
    ),
    "claim lost": (
        f"DELETE FROM claims WHERE id = (SELECT claim FROM transfer_claims WHERE transfer = {TRANSFER})",
        f"(SELECT claim FROM transfer_claims WHERE transfer = {TRANSFER})",
        "orphan", "table transfer_claims, column claim", "there is no claim",
    ),
    "pending left over": (
        "INSERT INTO pending VALUES ('nowhere', '2031-01-01')", "'nowhere'", "orphan", "table pending", "there is no article nowhere",
    ),
    "shelf left over": (
        "INSERT INTO shelves VALUES (1, 2, 'claim-gone', 'ML3', 3, 'nowhere')",
        "'1, 2, claim-gone, ML3'", "orphan", "table shelves", "there is no claim claim-gone",
    ),
    "placed left over": (
        "INSERT INTO placed VALUES ('claim-gone', 'nowhere', 'claim-gone', '[]')",
        "'claim-gone'", "orphan", "table placed, column claim", "there is no claim claim-gone",
    ),
    "test of no claim": (
        f"INSERT INTO support_tests VALUES ('claim-gone', {ARTICLE}, 'reader', 'reader', 1, '[]')",
        "'claim-gone'", "orphan", "table support_tests, column claim", "there is no claim claim-gone",
    ),
    "test of another reading": (
        f"INSERT INTO support_tests VALUES ({CLAIM}, {ARTICLE}, 'older', 'older', 1, '[]')",
        CLAIM, "orphan", "table support_tests, column reader", "not read by older any more",
    ),
    "test garbled": (
        f"INSERT INTO support_tests SELECT id, document, reader, reader, 0, 'garbage' FROM claims WHERE id = {CLAIM}",
        CLAIM, "unreadable", "table support_tests", "cannot be read",
    ),
    "flag changed": (
        f"INSERT INTO support_tests SELECT id, document, reader, reader, 1, '[]' FROM claims WHERE id = {CLAIM}",
        CLAIM, "column", "table support_tests, column flagged", "it says True, the findings themselves False",
    ),
    "standing changed": (
        f"UPDATE transfers SET standing = 'denied', record = json_set(record, '$.standing', 'denied')"
        f" WHERE id = {TRANSFER}",
        TRANSFER, "derived", "table transfers", "standing, record (standing)",
    ),
    "transfer lost": (
        f"DELETE FROM transfers WHERE id = {TRANSFER}", TRANSFER, "derived", "table transfers", "is not there",
    ),
    "dispute changed": (
        f"UPDATE disputes SET state = 'settled' WHERE id = {DISPUTE}", DISPUTE, "derived", "table disputes", "state",
    ),
    "position added": (
        f"INSERT INTO positions VALUES ({CLAIM}, 'ATA', '', {ARTICLE}, '2020-01-01', '2020-01-01', 'refusal',"
        " 'refuses', '{}')",
        f"{CLAIM} || ', ATA, '", "derived", "table positions", "does not follow from the claims",
    ),
    "deed lost": (
        "DELETE FROM deeds WHERE rowid = (SELECT min(rowid) FROM deeds)",
        "(SELECT transfer || ', ' || actor || ', ' || toward || ', ' || stage FROM deeds ORDER BY rowid LIMIT 1)",
        "derived", "table deeds", "is not there",
    ),
    "echo added": (
        f"INSERT INTO echoes VALUES ({ARTICLE}, NULL, '[]', '[]', NULL)",
        ARTICLE, "derived", "table echoes", "follow",
    ),
}  # fmt: skip


def faults(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict[str, Any]]:
    status = run(["check", "--register", str(path), "--json", *more])
    return status, json.loads(capsys.readouterr().out)


@pytest.fixture(scope="module")
def settled(samples_register: Path) -> Path:
    """The register of the samples in one file, with what follows from its claims."""
    assert run(["check", "--register", str(samples_register)]) == 0
    connection = sqlite3.connect(samples_register)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return samples_register


@pytest.fixture
def copied(settled: Path, tmp_path: Path) -> Path:
    """A register of the samples to spoil."""
    return Path(shutil.copy(settled, tmp_path / "copy.db"))


def spoil(path: Path, statement: str, record: str) -> str:
    connection = sqlite3.connect(path)
    (named,) = connection.execute(f"SELECT {record}").fetchone()
    with connection:
        assert connection.execute(statement).rowcount > 0
    connection.close()
    return str(named)


def test_a_register_of_the_samples_is_clean(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--register", str(samples_register)]) == 0
    assert capsys.readouterr().out == f"{samples_register}: clean\n"
    status, report = faults(samples_register, capsys)
    assert status == 0
    assert report == {"register": str(samples_register), "clean": True, "faults": [], "left_out": []}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found_and_named(damage: str, copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    statement, record, kind, place, told = DAMAGES[damage]
    capsys.readouterr()
    named = spoil(copied, statement, record)
    status, report = faults(copied, capsys)
    assert status == 1
    assert not report["clean"]
    fitting = [fault for fault in report["faults"] if fault["record"] == named and fault["kind"] == kind]
    assert any(place in fault["place"] and told in fault["problem"] for fault in fitting), report["faults"][:5]
    assert all("armswire" in fault["remedy"] or "copy" in fault["remedy"] for fault in report["faults"])


def test_one_damage_is_one_fault(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(copied, DAMAGES["trace at other words"][0], CLAIM)
    capsys.readouterr()
    assert run(["check", "--register", str(copied)]) == 1
    shown = capsys.readouterr().out
    assert "Faults (1)" in shown
    assert f"{copied}: 1 fault (1 quote)" in shown


def test_a_rebuild_works_out_anew_what_follows(copied: Path) -> None:
    later = ("pending left over", "shelf left over", "placed left over", "test of no claim", "transfer lost")
    for name in (*(name for name, told in DAMAGES.items() if told[2] == "derived" and name not in later), *later):
        spoil(copied, *DAMAGES[name][:2])
    assert run(["check", "--register", str(copied)]) == 1
    assert run(["check", "--register", str(copied), "--rebuild"]) == 0
    assert run(["check", "--register", str(copied)]) == 0


def test_a_rebuild_drops_tests_of_what_nobody_reads_so(copied: Path) -> None:
    spoil(copied, *DAMAGES["test of another reading"][:2])
    assert run(["check", "--register", str(copied)]) == 1
    assert run(["check", "--register", str(copied), "--rebuild"]) == 0


def test_checking_writes_nothing(copied: Path) -> None:
    spoil(copied, *DAMAGES["standing changed"][:2])
    before = copied.read_bytes()
    assert run(["check", "--register", str(copied)]) == 1
    assert copied.read_bytes() == before


def test_the_support_test_tells_of_one_claim(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["check", "--register", str(copied), "--support", "--quiet"]
    capsys.readouterr()
    assert run([*arguments, "--sample", "1", "--seed", "3", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    slots = report["support"]["slots"]
    assert len({slot["claim"] for slot in slots}) == 1
    assert sum(report["support"]["counts"].values()) == len(slots)
    assert all(slot["words"] or slot["support"] in ("inferred", "unread") for slot in slots)
    assert run([*arguments, "--claims", slots[0]["claim"][:14]]) == 0
    assert "1 claim tested: " in capsys.readouterr().out
    with open_register(copied) as register:
        claim = queries.get_claim(register, slots[0]["claim"])
        found = get_support(register, [claim])[claim.claim.id]
    assert [encode_finding(one) for one in found.findings] == [
        {name: told for name, told in slot.items() if name not in ("claim", "document")} for slot in slots
    ]
    assert found.reader == found.tested_by
    assert run(["check", "--register", str(copied)]) == 0


def test_what_was_found_is_told_of_a_register_that_cannot_be_written(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    with closing(sqlite3.connect(copied)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        assert run(["check", "--register", str(copied), "--support", "--quiet", "--sample", "1"]) == 0
    shown = capsys.readouterr()
    assert "1 claim tested: " in shown.out
    assert shown.err.count("what was found is not kept") == 1


def test_limits_without_the_support_test_are_wrong_usage(samples_register: Path) -> None:
    assert run(["check", "--register", str(samples_register), "--sample", "3"]) == 2
    assert run(["check", "--register", str(samples_register), "--support", "--claims", "claim-zzz"]) == 2
