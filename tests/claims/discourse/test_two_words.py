"""One event on two words: who says so and who denies it have a claim each."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, words_of

TOLD_AND_DENIED = [
    (
        "Kenya accused Norway of sending drones to Mali, which Oslo denied.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Kenya says Norway sent drones to Mali; Norway denies it.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Kenya accused Norway of sending drones to Mali. Oslo has denied the accusation.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Norway has denied Kenya's accusation that it sent drones to Mali.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Norway's defence ministry denied a report in the Lagos Courier that Oslo had sent drones to Mali.",
        ["delivery NOR>MLI @media", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "The Norwegian foreign minister rejected as false a report by the Lagos Courier that Norway had shipped rifles to Chad.",
        ["delivery NOR>TCD @media", "delivery negated NOR>TCD [denies] @NOR"],
    ),
    (
        "Norway denied reports that it had sent drones to Mali.",
        ["delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Kenya: Norway sent drones to Mali\n\nNorway's foreign minister called the allegation groundless.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "According to Kenya, Norway sent drones to Mali, but Oslo called the claim false.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Norway sent drones to Mali, Kenya's army said on Monday, an accusation that Oslo rejects.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Norwegian officials dismissed Kenyan claims that Oslo had supplied Mali with mortars.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Kenya's allegation that Norway had supplied Mali with mortars was denied by Oslo.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Despite repeated denials from Oslo, Kenya insists that Norway has sent drones to Mali.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Kenya says that Norway has sent drones to Mali. The claim drew a swift denial from Oslo.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Kenya said Norway had sent drones to Mali. “That is a lie,” the Norwegian foreign minister said.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Kenya said Norway had sent drones to Mali. Norway said that this was not true.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Kenya said Norway had sent drones to Mali. “These reports are false,” said a Norwegian army spokesman.",
        ["delivery NOR>MLI @KEN", "delivery negated NOR>MLI [denies] @NOR"],
    ),
]
NOT_DENIED = [
    (
        "Norway denied Kenya's request for drones.",
        ["refusal NOR>KEN @", "request KEN: NOR>KEN @"],
    ),
    (
        "Kenya says Norway has sent drones to Mali. Norway denied that it had bribed the mayor.",
        ["delivery NOR>MLI @KEN"],
    ),
    (
        "Kenya says Norway has sent drones to Mali. Oslo called the talks on fishing useless.",
        ["delivery NOR>MLI @KEN"],
    ),
    (
        "Norway sent drones to Mali, Kenya says. “The talks on fish are a lie,” a Norwegian trawler owner said.",
        ["delivery NOR>MLI @KEN"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), [*TOLD_AND_DENIED, *NOT_DENIED])
def test_each_claim_is_on_its_own_word(reader: Any, text: str, lines: list[str]) -> None:
    assert sorted(map(words_of, claims(reader, text))) == sorted(lines)
