"""Lines of a register: the same in any order of adding, and as the words of the seeds have it."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.errors import SettingError
from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.judgement import Verdict
from armswire.model.position import PositionLine, Says
from armswire.model.position_encoding import decode_deed, decode_saying, encode_deed, encode_line, encode_saying
from armswire.register import queries
from armswire.register.judgements import add_judgement
from armswire.register.judging import Act, judge_claim
from armswire.register.positions.fetching import get_line, list_lines
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim
from tests.register.positions.talk import SEOUL, WASHINGTON
from tests.register.test_order import read_articles


def lines_of(read: list[tuple[Article, list[Claim]]], *, look_between: bool = False) -> list[PositionLine]:
    with tempfile.TemporaryDirectory() as folder, open_register(Path(folder) / "armswire.db") as register:
        for article, claims in read:
            record(register, article, claims)
            if look_between:
                queries.count(register)
        return list(list_lines(register))


@settings(max_examples=15, deadline=None)
@given(read_articles(), st.randoms(use_true_random=False))
def test_any_order_of_adding_gives_the_same_lines(read: list[tuple[Article, list[Claim]]], chance: Random) -> None:
    shuffled = [(article, chance.sample(claims, len(claims))) for article, claims in read]
    chance.shuffle(shuffled)
    assert lines_of(shuffled, look_between=True) == lines_of(read)


@settings(max_examples=40, deadline=None)
@given(read_articles())
def test_a_line_hangs_together(read: list[tuple[Article, list[Claim]]]) -> None:
    claims = {claim.id: claim for _, found in read for claim in found}
    for line in lines_of(read):
        said = {word.claim: word for word in line.said}
        done = {claim for deed in line.done for claim in deed.claims}
        assert line.said
        assert all(line.actor in claims[claim].supplier for claim in said)
        assert list(line.said) == [decode_saying(encode_saying(word)) for word in line.said]
        assert list(line.done) == [decode_deed(encode_deed(deed)) for deed in line.done]
        json.dumps(encode_line(line))
        for stance in line.stances:
            assert stance.first <= stance.last
            assert set(stance.own) <= set(stance.claims) <= set(said)
            days = [said[claim].date for claim in stance.claims]
            assert min(day.start for day in days if day) == stance.first
            assert max(day.end for day in days if day) == stance.last
            assert all(stance.first <= gap.start < gap.end <= stance.last for gap in stance.gaps)
            assert stance.ended is None or stance.ended.day >= max(day.start for day in days if day)
        for tension in line.tensions:
            assert tension.start <= tension.end
            assert set(tension.said) <= set(said)
            assert set(tension.against) <= (set(said) if tension.transfer is None else done)
        refused = [stance for stance in line.stances if stance.says is Says.REFUSES]
        for about in {stance.about for stance in refused}:
            spans = [stance for stance in refused if stance.about == about]
            assert all(one.ended and one.ended.day < other.first for one, other in pairwise(spans))


def test_two_of_whom_nothing_is_told_have_no_line(tmp_path: Path) -> None:
    with open_register(tmp_path / "armswire.db", names={"KOR": "South Korea"}) as register:
        record(register, make_article("a"), [make_claim("delivery", document="a", attribution=WASHINGTON)])
        assert [deed.stage.value for deed in get_line(register, "KOR", "UKR").done] == ["delivery"]
        assert list(list_lines(register)) == []
        with pytest.raises(SettingError, match="nothing is told"):
            get_line(register, "KOR", "POL")


def test_a_line_follows_what_people_judged(tmp_path: Path) -> None:
    with open_register(tmp_path / "armswire.db") as register:
        refused = make_claim("refusal", document="a", attribution=SEOUL)
        record(register, make_article("a"), [refused, make_claim("delivery", document="a", start=90)])
        assert len(get_line(register, "KOR", "UKR").tensions) == 1
        act = Act("An editor", date(2031, 4, 1), "misread")
        add_judgement(register, judge_claim(register, Verdict.REJECT, refused.id, act))
        line = get_line(register, "KOR", "UKR")
        assert (line.said, line.tensions, len(line.done)) == ((), (), 1)


def test_south_korea_gives_no_lethal_aid_beside_the_shells(seeds_register: Path) -> None:
    with open_register(seeds_register, create=False) as register:
        line = get_line(register, "KOR", "UKR")
        prk = get_line(register, "PRK", "RUS")
    refusals = [stance for stance in line.stances if stance.says is Says.REFUSES]
    (refusal,) = refusals
    assert refusal.about == "ARMS"
    # The first of the articles is of May 2022; it tells of a call in April.
    assert refusal.first.isoformat() == "2022-04-08"
    assert refusal.last.isoformat() == "2023-05-25"
    assert refusal.ended is None
    assert len(refusal.own) >= 4
    documents = {word.claim: word.who for word in line.said}
    assert len({documents[claim] for claim in refusal.claims}) >= 5
    against = {
        (tension.start.isoformat()[:7], item.ml)
        for tension in line.tensions
        if tension.type.value == "refuses_and_does"
        for deed in line.done
        if deed.transfer == tension.transfer
        for item in deed.items
    }
    assert {("2022-11", "ML3"), ("2023-05", "ML3")} <= against
    assert not {"ML13", "AID", "MED"} & {ml for _, ml in against}
    assert [tension.type.value for tension in prk.tensions] == ["denies_and_does"]
