"""Several people judge one register: apart from each other, against each other, and until it is settled."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect
from web_server import Site

from armswire.cli.main import run
from armswire.lexicon.actor_names import bundled_actor_names
from armswire.model.dispute import DisputeState
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.store import open_register
from tests.end_to_end.conftest import NewPerson
from tests.end_to_end.known import Known
from tests.end_to_end.person import Person

Reviewer = Callable[[str], Person]


@pytest.fixture
def reviewer(somebody: NewPerson, judging: Site) -> Reviewer:
    """Somebody in a browser of their own, who has given a name."""

    def come(name: str) -> Person:
        person = somebody(judging)
        person.opens("/review")
        person.says_who(name)
        return person

    return come


def transfers(place: Path) -> list[Transfer]:
    with open_register(place, create=False, names=bundled_actor_names()) as register:
        return list(queries.list_transfers(register))


def told(place: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """The judgements that a register gives away."""
    capsys.readouterr()
    assert run(["export", "judgements", "--register", str(place)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def key(person: Person, name: str) -> None:
    """Press a key that leads to another page."""
    with person.page.expect_navigation():
        person.page.keyboard.press(name)


def judge_ten(person: Person, reject: int) -> list[str]:
    """Judge ten items of a queue with single keys; gives the claims in their order."""
    person.follows(person.page.locator(".needs").get_by_role("link", name="Single source"))
    seen = []
    for number in range(1, 11):
        seen.append(person.page.locator(".in-hand .id").first.inner_text())
        if number == reject:
            person.page.keyboard.press("x")
            person.page.keyboard.type("a plan is no delivery; a x n are letters here")
            key(person, "Enter")
            expect(person.page.locator(".done")).to_contain_text("Rejected")
        else:
            key(person, "a")
            expect(person.page.locator(".done")).to_contain_text("Accepted")
    return seen


def test_two_judge_ten_items_apart_and_a_third_settles_where_they_differ(
    reviewer: Reviewer, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    boris = reviewer("Boris")
    his = judge_ten(boris, reject=4)
    anna = reviewer("Anna")
    hers = judge_ten(anna, reject=0)
    assert len(set(his)) == 10
    # What Boris rejected takes no part in a transfer any more, and waits for her nevertheless.
    assert set(his) <= {*hers, his[3]}
    if his[3] not in hers:
        anna.opens(f"/review?item={his[3]}")
        # What others judged is not seen by who has not judged yet.
        expect(anna.page.get_by_text("a plan is no delivery")).not_to_be_visible()
        key(anna, "a")

    clara = reviewer("Clara")
    clara.follows(clara.page.locator(".needs").get_by_role("link", name="Contrary judgements"))
    quarrel = clara.page.locator(".quarrel")
    expect(quarrel).to_contain_text("Anna accepted it")
    expect(quarrel).to_contain_text("Boris rejected it")
    expect(quarrel).to_contain_text("a plan is no delivery")
    clara.page.keyboard.press("1" if clara.page.locator("#judged-1").inner_text().startswith("Boris") else "2")
    clara.page.keyboard.type("Boris is right")
    key(clara, "Enter")
    expect(clara.page.locator(".done")).to_contain_text("Settled")
    expect(clara.page.locator(".desk")).to_have_count(0)

    # Both stay: whoever looks at the claim sees who judged how, and which of it holds.
    clara.opens(f"/review?item={his[3]}")
    clara.presses(clara.page.locator("#judged-here ~ details summary"))
    for words in ("Accepted, by Anna", "Rejected, by Boris", "a plan is no delivery"):
        expect(clara.page.locator(".beside")).to_contain_text(words)
    expect(clara.page.locator(".judgements .past").filter(has_text="Anna")).to_contain_text("Overruled")
    given = told(copy, capsys)
    [settled] = [one for one in given if one["verdict"] == "settle"]
    [rejected] = [one for one in given if one["verdict"] == "reject"]
    assert (settled["by"], settled["because"], settled["target"]) == ("Clara", "Boris is right", rejected["id"])


def test_transfers_are_made_one_and_told_apart_again(reviewer: Reviewer, copy: Path) -> None:
    before = transfers(copy)
    one, other = before[0], before[1]
    anna = reviewer("Anna")
    anna.opens(f"/transfers/{one.id}")
    anna.takes_in_hand(one.id)
    form = anna.makes_of_it("merge")
    anna.writes(form.get_by_label("Another, by its id"), other.id[:14])
    anna.because(form, "one contract", "They are one")
    expect(anna.page.locator(".done")).to_contain_text("Merged")
    merged = next(two for two in transfers(copy) if {*one.claims, *other.claims} <= {*two.claims})
    anna.goes_to("Register")
    # What is like both of them may join too.
    assert anna.number_found() == len(transfers(copy)) < len(before)
    anna.opens(f"/transfers/{merged.id}")
    expect(anna.page.locator(".judgements")).to_contain_text("one contract")

    boris = reviewer("Boris")
    boris.opens(f"/transfers/{merged.id}")
    boris.takes_in_hand(merged.id)
    form = boris.makes_of_it("split")
    for claim in other.claims:
        form.locator(f"[name=part][value='{claim}']").check()
    for claim in one.claims:
        form.locator(f"[name=part][value='{claim}']").uncheck()
    boris.because(form, "other goods", "Split them off")
    expect(boris.page.locator(".done")).to_contain_text("Split")
    # Anna says that they are one, Boris that they are not: the first queue has it, until somebody gives way.
    boris.follows(boris.page.locator(".needs").get_by_role("link", name="Contrary judgements"))
    expect(boris.page.locator(".quarrel")).to_contain_text("one contract")
    expect(boris.page.locator(".quarrel")).to_contain_text("other goods")
    anna.goes_to("Review")
    anna.follows(anna.page.locator(".needs").get_by_role("link", name="Contrary judgements"))
    anna.follows(anna.page.get_by_role("button", name="Withdraw mine"))
    assert [two.claims for two in transfers(copy)] == [two.claims for two in before]
    anna.goes_to("Register")
    assert anna.number_found() == len(before)


def test_a_dispute_is_settled_for_a_side_and_is_open_again(reviewer: Reviewer, copy: Path) -> None:
    with open_register(copy, create=False, names=bundled_actor_names()) as register:
        open_ones = list(queries.list_disputes(register, DisputeFilter(state=DisputeState.OPEN.value)))
        dispute = next(one for one in open_ones if len(one.sides) == 2)
    anna = reviewer("Anna")
    anna.goes_to("Disputes")
    anna.follows(anna.page.get_by_role("link", name=dispute.question))
    anna.takes_in_hand(dispute.id)
    anna.page.keyboard.press("2")
    anna.page.keyboard.type("a list of it was published")
    key(anna, "Enter")
    expect(anna.page.locator(".done")).to_contain_text("Settled")
    anna.opens(f"/disputes/{dispute.id}")
    expect(anna.page.locator(".page-head .badge").first).to_have_text("settled")
    line = anna.page.locator(".judgements li")
    expect(line).to_contain_text(f"Settled for {dispute.sides[1].says}, by Anna")
    expect(line).to_contain_text("a list of it was published")
    anna.undoes()
    anna.opens(f"/disputes/{dispute.id}")
    expect(anna.page.locator(".page-head .badge").first).to_have_text("open")


def test_nobody_sees_what_others_judged_until_they_ask(reviewer: Reviewer, known: Known) -> None:
    anna, boris = reviewer("Anna"), reviewer("Boris")
    anna.goes_to("Register")
    name = anna.opens_row(known.single)
    anna.takes_in_hand(name)
    anna.because(anna.makes_of_it("note"), "the ministry was asked", "Note it")
    boris.opens(f"/review?item={name}")
    note = boris.page.locator(".judgements").get_by_text("the ministry was asked")
    expect(note).not_to_be_visible()
    boris.presses(boris.page.get_by_text("1 by others"))
    expect(note).to_be_visible()
