"""What people judge takes effect, is never lost, and is replayed whatever the reader makes of the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest

from armswire.errors import SettingError
from armswire.model.claim import Claim
from armswire.model.identity import content_key
from armswire.model.judgement import Force, Judgement, JudgementRecord, Subject, Verdict
from armswire.model.judgement_encoding import with_id
from armswire.model.standing import Standing
from armswire.model.transfer import Transfer
from armswire.register import judging, queries
from armswire.register.derivation import rederive
from armswire.register.judgement_queries import get_judgement, judgements_on, list_judgements
from armswire.register.judgements import add_judgement
from armswire.register.judging import Act
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.record import record
from armswire.register.store import Register, open_register
from tests.factories import make_article, make_claim, make_item, make_source

SHELLS = make_claim("delivery", document="shells", items=[make_item()], date="2031-03-01")
TANKS = make_claim("delivery", document="tanks", items=[make_item("tanks", "ML6")], date="2031-03-01")
AGAIN = make_claim("delivery", document="again", items=[make_item("rounds")], date="2031-03-02")
ANNA, BORIS, CLARA = "Anna", "Boris", "Clara"


@pytest.fixture
def register(place: str) -> Iterator[Register]:
    with open_register(place, names={"KOR": "South Korea", "UKR": "Ukraine"}) as opened:
        yield opened


def add(register: Register, *claims: Claim, reader: str = "") -> None:
    for document in dict.fromkeys(claim.document for claim in claims):
        mine = [claim for claim in claims if claim.document == document]
        record(register, make_article(document, f"The {document} go south."), mine, reader=reader)


def act(by: str = ANNA, on: str = "2031-05-01", because: str = "I read it again") -> Act:
    return Act(by, date.fromisoformat(on), because)


def keep(register: Register, judgement: Judgement) -> Judgement:
    assert add_judgement(register, judgement)
    return judgement


def reject(register: Register, claim: Claim, who: Act | None = None) -> Judgement:
    return keep(register, judging.judge_claim(register, Verdict.REJECT, claim.id, who or act()))


def correct(register: Register, claim: Claim, who: Act | None = None, **slots: object) -> Judgement:
    return keep(register, judging.judge_claim(register, Verdict.CORRECT, claim.id, who or act(), slots))


def groups(register: Register) -> list[tuple[str, ...]]:
    return sorted(transfer.claims for transfer in queries.list_transfers(register))


def only(register: Register) -> Transfer:
    [transfer] = queries.list_transfers(register)
    return transfer


def state(register: Register, judgement: Judgement) -> JudgementRecord:
    return get_judgement(register, judgement.id)


def force(register: Register, judgement: Judgement) -> Force:
    return state(register, judgement).force


def reread(claim: Claim, shift: int = 0, **changes: object) -> Claim:
    """The claim as a newer reader gives it: another id, and maybe other slots."""
    evidence = replace(claim.evidence, start=claim.evidence.start + shift, end=claim.evidence.end + shift)
    return replace(claim, id=content_key("claim", claim.id, "new"), evidence=evidence, **changes)  # type: ignore[arg-type]


def test_a_rejected_claim_takes_no_part(register: Register) -> None:
    add(register, SHELLS, AGAIN)
    assert groups(register) == [tuple(sorted((SHELLS.id, AGAIN.id)))]
    judgement = reject(register, AGAIN)
    assert groups(register) == [(SHELLS.id,)]
    assert queries.get_claim(register, AGAIN.id).transfer is None
    assert force(register, judgement) is Force.IN_FORCE
    assert [one.judgement for one in judgements_on(register, queries.get_claim(register, AGAIN.id))] == [judgement]


def test_a_rejected_stance_is_no_position(register: Register) -> None:
    refusal = make_claim("refusal", document="no")
    add(register, refusal)
    assert len(list(queries.list_positions(register))) == 1
    reject(register, refusal)
    assert list(queries.list_positions(register)) == []


def test_an_accepted_claim_says_so_and_changes_nothing(register: Register) -> None:
    add(register, SHELLS)
    before = only(register)
    judgement = keep(register, judging.judge_claim(register, Verdict.ACCEPT, SHELLS.id, act()))
    assert only(register) == replace(before, judgements=(judgement.id,))


def test_a_corrected_claim_counts_with_its_new_slots(register: Register) -> None:
    add(register, SHELLS, TANKS)
    assert len(groups(register)) == 2
    new = [{"text": "shells", "ml": "ML3", "designation": None, "lethal": True, "quantity": None}]
    judgement = correct(register, TANKS, items=new)
    assert only(register).claims == tuple(sorted((SHELLS.id, TANKS.id)))
    assert only(register).judgements == (judgement.id,)
    assert queries.get_claim(register, TANKS.id).claim == TANKS  # what was read stays


def test_two_corrections_of_other_slots_both_count(register: Register) -> None:
    add(register, SHELLS)
    correct(register, SHELLS, supplier=["POL"])
    correct(register, SHELLS, act(BORIS), date={"start": "2031-02-01", "end": "2031-02-28"})
    [supplier] = only(register).supplier
    assert supplier.actor == "POL"
    assert only(register).stages[0].date == make_claim(date="2031-02-01/2031-02-28").date


def test_a_correction_that_changes_nothing_or_cannot_be_is_refused(register: Register) -> None:
    add(register, SHELLS)
    for slots in ({"supplier": ["KOR"]}, {"stage": "gift"}, {"evidence": {}}, {"date": "yesterday"}):
        with pytest.raises(SettingError):
            judging.judge_claim(register, Verdict.CORRECT, SHELLS.id, act(), slots)


def test_merged_transfers_are_one_and_take_up_what_belongs_to_either(register: Register) -> None:
    add(register, SHELLS, TANKS)
    ids = [transfer.id for transfer in queries.list_transfers(register)]
    judgement = keep(register, judging.merge(register, ids, act()))
    assert only(register).judgements == (judgement.id,)
    add(register, AGAIN)  # shells, and so apart from the tanks
    assert only(register).claims == tuple(sorted((SHELLS.id, TANKS.id, AGAIN.id)))


def test_a_merge_needs_two_transfers(register: Register) -> None:
    add(register, SHELLS)
    with pytest.raises(SettingError, match="two transfers"):
        judging.merge(register, [only(register).id, only(register).id], act())


def test_split_claims_stay_apart_whatever_joins_them(register: Register) -> None:
    add(register, SHELLS, AGAIN)
    judgement = keep(register, judging.split(register, [AGAIN.id], act()))
    assert groups(register) == sorted([(AGAIN.id,), (SHELLS.id,)])
    assert [one.judgements for one in queries.list_transfers(register)] == [(judgement.id,)] * 2
    between = make_claim("delivery", document="between", items=[make_item()], date="2031-03-01")
    add(register, between)
    assert len(groups(register)) == 2


def test_a_split_leaves_something_and_is_of_one_transfer(register: Register) -> None:
    add(register, SHELLS, TANKS)
    with pytest.raises(SettingError, match="all claims"):
        judging.split(register, [TANKS.id], act())
    with pytest.raises(SettingError, match="not of one transfer"):
        judging.split(register, [TANKS.id, SHELLS.id], act())


MINISTRY = [make_source("the ministry", "KOR")]
DENIED = make_claim(
    "delivery", document="denied", polarity="negated", answer="denies", attribution=MINISTRY, date="2031-03-01"
)


@pytest.mark.parametrize(
    ("side", "standing"), [("yes", Standing.REPORTED), ("2", Standing.DENIED), (None, Standing.REPORTED)]
)
def test_a_settled_dispute_says_who_and_why(register: Register, side: str | None, standing: Standing) -> None:
    add(register, SHELLS, DENIED)
    [dispute] = queries.list_disputes(register)
    assert only(register).standing is Standing.DISPUTED
    judgement = keep(register, judging.settle(register, dispute.id, act(because="the ledger shows it"), side))
    [settled] = queries.list_disputes(register, DisputeFilter(state="settled"))
    assert settled.state_reason == "settled by Anna on 2031-05-01: the ledger shows it"
    assert settled.judgements == (judgement.id,)
    assert only(register).standing is standing
    assert [one.judgement for one in judgements_on(register, settled)] == [judgement]
    keep(register, judging.withdraw(register, judgement.id, act()))
    assert only(register).standing is Standing.DISPUTED


def test_a_dispute_has_the_sides_that_it_has(register: Register) -> None:
    add(register, SHELLS, DENIED)
    [dispute] = queries.list_disputes(register)
    with pytest.raises(SettingError, match=r"1 \(yes\), 2 \(no\)"):
        judging.settle(register, dispute.id, act(), "maybe")


def test_a_settlement_of_a_dispute_that_is_gone_is_listed(register: Register) -> None:
    add(register, SHELLS, DENIED)
    [dispute] = queries.list_disputes(register)
    judgement = keep(register, judging.settle(register, dispute.id, act(), "no"))
    correct(register, DENIED, supplier=["POL"], recipient=["PER"])
    assert list(queries.list_disputes(register)) == []
    assert force(register, judgement) is Force.ORPHANED


def test_notes_can_be_on_anything_and_change_nothing(register: Register) -> None:
    add(register, SHELLS, DENIED)
    before = list(queries.list_transfers(register))
    [dispute] = queries.list_disputes(register)
    noted = [
        keep(register, judging.note(register, name, act(because=f"about {name}")))
        for name in (SHELLS.id, only(register).id, dispute.id, "shells")
    ]
    noted.append(keep(register, judging.note(register, noted[0].id, act(because="about a note"))))
    assert list(queries.list_transfers(register)) == before
    assert {one.force for one in list_judgements(register)} == {Force.IN_FORCE}
    for name, judgement in zip((SHELLS.id, only(register).id, dispute.id, "shells"), noted, strict=False):
        assert judgement in [one.judgement for one in judgements_on(register, queries.find(register, name))]


def test_a_withdrawn_judgement_stays_on_record_and_its_withdrawal_can_be_withdrawn(register: Register) -> None:
    add(register, SHELLS, AGAIN)
    together = groups(register)
    judgement = reject(register, AGAIN)
    apart = groups(register)
    withdrawal = keep(register, judging.withdraw(register, judgement.id, act(because="I was wrong")))
    assert groups(register) == together
    assert state(register, judgement).reason == "withdrawn by Anna on 2031-05-01: I was wrong"
    keep(register, judging.withdraw(register, withdrawal.id, act(because="I was right")))
    assert groups(register) == apart
    assert len(list(list_judgements(register))) == 3


def test_nobody_withdraws_the_word_of_another(register: Register) -> None:
    add(register, SHELLS)
    judgement = reject(register, SHELLS)
    with pytest.raises(SettingError, match="Anna, who alone can withdraw"):
        judging.withdraw(register, judgement.id, act(BORIS))
    forged = replace(judging.withdraw(register, judgement.id, act(" ANNA ")), by=BORIS)
    keep(register, with_id(forged))
    assert groups(register) == []
    assert force(register, judgement) is Force.IN_FORCE


@pytest.mark.parametrize("settled", [True, False])
def test_neither_of_two_contrary_judgements_holds_until_a_third_settles_it(register: Register, settled: bool) -> None:
    add(register, SHELLS, AGAIN)
    together = groups(register)
    no = reject(register, AGAIN)
    yes = keep(register, judging.judge_claim(register, Verdict.ACCEPT, AGAIN.id, act(BORIS, "2031-05-02")))
    assert groups(register) == together
    assert (force(register, yes), force(register, no)) == (Force.CONTRARY, Force.CONTRARY)
    assert yes.id in state(register, no).reason
    with pytest.raises(SettingError, match="third"):
        judging.settle(register, no.id, act(ANNA))
    if settled:
        keep(register, judging.settle(register, no.id, act(CLARA)))
        assert force(register, yes) is Force.OVERRULED
    else:
        keep(register, judging.withdraw(register, yes.id, act(BORIS)))
        assert force(register, yes) is Force.WITHDRAWN
    assert force(register, no) is Force.IN_FORCE
    assert groups(register) == [(SHELLS.id,)]


def test_voices_are_not_counted_and_third_persons_may_differ_too(register: Register) -> None:
    add(register, SHELLS)
    no = reject(register, SHELLS)
    yes = [keep(register, judging.judge_claim(register, Verdict.ACCEPT, SHELLS.id, act(by))) for by in (BORIS, CLARA)]
    assert force(register, no) is Force.CONTRARY
    keep(register, judging.settle(register, no.id, act("Dora")))
    assert force(register, no) is Force.IN_FORCE
    assert groups(register) == []
    for_yes = replace(judging.judge_claim(register, Verdict.ACCEPT, SHELLS.id, act("Emil")), verdict=Verdict.SETTLE)
    for_yes = replace(for_yes, subject=Subject.JUDGEMENT, claims=(), target=yes[0].id)
    keep(register, with_id(for_yes))
    assert (force(register, no), force(register, yes[0])) == (Force.CONTRARY, Force.CONTRARY)


def test_two_corrections_of_one_slot_are_contrary(register: Register) -> None:
    add(register, SHELLS)
    first = correct(register, SHELLS, supplier=["POL"])
    second = correct(register, SHELLS, act(BORIS), supplier=["USA"])
    assert only(register).supplier[0].actor == "KOR"
    assert (force(register, first), force(register, second)) == (Force.CONTRARY, Force.CONTRARY)


def test_who_judges_otherwise_later_has_changed_their_mind(register: Register) -> None:
    add(register, SHELLS)
    first = correct(register, SHELLS, supplier=["POL"])
    correct(register, SHELLS, act(on="2031-05-02"), supplier=["USA"])
    assert only(register).supplier[0].actor == "USA"
    assert force(register, first) is Force.SUPERSEDED


def test_one_person_parts_later_what_they_joined(register: Register) -> None:
    add(register, SHELLS, TANKS, AGAIN)
    keep(register, judging.merge(register, [one.id for one in queries.list_transfers(register)], act()))
    keep(register, judging.split(register, [AGAIN.id], act(on="2031-05-02")))
    assert groups(register) == sorted([(AGAIN.id,), tuple(sorted((SHELLS.id, TANKS.id)))])
    ids = [one.id for one in queries.list_transfers(register)]
    keep(register, judging.merge(register, ids, act(on="2031-05-03")))
    assert len(groups(register)) == 1


def test_merge_and_split_of_two_people_are_contrary(register: Register) -> None:
    add(register, SHELLS, TANKS)
    apart = groups(register)
    merged = keep(register, judging.merge(register, [one.id for one in queries.list_transfers(register)], act()))
    parted = keep(register, judging.split(register, [TANKS.id], act(BORIS)))
    assert groups(register) == apart
    assert (force(register, merged), force(register, parted)) == (Force.CONTRARY, Force.CONTRARY)
    keep(register, judging.settle(register, merged.id, act(CLARA)))
    assert len(groups(register)) == 1


def test_what_was_judged_is_replayed_after_a_rebuild(register: Register) -> None:
    add(register, SHELLS, TANKS, AGAIN)
    keep(register, judging.merge(register, [one.id for one in queries.list_transfers(register)], act()))
    keep(register, judging.split(register, [AGAIN.id], act(on="2031-05-02")))
    correct(register, TANKS, supplier=["KOR", "POL"])
    before = list(queries.list_transfers(register))
    rederive(register)
    assert list(queries.list_transfers(register)) == before


def test_what_was_judged_finds_the_claim_that_a_new_reader_gives(register: Register) -> None:
    add(register, SHELLS, TANKS, AGAIN, reader="1")
    keep(register, judging.merge(register, [one.id for one in queries.list_transfers(register)], act()))
    keep(register, judging.split(register, [AGAIN.id], act(on="2031-05-02")))
    correct(register, SHELLS, recipient=["POL"])
    new = [reread(SHELLS, certainty=make_claim(certainty="probable").certainty), reread(TANKS), reread(AGAIN)]
    add(register, *new, reader="2")
    assert groups(register) == sorted([(new[2].id,), tuple(sorted((new[0].id, new[1].id)))])
    assert [one.actor for one in next(queries.list_transfers(register, TransferFilter(actor=("POL",)))).recipient] == [
        "POL",
        "UKR",
    ]
    assert {one.force for one in list_judgements(register)} == {Force.IN_FORCE}


def test_a_claim_is_found_where_the_sentence_is_cut_otherwise_and_not_where_it_says_something_else(
    register: Register,
) -> None:
    add(register, SHELLS, reader="1")
    judgement = reject(register, SHELLS)
    shorter = replace(SHELLS.evidence, start=8, end=20, text=SHELLS.evidence.text[8:20])
    add(register, replace(reread(SHELLS), evidence=shorter), reader="2")
    assert groups(register) == []
    other = replace(reread(SHELLS), recipient=("POL",))
    add(register, other, reader="3")
    assert groups(register) == [(other.id,)]
    assert force(register, judgement) is Force.ORPHANED
    assert "no claim" in state(register, judgement).reason
    on_article = judgements_on(register, queries.find(register, "shells"))
    assert [one.judgement for one in on_article] == [judgement]
    add(register, SHELLS, reader="1")  # the old reader again, and so the old claim
    assert groups(register) == []


def test_of_two_claims_in_one_sentence_each_keeps_its_own(register: Register) -> None:
    twins = [
        make_claim("delivery", document="twins", items=[make_item("tanks", "ML6", quantity=n)], date=f"2031-0{n}-01")
        for n in (2, 3)
    ]
    add(register, *twins, reader="1")
    judgement = reject(register, twins[0])
    add(register, reread(twins[1]), reader="2")
    assert groups(register) == [(reread(twins[1]).id,)]
    assert force(register, judgement) is Force.ORPHANED
    add(register, *[reread(twin) for twin in twins], reader="3")
    assert groups(register) == [(reread(twins[1]).id,)]


def test_a_reader_that_learned_what_was_corrected_leaves_the_correction_in_force(register: Register) -> None:
    add(register, SHELLS, reader="1")
    judgement = correct(register, SHELLS, supplier=["POL"])
    add(register, reread(SHELLS, supplier=("POL",)), reader="2")
    assert only(register).supplier[0].actor == "POL"
    assert force(register, judgement) is Force.IN_FORCE


def test_a_judgement_can_come_before_its_article(register: Register, new_place: Callable[[], str]) -> None:
    with open_register(new_place()) as other:
        add(other, SHELLS)
        judgement = judging.judge_claim(other, Verdict.REJECT, SHELLS.id, act())
    keep(register, judgement)
    assert force(register, judgement) is Force.ORPHANED
    assert state(register, judgement).reason == "shells is not in the register"
    add(register, SHELLS)
    assert groups(register) == []


def test_the_same_judgement_again_is_no_other_one(register: Register) -> None:
    add(register, SHELLS)
    judgement = reject(register, SHELLS)
    assert not add_judgement(register, judgement)
    assert len(list(list_judgements(register))) == 1


def test_a_judgement_needs_a_name(register: Register) -> None:
    with pytest.raises(SettingError, match="needs a name"):
        Act("  ", date(2031, 5, 1), "why")


def test_all_but_accepting_and_withdrawing_need_a_reason(register: Register) -> None:
    add(register, SHELLS)
    with pytest.raises(SettingError, match="to reject needs a reason"):
        reject(register, SHELLS, act(because="  "))
    accepted = keep(register, judging.judge_claim(register, Verdict.ACCEPT, SHELLS.id, act(because="")))
    keep(register, judging.withdraw(register, accepted.id, act(because="")))
    assert state(register, accepted).reason == "withdrawn by Anna on 2031-05-01"


def listed(register: Register, **filters: str) -> Sequence[str]:
    return [one.judgement.id for one in list_judgements(register, **filters)]


def test_judgements_are_listed_by_who_what_and_force(register: Register) -> None:
    add(register, SHELLS, TANKS)
    no = reject(register, SHELLS)
    fix = correct(register, TANKS, act(BORIS, "2031-04-01"), supplier=["POL"])
    assert listed(register) == [fix.id, no.id]
    assert listed(register, by="boris") == [fix.id]
    assert listed(register, verdict="reject") == [no.id]
    assert listed(register, document="tanks") == [fix.id]
    assert listed(register, state="orphaned") == []
