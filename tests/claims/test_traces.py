"""Every filled slot of a claim says by which words it was told, and how they were read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from readings import claims, only_claim

from armswire.articles.read import read
from armswire.model.article import Article
from armswire.model.claim import Claim, Step
from armswire.pipeline import Reader
from armswire.samples import DISPATCHES
from armswire.support.slots import slot_values, span_of, steps_of


@pytest.fixture(scope="module")
def read_samples() -> list[tuple[Article, tuple[Claim, ...]]]:
    articles = [one for one in read([str(DISPATCHES)]) if isinstance(one, Article)]
    readings = Reader().read_articles(articles)
    return [(article, reading.claims) for article, reading in zip(articles, readings, strict=True)]


def test_every_filled_slot_of_the_samples_has_a_step(read_samples: list[tuple[Article, tuple[Claim, ...]]]) -> None:
    filled: set[str] = set()
    for article, found in read_samples:
        for claim in found:
            for slot in slot_values(claim):
                filled.add(slot)
                steps = steps_of(claim, slot)
                assert any(span_of(step) for step in steps), (article.id, claim.id, slot)
                assert all(step.note and step.rule for step in steps)
    # Nothing would be tested by slots that no sample fills.
    assert {"stage", "polarity", "certainty", "answer", "value", "date", "conditions", "requester"} <= filled


def test_every_number_of_the_samples_has_a_step(read_samples: list[tuple[Article, tuple[Claim, ...]]]) -> None:
    for _, found in read_samples:
        for claim in found:
            counts = [step for step in claim.trace if step.rule == "count"]
            assert len(counts) >= sum(item.quantity is not None for item in claim.items), claim.id


def test_the_last_step_of_a_slot_tells_its_value(read_samples: list[tuple[Article, tuple[Claim, ...]]]) -> None:
    for _, found in read_samples:
        for claim in found:
            values = slot_values(claim)
            for slot in ("polarity", "certainty", "answer"):
                if slot in values:
                    assert steps_of(claim, slot)[-1].note.endswith(values[slot]), (claim.id, slot)


def steps(text: str, claim: Claim, slot: str) -> list[tuple[str, str]]:
    """The words that tell a slot, each with its note."""
    return [(text[step.start : step.end], step.note) for step in steps_of(claim, slot)]


DATES = [
    ("Norway sent tanks to Kenya last month.", "2023-05-25", "last month",
     "“last month” in an article of 2023-05-25 is 2023-04", "2023-04-01"),
    ("Norway sent tanks to Kenya on Monday.", "2023-05-25", "Monday",
     "“Monday” in an article of 2023-05-25 is 2023-05-22", "2023-05-22"),
    ("Norway will send tanks to Kenya in October.", "2023-05-25", "October",
     "“October”, of something still to come, in an article of 2023-05-25 is 2023-10", "2023-10-01"),
    ("Norway sent tanks to Kenya in March 2022.", None, "March 2022", "“March 2022” is 2022-03", "2022-03-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "words", "note", "first"), DATES)
def test_a_date_says_how_its_words_are_read(
    reader: Any, text: str, published: str | None, words: str, note: str, first: str
) -> None:
    claim = only_claim(reader, text, published)
    assert claim.date is not None
    assert claim.date.start == date.fromisoformat(first)
    assert steps(text, claim, "date") == [(words, note)]


SUMS = [
    ("Norway sold Kenya tanks for $500 million.", "$500 million", "“$500 million” is 500,000,000 USD"),
    ("Norway sold Kenya tanks for about 20 million euros.", "about 20 million euros",
     "“about 20 million euros” is about 20,000,000 EUR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "note"), SUMS)
def test_a_value_says_what_its_words_come_to(reader: Any, text: str, words: str, note: str) -> None:
    assert steps(text, only_claim(reader, text), "value") == [(words, note)]


# The word that makes it so, in the order of the text.
TOLD_BY = [
    ("Norway has not sent tanks to Kenya.", "polarity", ["not"]),
    ("No tanks were sent to Kenya by Norway.", "polarity", ["No"]),
    ("Norway has yet to send the tanks to Kenya.", "polarity", ["yet"]),
    ("Norway has given Kenya no tanks.", "polarity", ["no"]),
    ("Norway would rather scrap its tanks than give them to Kenya.", "stage", ["than", "give"]),
    ("As yet Norway has not sent tanks to Kenya.", "polarity", ["not"]),
    ("Norway denied that it had sent tanks to Kenya.", "polarity", ["denied"]),
    ("Norway denied that it had sent tanks to Kenya.", "supplier", ["it", "Norway"]),
    ("Kenya urged Norway to lift its ban on tanks for Mali.", "supplier", ["its", "Norway"]),
    ("Norway denied that it had sent tanks to Kenya.", "answer", ["denied"]),
    ("Norway did not deny that it had sent tanks to Kenya.", "answer", ["not", "deny"]),
    ("Norway may send tanks to Kenya.", "certainty", ["may"]),
    ("Norway has probably agreed to send tanks to Kenya.", "certainty", ["probably"]),
    ("Norway will send tanks to Kenya.", "stage", ["will"]),
    ("Norway agreed to send tanks to Kenya.", "stage", ["agreed"]),
    ("Norway sent tanks to Kenya.", "stage", ["sent"]),
    ("Norway and Denmark have sent tanks to Kenya.", "supplier", ["Norway", "Denmark"]),
    ("Norway has sent 20 tanks and rifles to Kenya.", "items", ["tanks", "20", "rifles"]),
    ("Norway has sent a corvette to Kenya.", "items", ["corvette", "a"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slot", "words"), TOLD_BY)
def test_each_slot_points_at_its_own_words(reader: Any, text: str, slot: str, words: list[str]) -> None:
    [claim] = [one for one in claims(reader, text) if slot in slot_values(one)]
    assert [text[step.start : step.end] for step in steps_of(claim, slot)] == words


def test_a_speaker_who_is_taken_up_points_at_who_is_named(reader: Any) -> None:
    text = "The minister, Ana Cruz, spoke to reporters in Lima. She said that Peru refused to sell tanks to Mali."
    claim = only_claim(reader, text)
    told = [(step.rule, text[step.start : step.end]) for step in with_words(claim, "attribution")]
    assert ("attribution", "She") in told
    assert ("named before", "Ana Cruz") in told


def test_an_operator_that_changes_nothing_is_told_but_tells_no_slot(reader: Any) -> None:
    text = "Norway began sending tanks to Kenya."
    claim = only_claim(reader, text)
    [over] = [step for step in claim.trace if step.slot == "operator"]
    assert text[over.start : over.end] == "began"
    assert [text[step.start : step.end] for step in steps_of(claim, "stage")] == ["sending"]


def test_end_use_points_at_its_user_its_term_and_the_supply_before_it(reader: Any) -> None:
    text = (
        "South Korea sold shells to the United States in May. "
        "The final user of the shells is the U.S. military, Seoul said."
    )
    [claim] = [one for one in claims(reader, text) if one.stage == "end_use"]
    told = {slot: [text[step.start : step.end] for step in with_words(claim, slot)] for slot in slot_values(claim)}
    assert told["recipient"] == ["U.S. military"]
    assert told["supplier"] == ["South Korea"]
    assert told["date"] == ["May"]
    assert told["conditions"] == ["The final user of the shells is the U.S. military"]


def test_words_that_stand_for_goods_point_at_the_goods_too(reader: Any) -> None:
    text = "Norway bought ten tanks. Half of them have been sent to Kenya."
    [claim] = [one for one in claims(reader, text) if one.stage == "delivery"]
    assert [text[step.start : step.end] for step in steps_of(claim, "items")] == ["Half", "tanks", "Half"]


def with_words(claim: Claim, slot: str) -> list[Step]:
    return [step for step in steps_of(claim, slot) if span_of(step)]
