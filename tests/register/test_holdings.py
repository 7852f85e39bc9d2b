"""How much a register holds, and that it is counted anew where somebody has written."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import make_article, make_claim

from armswire.register import queries
from armswire.register.holdings import count_holdings
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.record import record
from armswire.register.store import open_register


def test_it_is_what_counting_one_by_one_gives(samples_register: Path) -> None:
    with open_register(samples_register, create=False) as register:
        counted, holdings = queries.count(register), count_holdings(register)
        opened = sum(1 for _ in queries.list_disputes(register, DisputeFilter(state="open")))
    assert (holdings.transfers, holdings.claims, holdings.articles) == (
        counted.transfers,
        counted.claims,
        counted.articles,
    )
    assert (holdings.disputes, holdings.open_disputes) == (counted.disputes, opened)
    assert 0 < holdings.open_disputes < holdings.disputes


def test_a_register_read_again_counts_its_current_claims_alone(place: str) -> None:
    with open_register(place) as register:
        record(register, make_article(), [make_claim(), make_claim("delivery")], reader="1")
        assert count_holdings(register).claims == 2
        record(register, make_article(), [make_claim("pledge")], reader="2")
        assert count_holdings(register).claims == 1 == queries.count(register).claims


def test_whoever_writes_makes_another_edition(place: str) -> None:
    with open_register(place) as register, open_register(place) as other:
        record(register, make_article(), [make_claim()])
        assert count_holdings(register).articles == count_holdings(other).articles == 1
        before = register.edition
        assert before == other.edition
        record(other, make_article("dispatch-2"), [])
        assert register.edition != before
        assert count_holdings(register).articles == count_holdings(other).articles == 2


def test_what_takes_long_is_worked_out_once(place: str) -> None:
    worked: list[int] = []
    with open_register(place) as register:
        record(register, make_article(), [make_claim()])
        for _ in range(3):
            assert register.remember("length", lambda: worked.append(1) or 7) == 7  # type: ignore[func-returns-value]
        assert len(worked) == 1
        record(register, make_article("dispatch-2"), [])
        register.remember("length", lambda: worked.append(1))
        assert len(worked) == 2


def test_a_transaction_that_fails_leaves_the_edition_as_it_was(place: str) -> None:
    with open_register(place) as register:
        record(register, make_article(), [make_claim()])
        before = register.edition
        with pytest.raises(ZeroDivisionError), register.transaction():
            raise ZeroDivisionError
        assert register.edition == before
