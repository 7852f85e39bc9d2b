from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Select, func, select

from armswire.errors import ArticleError, SettingError
from armswire.model.claim import Step
from armswire.model.rejection import Rejection
from armswire.register import queries
from armswire.register.holdings import count_holdings
from armswire.register.listing.articles import ArticleFilter
from armswire.register.listing.claims import ClaimFilter
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.record import Outcome, ReadState, is_recorded, record
from armswire.register.schema import claims, metadata
from armswire.register.store import Register, open_register
from tests.factories import make_article, make_claim, make_item


@pytest.fixture
def register(place: str) -> Iterator[Register]:
    with open_register(place) as opened:
        yield opened


REJECTION = Rejection("dispatch-1", "claims", "no transfer", "nothing changes hands", 3, 9, "agreed")


def test_an_article_comes_back_as_it_went_in(register: Register) -> None:
    article = make_article(text="Ünïcode ☃ \x01 text\r\n", extra={"desk": ["a", 1, None]}, url="https://a.example/x")
    assert record(register, article, []) is Outcome.ADDED
    assert queries.get_article(register, "dispatch-1").article == article


def test_a_claim_comes_back_as_it_went_in_with_its_trace(register: Register) -> None:
    claim = replace(make_claim(date="2031-01-01/2031-02-01"), trace=(Step("stage", "cue", "a deal", 1, 4, "agree"),))
    record(register, make_article(), [claim])
    assert queries.get_claim(register, claim.id).claim == claim
    assert next(iter(queries.list_claims(register))).claim == replace(claim, trace=())


def test_when_an_article_arrived_is_noted_once(register: Register) -> None:
    before = datetime.now(tz=UTC)
    record(register, make_article(), [make_claim()], reader="1")
    arrived = queries.get_article(register, "dispatch-1").arrived
    assert arrived is not None
    assert before <= arrived <= datetime.now(tz=UTC)
    assert record(register, make_article(), [make_claim()], reader="2") is Outcome.REREAD
    assert queries.get_article(register, "dispatch-1").arrived == arrived


def test_adding_the_same_article_twice_changes_nothing(register: Register) -> None:
    record(register, make_article(), [make_claim()], [REJECTION])
    queries.count(register)
    before = _dump(register)
    assert is_recorded(register, make_article())
    assert record(register, make_article(), [make_claim()], [REJECTION]) is Outcome.UNCHANGED
    queries.count(register)
    assert _dump(register) == before


def _dump(register: Register) -> dict[str, list[str]]:
    return {name: sorted(map(repr, register.rows(select(table)))) for name, table in metadata.tables.items()}


def test_the_same_id_with_another_text_names_both_digests(register: Register) -> None:
    first, second = make_article(), make_article(text="Something else about tanks altogether.")
    record(register, first, [make_claim()])
    for act in (lambda: record(register, second, []), lambda: is_recorded(register, second)):
        with pytest.raises(ArticleError) as caught:
            act()
        assert first.sha256 in str(caught.value)
        assert second.sha256 in str(caught.value)
        assert caught.value.place == second.place
    assert queries.get_article(register, "dispatch-1").article == first
    assert queries.count(register).claims == 1


def test_the_same_text_in_other_wrapping_is_the_same_article(register: Register) -> None:
    record(register, make_article(), [make_claim()])
    assert record(register, replace(make_article(), sha256="0" * 64), [make_claim()]) is Outcome.UNCHANGED


def test_a_newer_reader_replaces_the_current_claims_and_keeps_the_old_ones(register: Register) -> None:
    old, new = make_claim("pledge"), make_claim("delivery")
    record(register, make_article(), [old], [REJECTION], reader="1")
    assert not is_recorded(register, make_article(), reader="2")
    assert record(register, make_article(), [new], reader="2") is Outcome.REREAD
    assert [found.claim.id for found in queries.list_claims(register)] == [new.id]
    assert [transfer.claims for transfer in queries.list_transfers(register)] == [(new.id,)]
    assert list(queries.list_rejections(register, "dispatch-1")) == []
    counts = queries.count(register)
    assert (counts.articles, counts.claims, counts.rejections) == (1, 1, 0)
    assert register.first(_count_all()) == (2,)


def test_transfers_that_lack_a_party_are_listed_last(register: Register) -> None:
    half = make_claim(recipient="", date="2020-01-15")
    whole = make_claim(document="dispatch-2")
    record(register, make_article(), [half])
    record(register, make_article("dispatch-2"), [whole])
    assert [transfer.claims for transfer in queries.list_transfers(register)] == [(whole.id,), (half.id,)]


def _count_all() -> Select[int]:
    return select(func.count()).select_from(claims)


def test_both_readers_may_find_the_same_claim(register: Register) -> None:
    record(register, make_article(), [make_claim()], reader="1")
    record(register, make_article(), [make_claim()], reader="2")
    assert [found.reader for found in queries.list_claims(register)] == ["2"]
    assert queries.get_claim(register, make_claim().id).reader == "2"


def test_an_article_that_is_extracted_differently_is_not_read_again(register: Register) -> None:
    record(register, make_article(), [make_claim()], reader="1")
    other = replace(make_article(text="The same page, cut out otherwise."), sha256=make_article().sha256)
    with pytest.raises(ArticleError, match="extracted differently"):
        record(register, other, [], reader="2")
    assert queries.count(register).claims == 1


