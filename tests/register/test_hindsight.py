"""What was known on a day is what follows from the articles published by then, and from nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armswire.exports.formats import EXPORTERS
from armswire.model.article import Article
from armswire.model.claim import Claim, Stage
from armswire.model.judgement import Judgement, Verdict
from armswire.register import judging, queries
from armswire.register.hindsight import look_back
from armswire.register.judgement_queries import list_judgements
from armswire.register.judgements import add_judgement
from armswire.register.record import record
from armswire.register.store import Register, open_register
from tests.factories import make_article, make_claim, make_source
from tests.register.test_judgement_order import judged_articles
from tests.register.test_order import read_articles, sourcing_of

DAYS = (date(2031, 1, 11), date(2031, 1, 12), date(2031, 2, 1), date(2031, 3, 10), date(2032, 1, 1))
# The days on which those articles are judged.
JUDGED = (date(2031, 4, 30), date(2031, 5, 1), date(2031, 5, 2))


def export_all(register: Register) -> str:
    out = io.StringIO(newline="")
    for exporter in EXPORTERS:
        exporter.write(register, out)
    return out.getvalue() + repr(queries.count(register))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(read_articles(), st.sampled_from(DAYS), st.booleans())
def test_it_equals_a_register_of_those_articles_alone(
    new_place: Callable[[], str], read: list[tuple[Article, list[Claim]]], day: date, is_derived: bool
) -> None:
    known = [(article, claims) for article, claims in read if article.published and article.published <= day]
    whole, alone = new_place(), new_place()
    with open_register(whole) as register:
        for article, claims in read:
            record(register, article, claims, sourcing=sourcing_of(article))
        if is_derived:
            queries.count(register)
        today = export_all(register) if is_derived else ""
    with open_register(alone) as register:
        for article, claims in known:
            record(register, article, claims, sourcing=sourcing_of(article))
        expected = export_all(register)
    with open_register(whole, create=False) as register:
        as_known = look_back(register, day)
        assert export_all(register) == expected
    undated = sum(article.published is None for article, _ in read)
    assert (as_known.seen, as_known.later, as_known.undated) == (
        len(known),
        len(read) - len(known) - undated,
        undated,
    )
    if is_derived:
        with open_register(whole, create=False) as register:
            assert export_all(register) == today


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(judged_articles(), st.sampled_from([*DAYS, *JUDGED]), st.booleans())
def test_it_equals_a_register_of_what_was_judged_by_then_too(
    new_place: Callable[[], str],
    given_: tuple[list[tuple[Article, list[Claim]]], list[Judgement]],
    day: date,
    is_derived: bool,
) -> None:
    read, judgements = given_
    whole, alone = new_place(), new_place()
    with open_register(whole) as register:
        for article, claims in read:
            record(register, article, claims, sourcing=sourcing_of(article))
        if is_derived:
            queries.count(register)
        for judgement in judgements:
            add_judgement(register, judgement)
    with open_register(alone) as register:
        for article, claims in read:
            if article.published is not None and article.published <= day:
                record(register, article, claims, sourcing=sourcing_of(article))
        for judgement in judgements:
            if judgement.on <= day:
                add_judgement(register, judgement)
        expected = export_all(register)
    with open_register(whole, create=False) as register:
        as_known = look_back(register, day)
        assert export_all(register) == expected
    assert as_known.judged_later == len({one.id for one in judgements if one.on > day})


def test_what_was_judged_later_is_left_out_and_told(place: str) -> None:
    refusal = make_claim("refusal", document="a", attribution=[make_source("the ministry", "KOR")])
    with open_register(place) as register:
        record(register, make_article("a", "It refused.", published="2031-01-20"), [refusal])
        act = judging.Act("An editor", date(2031, 2, 10), "misread")
        add_judgement(register, judging.judge_claim(register, Verdict.REJECT, refusal.id, act))
        assert queries.count(register).transfers == 0
    for day, transfers in ((date(2031, 2, 9), 1), (date(2031, 2, 10), 0)):
        with open_register(place, create=False) as register:
            known = look_back(register, day)
            assert queries.count(register).transfers == transfers
            assert known.notice.endswith("1 judgement made later") == bool(transfers)
            assert len(list(list_judgements(register))) == 1 - transfers


def test_what_was_reported_later_is_not_known_though_it_happened_before(place: str) -> None:
    happened = "2031-01-05"
    denial = make_claim(
        "delivery", document="a", polarity="negated", date=happened, attribution=[make_source("the ministry", "KOR")]
    )
    report = make_claim("delivery", document="b", date=happened)
    with open_register(place) as register:
        record(register, make_article("a", "It denied it.", published="2031-01-20"), [denial])
        record(register, make_article("b", "It delivered.", published="2031-03-10"), [report])
        assert [transfer.standing.value for transfer in queries.list_transfers(register)] == ["disputed"]
    with open_register(place, create=False) as register:
        known = look_back(register, date(2031, 3, 9))
        assert [transfer.standing.value for transfer in queries.list_transfers(register)] == ["denied"]
        assert [found.claim.id for found in queries.list_claims(register)] == [denial.id]
        assert list(queries.list_disputes(register)) == []
        assert known.notice == "as known on 2031-03-09: 1 article published by then; left out: 1 published later"


def test_an_article_of_unknown_day_is_left_out_and_told(place: str) -> None:
    with open_register(place) as register:
        record(register, make_article("a", "It delivered.", published=None), [make_claim(document="a")])
        known = look_back(register, date.max)
        assert queries.count(register).articles == 0
    assert known.notice.endswith("0 articles published by then; left out: 1 without a day of publication")


def test_a_register_that_cannot_be_written_looks_back_too(place: str) -> None:
    with open_register(place) as register:
        record(register, make_article("a", "Sold.", published="2031-01-20"), [make_claim(document="a")])
        record(register, make_article("b", "Sent.", published="2031-03-10"), [make_claim("delivery", document="b")])
    with open_register(place, create=False) as register:
        register.read_only = True
        look_back(register, date(2031, 2, 1))
        assert [transfer.stage for transfer in queries.list_transfers(register)] == [Stage.AGREEMENT]
    with open_register(place) as register:
        assert [transfer.stage for transfer in queries.list_transfers(register)] == [Stage.DELIVERY]
