from __future__ import annotations

import pytest

from armswire.model.claim import Claim, Stage
from armswire.register.comparison import compare
from tests.factories import make_claim, make_item, make_source
from tests.register.cases import RULES, article, only_transfer, run, witness

WEAPONS = [make_item("weapons", "ARMS")]
K2 = [make_item("K2", "ML6", designation="K2")]
ABRAMS = [make_item("Abrams", "ML6", designation="Abrams")]
TANKS = [make_item("tanks", "ML6")]
HELMETS = [make_item("helmets", "ML13", lethal=False)]
JETS = [make_item("fighter jets", "ML10")]


def groups(*claims: Claim) -> list[set[str]]:
    """The names of the claims' articles, by transfer."""
    home = {claim.id: claim.document for claim in claims}
    return sorted(({home[claim] for claim in transfer.claims} for transfer in run(claims).transfers), key=sorted)


# One case a line: what it shows, two claims, and whether they are about one transfer.
PAIRS: list[tuple[str, dict[str, object], dict[str, object], bool]] = [
    ("the same thing twice", {}, {}, True),
    (
        "a request and its delivery",
        {"stage": "request", "date": "2031-01-05"},
        {"stage": "delivery", "date": "2031-06-01"},
        True,
    ),
    ("a pledge and its refusal", {"stage": "pledge"}, {"stage": "refusal"}, True),
    ("weapons can be shells", {"items": WEAPONS}, {}, True),
    ("weapons are no helmets", {"items": WEAPONS}, {"items": HELMETS}, False),
    ("shells are no helmets", {}, {"items": HELMETS}, False),
    ("shells are no tanks", {}, {"items": TANKS}, False),
    ("helmets are no bandages", {"items": HELMETS}, {"items": [make_item("bandages", "MED", lethal=False)]}, False),
    ("non-lethal aid can be helmets", {"items": [make_item("aid", "NONLETHAL")]}, {"items": HELMETS}, True),
    ("gas masks and helmets protect", {"items": HELMETS}, {"items": [make_item("gas masks", "ML7")]}, True),
    ("items unnamed", {"items": []}, {}, True),
    ("a package shares one kind", {"items": [*TANKS, *JETS]}, {"items": TANKS}, True),
    ("the same model", {"items": [make_item("tanks", "ML6", designation="K2")]}, {"items": K2}, True),
    ("two models", {"items": K2}, {"items": ABRAMS}, False),
    ("a model and no model", {"items": K2}, {"items": TANKS}, True),
    ("other supplier", {}, {"supplier": "POL"}, False),
    ("other recipient", {}, {"recipient": "POL"}, False),
    ("the other way round", {}, {"supplier": "UKR", "recipient": "KOR"}, False),
    ("one of several suppliers", {"supplier": "DEU NOR"}, {"supplier": "NOR"}, True),
    ("a firm and its home state", {"supplier": "org:Baykar TUR"}, {"supplier": "TUR"}, True),
    ("a firm named in both", {"supplier": "org:Baykar TUR"}, {"supplier": "org:Baykar"}, True),
    ("two firms of one state", {"supplier": "org:Baykar TUR"}, {"supplier": "org:Aselsan TUR"}, False),
    ("an alliance is not its member", {"supplier": "NATO"}, {"supplier": "NOR"}, False),
    ("the same month", {"date": "2031-01-10"}, {"date": "2031-01-28"}, True),
    (
        "two deliveries half a year apart",
        {"stage": "delivery", "date": "2031-01-10"},
        {"stage": "delivery", "date": "2031-07-20"},
        False,
    ),
    ("two years apart", {"stage": "request", "date": "2029-01-10"}, {"stage": "delivery", "date": "2031-07-20"}, False),
    (
        "asked again long after delivery",
        {"stage": "delivery", "date": "2031-01-10"},
        {"stage": "request", "date": "2031-05-10"},
        False,
    ),
    ("a range that holds the day", {"date": "2031-01-01/2031-12-31"}, {"date": "2031-11-10"}, True),
    ("recipient unnamed", {"items": TANKS}, {"items": TANKS, "recipient": ""}, False),
    ("recipient unnamed, same model", {"items": K2}, {"items": K2, "recipient": ""}, True),
    ("supplier unnamed in a request", {"stage": "request"}, {"stage": "request", "supplier": ""}, False),
    (
        "both legs of a route",
        {"intermediary": "USA", "date": "2031-01-10"},
        {"recipient": "USA", "date": "2031-01-20"},
        True,
    ),
    (
        "legs at other times",
        {"intermediary": "USA", "date": "2031-01-10"},
        {"recipient": "USA", "date": "2031-05-20"},
        False,
    ),
    ("legs with other goods", {"intermediary": "USA"}, {"recipient": "USA", "items": TANKS}, False),
    (
        "weapons for the go-between",
        {"intermediary": "USA", "items": WEAPONS},
        {"recipient": "USA", "items": WEAPONS},
        False,
    ),
    ("the go-between's own gift", {"intermediary": "USA"}, {"supplier": "USA"}, False),
    (
        "the second leg with the same number",
        {"intermediary": "USA", "items": [make_item(quantity=100_000)]},
        {"supplier": "USA", "items": [make_item(quantity=(90_000, 110_000))]},
        True,
    ),
    (
        "another number at once",
        {"items": [make_item(quantity=100)]},
        {"items": [make_item(quantity=500)]},
        True,
    ),
    (
        "another number later",
        {"items": [make_item(quantity=100)], "date": "2031-01-10"},
        {"items": [make_item(quantity=500)], "date": "2031-02-20"},
        False,
    ),
    ("two routes", {"intermediary": "USA"}, {"intermediary": "POL"}, True),
]