def test_articles_in_languages_that_are_not_read_are_counted_by_language(register: Register) -> None:
    for number, code in enumerate(("uk", "ko", "uk")):
        record(register, make_article(f"a{number}"), [], state=ReadState.FOREIGN, written_in=code)
    assert count_holdings(register).unread == {"uk": 2, "ko": 1}
    record(register, make_article("a0"), [make_claim(document="a0")], reader="2", written_in="en")
    assert count_holdings(register).unread == {"uk": 1, "ko": 1}
    assert queries.get_article(register, "a0").written_in == "en"


def test_irrelevant_articles_are_kept_as_such(register: Register) -> None:
    record(register, make_article(), [], state=ReadState.IRRELEVANT)
    assert queries.count(register).irrelevant == 1
    assert [found.state for found in queries.list_articles(register, ArticleFilter(state="irrelevant"))] == [
        "irrelevant"
    ]


def test_a_claim_given_twice_is_kept_once(register: Register) -> None:
    record(register, make_article(), [make_claim(), make_claim()])
    assert queries.count(register).claims == 1


def test_rejections_come_back_in_order(register: Register) -> None:
    other = replace(REJECTION, rule="if clause", start=0, text="Nor")
    record(register, make_article(), [], [REJECTION, other])
    assert list(queries.list_rejections(register, "dispatch-1")) == [REJECTION, other]


def test_half_a_character_is_an_error_of_the_article(register: Register) -> None:
    with pytest.raises(ArticleError, match="surrogate"):
        record(register, make_article(text="shells \ud83d for Sudmark"), [])
    assert queries.count(register).articles == 0
    assert record(register, make_article("next"), []) is Outcome.ADDED


def test_lists_filter(register: Register) -> None:
    tanks = make_claim("pledge", "DEU", "UKR", document="b", items=[make_item("tanks", "ML6")], requester="POL")
    record(register, make_article("a"), [make_claim(document="a", intermediary="USA")])
    record(register, make_article("b", "Tanks were promised to the east."), [tanks])
    found = {
        "actor": [c.claim.document for c in queries.list_claims(register, ClaimFilter(actor="USA"))],
        "requester": [c.claim.document for c in queries.list_claims(register, ClaimFilter(actor="POL"))],
        "stage": [c.claim.document for c in queries.list_claims(register, ClaimFilter(stage="pledge"))],
        "document": [c.claim.document for c in queries.list_claims(register, ClaimFilter(document="a"))],
        "polarity": [c.claim.document for c in queries.list_claims(register, ClaimFilter(polarity="negated"))],
        "transfer actor": [t.stage for t in queries.list_transfers(register, TransferFilter(actor=("DEU",)))],
        "transfer stage": [t.stage for t in queries.list_transfers(register, TransferFilter(stage=("agreement",)))],
        "transfer standing": [
            t.stage for t in queries.list_transfers(register, TransferFilter(standing=("confirmed",)))
        ],
        "transfer document": [t.stage for t in queries.list_transfers(register, TransferFilter(document="b"))],
    }
    assert found == {
        "actor": ["a"],
        "requester": ["b"],
        "stage": ["b"],
        "document": ["a"],
        "polarity": [],
        "transfer actor": ["pledge"],
        "transfer stage": ["agreement"],
        "transfer standing": [],
        "transfer document": ["pledge"],
    }


def test_records_are_found_by_the_beginning_of_their_id(register: Register) -> None:
    claim = make_claim()
    record(register, make_article(), [claim])
    transfer = next(queries.list_transfers(register))
    assert queries.get_transfer(register, transfer.id[:14]).id == transfer.id
    assert queries.get_transfer(register, transfer.id.removeprefix("transfer-")[:6]).id == transfer.id
    assert queries.find(register, claim.id[:15]) == queries.get_claim(register, claim.id)
    assert queries.find(register, transfer.id) == transfer
    assert queries.find(register, "dispatch") == queries.get_article(register, "dispatch-1")


@pytest.mark.parametrize("prefix", ["nothing", "", "%", "transfer-zz"])
def test_an_id_that_is_not_there_is_a_wrong_argument(register: Register, prefix: str) -> None:
    record(register, make_article(), [make_claim()])
    for get in (queries.get_transfer, queries.get_claim, queries.get_article, queries.get_dispute, queries.find):
        with pytest.raises(SettingError):
            get(register, prefix)


def test_an_ambiguous_beginning_names_what_fits(register: Register) -> None:
    record(register, make_article("a1", "one text"), [])
    record(register, make_article("a2", "another text"), [])
    record(register, make_article("a", "a third text"), [])
    assert queries.get_article(register, "a").article.id == "a"
    record(register, make_article("b1", "four"), [])
    record(register, make_article("b2", "five"), [])
    with pytest.raises(SettingError, match=r"b1, b2.*Give more"):
        queries.get_article(register, "b")


def test_a_text_with_a_nul_is_an_error_of_the_article(register: Register) -> None:
    with pytest.raises(ArticleError, match="NUL") as caught:
        record(register, make_article(text="Norland sold\x00shells."), [])
    assert caught.value.remedy
    assert record(register, make_article(), [make_claim()]) is Outcome.ADDED
