"""What is new, changed, disputed, settled and gone, in stories told over weeks."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.ranges import Money
from armswire.register.changes.change import Aspect, Change, ChangeKind, Known
from armswire.register.changes.find import find_changes
from armswire.register.facts import ArticleFacts
from tests.factories import make_claim, make_item, make_source
from tests.register.changes.stories import changes, known, known_with_lines, told, week
from tests.register.test_order import read_articles

MINISTRY = make_source("the defence ministry", "KOR")
FIRST, SECOND, THIRD = week("a", "2031-03-01"), week("b", "2031-03-08"), week("c", "2031-03-15")
SHELLS = "South Korea to Ukraine: artillery shells"


def test_nothing_is_new_where_nothing_happened() -> None:
    claims = [make_claim("delivery", document="a"), make_claim("delivery", document="b", polarity="negated")]
    assert told(known(claims, FIRST, SECOND), known(claims, FIRST, SECOND)) == []
    assert told(known([]), known([])) == []


def test_a_first_report_is_new_with_its_stage_date_and_standing() -> None:
    claim = make_claim("agreement", document="a", date="2031-02-01/2031-02-28")
    (change,) = changes(known([]), known([claim], FIRST))
    assert (change.kind, change.about) == (ChangeKind.NEW, SHELLS)
    assert change.says == "is told of for the first time: agreement (2031-02); reported: told by one origin"
    assert (change.before, change.claims, change.parties) == ((), (claim.id,), ("KOR", "UKR"))
    assert len(change.after) == 1


def test_a_stage_went_on_with_the_claims_that_say_so() -> None:
    ordered = make_claim("agreement", document="a")
    shipped = make_claim("delivery", document="b", date="2031-03-05")
    found = changes(known([ordered], FIRST), known([ordered, shipped], FIRST, SECOND))
    assert [(change.kind.value, change.aspect.value, change.says, change.claims) for change in found] == [
        ("changed", "stage", "went on from agreement to delivery (2031-03-05)", (shipped.id,)),
        ("changed", "origins", "is told by 2 independent origins, before by 1", (shipped.id,)),
    ]


def test_an_earlier_stage_that_is_told_of_later_is_no_step_back() -> None:
    shipped = make_claim("delivery", document="a", date="2031-02-20")
    asked = make_claim("request", document="b", date="2031-01-15")
    found = told(known([shipped], FIRST), known([shipped, asked], FIRST, SECOND))
    assert ("changed", SHELLS, "a request is told of too (2031-01-15)") in found
    assert not any("went on" in says or "no further" in says for _, _, says in found)


def test_numbers_sums_and_models_that_become_known_or_change() -> None:
    bare = make_claim("agreement", document="a")
    counted = make_claim(
        "agreement",
        document="b",
        items=[make_item("artillery shells", designation="155mm", quantity=100_000, unit="rounds")],
        value=Money(50_000_000, 50_000_000, "USD"),
    )
    says = [says for _, _, says in told(known([bare], FIRST), known([bare, counted], FIRST, SECOND))]
    assert "the number of artillery shells (155mm) is told for the first time: 100,000 rounds" in says
    assert "its value is told: 50,000,000 USD" in says
    assert "its model is told: artillery shells (155mm)" in says


def test_another_number_stands_beside_the_first() -> None:
    first = make_claim("agreement", document="a", items=[make_item(quantity=100_000)])
    second = make_claim("agreement", document="b", items=[make_item(quantity=120_000)])
    found = told(known([first], FIRST), known([first, second], FIRST, SECOND))
    assert any(says == "another number of artillery shells is told, 120,000, besides 100,000" for _, _, says in found)


def test_a_denial_disputes_and_an_acknowledgement_settles() -> None:
    report = make_claim("delivery", document="a")
    denial = make_claim("delivery", document="b", polarity="negated", answer="denies", attribution=[MINISTRY])
    avowal = make_claim("delivery", document="c", answer="confirms", attribution=[MINISTRY])
    weeks = [
        known([report], FIRST),
        known([report, denial], FIRST, SECOND),
        known([report, denial, avowal], FIRST, SECOND, THIRD),
    ]
    question = "Did South Korea supply Ukraine with artillery shells?"
    disputed = told(weeks[0], weeks[1])
    assert (
        "disputed",
        SHELLS,
        f"{question} yes (The a Post in its own words) against no (The b Post, citing the defence ministry)",
    ) in disputed
    assert ("changed", SHELLS, "went from reported to disputed: denied by South Korea, a party to it") in disputed
    settled = told(weeks[1], weeks[2])
    assert ("settled", SHELLS, f"{question} Settled: South Korea acknowledged it after denying it") in settled
    assert (
        "changed",
        SHELLS,
        "went from disputed to confirmed: acknowledged by South Korea, a party to it",
    ) in settled
    at_once = [change for change in told(weeks[0], weeks[2]) if change[0] in ("disputed", "settled")]
    assert [kind for kind, _, _ in at_once] == ["settled"]
    assert at_once[0][2].startswith(f"{question} Settled: South Korea acknowledged it after denying it; it was yes (")


def test_one_more_who_denies_is_told_as_an_answer() -> None:
    report = make_claim("delivery", document="a")
    denials = [
        make_claim("delivery", document=name, polarity="negated", answer="denies", attribution=[who])
        for name, who in (("b", MINISTRY), ("c", make_source("the president", "KOR", "named_official")))
    ]
    found = told(
        known([report, denials[0]], FIRST, SECOND), known([report, *denials], FIRST, SECOND, THIRD)
    )  # fmt: skip
    assert [says for _, _, says in found if "?" in says] == [
        "Did South Korea supply Ukraine with artillery shells? Answered by more: no (The c Post, citing the president)"
    ]


def test_a_standing_is_told_with_the_stage_that_it_is_of() -> None:
    ordered = make_claim("agreement", document="a", attribution=[MINISTRY])
    shipped = make_claim("delivery", document="b")
    found = told(known([ordered], FIRST), known([ordered, shipped], FIRST, SECOND))
    assert [says for _, _, says in found] == [
        "went on from agreement to delivery",
        "the delivery is reported: told by one origin; the agreement was confirmed",
    ]


def test_a_word_for_weapons_of_any_kind_is_no_news_beside_shells() -> None:
    shells = make_claim("agreement", document="a", items=[make_item("shells", designation="155mm")])
    vague = make_claim("agreement", document="b", items=[make_item("weapons", "ARMS"), make_item("shells")])
    found = changes(known([shells], FIRST), known([shells, vague], FIRST, SECOND))
    assert [change.aspect.value for change in found] == ["standing"]
    assert found[0].about == "South Korea to Ukraine: shells (155mm)"
    more = make_claim("agreement", document="b", items=[make_item("shells"), make_item("tanks", "ML6", quantity=3)])
    found = changes(known([shells], FIRST), known([shells, more], FIRST, SECOND))
    assert "is also about 3 tanks" in [change.says for change in found]


def test_a_question_names_three_of_each_side_and_counts_the_others() -> None:
    names = "abcdef"
    weeks = [week(name, f"2031-03-0{i + 1}") for i, name in enumerate(names)]
    told_so = [make_claim("delivery", document=name) for name in names[:-1]]
    denial = make_claim("delivery", document="f", polarity="negated", answer="denies", attribution=[MINISTRY])
    found = changes(known(told_so, *weeks), known([*told_so, denial], *weeks))
    (question,) = [change for change in found if change.kind is ChangeKind.DISPUTED]
    assert "The c Post in its own words; and 2 more) against no (" in question.says
    assert question.claims == (denial.id,)


def test_a_transfer_whose_id_changed_because_an_earlier_claim_joined_is_not_new() -> None:
    later = make_claim("delivery", document="b")
    earlier = make_claim("agreement", document="a")
    before, after = known([later], SECOND), known([earlier, later], FIRST, SECOND)
    assert before.transfers[0].id != after.transfers[0].id
    found = changes(before, after)
    assert {change.kind for change in found} == {ChangeKind.CHANGED}
    assert {(change.before, change.after) for change in found} == {
        ((before.transfers[0].id,), (after.transfers[0].id,))
    }


def _apart_and_together() -> tuple[Known, Known]:
    """Two transfers, and one of both: what the claims say makes no odds here."""
    claims = [make_claim("delivery", document=name, start=100 * i) for i, name in enumerate("abc")]
    whole = known(claims, FIRST, SECOND, THIRD)
    parts = [known(claims[:2], FIRST, SECOND).transfers[0], known(claims[2:], THIRD).transfers[0]]
    return Known(tuple(parts), (), whole.claims, whole.documents), whole


def test_merges_and_splits_are_told_as_such() -> None:
    apart, together = _apart_and_together()
    assert len(together.transfers) == 1
    large, small = apart.transfers
    (merged,) = [change for change in changes(apart, together) if change.kind is ChangeKind.MERGED]
    assert merged.says == f"was told apart from {SHELLS}; is one with it now"
    assert merged.before == (small.id, large.id)
    assert merged.after == (together.transfers[0].id,)
    assert merged.claims == small.claims
    (split,) = [change for change in changes(together, apart) if change.kind is ChangeKind.SPLIT]
    told = f"{small.standing.value}: {small.standing_reason}"
    assert split.says == f"was told as one with {SHELLS}; is a transfer of its own now, {told}"
    assert split.before == (together.transfers[0].id,)
    assert split.after == (small.id, large.id)
    kinds = {change.kind for change in [*changes(apart, together), *changes(together, apart)]}
    assert ChangeKind.NEW not in kinds and ChangeKind.GONE not in kinds


def test_a_wrong_reading_that_was_mended_is_gone_and_one_that_was_sharpened_is_changed() -> None:
    wrong = make_claim("delivery", "POL", "USA", document="a")
    bare = make_claim("agreement", document="b")
    sharper = make_claim("agreement", document="b", items=[make_item(quantity=300)])
    found = told(known([wrong, bare], FIRST, SECOND), known([sharper], FIRST, SECOND))
    assert found == [
        (
            "changed",
            "South Korea to Ukraine: 300 artillery shells",
            "the number of artillery shells is told for the first time: 300",
        ),
        (
            "gone",
            "Poland to the United States: artillery shells",
            "is no longer there: its sentences are read otherwise now",
        ),
    ]


def test_a_register_without_the_article_says_so() -> None:
    claim = make_claim("delivery", document="a")
    (change,) = changes(known([claim], FIRST), known([]))
    assert change.says == "is no longer there, nor are the articles that told of it"
    assert change.claims == (claim.id,)


@settings(max_examples=100, deadline=None)
@given(read_articles(), st.integers(0, 5), st.integers(0, 2))
def test_evidence_is_there_and_turned_round_new_is_gone(
    read: list[tuple[Article, list[Claim]]], first: int, dropped: int
) -> None:
    before, after = _know(read[:first]), _know(read[dropped:])
    there, back = find_changes(before, after), find_changes(after, before)
    for change in there:
        assert change.claims and {*change.claims} <= before.claims.keys() | after.claims.keys()
        assert {*change.before} <= {transfer.id for transfer in before.transfers}
        assert {*change.after} <= {transfer.id for transfer in after.transfers}
        assert change.about and change.says and change.parties
        assert not change.line or set(change.line) == set(change.parties)
    for kind, turned in ((ChangeKind.NEW, ChangeKind.GONE), (ChangeKind.SPLIT, ChangeKind.MERGED)):
        assert _count(there, kind) == _count(back, turned)
        assert _count(there, turned) == _count(back, kind)
    assert find_changes(before, before) == ()


def _know(read: list[tuple[Article, list[Claim]]]) -> Known:
    facts = [ArticleFacts(article.id, article.outlet, article.published) for article, _ in read]
    return known_with_lines(list({claim.id: claim for _, found in read for claim in found}.values()), *facts)


def _count(changes: Sequence[Change], kind: ChangeKind) -> int:
    return sum(change.kind is kind and change.aspect is Aspect.TRANSFER for change in changes)
