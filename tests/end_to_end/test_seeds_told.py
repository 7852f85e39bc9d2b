"""What was written down by reading the five seed articles (tests/golden_register), looked for on the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.lexicon.actor_names import bundled_actor_names
from armswire.register.store import open_register
from tests.end_to_end.conftest import NewPerson
from tests.end_to_end.person import Person
from tests.golden_register.golden import Golden, Place, Shown, find_dispute, load_golden

GOLDEN = load_golden(Path(__file__).parents[1] / "golden_register" / "seeds.yaml")
NAMES = bundled_actor_names()


@pytest.fixture(scope="module")
def shown(seeds_register: Path) -> Shown:
    with open_register(seeds_register, create=False) as register:
        return Shown.of(register)


@pytest.fixture(scope="module")
def site(seeds_register: Path) -> Iterator[Site]:
    with run_site(Served(str(seeds_register))) as running:
        yield running


@pytest.fixture
def reader(somebody: NewPerson, site: Site) -> Person:
    return somebody(site)


def asked(kind: str) -> list[Any]:
    """The records that were written down, but for those that are known not to be shown."""
    return [
        pytest.param(name, wanted, id=name) for name, wanted in GOLDEN[kind].items() if not is_missed(name, "shown")
    ]


def is_missed(*named: str) -> bool:
    return ": ".join(named) in GOLDEN["known_misses"]


def names_of(actors: list[str]) -> set[str]:
    return {NAMES[actor] for actor in actors}


def letters(words: str) -> str:
    return "".join(words.split())


def stands_at(quotation: Locator, place: str, shown: Shown) -> bool:
    """Whether a quotation is made of words of a line of an article, or has that line in it."""
    where = Place.read(place)
    line = letters(shown.texts[where.article].split("\n")[where.line - 1])
    told = letters(str(quotation.text_content()))
    return told in line or line in told


def amount(value: Mapping[str, Any]) -> str:
    """200,000 to 999,999; 2 billion to 999 billion."""
    told = [f"{one // 10**9} billion" if one >= 10**9 else f"{one:,}" for one in (value["least"], value["most"])]
    return " to ".join(dict.fromkeys(told))


@pytest.mark.parametrize(("name", "wanted"), asked("transfers"))
def test_a_transfer_is_told_as_it_was_read(reader: Person, shown: Shown, name: str, wanted: Golden) -> None:
    transfer = shown.transfer(wanted["claims"])
    assert transfer is not None
    reader.opens(f"/transfers/{transfer.id}")
    head = reader.page.locator(".page-head")
    for role in ("supplier", "recipient", "intermediary"):
        for party in names_of(wanted.get(role, [])):
            expect(head.locator("h1")).to_contain_text(party)
    for kind, selector in (("standing", ".kicker .badge"), ("furthest", ".kicker .kind")):
        if kind in wanted and not is_missed(name, kind):
            expect(head.locator(selector)).to_have_text(wanted[kind])
    for category in wanted["items"]:
        expect(head.locator(".standfirst")).to_contain_text(f"[{category}]")
    for value in (wanted[kind] for kind in ("number", "value") if kind in wanted):
        expect(head.locator(".standfirst")).to_contain_text(amount(value))
    if "origins" in wanted:
        expect(head.locator("a[href='#origins']")).to_contain_text(str(wanted["origins"]))
    for place in wanted["claims"]:
        claim = shown.claim(place)
        if claim is None or is_missed(name, f"holds {place}"):
            continue
        card = reader.page.locator(f"li.claim#{claim.id}")
        assert stands_at(card.locator("blockquote"), place, shown), place
        speaker = Place.read(place).speaker
        if speaker is not None:
            expect(card.locator(".chain li").last).to_contain_text(NAMES[speaker])


@pytest.mark.parametrize(("name", "wanted"), asked("disputes"))
def test_a_dispute_shows_its_sides_and_the_answers_that_are_neither(
    reader: Person, shown: Shown, name: str, wanted: Golden
) -> None:
    dispute = find_dispute(wanted, shown)
    assert dispute is not None
    reader.opens(f"/disputes/{dispute.id}")
    expect(reader.page.locator(".kicker .badge")).to_have_text(wanted["state"])
    columns = reader.page.locator(".sides .side-column:not(.takes-none)")
    held = []
    for side in wanted["sides"]:
        told = [word for word in side["words"] if shown.claim(word["claim"]) is not None]
        if not told:
            continue
        [column] = [one for one in range(columns.count()) if has_word(columns.nth(one), told[0], shown)]
        held.append(column)
        if "says" in side:
            expect(columns.nth(column).locator("h2")).to_have_text(side["says"], ignore_case=True)
        for word in told:
            assert has_word(columns.nth(column), word, shown), word
    assert len(set(held)) == len(held)
    for answer in wanted.get("answers", ()):
        if is_missed(name, f"answer of {answer['claim']}"):
            continue
        neither = reader.page.locator(".sides .takes-none .word").filter(has_text=answer["answer"].replace("_", " "))
        assert any(is_word(one, answer, shown) for one in neither.all()), answer


def has_word(column: Locator, told: Mapping[str, Any], shown: Shown) -> bool:
    return any(is_word(one, told, shown) for one in column.locator(".word").all())


def is_word(one: Locator, told: Mapping[str, Any], shown: Shown) -> bool:
    """Whether a word of a side is what was written down: its words, its day, its speaker."""
    said = one.locator("p").first.inner_text()
    day = told.get("date")
    known = "class" not in told or (told["class"] or "the article itself").replace("_", " ") in said
    by = "actor" not in told or NAMES[told["actor"]] in said
    dated = day is None or str(day if isinstance(day, date) else date.fromisoformat(day)) in said
    quoted = any(stands_at(quote, told["claim"], shown) for quote in one.locator("blockquote").all())
    return known and by and dated and quoted


def test_the_rounds_that_the_united_states_bought_show_both_readings_of_who_gets_them(
    reader: Person, shown: Shown
) -> None:
    sides = GOLDEN["disputes"]["D2"]["sides"]
    transfer = shown.transfer(GOLDEN["transfers"]["bought-in-november-2022"]["claims"])
    assert transfer is not None
    reader.opens(f"/transfers/{transfer.id}")
    readings = reader.page.locator(".readings .side-column")
    expect(readings).to_have_count(2)
    for side, party in zip(sides, ("Ukraine", "United States"), strict=True):
        reading = readings.filter(has=reader.page.get_by_role("heading", name=party, exact=True))
        led_to = {str(ref.get_attribute("href")).removeprefix("#") for ref in reading.locator(".refs a").all()}
        assert led_to == shown.ids(word["claim"] for word in side["words"])
    # The two are told apart in its name too: one of them gets it, and nobody can say which.
    expect(reader.page.locator("h1")).to_contain_text("Ukraine or United States")
