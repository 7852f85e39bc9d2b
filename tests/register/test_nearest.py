"""A claim is tied to the few that are nearest to it, and what a register keeps of that is never out of date."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from armswire.lexicon.evidence import Figure, HowMany
from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.judgement import Judgement
from armswire.register import derivation, queries, schema
from armswire.register.alike import Alike
from armswire.register.checks.derived import check_derived
from armswire.register.judgements import add_judgement
from armswire.register.nearest import find_nearest, keep_nearest
from armswire.register.record import record
from armswire.register.store import open_register
from armswire.register.working_in import settle
from armswire.register.working_in.neighbours import decode_nearest
from tests.factories import make_article, make_claim, make_item
from tests.register.cases import RULES, article, only_transfer, witness
from tests.register.test_judgement_order import judged_articles

ONE = Figure(value=1, reason="so that it is taken soon")
ONE_OF_EACH = HowMany(same_step=ONE, other_steps=ONE)


@pytest.fixture
def only_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim is tied to one of its step and one of another: few claims take all places, and few make them free."""
    monkeypatch.setattr(derivation, "load_evidence", lambda: RULES.model_copy(update={"nearest": ONE_OF_EACH}))


def test_a_pair_is_kept_where_one_is_among_the_nearest_of_the_other() -> None:
    witnesses = [witness(make_claim(document=name), article(name, f"2031-03-1{name}")) for name in "0123"]
    scores = {(0, 1): 0.7, (0, 2): 0.8, (0, 3): 0.9, (1, 2): 0.7, (2, 3): 0.7}
    alike = Alike(array("l"), array("l"), array("d"))
    for pair, score in scores.items():
        alike.add(*pair, score)
    kept = keep_nearest(alike, witnesses, ONE_OF_EACH)
    # 1 is as near to 0 as to 2: the earlier one is taken.
    assert set(kept.pairs()) == {(0, 1), (0, 2), (0, 3)}
    assert [[claim for *_, claim in near] for near in find_nearest(alike, witnesses, ONE_OF_EACH)] == [
        [witnesses[3].claim.id], [witnesses[0].claim.id], [witnesses[0].claim.id], [witnesses[0].claim.id],
    ]  # fmt: skip
    assert set(keep_nearest(alike, witnesses, RULES.nearest).pairs()) == set(scores)


def test_many_retellings_of_a_pledge_and_of_its_delivery_and_of_a_denial_are_one_transfer() -> None:
    claims = [
        make_claim(stage, document=f"{name}{n}", polarity=polarity, items=[make_item()], date=day)
        for name, stage, polarity, day in (
            ("p", "pledge", "affirmed", "2031-03-01"),
            ("d", "delivery", "affirmed", "2031-08-01"),
            ("n", "delivery", "negated", "2031-08-03"),
        )
        for n in range(9)
    ]
    assert set(only_transfer(claims).claims) == {claim.id for claim in claims}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(judged_articles(), st.randoms(use_true_random=False))
@pytest.mark.usefixtures("only_one")
def test_what_a_register_keeps_follows_from_its_claims_at_every_step(
    new_place: Callable[[], str],
    given_: tuple[list[tuple[Article, list[Claim]]], list[Judgement]],
    chance: Random,
) -> None:
    read, judgements = given_
    again = [(found, chance.sample(claims, len(claims) // 2)) for found, claims in read if chance.random() < 0.5]
    steps: list[Any] = chance.sample([*read, *judgements], len(read) + len(judgements)) + again
    with open_register(new_place()) as register:
        for step in steps:
            if isinstance(step, Judgement):
                add_judgement(register, step)
            else:
                record(register, *step, reader="second" if step in again else "first")
            if chance.random() < 0.7:
                queries.count(register)
                assert list(check_derived(register)) == []


@pytest.mark.usefixtures("only_one")
def test_what_was_tied_together_for_a_time_alone_is_taken_apart(
    new_place: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settle, "TOGETHER", 3)
    monkeypatch.setattr(derivation, "PORTION", 1)
    # Shells in January, told of once, and in March: what came in between was near to both until nearer claims came.
    days = {
        "a": "2031-01-05",
        "b": "2031-02-10",
        "c": "2031-03-20",
        "d": "2031-01-06",
        "e": "2031-02-11",
        "f": "2031-03-21",
    }
    with open_register(new_place()) as register:
        for name, day in days.items():
            claim = make_claim(document=name, items=[make_item()], date=day)
            record(register, make_article(name, f"Told in {name}. " * 9, published=day), [claim])
        queries.count(register)
        rows = list(register.rows(select(schema.placed)))
        homes = {row.document: row.neighbourhood for row in rows}
        documents = {row.claim: row.document for row in rows}
        near = {row.document: [documents[name] for *_, name in decode_nearest(row.nearest)] for row in rows}
        assert list(check_derived(register)) == []
    assert near == {"a": ["d"], "d": ["a"], "b": ["e"], "e": ["b"], "c": ["f"], "f": ["c"]}
    assert {homes[one] == homes[other] for one, other in ("ad", "be", "cf")} == {True}
    assert len(set(homes.values())) == 3
