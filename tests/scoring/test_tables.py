"""The figures apart by stage, polarity and slot, of cases that can be counted by hand."""

from __future__ import annotations

from typing import Any

from armswire.scoring.comparison import scored_claim
from armswire.scoring.counts import Count
from armswire.scoring.figures import GoldDocument, score


def claim(stage: str, **slots: Any) -> Any:
    return scored_claim({"stage": stage, "supplier": ["KOR"], "recipient": ["UKR"], **slots})


SHELLS = [{"ml": "ML3"}]


def test_each_claim_counts_for_its_own_stage_and_slots() -> None:
    gold = [claim("delivery", items=SHELLS), claim("pledge", items=SHELLS), claim("request", optional=True)]
    read = [claim("delivery", items=[{"ml": "ML6"}]), claim("refusal", items=SHELLS), claim("request", items=SHELLS)]
    tables = score([GoldDocument("a", tuple(gold))], {"a": read}).tables
    assert tables["stages"] == {
        "delivery": Count(right=1, read=1, found=1, gold=1),
        "pledge": Count(right=0, read=0, found=0, gold=1),
        "refusal": Count(right=0, read=1, found=0, gold=0),
    }
    # The delivery's items are wrong, the pledge's are missing, the refusal's should not be there; the request is free.
    assert tables["slots"]["items"] == Count(right=0, read=2, found=0, gold=2)
    assert tables["cores"]["all"] == Count(right=1, read=2, found=1, gold=2)


def test_a_second_claim_with_the_core_of_a_matched_one_is_neither_right_nor_wrong() -> None:
    tables = score(
        [GoldDocument("a", (claim("delivery", items=SHELLS),))],
        {"a": [claim("delivery", items=SHELLS), claim("delivery", items=[{"ml": "ML6"}])]},
    ).tables
    assert tables["slots"]["items"] == Count(right=1, read=1, found=1, gold=1)
