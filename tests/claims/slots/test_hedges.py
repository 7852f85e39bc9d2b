"""What holds a claim at a distance: the article's own words are kept apart from the speaker's, and so is certainty."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, words_of

from armswire.model.encoding import decode_claim, encode_claim

HEDGED = [
    ("Norway reportedly sent drones to Mali.", ["delivery probable NOR>MLI @"], [("reportedly", "article")]),
    ("Norway allegedly sent drones to Mali.", ["delivery probable NOR>MLI @"], [("allegedly", "article")]),
    (
        "Kenya's army said that Norway allegedly sent drones to Mali.",
        ["delivery NOR>MLI @KEN"],
        [("allegedly", "article")],
    ),
    (
        "Kenya's army accused Norway of allegedly sending drones to Mali.",
        ["delivery NOR>MLI @KEN"],
        [("allegedly", "article")],
    ),
    ("Kenya's army claimed that Norway had sent drones to Mali.", ["delivery NOR>MLI @KEN"], [("claimed", "article")]),
    (
        "Kenya's army said that Norway had probably sent drones to Mali.",
        ["delivery probable NOR>MLI @KEN"],
        [("probably", "speaker")],
    ),
    (
        "Kenya's army said that Norway appears to have sent drones to Mali.",
        ["delivery probable NOR>MLI @KEN"],
        [("appears", "speaker")],
    ),
    (
        "Kenya's army said that Norway may have sent drones to Mali.",
        ["delivery possible NOR>MLI @KEN"],
        [("may", "speaker")],
    ),
    (
        "“I believe that Norway has sent drones to Mali,” said Kenya's president.",
        ["delivery probable NOR>MLI @KEN"],
        [("believe", "speaker")],
    ),
    ("Norway may have sent drones to Mali.", ["delivery possible NOR>MLI @"], [("may", "article")]),
    ("Norway will likely send drones to Mali.", ["pledge probable NOR>MLI @"], [("likely", "article")]),
    ("Norway sent purported drones to Mali.", ["delivery probable NOR>MLI @"], [("purported", "article")]),
    (
        "Norway's alleged delivery of drones to Mali caused an outcry.",
        ["delivery probable NOR>MLI @"],
        [("alleged", "article")],
    ),
    ("Norway sent “humanitarian” drones to Mali.", ["delivery NOR>MLI @"], [("humanitarian", "article")]),
    ("Norway has sent so-called training drones to Mali.", ["delivery probable NOR>MLI @"], [("so-called", "article")]),
    (
        "“Norway allegedly sent drones to Mali,” the Kenyan defence minister said.",
        ["delivery probable NOR>MLI @KEN"],
        [("allegedly", "speaker")],
    ),
    (
        "Kenya believes that Norway has sent drones to Mali.",
        ["delivery probable NOR>MLI @KEN"],
        [("believes", "speaker")],
    ),
    ("Norway is believed to have sent drones to Mali.", ["delivery probable NOR>MLI @"], [("believed", "article")]),
    (
        "Norway is likely to send drones to Mali, a Kenyan official said.",
        ["pledge probable NOR>MLI @KEN"],
        [("likely", "speaker")],
    ),
    ("Norway could send drones to Mali.", ["consideration possible NOR>MLI @"], [("could", "article")]),
    (
        "Kenya accused Norway of sending drones to Mali. Oslo reportedly denied the accusation.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
        [("reportedly", "article")],
    ),
    ("Norway sent drones to Mali, where the mayor was allegedly killed.", ["delivery NOR>MLI @"], []),
    ("Norway, which may join the talks, sent drones to Mali.", ["delivery NOR>MLI @"], []),
    (
        "Norway sent drones to Mali, the Courier reported, and the mayor appears to be happy.",
        ["delivery NOR>MLI @media"],
        [],
    ),
    ("Norway sent “humanitarian” drones to Mali, Kenya said.", ["delivery NOR>MLI @KEN"], []),
    ("Norway sent drones to Mali.", ["delivery NOR>MLI @"], []),
    ("Norway sent drones to Mali, according to a report that Kenya likely leaked.", ["delivery NOR>MLI @document"], []),
    ("Serbia has purportedly sold mortars to Chad.", ["agreement probable SRB>TCD @"], [("purportedly", "article")]),
    (
        "Serbia might have sold mortars to Chad, a UN panel said.",
        ["agreement possible SRB>TCD @UN"],
        [("might", "speaker")],
    ),
    (
        "A UN panel said it was likely that Serbia had sold mortars to Chad.",
        ["agreement probable SRB>TCD @UN"],
        [("likely", "speaker")],
    ),
    (
        "Mali's claim that Serbia had sold mortars to Chad was met with silence.",
        ["agreement SRB>TCD @MLI"],
        [("claim", "article")],
    ),
    (
        "“Serbia probably sold the mortars to Chad,” a French diplomat said.",
        ["agreement probable SRB>TCD @FRA"],
        [("probably", "speaker")],
    ),
    ("Serbia sold “agricultural” mortars to Chad.", ["agreement SRB>TCD @"], [("agricultural", "article")]),
    ("Serbia sold “Grom” rockets to Chad.", ["agreement SRB>TCD @"], []),
    ("Serbia reportedly refused to sell mortars to Chad.", ["refusal probable SRB>TCD @"], [("reportedly", "article")]),
    ("Chad reportedly asked Serbia for mortars.", ["request probable TCD: SRB>TCD @"], [("reportedly", "article")]),
]


@pytest.mark.parametrize(("text", "lines", "hedges"), HEDGED)
def test_whose_distance(reader: Any, text: str, lines: list[str], hedges: list[tuple[str, str]]) -> None:
    found = claims(reader, text)
    assert sorted(map(words_of, found)) == sorted(lines)
    assert sorted((hedge.text, hedge.by.value) for claim in found for hedge in claim.hedges) == sorted(hedges)


def test_a_hedge_is_a_step_of_the_reading(reader: Any) -> None:
    [claim] = claims(reader, "Norway allegedly sent drones to Mali.")
    [step] = [step for step in claim.trace if step.slot == "hedges"]
    assert step.rule == "hedge:hearsay"


def test_claims_of_older_registers_have_no_hedges(reader: Any) -> None:
    [claim] = claims(reader, "Norway allegedly sent drones to Mali.")
    value = encode_claim(claim)
    assert decode_claim(value).hedges == claim.hedges
    del value["hedges"]
    assert decode_claim(value).hedges == ()
