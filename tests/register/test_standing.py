"""The rules of standing are data: another order, class or number in the file gives another standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

import pytest

from armswire.lexicon.evidence import EvidenceRules
from armswire.lexicon.standing import RuleName
from armswire.model.attribution import Naming, SourceClass
from armswire.model.claim import Claim
from armswire.model.standing import Standing
from armswire.register import origins, standing
from armswire.register.reconciliation import reconcile
from tests.factories import make_claim, make_source
from tests.register.cases import RULES, article, only_transfer

MINISTRY = make_source("the defence ministry", "KOR")
DENYING = [
    make_claim("delivery", document="a", attribution=[make_source("Kyiv's ministry", "UKR")]),
    make_claim("delivery", document="b", polarity="negated", answer="denies", attribution=[MINISTRY]),
]


def judged(claims: Sequence[Claim], rules: EvidenceRules) -> Standing:
    known = {claim.document: article(claim.document) for claim in claims}
    (transfer,) = reconcile(claims, known, rules).transfers
    return transfer.standing


def changed(**changes: Any) -> EvidenceRules:
    return RULES.model_copy(update={"standing": RULES.standing.model_copy(update=changes)})


def test_every_rule_of_the_file_is_known() -> None:
    assert [rule.rule for rule in RULES.standing.rules] == list(get_args(RuleName))
    assert set(standing._RULES) == set(get_args(RuleName))


def test_the_first_rule_that_holds_decides() -> None:
    assert judged(DENYING, RULES) is Standing.DISPUTED
    names = [rule.rule for rule in RULES.standing.rules]
    rules = list(RULES.standing.rules)
    rules.insert(names.index("denied_by_party"), rules.pop(names.index("acknowledged")))
    assert judged(DENYING, changed(rules=tuple(rules))) is Standing.CONFIRMED


def test_who_is_an_origin_is_told_as_it_is_done() -> None:
    speakers = [replace(make_source("who", "KOR"), source_class=kind, naming=Naming.NAMED) for kind in SourceClass]
    assert [one.source_class for one in speakers if origins.is_public(one)] == [
        SourceClass.NAMED_OFFICIAL,
        SourceClass.GOVERNMENT_BODY,
        SourceClass.ORGANISATION,
    ]
    on_record = {one.source_class for one in speakers if origins.is_on_record(one)}
    assert on_record == {kind for kind, speaker in RULES.standing.speakers.items() if speaker.origin != "outlet"}


def test_the_rule_is_named_in_the_transfer() -> None:
    assert only_transfer(DENYING).standing_rule == "denied_by_party"
    assert only_transfer([make_claim()]).standing_rule == "told"


def test_whose_denial_counts_is_in_the_file() -> None:
    speakers = dict(RULES.standing.speakers)
    for name, speaker in speakers.items():
        speakers[name] = speaker.model_copy(update={"denies": False})
    assert judged(DENYING, changed(speakers=speakers)) is Standing.CONFIRMED


def test_how_many_origins_it_takes_is_in_the_file() -> None:
    claims = [make_claim(document="a"), make_claim(document="b")]
    assert judged(claims, RULES) is Standing.CORROBORATED
    three = RULES.standing.independent_origins.model_copy(update={"value": 3})
    assert judged(claims, changed(independent_origins=three)) is Standing.REPORTED


@pytest.mark.parametrize("stage", ["refusal", "halt", "reversal"])
def test_who_refuses_stops_or_gives_in_confirms_it_by_saying_so(stage: str) -> None:
    assert only_transfer([make_claim(stage, attribution=[MINISTRY])]).standing is Standing.CONFIRMED
    assert only_transfer([make_claim(stage)]).standing is Standing.REPORTED


def test_who_asks_is_a_party_to_the_asking_and_to_nothing_else() -> None:
    asking = make_source("the secretary general", "NATO", "named_official")
    asked = make_claim("request", requester="NATO", attribution=[asking])
    given = make_claim("delivery", requester="NATO", attribution=[asking])
    assert only_transfer([asked]).standing is Standing.CONFIRMED
    assert only_transfer([given]).standing is Standing.REPORTED


def test_an_outlet_denies_for_nobody() -> None:
    outlet = make_source("Seoul Daily", "KOR", "media")
    claims = [
        make_claim("delivery", document="a"),
        make_claim("delivery", document="b", polarity="negated", attribution=[outlet]),
    ]
    assert only_transfer(claims).standing is Standing.REPORTED