@pytest.mark.parametrize(("one", "other", "together"), [case[1:] for case in PAIRS], ids=[case[0] for case in PAIRS])
def test_pairs(one: dict[str, object], other: dict[str, object], together: bool) -> None:
    claims = [make_claim(**{"document": name, **slots}) for name, slots in (("a", one), ("b", other))]  # type: ignore[arg-type]
    assert (len(run(claims).transfers) == 1) is together


def test_weapons_do_not_tie_shells_and_jets_together() -> None:
    shells, jets = make_claim(document="shells"), make_claim(document="jets", items=JETS)
    vague = make_claim(document="weapons", items=WEAPONS)
    # Which of the two is meant would be a guess.
    assert groups(shells, jets, vague) == [{"jets"}, {"shells"}, {"weapons"}]
    assert groups(shells, vague) == [{"shells", "weapons"}]


def test_suppliers_named_together_do_not_tie_single_ones_together() -> None:
    claims = [make_claim(supplier=names, document=names.replace(" ", "")) for names in ("DEU", "NOR", "DEU NOR")]
    assert len(groups(*claims)) == 2


def test_shells_by_way_of_a_third_state_and_the_dispute_about_their_end_user_are_one_transfer() -> None:
    claims = [
        make_claim(
            document="a",
            intermediary="USA",
            items=[make_item("155-millimetre shells", designation="155mm", quantity=100_000, unit="rounds")],
            date="2031-11-01/2031-11-30",
        ),
        make_claim(
            "end_use",
            recipient="USA",
            document="a",
            start=100,
            items=[make_item("ammunition")],
            date="2031-11-01/2031-11-30",
            attribution=[make_source("the defence ministry", "KOR")],
        ),
        make_claim(
            "end_use",
            recipient="USA",
            document="a",
            start=180,
            items=[],
            date="2031-11-01/2031-11-30",
            attribution=[make_source("the defence ministry", "KOR")],
        ),
    ]
    facts = article("a", "2032-02-27")
    transfer = only_transfer(claims, facts)
    assert transfer.stage is Stage.AGREEMENT
    assert {actor.actor: len(actor.claims) for actor in transfer.recipient} == {"UKR": 1, "USA": 2}
    (dispute,) = run(claims, facts).disputes
    assert dispute.type.value == "end_user"
    assert transfer.disputes == (dispute.id,)


def test_a_claim_that_names_neither_giver_nor_receiver_joins_nothing() -> None:
    assert run([make_claim(supplier="", recipient="")]).transfers == ()


