"""The figures for attributions: against cases worked out by hand, and against another program where it is at hand."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from typing import Any

import pytest

from armswire.scoring.attributions import score_attributions
from benchmarks.quality.polnear import DEV, read_gold

TEXT = "Oslo said “it will pay”. Lima denied that."
PEER = Path(__file__).parents[2] / "shared" / "eval" / "polnear_score.py"


def spans(**words: str) -> dict[str, list[list[int]]]:
    return {role: [[TEXT.index(w), TEXT.index(w) + len(w)]] if w else [] for role, w in words.items()}


SAID = spans(source="Oslo", cue="said", content="“it will pay”")
DENIED = spans(source="Lima", cue="denied", content="that")


def figures(*read: Any) -> dict[str, float]:
    return score_attributions([{"id": "a", "text": TEXT, "attributions": [SAID, DENIED]}], {"a": read}).values


def test_gold_read_as_gold_is_right() -> None:
    values = figures(DENIED, SAID)
    assert {values[name] for name in ("source_f1", "cue_f1", "content_f1", "f1", "joint_f1")} == {1.0}
    assert (values["recall direct"], values["recall indirect"]) == (1.0, 1.0)


def test_nothing_read_is_nothing_right() -> None:
    assert set(figures().values()) == {0.0}
    assert set(score_attributions([{"id": "a", "text": TEXT, "attributions": [SAID]}], {}).values.values()) == {0.0}


def test_a_wrong_source_counts_for_the_attribution_alone() -> None:
    values = figures({**SAID, "source": DENIED["source"]}, DENIED)
    assert (values["f1"], values["joint_f1"]) == (1.0, 0.5)


def test_half_a_content_is_enough_and_less_is_not() -> None:
    half = {**SAID, "content": [[TEXT.index("it will"), TEXT.index("”") + 1]]}
    assert figures(half, DENIED)["f1"] == 1.0
    less = {**SAID, "content": [[TEXT.index("pay"), TEXT.index("”") + 1]]}
    assert figures(less, DENIED)["f1"] == 0.5


@pytest.mark.skipif(not (PEER.exists() and DEV.exists()), reason="the other scorer is not beside this repository")
def test_another_program_counts_the_same() -> None:
    spec = importlib.util.spec_from_file_location("polnear_score", PEER)
    assert spec is not None
    assert spec.loader is not None
    peer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(peer)
    gold = list(read_gold())
    chance = random.Random(5)
    read = {}
    for article in gold:
        kept = [dict(a) for a in article["attributions"] if chance.random() < 0.8]
        for one in kept:
            one["content"] = [[s + chance.randint(0, 30), e + chance.randint(30, 60)] for s, e in one["content"]]
            one["source"] = chance.choice(kept)["source"] if chance.random() < 0.3 else one["source"]
        read[article["id"]] = kept
    theirs = peer.score({a["id"]: a for a in gold}, {i: {"id": i, "attributions": r} for i, r in read.items()})
    ours = score_attributions(gold, read).values
    assert ours["f1"] == pytest.approx(theirs["attributions"]["f1"])
    assert ours["joint_f1"] == pytest.approx(theirs["attributions"]["joint_f1"])
    for role in ("source", "cue", "content"):
        assert ours[f"{role}_f1"] == pytest.approx(theirs["tokens"][role]["f1"])
    for kind in ("direct", "mixed", "indirect"):
        assert ours[f"recall {kind}"] == pytest.approx(theirs["recall_by"][kind]["recall"])
