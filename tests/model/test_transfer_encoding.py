from __future__ import annotations

import json

from hypothesis import given, settings

from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.dispute_encoding import decode_dispute, encode_dispute
from armswire.model.position_encoding import decode_position, encode_position
from armswire.model.ranges import Money
from armswire.model.transfer_encoding import decode_transfer, encode_transfer
from tests.factories import make_claim
from tests.register.cases import only_transfer, run
from tests.register.test_order import read_articles


@settings(max_examples=50, deadline=None)
@given(read_articles())
def test_what_goes_out_comes_back(read: list[tuple[Article, list[Claim]]]) -> None:
    findings = run([claim for _, claims in read for claim in claims])
    for transfer in findings.transfers:
        assert decode_transfer(json.loads(json.dumps(encode_transfer(transfer)))) == transfer
    for dispute in findings.disputes:
        assert decode_dispute(json.loads(json.dumps(encode_dispute(dispute)))) == dispute
    for position in findings.positions:
        assert decode_position(json.loads(json.dumps(encode_position(position)))) == position


def test_a_sum_stands_beside_its_claims() -> None:
    claim = make_claim(value=Money(2_000_000, 3_000_000, "EUR", approximate=True))
    transfer = only_transfer([claim])
    assert encode_transfer(transfer)["value"] == [
        {"min": 2_000_000, "max": 3_000_000, "currency": "EUR", "approximate": True, "claims": [claim.id]}
    ]
    assert decode_transfer(encode_transfer(transfer)) == transfer
