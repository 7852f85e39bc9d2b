"""`armswire list`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armswire.cli.list_records import Kind
from armswire.cli.main import run


def listed(register: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    """What `list --json` prints."""
    assert run(["list", *arguments, "--register", str(register), "--json"]) == 0
    records: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return records


# What waits for review is another thing for everybody who reviews, and is not exported.
EXPORTED = [kind for kind in Kind if kind is not Kind.REVIEW]


@pytest.mark.parametrize("kind", EXPORTED)
def test_each_kind_is_a_table_and_the_same_records_as_its_export(
    samples_register: Path, capsys: pytest.CaptureFixture[str], kind: Kind
) -> None:
    assert run(["list", kind.value, "--register", str(samples_register)]) == 0
    table = capsys.readouterr().out
    records = listed(samples_register, capsys, kind.value)
    assert table.startswith(f"{kind.value.capitalize()} ({len(records)})")
    assert run(["export", kind.value, "--register", str(samples_register)]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == records


def test_an_actor_is_given_by_code_or_name(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by_code = listed(samples_register, capsys, "claims", "--actor", "IRN")
    assert by_code
    assert listed(samples_register, capsys, "claims", "--actor", "iran") == by_code
    assert len(by_code) < len(listed(samples_register, capsys, "claims"))


def test_filters_narrow(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = listed(samples_register, capsys, "claims", "--stage", "refusal", "--article", "sample-04-reexport-veto")
    assert claims
    assert {(claim["stage"], claim["document"]) for claim in claims} == {("refusal", "sample-04-reexport-veto")}


def test_a_limit_shows_the_first_and_says_that_there_are_more(
    samples_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    everything = listed(samples_register, capsys, "transfers")
    assert listed(samples_register, capsys, "transfers", "--limit", "3") == everything[:3]
    assert listed(samples_register, capsys, "transfers", "--limit", "0") == everything
    assert run(["list", "transfers", "--limit", "3", "--register", str(samples_register)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("Transfers (3)")
    assert "--limit 0" in told.err
    assert run(["list", "transfers", "--limit", str(len(everything)), "--register", str(samples_register)]) == 0
    assert capsys.readouterr().err == ""


def test_claims_told_third_hand_or_worse(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    everything = listed(samples_register, capsys, "claims")
    for least in (1, 2, 3):
        deep = listed(samples_register, capsys, "claims", "--min-depth", str(least))
        assert deep == [claim for claim in everything if len(claim["attribution"]) >= least]  # type: ignore[arg-type]
        assert all(claim["depth"] >= least for claim in deep)  # type: ignore[operator]
    third = listed(samples_register, capsys, "claims", "--third-hand")
    assert third
    assert third == listed(samples_register, capsys, "claims", "--min-depth", "2")
    assert listed(samples_register, capsys, "claims", "--third-hand", "--min-depth", "1") == third


@pytest.mark.parametrize(
    "arguments",
    [
        ["transfers", "--third-hand"],
        ["claims", "--min-depth", "-1"],
        ["claims", "--standing", "denied"],
        ["claims", "--stage", "giving"],
        ["transfers", "--actor", "Atlantis"],
        ["transfers", "--sort", "price"],
        ["transfers", "--since", "soon"],
        ["transfers", "--words", "-"],
        ["claims", "--stage", "pledge", "--stage", "delivery"],
        ["positions", "--standing", "denied"],
        ["judgements", "--verdict", "guess"],
        ["articles", "--state", "open"],
        ["everything"],
        [],
    ],
)
def test_wrong_usage_is_said(samples_register: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(["list", *arguments, "--register", str(samples_register)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


@pytest.mark.parametrize("kind", list(Kind))
def test_on_a_narrow_terminal_no_line_is_too_long_and_nothing_is_lost(
    samples_register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: Kind
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert run(["list", kind.value, "--register", str(samples_register)]) == 0
    printed = capsys.readouterr().out
    assert max(len(line) for line in printed.splitlines()) <= 60
    records = listed(samples_register, capsys, kind.value)
    assert printed.startswith(f"{kind.value.capitalize()} ({len(records)})\n")
    names = [line for line in printed.splitlines()[1:] if line and not line.startswith(" ")]
    assert len(names) == len(records)
    words = printed.split()
    assert "..." not in words


def test_transfers_are_filtered_and_sorted(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    everything = listed(samples_register, capsys, "transfers")
    chosen = listed(samples_register, capsys, "transfers", "--supplier", "Iran", "--supplier", "IND", "--sort", "-last")
    ids = {one["id"] for one in everything if {"IRN", "IND"} & {actor["actor"] for actor in one["supplier"]}}  # type: ignore[attr-defined]
    assert {one["id"] for one in chosen} == ids
    assert ids
    for option in (
        ["--words", "drones"],
        ["--item", "ML10"],
        ["--through", "GEO"],
        ["--since", "2024", "--until", "2024-06"],
    ):
        some = listed(samples_register, capsys, "transfers", *option)
        assert 0 < len(some) < len(everything)


def test_what_waits_for_review_is_listed_by_need(samples_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["list", "review", "--register", str(samples_register)]
    assert run([*arguments, "--need", "single", "--json"]) == 0
    single = json.loads(capsys.readouterr().out)
    assert {one["need"] for one in single} == {"single"}
    assert run([*arguments, "--need", "single", "--supplier", "Brazil", "--json"]) == 0
    some = json.loads(capsys.readouterr().out)
    assert 0 < len(some) < len(single)
    assert all(one in single and one["what"].startswith("BRA") for one in some)
    assert run([*arguments, "--json"]) == 0
    needs = [one["need"] for one in json.loads(capsys.readouterr().out)]
    assert list(dict.fromkeys(needs)) == ["disputed", "single", "uncertain"]
    assert run([*arguments, "--limit", "2"]) == 0
    assert "Review (2)" in capsys.readouterr().out
    assert run([*arguments, "--need", "boredom"]) == 2
    assert "--need" in capsys.readouterr().err
