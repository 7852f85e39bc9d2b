"""A register goes from one database into another and back, and exports the same bytes everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from armswire.errors import SettingError
from armswire.model.finding import Finding, Support
from armswire.model.judgement import Verdict
from armswire.model.rejection import Rejection
from armswire.register import judging, queries
from armswire.register.copying import COPIED, Copied, copy_register
from armswire.register.judgements import add_judgement
from armswire.register.listing.claims import ClaimFilter
from armswire.register.record import record
from armswire.register.review.items import Need
from armswire.register.review.queue import count_needs
from armswire.register.store import open_register
from armswire.register.support_tests import SupportRecord, keep_support
from tests.factories import make_article, make_claim
from tests.register.test_databases import NAMES, export_all, fill


def test_there_and_back_everything_is_the_same(new_place: Callable[[], str], tmp_path: Path) -> None:
    rejection = Rejection("b", "claims", "no transfer", "nothing changes hands", 3, 9, "agreed")
    with open_register(tmp_path / "first.db") as first:
        fill(first)
        # Read again by a newer reader: the older claims stay beside the new ones.
        record(
            first,
            make_article("b", "Shells go south, b.", outlet="b"),
            [make_claim(document="b")],
            [rejection],
            reader="2",
        )
        claim = next(iter(queries.list_claims(first, ClaimFilter(document="a")))).claim
        act = judging.Act("Anna", date(2031, 5, 1), "I read it again")
        add_judgement(first, judging.judge_claim(first, Verdict.REJECT, claim.id, act))
        tested = SupportRecord(claim.id, "a", "", "1", (Finding(claim.id, "a", Support.STAYS, "supplier", ["KOR"]),))
        keep_support(first, [tested])
        expected = export_all(first)
        held = {table.name: sorted(map(repr, first.rows(table.select()))) for table in COPIED}
        with open_register(new_place()) as there, open_register(tmp_path / "back.db") as back:
            copied = copy_register(first, there)
            assert copied == Copied(len(NAMES), 3 * len(NAMES) + 1, 1)
            assert copy_register(there, back) == copied
            for register in (there, back):
                assert export_all(register) == expected
                assert {table.name: sorted(map(repr, register.rows(table.select()))) for table in COPIED} == held
                assert register.meta("reader_version") == "2"
                assert count_needs(register)[Need.FLAGGED] == 1


def test_nothing_is_copied_into_a_register_that_holds_something(new_place: Callable[[], str]) -> None:
    with open_register(new_place()) as source, open_register(new_place()) as target:
        fill(source, NAMES[:2])
        fill(target, NAMES[2:3])
        with pytest.raises(SettingError, match="there is a register already"):
            copy_register(source, target)
        assert queries.count(target).articles == 1


def test_a_copy_that_fails_leaves_nothing(new_place: Callable[[], str]) -> None:
    with open_register(new_place()) as source, open_register(new_place()) as target:
        fill(source, NAMES[:3])

        def fail(name: str) -> None:
            if name == "rejections":
                raise RuntimeError

        with pytest.raises(RuntimeError):
            copy_register(source, target, fail)
        assert queries.count(target).articles == 0
        copy_register(source, target)
        assert export_all(target) == export_all(source)
