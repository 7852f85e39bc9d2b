from __future__ import annotations

import pytest

from armswire.lexicon.outlet_titles import fold_name
from armswire.model.origin import Likeness, Precedence, Retold, Sign
from armswire.model.transfer import Echo
from armswire.register.sketches import sketch
from tests.factories import make_claim, make_source
from tests.register.cases import article, only_transfer, run

WIRE = make_source("Gulf Wire", None, "media")
STORY = " ".join(
    f"On day {n} the council of Norland heard minister number {n} speak of barges and {n * 7} crates."
    for n in range(40)
)  # fmt: skip
OTHER = " ".join(
    f"Farmers in valley {n} of Sudmark brought {n * 3} carts of beets to market stall {n}." for n in range(40)
)


def retelling(document: str, report: str, sign: Sign = Sign.CITED) -> Echo:
    return Echo(document, None, (report,), (Retold(report, sign),))


def test_a_retelling_names_the_outlet() -> None:
    assert run([make_claim(document="b", attribution=[WIRE])]).echoes == (retelling("b", "Gulf Wire"),)


def test_a_retelling_names_the_article_where_it_is_in_the_register() -> None:
    claims = [make_claim(document="a"), make_claim(document="b", attribution=[WIRE])]
    assert run(claims, article("a", "2031-03-09", "The Gulf Wire")).echoes == (retelling("b", "a"),)


def test_an_article_of_a_later_day_is_not_the_report() -> None:
    claims = [make_claim(document="a"), make_claim(document="b", attribution=[WIRE])]
    assert run(claims, article("a", "2031-03-12", "Gulf Wire")).echoes == (retelling("b", "Gulf Wire"),)


def test_an_outlet_that_cites_itself_retells_nothing() -> None:
    assert run([make_claim(document="b", attribution=[WIRE])], article("b", outlet="gulf wire")).echoes == ()


def test_words_that_explain_an_outlet_are_no_part_of_its_name() -> None:
    explained = make_source("Gulf Wire, a news agency in Sudmark", None, "media")
    claims = [make_claim(document="a"), make_claim(document="b", attribution=[explained])]
    facts = article("a", "2031-03-09", "The Gulf Wire")
    assert run(claims, facts).echoes == (retelling("b", "a"),)
    assert [origin.claims for origin in only_transfer(claims, facts).origins] == [(claims[0].id, claims[1].id)]


def test_retellings_count_without_parties_too() -> None:
    claim = make_claim(document="b", supplier="", recipient="", attribution=[WIRE])
    assert run([claim]).echoes == (retelling("b", "Gulf Wire"),)


def test_a_copy_names_the_earliest_of_its_kind() -> None:
    facts = [
        article(name, day, sketch=sketch(text))
        for name, day, text in (
            ("late", "2031-03-12", STORY + " It was raining."),
            ("early", "2031-03-10", STORY),
            ("other", "2031-03-09", OTHER),
        )
    ]
    assert run([], *facts).echoes == (
        Echo("late", "early", (), (Retold("early", Sign.COPY),), Likeness(1.0, 1.01, Precedence.DAY)),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("The Gulf Wire", "gulf wire"), ("Árnyék-Hírlap", "arnyek hirlap"), ("Ost & West", "ost west")],
)
def test_names_are_made_comparable(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_a_name_without_letters_stays() -> None:
    assert fold_name("!!!") == "!!!"
