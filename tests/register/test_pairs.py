from __future__ import annotations

from hypothesis import given, settings

from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.register.candidates import find_candidates
from armswire.register.comparison import compare
from armswire.register.pairs import Pairs
from armswire.register.separation import set_apart
from tests.factories import make_claim, make_item, make_source
from tests.register.cases import RULES, article, only_transfer, run, witness
from tests.register.test_order import read_articles


@settings(max_examples=100, deadline=None)
@given(read_articles())
def test_the_quick_way_gives_what_comparing_gives(read: list[tuple[Article, list[Claim]]]) -> None:
    known = {
        found.id: article(found.id, None if found.published is None else found.published.isoformat())
        for found, _ in read
    }
    # Claims that name nobody belong to no transfer and are never compared.
    named = [claim for _, claims in read for claim in claims if claim.supplier or claim.recipient]
    witnesses = [witness(claim, known[claim.document]) for claim in named]
    pairs = Pairs(witnesses, RULES)
    candidates = dict(find_candidates(witnesses))
    for i, one in enumerate(witnesses):
        for j, other in enumerate(witnesses[i + 1 :], i + 1):
            told = compare(one, other, RULES)
            assert told.apart is set_apart(one, other, RULES) is pairs.apart(i, j)
            assert pairs.score(i, j) == (None if told.apart else told.score)
            if told.joins(RULES):
                assert j in candidates[i]


def test_a_report_that_begins_or_stops_at_the_go_between_is_compared() -> None:
    items = [make_item("K2", "ML6", designation="K2", quantity=180)]
    whole = make_claim("agreement", document="a", recipient="POL", intermediary="USA", items=items, date="2031-03-01")
    rest = make_claim("delivery", "USA", recipient="", document="b", intermediary="USA", items=items, date="2031-03-01")
    assert len(only_transfer([whole, rest]).claims) == 2
    start = make_claim("agreement", supplier="", recipient="USA", document="b", items=items, date="2031-03-01")
    assert len(only_transfer([whole, start]).claims) == 2


def test_an_end_use_belongs_to_the_deal_beside_it_and_not_to_the_next_request() -> None:
    claims = [
        make_claim(document="a", intermediary="USA", date="2031-11-01/2031-11-30"),
        make_claim(
            "end_use", recipient="USA", document="a", start=90, date="2031-11-01/2031-11-30",
            attribution=[make_source("the ministry", "KOR")],
        ),
        make_claim("request", recipient="USA", document="a", start=900, date="2032-02-20/2032-02-26", requester="USA"),
    ]  # fmt: skip
    findings = run(claims, article("a", "2032-02-27"))
    assert sorted(len(transfer.claims) for transfer in findings.transfers) == [1, 2]
    assert [dispute.type.value for dispute in findings.disputes] == ["end_user"]


def test_reports_of_one_event_are_one_transfer_however_many() -> None:
    claims = [make_claim("delivery", document=f"d{i:03}", date="2031-03-01") for i in range(300)]
    assert len(only_transfer(claims).claims) == 300
