"""Who to whom, in short words."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import make_article, make_claim, make_source

from armswire.model.claim import Claim
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.record import record
from armswire.register.store import open_register
from armswire.wording.claims import say_transfer_parties


def told_by(folder: Path, *claims: Claim) -> Transfer:
    with open_register(folder / "register.db") as register:
        for claim in claims:
            record(register, make_article(claim.document, claim.evidence.text), [claim])
        [transfer] = queries.list_transfers(register)
    return transfer


def test_where_it_is_told_in_two_ways_who_gets_it_in_the_end_it_is_one_or_the_other(tmp_path: Path) -> None:
    ministry = [make_source("the ministry", "KOR")]
    transfer = told_by(
        tmp_path,
        make_claim("agreement", "KOR", "UKR", intermediary="USA", document="d1", text="Bought for Ukraine."),
        make_claim("end_use", "KOR", "USA", document="d2", attribution=ministry, text="Meant for the United States."),
    )
    assert say_transfer_parties(transfer) == "KOR → UKR or USA via USA"


@pytest.mark.parametrize("second", ["EST LVA", "LVA"])
def test_who_gets_it_together_gets_it_together(tmp_path: Path, second: str) -> None:
    transfer = told_by(
        tmp_path,
        make_claim("delivery", "NOR", "EST LVA", document="d1", text="Sent to both."),
        make_claim("delivery", "NOR", second, document="d2", text="It came."),
    )
    assert say_transfer_parties(transfer) == "NOR → EST, LVA"
