"""`armswire show` and `armswire explain`: every value leads back to words of an article."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from armswire.cli.main import run


def exported(register: Path, capsys: pytest.CaptureFixture[str], what: str) -> list[dict[str, Any]]:
    """The records of an export."""
    assert run(["export", what, "--register", str(register)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def printed(register: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints, white space made single."""
    assert run([*arguments, "--register", str(register)]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_a_transfer_is_shown_with_the_sentences_of_its_claims(
    samples_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = {claim["id"]: claim for claim in exported(samples_register, capsys, "claims")}
    transfer = max(exported(samples_register, capsys, "transfers"), key=lambda t: len(t["claims"]))
    card = printed(samples_register, capsys, "show", transfer["id"])
    assert transfer["standing"] in card
    for identifier in transfer["claims"]:
        assert " ".join(claims[identifier]["evidence"]["text"].split()) in card


def test_what_is_uncertain_stands_in_brackets_with_the_reason(
    samples_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    transfers = exported(samples_register, capsys, "transfers")
    doubted = [(transfer["id"], entry) for transfer in transfers for entry in transfer["entries"] if entry["doubts"]]
    assert doubted
    for identifier, entry in doubted[:5]:
        card = printed(samples_register, capsys, "show", identifier)
        assert entry["shown"] == f"({entry['text']})"
        assert entry["shown"] in card or entry["field"] == "value"
        assert all(" ".join(doubt["words"].split()) in card for doubt in entry["doubts"])
    assert all(entry["shown"] == entry["text"] for t in transfers for entry in t["entries"] if not entry["doubts"])


def test_a_transfer_is_shown_with_its_legs_end_users_backfills_and_thread(
    samples_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    transfers = exported(samples_register, capsys, "transfers")
    routed = next(t for t in transfers if len(t["legs"]) > 1 and len(t["end_users"]) > 1 and t["backfills"])
    card = printed(samples_register, capsys, "show", routed["id"])
    assert routed["thread"]["says"] in card
    for leg in routed["legs"]:
        assert f"{leg['standing']}: {leg['standing_reason']}" in card
    for part in routed["parts"]:
        assert f"{part['part']} ({part['reason']})" in card
    for user in routed["end_users"]:
        assert all(term in card for term in user["terms"])
    for backfill in routed["backfills"]:
        other = next(t for t in transfers if t["id"] == backfill["other"])
        assert backfill["other"][:15] in card
        assert routed["id"] in [back["other"] for back in other["backfills"]]


@pytest.mark.parametrize("what", ["transfers", "disputes", "claims", "articles"])
def test_any_record_is_found_by_a_prefix_of_its_id(
    samples_register: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    records = exported(samples_register, capsys, what)
    assert records
    for record in records[:3]:
        prefix = record["id"] if what == "articles" else record["id"][:-4]
        shown = json.loads(printed(samples_register, capsys, "show", prefix, "--json"))
        card = printed(samples_register, capsys, "show", prefix)
        if what == "articles":
            # No export depends on when something came in.
            arrived = shown.pop("arrived")
            assert datetime.fromisoformat(arrived) <= datetime.now(tz=UTC)
            assert f"{arrived[:10]} {arrived[11:16]} UTC" in card
        assert shown == record
        assert card


@pytest.mark.parametrize("command", ["show", "explain"])
@pytest.mark.parametrize("identifier", ["claim-", "nothing-like-it"])
def test_no_or_several_records_of_an_id_are_wrong_usage(
    samples_register: Path, capsys: pytest.CaptureFixture[str], command: str, identifier: str
) -> None:
    assert run([command, identifier, "--register", str(samples_register)]) == 2
    assert identifier in capsys.readouterr().err


def test_a_claim_is_explained_by_words_of_its_article(
    samples_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = {article["id"]: article["text"] for article in exported(samples_register, capsys, "articles")}
    for claim in exported(samples_register, capsys, "claims")[::5]:
        told = json.loads(printed(samples_register, capsys, "explain", claim["id"], "--json"))
        assert told["claim"] == claim
        assert told["steps"], "a claim that nothing explains"
        for step in told["steps"]:
            if step["start"] is not None:
                words = " ".join(articles[claim["document"]][step["start"] : step["end"]].split())
                assert step["words"].removesuffix("...") in words
        evidence = claim["evidence"]
        assert articles[claim["document"]][evidence["start"] : evidence["end"]] == evidence["text"]


@pytest.mark.parametrize("command", ["show", "explain"])
def test_the_chain_is_told_link_by_link(
    samples_register: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    claims = exported(samples_register, capsys, "claims")
    deep = next(claim for claim in claims if claim["depth"] == 2)
    told = printed(samples_register, capsys, command, deep["id"])
    assert "whose word third hand" in told
    outer, inner = deep["attribution"]
    assert f"{outer['source']} ({outer['class'].replace('_', ' ')}" in told
    assert f"└─ {inner['source']} ({inner['class'].replace('_', ' ')}" in told
    own = next(claim for claim in claims if claim["depth"] == 0)
    assert "whose word the article's own words" in printed(samples_register, capsys, command, own["id"])


def test_terms_are_quoted(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = exported(samples_register, capsys, "claims")
    told = [(claim["id"], source["terms"]) for claim in claims for source in claim["attribution"] if source["terms"]]
    assert told
    assert f"anonymous): “{told[0][1]}”" in printed(samples_register, capsys, "show", told[0][0])


def test_an_article_tells_what_was_dropped_and_why(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = exported(samples_register, capsys, "articles")
    told = [json.loads(printed(samples_register, capsys, "explain", article["id"], "--json")) for article in articles]
    dropped = [rejection for one in told for rejection in one["dropped"]]
    assert dropped
    assert all(rejection["note"] and rejection["rule"] and rejection["evidence"]["text"] for rejection in dropped)
    text = printed(samples_register, capsys, "explain", dropped[0]["document"])
    assert dropped[0]["note"] in text


def test_a_transfer_is_explained_by_what_joined_its_claims_and_the_rules_of_its_standing(
    samples_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for transfer in exported(samples_register, capsys, "transfers")[::4]:
        told = json.loads(printed(samples_register, capsys, "explain", transfer["id"], "--json"))
        assert told["transfer"] == transfer
        bonds = told["joining"]["bonds"]
        assert len(bonds) == len(transfer["claims"]) - 1
        assert {bond[end] for bond in bonds for end in ("one", "other")} <= set(transfer["claims"])
        assert all(bond["score"] >= told["joining"]["threshold"] for bond in bonds)
        text = printed(samples_register, capsys, "explain", transfer["id"])
        assert f"Standing: {transfer['standing']}" in text
        assert all(slot["reason"] in text for bond in bonds[:20] for slot in bond["slots"])


def test_a_claim_is_explained_by_the_claims_it_is_alike_to(
    samples_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    transfers = exported(samples_register, capsys, "transfers")
    whole = max(transfers, key=lambda transfer: len(transfer["claims"]))
    for claim in whole["claims"][:3]:
        told = json.loads(printed(samples_register, capsys, "explain", claim, "--json"))["joining"]
        assert told["transfer"] == whole["id"]
        assert told["alike"]
        assert all({one["one"], one["other"]} <= set(whole["claims"]) for one in told["alike"])
        assert f"In {whole['id'][:15]}, because it is alike" in printed(samples_register, capsys, "explain", claim)


def test_two_records_are_compared_slot_by_slot(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = (transfer["id"] for transfer in exported(samples_register, capsys, "transfers")[:2])
    told = json.loads(printed(samples_register, capsys, "explain", one, other, "--json"))
    assert told["by"] is not None
    text = printed(samples_register, capsys, "explain", one, other)
    assert "Two transfers" in text
    assert all(slot["reason"] in text for slot in told["nearest"]["slots"])


@pytest.mark.parametrize("second", [[], ["transfers"]])
def test_a_dispute_cannot_be_explained_but_is_not_a_fault(
    samples_register: Path, capsys: pytest.CaptureFixture[str], second: list[str]
) -> None:
    dispute = exported(samples_register, capsys, "disputes")[0]["id"]
    others = [exported(samples_register, capsys, what)[0]["id"] for what in second]
    assert run(["explain", *others, dispute, "--register", str(samples_register)]) == 2
    error = capsys.readouterr().err
    assert dispute in error
    assert "armswire list" in error


def test_a_day_is_shown_with_its_rule_its_width_and_other_days(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register, dispatch = tmp_path / "new.db", tmp_path / "dispatch.txt"
    words = (
        "Norway has sold 20 howitzers to Kenya, it said on Friday, the first anniversary of the invasion of Ukraine."
    )
    told = (
        "Oslo marked the first anniversary of the invasion of Ukraine on Friday with a promise of howitzers to Kenya."
    )
    dispatch.write_text(f"{told}\n{words}\n", encoding="utf-8")
    given = {"id": "given", "text": f"Published: 3 March 2021\n{told}", "published": "2023-02-27"}
    (tmp_path / "given.jsonl").write_text(json.dumps(given), encoding="utf-8")
    assert run(["add", str(dispatch), str(tmp_path / "given.jsonl"), "--register", str(register)]) == 0
    capsys.readouterr()
    inferred = next(one for one in exported(register, capsys, "articles") if one["id"] != "given")
    assert (inferred["published"], inferred["published_by"]) == ("2023-02-27", "anniversary")
    card = printed(register, capsys, "show", inferred["id"])
    assert "2023-02-27 (between 24 February and 2 March 2023, by the anniversary of an event) " in card
    assert f"“{told}”" in card
    card = printed(register, capsys, "show", "given")
    assert "2023-02-27 (given with the article) but also 2021-03-03, by a stamp beside its text" in card
