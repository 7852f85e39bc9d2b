"""The project's own chains: on whose word each claim is, from the article inwards, and how chains are compared.

The floors lie in benchmarks/quality/floors.json under "tests chains", a little below what was reached; they only go up.
"""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from armswire.model.attribution import SourceClass
from armswire.model.claim import Answer, Polarity, Stage
from armswire.pipeline import Reader
from armswire.scoring.chains import chain_figures, chain_pairs, judge
from benchmarks.quality.run import ROOT, Result, chains, measure, read_floors

FLOORS = read_floors()["tests chains"]
PARTS = sorted((ROOT / "tests" / "chains").glob("*.yaml"))
NAMINGS = {"named", "described", "anonymous"}


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    """The cases of both parts as they are written."""
    return [case for path in PARTS for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]]


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """Both parts read by the pipeline and held against gold."""
    return measure(chains(tmp_path_factory.mktemp("chains")), Reader())


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(result: Result, figure: str) -> None:
    wrong = [f"{p.document} {p.gold['stage']} {p.gold['polarity']}" for p in result.pairs if not p.right.get(figure, 1)]
    assert result.values[figure] >= FLOORS[figure], "\n".join(wrong)


def test_every_case_is_well_formed(cases: list[dict[str, Any]]) -> None:
    assert len({case["id"] for case in cases}) == len(cases)
    for case in cases:
        for claim in case["claims"]:
            Stage(claim["stage"])
            Polarity(claim["polarity"])
            for link in claim["attribution"]:
                assert link["source"] in case["text"], (case["id"], link)
                assert link["naming"] in NAMINGS, (case["id"], link)


def test_every_class_answer_naming_and_depth_occurs(cases: list[dict[str, Any]]) -> None:
    claims = [claim for case in cases for claim in case["claims"]]
    links = [link for claim in claims for link in claim["attribution"]]
    assert {link["class"] for link in links} == {each.value for each in SourceClass}
    assert {claim["answer"] for claim in claims if "answer" in claim} == {each.value for each in Answer}
    assert {link["naming"] for link in links} == NAMINGS
    assert {1, 2, 3} <= {len(claim["attribution"]) for claim in claims}


PAPER = {"source": "the Harbour Post", "class": "media", "naming": "named"}
OFFICIAL = {"source": "two Greek officials", "class": "anonymous_official", "actor": "GRC", "naming": "anonymous"}


def claim(*chain: dict[str, Any], **slots: Any) -> dict[str, Any]:
    """A claim in JSON on the word of a chain."""
    return {
        "stage": "delivery", "polarity": "affirmed", "supplier": ["GRC"], "recipient": ["ARM"],
        "attribution": list(chain), **slots,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("read", "right"),
    [
        (claim(PAPER, OFFICIAL), {"found", "depth", "chain", "chain 2 deep", "innermost", "naming"}),
        (claim(OFFICIAL), {"found", "innermost"}),
        (claim(PAPER), {"found"}),
        (claim(), {"found"}),
        (claim({**PAPER, "source": "a poster"}, OFFICIAL), {"found", "depth", "innermost", "naming"}),
        (claim(PAPER, {**OFFICIAL, "actor": "ARM"}), {"found", "depth", "naming"}),
        (claim(PAPER, {**OFFICIAL, "source": "officials"}), {"found", "depth", "chain", "chain 2 deep", "innermost",
                                                             "naming"}),
        (None, set()),
    ],
)  # fmt: skip
def test_what_is_right_of_a_chain(read: dict[str, Any] | None, right: set[str]) -> None:
    judged = judge(claim(PAPER, OFFICIAL), read)
    assert {name for name, is_right in judged.items() if is_right} == right


def test_an_answer_that_nobody_gave_is_wrong() -> None:
    assert judge(claim(), claim(answer="denies"))["answer"] is False
    assert judge(claim(answer="denies"), claim(answer="denies"))["answer"] is True
    assert "answer" not in judge(claim(), claim())


def test_an_organisation_is_its_own_actor() -> None:
    group = {"source": "the Lagos Arms Watch", "class": "organisation", "naming": "named"}
    assert judge(claim(group), claim({**group, "actor": "org:Lagos Arms Watch"}))["chain"]
    assert not judge(claim(group), claim({**group, "actor": "org:Benin Forum"}))["chain"]


def test_each_gold_claim_gets_the_read_claim_that_fits_best() -> None:
    gold = {"a": [claim(), claim(OFFICIAL)], "b": [claim(PAPER, optional=True)]}
    pairs = chain_pairs(gold, {"a": [claim(OFFICIAL), claim()]})
    assert [pair.read for pair in pairs] == [claim(), claim(OFFICIAL)]
    assert chain_figures(pairs)["chain"].value == 1.0
