"""Totals reckoned by hand: what a careful bookkeeper would write down from the same claims."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.model.article import Article
from armswire.model.claim import Claim, Stage
from armswire.model.ranges import Money
from armswire.model.total import Selection, TotalRow, Totals
from armswire.register import judging, queries
from armswire.register.facts import ArticleFacts
from armswire.register.judgements import add_judgement
from armswire.register.record import record
from armswire.register.store import open_register
from armswire.register.totals.apart import groups, heaviest_apart
from armswire.register.totals.fetching import total_transfers
from armswire.register.totals.reckoning import total
from armswire.register.totals.scenarios import count_deal, open_deal
from armswire.register.totals.selecting import Counter
from armswire.register.witness import call_witnesses
from tests.factories import make_article, make_claim, make_dates, make_item, make_source
from tests.register.cases import RULES, article, run
from tests.register.test_order import read_articles

MINISTRY = make_source("the defence ministry", "KOR")
WIRE = make_source("Gulf Wire", None, "media")
OFFICIALS = make_source("U.S. officials", "USA", "anonymous_official")


def add_up(claims: Sequence[Claim], *articles: ArticleFacts, **selection: object) -> Totals:
    known = {facts.id: facts for facts in articles}
    for claim in claims:
        known.setdefault(claim.document, article(claim.document))
    found = run(claims, *known.values())
    witnesses = {witness.claim.id: witness for witness in call_witnesses(claims, known, RULES)}
    return total(found.transfers, found.disputes, witnesses, Selection(**selection), RULES)  # type: ignore[arg-type]


def only_row(claims: Sequence[Claim], *articles: ArticleFacts, **selection: object) -> TotalRow:
    rows = add_up(claims, *articles, **selection).rows
    assert len(rows) == 1, [(row.family, row.unit, row.currency) for row in rows]
    return rows[0]


def interval(row: TotalRow) -> tuple[float | None, float | None]:
    return row.least.value, row.most.value


def shells(quantity: float | tuple[float, float] | None, *, approximate: bool = False) -> list[object]:
    return [make_item(quantity=quantity, approximate=approximate)]


def deal(stage: str, quantity: float | None = None, **slots: object) -> Claim:
    return make_claim(stage, **{"items": shells(quantity), **slots})  # type: ignore[arg-type]


# -- one transfer -------------------------------------------------------------------------------------------------


def test_a_number_told_plainly_stands_without_brackets() -> None:
    row = only_row([deal("agreement", 66)])
    assert (row.family, row.unit, row.currency) == ("ammunition", None, None)
    assert interval(row) == (66, 66)
    assert not row.least.is_uncertain and not row.most.is_uncertain


def test_a_promise_and_its_delivery_are_one() -> None:
    claims = [deal("pledge", 100), deal("delivery", 60, document="b")]
    facts = (article("dispatch-1", "2031-03-01"), article("b", "2031-05-01"))
    assert len(only_row(claims, *facts).shares) == 1
    assert interval(only_row(claims, *facts)) == (100, 100)
    assert interval(only_row(claims, *facts, stage=Stage.DELIVERY)) == (60, 60)


def test_what_is_handed_over_on_each_leg_of_a_route_are_the_same_goods() -> None:
    march = {"date": "2031-03-01/2031-03-31"}
    claims = [
        deal("delivery", 100, document="a", intermediary="USA", **march),
        deal("delivery", 100, document="b", recipient="USA", **march),
        deal("delivery", 100, document="c", supplier="USA", **march),
    ]
    facts = tuple(article(name, "2031-04-02") for name in "abc")
    assert len(run(claims, *facts).transfers[0].route.legs) == 2
    assert interval(only_row(claims, *facts)) == (100, 100)
    assert interval(only_row(claims, *facts, supplier="KOR")) == (100, 100)
    assert add_up(claims, *facts, supplier="USA").rows == ()


def test_what_was_only_asked_for_counts_from_the_request_on() -> None:
    claims = [deal("request", 30)]
    assert add_up(claims).rows == ()
    assert [left.why for left in add_up(claims).left_out] == ["no word that it came to a pledge"]
    assert interval(only_row(claims, stage=Stage.REQUEST)) == (30, 30)


def test_about_a_hundred_is_a_fifth_less_or_more_and_in_brackets() -> None:
    row = only_row([make_claim("delivery", items=shells(100, approximate=True))])
    assert interval(row) == (80, 120)
    assert row.least.why == row.most.why
    assert row.least.why[0].endswith(": about 100: up to 20% less or more")


def test_hundreds_are_the_range_that_they_were_read_as() -> None:
    row = only_row([make_claim("delivery", items=shells((200, 999), approximate=True))])
    assert interval(row) == (200, 999)
    assert row.least.why[0].endswith("told as 200 to 999")


def test_no_number_is_at_least_one_and_nobody_knows_the_most() -> None:
    row = only_row([deal("delivery")])
    assert interval(row) == (1, None)
    assert row.most.why[0].endswith("no number is told")
    assert row.most_told == 0


def test_delivered_without_a_number_is_one_to_what_was_promised() -> None:
    claims = [deal("pledge", 100), deal("delivery", document="b")]
    facts = (article("dispatch-1", "2031-03-01"), article("b", "2031-05-01"))
    row = only_row(claims, *facts, stage=Stage.DELIVERY)
    assert interval(row) == (1, 100)
    assert row.most.why[0].endswith("no number is told of the delivery; the most is what was promised")
    assert interval(only_row(claims, *facts)) == (100, 100)


def test_deliveries_in_parts_are_the_greatest_to_all_but_no_more_than_promised() -> None:
    parts = [
        deal("delivery", 10, date="2031-03-01/2031-03-31"),
        deal("delivery", 20, date="2031-03-01/2031-03-31", start=300),
    ]
    assert interval(only_row(parts, stage=Stage.DELIVERY)) == (20, 30)
    for promised, most in ((50, 30), (25, 25), (15, 20)):
        claims = [*parts, deal("pledge", promised, start=600, date="2031-02-01")]
        assert interval(only_row(claims, stage=Stage.DELIVERY)) == (20, most), promised


def test_batches_months_apart_add_up_and_are_of_one_promise() -> None:
    claims = [
        deal("pledge", 50, document="a", date="2031-01-10"),
        deal("delivery", 10, document="b", date="2031-03-10"),
        deal("delivery", 20, document="c", date="2031-06-25"),
    ]
    facts = (article("a", "2031-01-11"), article("b", "2031-03-11"), article("c", "2031-06-26"))
    assert interval(only_row(claims, *facts, stage=Stage.DELIVERY)) == (30, 30)
    row = only_row(claims, *facts)
    assert len(row.shares) == 2
    assert interval(row) == (50, 70)
    assert any("may be a delivery of what was promised in" in why for why in row.least.why)


def test_more_delivered_in_batches_than_promised_is_what_was_delivered() -> None:
    claims = [
        deal("pledge", 25, document="a", date="2031-01-10"),
        deal("delivery", 10, document="b", date="2031-03-10"),
        deal("delivery", 20, document="c", date="2031-06-25"),
    ]
    facts = (article("a", "2031-01-11"), article("b", "2031-03-11"), article("c", "2031-06-26"))
    assert interval(only_row(claims, *facts)) == (30, 45)


def test_things_listed_beside_each_other_are_added() -> None:
    items = [make_item("helmets", "ML13", quantity=2500), make_item("vests", "ML13", quantity=1800)]
    claims = [make_claim("delivery", items=items), make_claim("delivery", document="b", items=items[:1])]
    assert interval(only_row(claims)) == (4300, 4300)


def test_what_names_no_model_can_be_the_models() -> None:
    models = [
        make_item("K2", "ML6", designation="K2", quantity=180),
        make_item("K9", "ML6", designation="K9", quantity=20),
    ]
    whole = make_claim("agreement", document="b", items=[make_item("vehicles", "ML6", quantity=1000)])
    assert interval(only_row([make_claim(items=models), whole])) == (1000, 1000)
    bare = make_claim("agreement", document="b", items=[make_item("vehicles", "ML6")])
    assert interval(only_row([make_claim(items=models), bare])) == (200, 200)


def test_a_word_for_arms_counts_only_where_no_kind_is_named() -> None:
    arms = [make_item("weapons", "ARMS")]
    row = only_row([make_claim("delivery", items=arms)])
    assert (row.family, interval(row)) == ("ARMS", (1, None))
    row = only_row([deal("pledge", 100), make_claim("delivery", document="b", items=arms)], stage=Stage.DELIVERY)
    assert (row.family, interval(row)) == ("ammunition", (1, 100))


def test_only_possible_may_be_nothing() -> None:
    row = only_row([deal("delivery", 40, certainty="possible")])
    assert interval(row) == (0, 40)
    assert row.least.why[0].endswith("told as probable or possible only")
    assert not row.most.is_uncertain


def test_halted_leaves_what_was_delivered() -> None:
    claims = [
        deal("pledge", 100, document="a", date="2031-03-01"),
        deal("delivery", 30, document="b", date="2031-04-01"),
        deal("halt", document="c", date="2031-05-01"),
    ]
    facts = (article("a", "2031-03-02"), article("b", "2031-04-02"), article("c", "2031-05-02"))
    assert interval(only_row(claims, *facts)) == (30, 100)
    assert interval(only_row([claims[0], claims[2]], *facts)) == (0, 100)
    assert interval(only_row(claims, *facts, stage=Stage.DELIVERY)) == (30, 30)


def test_what_counts_otherwise_is_a_row_of_its_own() -> None:
    rows = add_up([make_claim(items=[make_item(quantity=100), make_item("powder", quantity=7, unit="tonnes")])]).rows
    assert [(row.unit, interval(row)) for row in rows] == [(None, (100, 100)), ("tonnes", (7, 7))]


def test_a_later_number_of_another_article_excludes_the_first_where_no_dispute_was_found() -> None:
    claims = [deal("agreement", 80, document="a"), deal("agreement", 150, document="b")]
    undated = [article("a", None), article("b", None)]
    row = only_row(claims, *undated)
    assert (len(row.shares), interval(row), row.scenarios) == (1, (80, 150), ())
    assert row.least.why[0].endswith("reports differ: 150 or 80")


# -- sums ---------------------------------------------------------------------------------------------------------


def test_a_sum_for_several_kinds_counts_once() -> None:
    items = [make_item("helmets", "ML13"), make_item("rations", "AID"), make_item("kits", "MED")]
    claims = [make_claim("delivery", items=items, value=Money(50_000_000, 50_000_000, "USD"))]
    sums = [row for row in add_up(claims).rows if row.currency]
    assert [(row.family, row.currency, interval(row)) for row in sums] == [("several", "USD", (50_000_000,) * 2)]
    sums = [row for row in add_up(claims, item="medical").rows if row.currency]
    assert [interval(row) for row in sums] == [(0, 50_000_000)]
    assert sums[0].least.why[0].endswith("the sum covers other kinds too")


def test_a_sum_promised_is_the_most_of_what_was_delivered_of_it() -> None:
    claims = [
        deal("pledge", value=Money(10, 10, "EUR")),
        deal("delivery", document="b"),
    ]
    sums = [row for row in add_up(claims, stage=Stage.DELIVERY).rows if row.currency]
    assert [interval(row) for row in sums] == [(0, 10)]
    assert [interval(row) for row in add_up(claims).rows if row.currency] == [(10, 10)]


# -- several transfers --------------------------------------------------------------------------------------------


def test_two_deals_add_up() -> None:
    claims = [deal("delivery", 100), deal("delivery", 7, document="b", supplier="POL")]
    row = only_row(claims)
    assert (len(row.shares), interval(row)) == (2, (107, 107))
    assert [share.claims for share in row.shares] == [
        share.claims for share in sorted(row.shares, key=lambda s: s.transfer)
    ]
    assert {claim for share in row.shares for claim in share.claims} == {claim.id for claim in claims}


def test_a_delivery_by_nobody_named_may_be_one_that_is_known() -> None:
    tanks = [make_item("tanks", "ML6")]
    known = make_claim("delivery", items=[make_item("tanks", "ML6", quantity=20)])
    row = only_row([known, make_claim("delivery", "", document="b", items=tanks)])
    assert (len(row.shares), interval(row), row.most_told) == (2, (20, None), 20)
    assert any("may be the same as" in why for why in row.least.why)
    other = [make_item("tanks", "ML6", quantity=7)]
    assert interval(only_row([known, make_claim("delivery", "", document="b", items=other)])) == (27, 27)


def test_two_known_deals_keep_apart_though_a_third_may_be_either() -> None:
    claims = [
        make_claim("delivery", items=[make_item("tanks", "ML6", quantity=20)]),
        make_claim("delivery", "POL", document="b", items=[make_item("tanks", "ML6", quantity=50)]),
        make_claim("delivery", "", document="c", items=[make_item("tanks", "ML6")]),
    ]
    assert interval(only_row(claims)) == (70, None)


def test_goods_passed_on_count_once() -> None:
    claims = [
        deal("delivery", 100, recipient="POL", date="2031-01-10"),
        deal("delivery", 100, supplier="POL", document="b", date="2031-02-10"),
    ]
    facts = (article("dispatch-1", "2031-01-11"), article("b", "2031-02-11"))
    row = only_row(claims, *facts)
    assert interval(row) == (100, 200)
    assert any("may be the same goods passed on from" in why for why in row.least.why)
    assert interval(only_row(claims, *facts, recipient="UKR")) == (100, 100)


def test_a_refill_is_named_and_counted() -> None:
    tanks = [make_item("tanks", "ML6", quantity=20)]
    marders = [make_item("Marder", "ML6", designation="Marder", quantity=15)]
    claims = [
        make_claim("pledge", "CHL", items=tanks),
        make_claim("pledge", "DEU", "CHL", items=marders, start=200),
        make_claim("end_use", "DEU", "CHL", items=marders, start=200),
    ]
    row = only_row(claims)
    assert interval(row) == (35, 35)
    notes = [note for share in row.shares for note in share.notes]
    assert len(notes) == 1 and notes[0].startswith("may refill what was given in transfer-")


def test_a_word_for_arms_may_be_what_counts_in_another_row() -> None:
    claims = [
        make_claim("delivery", items=[make_item("tanks", "ML6", quantity=20)]),
        make_claim("delivery", "", document="b", items=[make_item("weapons", "ARMS")]),
    ]
    rows = add_up(claims).rows
    assert [(row.family, interval(row)) for row in rows] == [("vehicles", (20, 20)), ("ARMS", (0, None))]


# -- selections ---------------------------------------------------------------------------------------------------


def test_who_gives_with_others_gives_at_least_one() -> None:
    claims = [deal("delivery", 30, supplier="DEU NOR SWE")]
    assert interval(only_row(claims)) == (30, 30)
    row = only_row(claims, supplier="DEU")
    assert interval(row) == (1, 30)
    assert row.least.why[0].endswith("given by ⟦NOR⟧ and ⟦SWE⟧ too, and nobody tells the shares")
    firm = [make_claim("delivery", items=shells(30), supplier="KOR org:Hanwha")]
    assert interval(only_row(firm, supplier="KOR")) == (30, 30)


def test_what_names_no_supplier_is_named_beside_the_total() -> None:
    claims = [
        deal("delivery", 30),
        deal("delivery", 7, supplier="", document="b"),
        deal("request", supplier="", document="c"),
    ]
    totals = add_up(claims, supplier="KOR", recipient="UKR")
    assert [interval(row) for row in totals.rows] == [(30, 30)]
    assert [left.why for left in totals.left_out] == ["nobody says who gave it"]


def test_items_are_selected_by_family_or_category() -> None:
    claims = [make_claim(items=[make_item(quantity=100), make_item("tanks", "ML6", quantity=5)])]
    for item in ("ammunition", "ML3"):
        assert interval(only_row(claims, item=item)) == (100, 100)
    assert [left.why for left in add_up(claims, item="ML9").left_out] == ["names nothing that is ML9"]


def test_the_period_counts_what_is_inside_and_perhaps_what_may_be() -> None:
    claims = [deal("delivery", 100, date="2031-03-01/2031-03-31")]
    dates = {"since": make_dates("2031-03-01").start, "until": make_dates("2031-03-31").end}  # type: ignore[union-attr]
    assert interval(only_row(claims, **dates)) == (100, 100)
    row = only_row(claims, since=make_dates("2031-03-15").start)  # type: ignore[union-attr]
    assert interval(row) == (0, 100)
    assert row.least.why[0].endswith("dated 2031-03, perhaps outside of the period")
    outside = add_up(claims, until=make_dates("2031-02-01").end)  # type: ignore[union-attr]
    assert outside.rows == () and [left.why for left in outside.left_out] == ["outside of the period"]


# -- disputes -----------------------------------------------------------------------------------------------------


def scenarios(row: TotalRow) -> dict[str, tuple[float | None, float | None]]:
    return {f"{s.label}: {s.says}": (s.least.value, s.most.value) for s in row.scenarios}


def test_a_denial_counts_or_does_not() -> None:
    yes = deal("delivery", 100, document="a", attribution=[WIRE, OFFICIALS])
    no = deal("delivery", document="b", polarity="negated", attribution=[MINISTRY], answer="denies")
    row = only_row([yes, no])
    assert interval(row) == (0, 100)
    assert scenarios(row) == {"if U.S. officials are right: yes": (100, 100), "if ⟦KOR⟧ is right: no": (0, 0)}
    assert "open dispute: Did ⟦KOR⟧ supply ⟦UKR⟧ with artillery shells?" in row.least.why[0]


def test_a_denied_delivery_leaves_the_promise() -> None:
    claims = [
        deal("pledge", 100, document="a", date="2031-03-01"),
        deal("delivery", 40, document="c", date="2031-03-09"),
        deal("delivery", document="b", polarity="negated", attribution=[MINISTRY], answer="denies"),
    ]
    facts = (article("a", "2031-03-02"), article("c", "2031-03-10"), article("b", "2031-03-11"))
    assert interval(only_row(claims, *facts)) == (100, 100)
    assert only_row(claims, *facts).scenarios == ()
    assert interval(only_row(claims, *facts, stage=Stage.DELIVERY)) == (0, 40)


def test_a_settled_denial_makes_no_scenario() -> None:
    claims = [
        deal("delivery", 100, document="a"),
        deal("delivery", document="b", polarity="negated", attribution=[MINISTRY], answer="denies"),
        deal("delivery", document="c", attribution=[MINISTRY]),
    ]
    facts = (article("a", "2031-03-10"), article("b", "2031-03-11"), article("c", "2031-03-20"))
    row = only_row(claims, *facts)
    assert (interval(row), row.scenarios) == ((100, 100), ())


def test_what_people_settled_counts_as_the_right_side_has_it(place: str) -> None:
    with open_register(place) as register:
        record(register, make_article("a", "One tells."), [deal("delivery", 100, document="a", attribution=[WIRE])])
        no = deal("delivery", document="b", polarity="negated", attribution=[MINISTRY], answer="denies")
        record(register, make_article("b", "Another denies."), [no])
        (row,) = total_transfers(register, Selection()).rows
        assert (interval(row), len(row.scenarios)) == ((0, 100), 2)
        (dispute,) = queries.list_disputes(register)
        act = judging.Act("Anna", date(2031, 5, 1), "the ledger shows it")
        assert add_judgement(register, judging.settle(register, dispute.id, act, "yes"))
        (row,) = total_transfers(register, Selection()).rows
        assert (interval(row), row.scenarios) == ((100, 100), ())


def test_this_number_or_that() -> None:
    claims = [
        deal("agreement", 80, document="a", attribution=[MINISTRY]),
        deal("agreement", 150, document="b", attribution=[WIRE]),
    ]
    row = only_row(claims)
    assert interval(row) == (80, 150)
    assert scenarios(row) == {"if ⟦KOR⟧ is right: 80": (80, 80), "if Gulf Wire is right: 150": (150, 150)}


def test_this_recipient_or_that() -> None:
    claims = [
        deal("agreement", 100, intermediary="USA", document="a", attribution=[OFFICIALS]),
        deal("end_use", recipient="USA", document="b", attribution=[MINISTRY]),
    ]
    assert only_row(claims).scenarios == ()
    assert interval(only_row(claims)) == (100, 100)
    for recipient, officials, ministry in (("UKR", (100, 100), (0, 0)), ("USA", (0, 0), (100, 100))):
        row = only_row(claims, recipient=recipient)
        assert interval(row) == (0, 100)
        assert scenarios(row) == {
            "if U.S. officials are right: ⟦UKR⟧": officials,
            "if ⟦KOR⟧ is right: ⟦USA⟧": ministry,
        }


def test_one_voice_in_two_disputes_may_be_right_in_both() -> None:
    claims = [
        deal("delivery", 100, document="a", date="2031-01-10"),
        deal("delivery", document="b", polarity="negated", attribution=[MINISTRY], date="2031-01-12", answer="denies"),
        deal("delivery", 500, document="c", date="2032-01-10"),
        deal("delivery", document="d", polarity="negated", attribution=[MINISTRY], date="2032-01-12", answer="denies"),
    ]
    facts = [
        article(d, day) for d, day in zip("abcd", ("2031-01-11", "2031-01-12", "2032-01-11", "2032-01-12"), strict=True)
    ]
    row = only_row(claims, *facts)
    assert interval(row) == (0, 600)
    told = [(s.label, s.says, s.least.value, s.most.value) for s in row.scenarios]
    assert ("if ⟦KOR⟧ is right", "no", 0, 500) in told and ("if ⟦KOR⟧ is right", "no", 0, 100) in told
    assert told[-1] == ("if ⟦KOR⟧ is right", "in all 2 disputes", 0, 0)


# -- what may be one ----------------------------------------------------------------------------------------------


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=7),
    st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12),
)
def test_the_heaviest_set_is_the_best_of_all_sets_and_no_more_than_any_merging(
    weights: list[int], drawn: set[tuple[int, int]]
) -> None:
    size = len(weights)
    edges = {frozenset(pair) for pair in drawn if pair[0] != pair[1] and max(pair) < size}
    near = {one: {other for other in range(size) if frozenset((one, other)) in edges} for one in range(size)}
    best = max(
        sum(weights[place] for place in chosen)
        for count in range(size + 1)
        for chosen in combinations(range(size), count)
        if not any(frozenset(pair) in edges for pair in combinations(chosen, 2))
    )
    found = sum(heaviest_apart(group, weights, near) for group in groups(size, near))
    assert found == best
    # However transfers are merged that may be one, each merged one is at least the greatest of its parts.
    for homes in product(range(size), repeat=size) if size < 5 else ():
        merged = [[place for place in range(size) if homes[place] == home] for home in set(homes)]
        if all(frozenset(pair) in edges for members in merged for pair in combinations(members, 2)):
            assert found <= sum(max(weights[place] for place in members) for members in merged)


# -- what holds of all totals -------------------------------------------------------------------------------------

SELECTIONS = (
    {},
    {"stage": Stage.DELIVERY},
    {"recipient": "UKR"},
    {"supplier": "KOR", "item": "ammunition"},
    {"since": make_dates("2031-02-01").start, "until": make_dates("2031-03-31").end},  # type: ignore[union-attr]
)


@settings(max_examples=150, deadline=None)
@given(read_articles(), st.sampled_from(SELECTIONS), st.randoms(use_true_random=False))
def test_totals_are_a_function_of_the_set_of_claims(
    read: list[tuple[Article, list[Claim]]], chosen: dict[str, object], chance: object
) -> None:
    claims = list({claim.id: claim for _, found in read for claim in found}.values())
    totals = add_up(claims, **chosen)
    assert totals == add_up(claims[::-1], **chosen)
    for row in totals.rows:
        assert row.least.value is not None
        assert row.most.value is None or row.least.value <= row.most.value
        assert len({share.transfer for share in row.shares}) == len(row.shares)
        assert all(share.claims for share in row.shares)
        assert row.most.value is not None or row.most.is_uncertain
        assert row.least.value == row.most.value or row.least.is_uncertain or row.most.is_uncertain
        assert row.least.value <= sum(share.least.value or 0 for share in row.shares)


@settings(max_examples=150, deadline=None)
@given(read_articles(), st.sampled_from(SELECTIONS))
def test_the_whole_is_the_hull_of_each_dispute_s_scenarios(
    read: list[tuple[Article, list[Claim]]], chosen: dict[str, object]
) -> None:
    claims = list({claim.id: claim for _, found in read for claim in found}.values())
    for row in add_up(claims, **chosen).rows:
        for name in {s.disputes for s in row.scenarios if len(s.disputes) == 1}:
            sides = [s for s in row.scenarios if s.disputes == name]
            assert min(s.least.value or 0 for s in sides) == row.least.value
            mosts = [s.most.value for s in sides]
            assert (None if None in mosts else max(m for m in mosts if m is not None)) == row.most.value


@settings(max_examples=200, deadline=None)
@given(read_articles(), st.sampled_from(SELECTIONS))
def test_least_and_most_of_a_transfer_are_those_of_all_combinations(
    read: list[tuple[Article, list[Claim]]], chosen: dict[str, object]
) -> None:
    claims = list({claim.id: claim for _, found in read for claim in found}.values())
    found = run(claims)
    known = {claim.document: article(claim.document) for claim in claims}
    witnesses = {witness.claim.id: witness for witness in call_witnesses(claims, known, RULES)}
    counter = Counter(Selection(**chosen), RULES)  # type: ignore[arg-type]
    for transfer in found.transfers:
        asked = [dispute for dispute in found.disputes if dispute.transfer == transfer.id]
        opened = open_deal(transfer, asked, witnesses, RULES)
        if not opened.disputes:
            continue
        names = [dispute.id for dispute, _ in opened.disputes]
        every = [
            _cells(opened, counter, dict(zip(names, sides, strict=True)))
            for sides in product(*(sides for _, sides in opened.disputes))
        ]
        whole = _cells(opened, counter, {})
        for cell in {cell for cells in every for cell in cells} | whole.keys():
            ends = [cells.get(cell, (0, 0)) for cells in every]
            assert whole.get(cell, (0, 0)) == (min(least for least, _ in ends), max(most for _, most in ends))


def _cells(opened: object, counter: Counter, answers: dict[str, int]) -> dict[object, tuple[float, float]]:
    from armswire.register.totals.selecting import OutsideError

    try:
        cells = count_deal(opened, counter, counter.level, answers)  # type: ignore[arg-type]
    except OutsideError:
        return {}
    return {cell: (one.least, one.most) for cell, one in cells.items()}
