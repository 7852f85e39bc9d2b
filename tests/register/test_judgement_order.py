"""It makes no difference when something was judged, nor in which order, nor whether anybody looked in between."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armswire.exports.formats import EXPORTERS
from armswire.lexicon.evidence import load_evidence
from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.dispute import DisputeType
from armswire.model.judgement import Judgement, Subject, Verdict
from armswire.model.judgement_encoding import encode_judgement_record, with_id
from armswire.register import queries
from armswire.register.facts import ArticleFacts
from armswire.register.judgement_queries import list_judgements
from armswire.register.judgements import add_judgement
from armswire.register.reconciliation import reconcile
from armswire.register.record import record
from armswire.register.store import open_register
from tests.register.test_order import read_articles

Step = tuple[Article, list[Claim]] | Judgement
PEOPLE = ("Anna", "Boris", "Clara")
SLOTS: tuple[dict[str, object], ...] = (
    {"supplier": ["KOR"], "recipient": ["UKR"]},
    {"recipient": ["POL"]},
    {"stage": "delivery", "polarity": "affirmed", "answer": None},
    {"date": {"start": "2031-01-10", "end": "2031-01-10"}},
    {"items": []},
)


@st.composite
def judged_articles(draw: st.DrawFn) -> tuple[list[tuple[Article, list[Claim]]], list[Judgement]]:
    """A few articles and what three people make of their claims, who often do not agree."""
    read = draw(read_articles())
    claims = list({claim.id: claim for _, found in read for claim in found}.values())
    judgements: list[Judgement] = []
    if not claims:
        return read, judgements
    one = st.sampled_from(claims)
    some = st.lists(one, min_size=1, max_size=3, unique_by=lambda claim: claim.id).map(tuple)
    for _ in range(draw(st.integers(1, 7))):
        verdict = draw(st.sampled_from(list(Verdict)))
        by, on = draw(st.sampled_from(PEOPLE)), date(2031, 5, draw(st.integers(1, 3)))
        if verdict in (Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT):
            slots = draw(st.sampled_from(SLOTS)) if verdict is Verdict.CORRECT else {}
            judgement = Judgement("", verdict, Subject.CLAIM, by, on, "so", ((draw(one),),), slots)
        elif verdict in (Verdict.MERGE, Verdict.SPLIT):
            judgement = Judgement("", verdict, Subject.TRANSFER, by, on, "so", (draw(some), draw(some)))
        elif verdict is Verdict.SETTLE and draw(st.booleans()):
            sides = (draw(some), draw(some))
            judgement = Judgement("", verdict, Subject.DISPUTE, by, on, "so", sides, {}, DisputeType.DENIAL, "So?", 0)
        elif judgements and verdict is not Verdict.NOTE:
            target = draw(st.sampled_from(judgements)).id
            judgement = Judgement("", verdict, Subject.JUDGEMENT, by, on, "so", target=target)
        else:
            judgement = Judgement("", Verdict.NOTE, Subject.ARTICLE, by, on, "so", target=draw(one).document)
        judgements.append(with_id(judgement))
    return read, judgements


def work(place: str, steps: list[Step], *, look_between: bool = False) -> tuple[str, list[object]]:
    """All that is exported after the steps, and what became of the judgements."""
    out = io.StringIO(newline="")
    with open_register(place) as register:
        for step in steps:
            if isinstance(step, Judgement):
                add_judgement(register, step)
            else:
                record(register, *step)
            if look_between:
                queries.count(register)
        for exporter in EXPORTERS:
            exporter.write(register, out)
        return out.getvalue(), [encode_judgement_record(one) for one in list_judgements(register)]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(judged_articles(), st.randoms(use_true_random=False))
def test_any_order_of_adding_and_judging_gives_the_same(
    new_place: Callable[[], str],
    given_: tuple[list[tuple[Article, list[Claim]]], list[Judgement]],
    chance: Random,
) -> None:
    read, judgements = given_
    steps: list[Step] = [*read, *judgements]
    shuffled = chance.sample(steps, len(steps))
    assert work(new_place(), shuffled, look_between=True) == work(new_place(), steps)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(judged_articles())
def test_a_register_gives_what_reconciling_all_at_once_gives(
    new_place: Callable[[], str], given_: tuple[list[tuple[Article, list[Claim]]], list[Judgement]]
) -> None:
    read, judgements = given_
    rules = load_evidence()
    facts = {article.id: ArticleFacts(article.id, article.outlet, article.published) for article, _ in read}
    claims = {claim.id: claim for _, found in read for claim in found}
    known = list({judgement.id: judgement for judgement in judgements}.values())
    found = reconcile(claims.values(), facts, rules, known)
    with open_register(new_place()) as register:
        for step in (*read, *judgements):
            if isinstance(step, Judgement):
                add_judgement(register, step)
            else:
                record(register, *step)
            queries.count(register)
        transfers = {transfer.id: transfer.claims for transfer in queries.list_transfers(register)}
    assert transfers == {transfer.id: transfer.claims for transfer in found.transfers}
