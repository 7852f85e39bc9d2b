"""The figures against a worked example, and against the scorer of the claim scheme on random claims."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.errors import InputError
from armswire.scoring.comparison import same_actor, scored_claim
from armswire.scoring.figures import GoldDocument, false_alarms, score
from armswire.scoring.files import group_claims, read_gold, read_predictions

REFERENCE = Path(__file__).parents[2] / "shared" / "eval" / "score.py"

actors = st.lists(st.sampled_from(["USA", "KOR", "UKR", "org:Hanwha", "org:Hanwha Aerospace"]), max_size=2)


def ranges(low: str, high: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A range as the scheme writes it; ends may be missing."""
    pair = st.tuples(values, values).map(sorted)
    return st.one_of(
        pair.map(lambda ends: {low: ends[0], high: ends[1]}), values.map(lambda value: {low: value, high: None})
    )


quantities = st.one_of(st.none(), ranges("min", "max", st.integers(0, 5)))
items = st.lists(st.fixed_dictionaries({"ml": st.sampled_from(["ML3", "ML6"]), "quantity": quantities}), max_size=2)
sources = st.lists(
    st.fixed_dictionaries(
        {"class": st.sampled_from(["media", "document"]), "actor": st.sampled_from([None, "USA"])},
        optional={"source": st.text(max_size=3)},
    ),
    max_size=2,
)
values = st.builds(
    lambda bounds, currency: {**bounds, "currency": currency},
    ranges("min", "max", st.integers(0, 5)),
    st.sampled_from(["USD", "EUR"]),
)
evidence = st.builds(
    lambda bounds: {**bounds, "text": "words"},
    st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted).map(lambda e: {"start": e[0], "end": e[1]}),
)
claims = st.fixed_dictionaries(
    {"stage": st.sampled_from(["request", "delivery"])},
    optional={
        "polarity": st.sampled_from(["affirmed", "negated"]),
        "supplier": actors,
        "recipient": actors,
        "requester": actors,
        "intermediary": actors,
        "items": items,
        "value": st.one_of(st.none(), values),
        "date": st.one_of(st.none(), ranges("start", "end", st.sampled_from(["2024-01-01", "2024-02-01"]))),
        "conditions": st.lists(st.text(max_size=2), max_size=1),
        "attribution": sources,
        "evidence": st.one_of(st.none(), evidence),
    },
)
gold_claims = st.builds(lambda claim, optional: {**claim, "optional": optional}, claims, st.booleans())
documents = st.lists(st.tuples(st.lists(gold_claims, max_size=4), st.lists(claims, max_size=4)), min_size=1, max_size=3)


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The scorer that the scheme's gold comes with; it is not part of this repository."""
    if not REFERENCE.exists():
        pytest.skip(f"no {REFERENCE}: the scheme's own scorer stands outside this repository")
    spec = importlib.util.spec_from_file_location("reference_score", REFERENCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@settings(max_examples=300, deadline=None)
@given(pairs=documents)
def test_figures_equal_those_of_the_schemes_scorer(reference: ModuleType, pairs: list[Any]) -> None:
    gold = [{"id": f"d{i}", "claims": claims} for i, (claims, _) in enumerate(pairs)]
    predicted = [{**claim, "document": f"d{i}"} for i, (_, claims) in enumerate(pairs) for claim in claims]
    expected, errors = reference.score(gold, predicted)
    found = score(
        [GoldDocument(d["id"], tuple(scored_claim(c) for c in d["claims"])) for d in gold], group_claims(predicted)
    )
    shown = found.to_json()
    assert {name: count for name, count in shown.pop("counts").items() if count} == {
        name: count for name, count in expected.pop("counts").items() if count
    }
    assert shown == expected
    assert sorted((m.kind, m.document, m.core) for m in found.misses) == sorted(e[:3] for e in errors)


def claim(stage: str, supplier: str, recipient: str, **slots: Any) -> dict[str, Any]:
    """A claim in JSON with one supplier and one recipient."""
    return {"stage": stage, "supplier": [supplier], "recipient": [recipient], **slots}


def test_worked_example() -> None:
    gold = GoldDocument(
        "a",
        (
            scored_claim(claim("delivery", "USA", "UKR", items=[{"ml": "ML3"}])),
            scored_claim(claim("request", "KOR", "UKR", requester=["USA"])),
            scored_claim(claim("refusal", "KOR", "UKR", optional=True)),
        ),
    )
    predicted = [
        claim("delivery", "USA", "UKR", items=[{"ml": "ML6"}], document="a"),
        claim("refusal", "KOR", "UKR", document="a"),
        claim("halt", "DEU", "UKR", document="a"),
    ]
    figures = score([gold], group_claims(predicted))
    assert figures.core_precision == 1 / 2  # the optional refusal is neither right nor wrong
    assert figures.core_recall == 1 / 2
    assert figures.core_f1 == 1 / 2
    assert figures.claim_recall == 1 / 2
    assert figures.exact_recall == 0.0
    assert figures.slots["items"].accuracy == 0.0
    assert [(miss.kind, miss.core[0]) for miss in figures.misses] == [("spurious", "halt"), ("missed", "request")]


def test_nothing_to_count_gives_no_figure() -> None:
    figures = score([], {})
    assert figures.core_precision is None
    assert figures.claim_recall is None
    assert figures.core_f1 == 0.0


def test_one_predicted_claim_serves_one_gold_claim() -> None:
    gold = GoldDocument("a", (scored_claim(claim("delivery", "USA", "UKR")),) * 2)
    figures = score([gold], group_claims([claim("delivery", "USA", "UKR", document="a")]))
    assert figures.claim_recall == 1 / 2
    assert figures.core_recall == 1.0


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("USA", "USA", True),
        ("USA", "GBR", False),
        ("org:Hanwha", "org:hanwha Aerospace", True),
        ("org:Hanwha Systems", "org:Hanwha Aerospace", False),
        ("org:NATO", "NATO", False),
    ],
)
def test_same_actor(a: str, b: str, same: bool) -> None:
    assert same_actor(a, b) is same


def test_false_alarms_count_only_documents_without_gold_claims() -> None:
    gold = [GoldDocument("a", ()), GoldDocument("b", ()), GoldDocument("c", (scored_claim({"stage": "halt"}),))]
    predicted = group_claims([{"stage": "halt", "document": "a"}, {"stage": "halt", "document": "c"}])
    assert false_alarms(gold, predicted) == (1, 2)


def test_files_are_read_and_bad_ones_named(tmp_path: Path) -> None:
    one, many = tmp_path / "one.json", tmp_path / "many.jsonl"
    one.write_text('{"id": "a",\n "claims": [{"stage": "halt"}]}', encoding="utf-8")
    many.write_text('{"id": "b", "claims": []}\n\n{"id": "c\u2028", "claims": []}\n', encoding="utf-8")
    assert [document.id for document in read_gold([one, many])] == ["a", "b", "c\u2028"]
    many.write_text('{"id": "b", "claims": []}\n{"id": ', encoding="utf-8")
    with pytest.raises(InputError, match=r"many\.jsonl:2: broken JSON"):
        read_gold([many])
    many.write_text('{"stage": "halt"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="not a claim"):
        read_predictions(many)
    with pytest.raises(InputError, match="missing"):
        read_gold([tmp_path / "missing.json"])