def test_requests_to_nobody_join_by_who_asks() -> None:
    asked = {"stage": "request", "supplier": ""}
    mine = [make_claim(document=name, requester="UKR", **asked) for name in "ab"]  # type: ignore[arg-type]
    other = make_claim(document="c", requester="POL", **asked)  # type: ignore[arg-type]
    assert groups(*mine, other) == [{"a", "b"}, {"c"}]


def test_the_id_stays_when_later_reports_come_in() -> None:
    first = make_claim("pledge", document="first")
    later = [make_claim("delivery", document=f"later{i}") for i in range(20)]
    facts = [article("first", "2031-03-01"), *(article(f"later{i}", "2031-04-01") for i in range(20))]
    alone = only_transfer([first], *facts[:1])
    assert only_transfer([first, *later], *facts).id == alone.id


def test_every_value_says_which_claims_it_comes_from() -> None:
    exact = make_claim(document="a", items=[make_item("K9 howitzers", "ML2", designation="K9", quantity=24)])
    vague = make_claim("delivery", document="b", items=[make_item("howitzers", "ML2")], date="2031-03-01/2031-03-05")
    about = make_claim("delivery", document="c", items=[make_item("howitzers", "ML2", quantity=25, approximate=True)])
    transfer = only_transfer([exact, vague, about])
    (item,) = transfer.items
    assert item.item.designation == "K9"
    assert item.item.quantity is not None
    assert (item.item.quantity.min, item.item.quantity.approximate) == (24, False)
    assert set(item.claims) == {exact.id, vague.id, about.id}
    assert set(item.quantity_claims) == {exact.id, about.id}
    assert {record.stage: set(record.claims) for record in transfer.stages} == {
        Stage.AGREEMENT: {exact.id},
        Stage.DELIVERY: {vague.id, about.id},
    }
    assert transfer.supplier[0].claims == tuple(sorted(transfer.claims))


def test_numbers_that_cannot_be_the_same_stay_apart_in_one_transfer() -> None:
    claims = [make_claim(document=name, items=[make_item(quantity=n)]) for name, n in (("a", 100), ("b", 500))]
    transfer = only_transfer(claims)
    assert [item.item.quantity and item.item.quantity.min for item in transfer.items] == [500, 100]
    assert [len(item.claims) for item in transfer.items] == [1, 1]


def test_dates_of_one_stage_are_joined() -> None:
    overlapping = [
        make_claim(document=d, date=date) for d, date in (("a", "2031-01-01/2031-01-31"), ("b", "2031-01-20"))
    ]
    assert str(only_transfer(overlapping).stages[0].date) == str(overlapping[1].date)
    apart = [make_claim(document=d, date=date) for d, date in (("a", "2031-01-01"), ("b", "2031-01-20"))]
    joined = only_transfer(apart).stages[0].date
    assert joined is not None
    assert (joined.start.isoformat(), joined.end.isoformat()) == ("2031-01-01", "2031-01-20")


@pytest.mark.parametrize(
    ("stages", "furthest"),
    [
        (["request"], "request"),
        (["request", "refusal"], "refusal"),
        (["request", "consideration", "pledge"], "pledge"),
        (["pledge", "agreement", "halt"], "halt"),
        (["delivery", "halt"], "delivery"),
        (["refusal", "reversal"], "reversal"),
    ],
)
def test_the_furthest_stage(stages: list[str], furthest: str) -> None:
    claims = [make_claim(stage, date="2031-03-01", start=i) for i, stage in enumerate(stages)]
    transfer = only_transfer(claims)
    assert transfer.stage is not None
    assert transfer.stage.value == furthest


def test_a_comparison_explains_itself() -> None:
    one, other = witness(make_claim(document="a")), witness(make_claim("delivery", document="b", recipient=""))
    comparison = compare(one, other, RULES)
    assert comparison == compare(other, one, RULES)
    assert "supplier: both name KOR (+0.25)" in comparison.reasons
    assert "recipient: named by one only (-0.10)" in comparison.reasons
    assert comparison.score == round(sum(slot.points for slot in comparison.slots), 6)
    apart = compare(one, witness(make_claim(document="c", items=TANKS)), RULES)
    assert {"items: ammunition is not vehicles (apart)", "items: vehicles is not ammunition (apart)"} & set(
        apart.reasons
    )
    assert not apart.joins(RULES)
