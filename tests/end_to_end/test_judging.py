"""Somebody judges a claim; the register changes, and is what it was when that is taken back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from web_server import Site

from tests.end_to_end.conftest import NewPerson
from tests.end_to_end.known import Known
from tests.end_to_end.person import Person

BOTH = pytest.mark.parametrize("hand", ["mouse", "keys"])
KEYS = pytest.mark.parametrize("hand", ["keys"])


@pytest.fixture
def anna(somebody: NewPerson, judging: Site, hand: str) -> Person:
    """Somebody who has given her name and looks at the register."""
    person = somebody(judging, hand)
    person.opens("/")
    person.says_who("Anna Lind")
    person.goes_to("Register")
    return person


def as_shown(person: Person) -> str:
    """All that the table says."""
    return str(person.page.locator("table.trade").text_content())


@BOTH
def test_what_is_rejected_is_gone_until_that_is_taken_back(anna: Person, known: Known) -> None:
    before, number = as_shown(anna), anna.number_found()
    name = anna.opens_row(known.single)
    anna.takes_in_hand(name)
    anna.because(anna.makes_of_it("reject"), "it is an old story", "Reject it")
    expect(anna.page.locator(".done")).to_contain_text("it is an old story")

    anna.goes_to("Register")
    expect(anna.row(known.single)).to_have_count(0)
    assert anna.number_found() == number - 1

    anna.undoes()
    anna.goes_to("Register")
    assert as_shown(anna) == before
    anna.opens_row(known.single)
    judged = anna.page.locator(".judgements li").filter(has_text="it is an old story")
    expect(judged).to_contain_text("by Anna Lind")
    expect(judged).to_contain_text("withdrawn")


@KEYS
def test_what_is_corrected_is_shown_until_that_is_taken_back(anna: Person, known: Known) -> None:
    before = as_shown(anna)
    name = anna.opens_row(known.single)
    anna.takes_in_hand(name)
    form = anna.makes_of_it("correct")
    field = form.get_by_role("group", name=known.correction.group).get_by_label(known.correction.label, exact=True)
    anna.writes(field.first, known.correction.typed)
    anna.because(form, "the ministry's list has it", "Correct it")
    expect(anna.page.locator(".done")).to_contain_text("Corrected")

    anna.goes_to("Register")
    row = anna.page.locator(f"tbody[id='{name}']").or_(anna.row(known.correction.shown))
    expect(row.first).to_contain_text(known.correction.shown)
    assert as_shown(anna) != before
    anna.follows(row.first.locator("td.c-description a[href^='/transfers/']").first)
    expect(anna.page.locator("#judgements ~ .judgements")).to_contain_text("the ministry's list has it")

    anna.undoes()
    anna.goes_to("Register")
    assert as_shown(anna) == before


@KEYS
def test_what_is_accepted_stays_as_it_was_and_says_who_accepted_it(anna: Person, known: Known) -> None:
    before = as_shown(anna)
    name = anna.opens_row(known.single)
    anna.takes_in_hand(name)
    anna.follows(anna.page.get_by_role("button", name="Accept"))
    expect(anna.page.locator(".done")).to_contain_text("Accepted")
    anna.goes_to("Register")
    assert as_shown(anna) == before
    anna.opens_row(known.single)
    expect(anna.page.locator("#judgements ~ .judgements")).to_contain_text("by Anna Lind")
    anna.undoes()
    anna.goes_to("Register")
    assert as_shown(anna) == before
