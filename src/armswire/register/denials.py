"""Who says that it is not so, about what, and whether that still stands. Change over time is no contradiction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Answer, Polarity, Stage
from armswire.register.witness import PROGRESS, Witness

_DENYING = frozenset({Answer.DENIES, Answer.DENIES_PART})
_EVADING = frozenset({Answer.DECLINES, Answer.NON_DENIAL, Answer.RESTATES_POLICY})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that affirm something and claims that deny the same, each sorted."""

    affirming: tuple[Witness, ...]
    denying: tuple[Witness, ...]


def find_parties(members: Sequence[Witness], rules: EvidenceRules, stage: Stage | None = None) -> frozenset[str]:
    """The parties to the transfer of some claims; to a request, whoever asks is one too."""
    standing = rules.standing
    roles = {*standing.parties.roles, *(standing.parties_to_request.roles if stage is Stage.REQUEST else ())}
    return frozenset(actor for member in members for role in roles for actor in getattr(member.claim, role))


def speaker(witness: Witness) -> str | None:
    """The actor whose word a claim is in the end; None where that is not known."""
    chain = witness.claim.attribution
    return chain[-1].actor if chain else None


def is_denial(witness: Witness) -> bool:
    """Whether the claim says that something reported is not so; who denies a detail only leaves the whole open."""
    leaves_open = witness.claim.polarity is Polarity.UNCOMMITTED
    return witness.claim.polarity is Polarity.NEGATED or (witness.claim.answer in _DENYING and not leaves_open)


def leaves_open(witness: Witness) -> bool:
    """Whether the claim is somebody's answer that is neither yes nor no; who restates a policy denies no report."""
    if not witness.claim.attribution or is_denial(witness):
        return False
    return witness.claim.polarity is Polarity.UNCOMMITTED or witness.claim.answer in _EVADING


def is_assertion(witness: Witness) -> bool:
    """Whether the claim says that a step of a transfer was taken."""
    answer = witness.claim.answer
    return witness.affirmed and witness.place is not None and answer not in _DENYING and answer not in _EVADING


def is_acknowledged(witness: Witness, parties: frozenset[str], rules: EvidenceRules) -> bool:
    """Whether a party to the transfer says so itself, on the record and without hedging."""
    claim, standing = witness.claim, rules.standing
    if not witness.affirmed or claim.answer in _DENYING or speaker(witness) not in parties:
        return False
    if claim.stage not in standing.acknowledged_stages.stages:
        return False
    if claim.answer in standing.acknowledging_answers.answers:
        return True
    on_record = standing.speakers[claim.attribution[-1].source_class].acknowledges
    return on_record and claim.certainty in standing.acknowledging_certainty.certainty


def is_denied_by(witness: Witness, parties: frozenset[str], rules: EvidenceRules) -> bool:
    """Whether a claim that denies something is the word of a party."""
    if speaker(witness) not in parties:
        return False
    return rules.standing.speakers[witness.claim.attribution[-1].source_class].denies


def find_contradiction(members: Sequence[Witness], rules: EvidenceRules) -> Contradiction | None:
    """What some members affirm and others deny; None where they can all be true."""
    pairs = [
        (yes, no)
        for no in members
        for yes in members
        if yes is not no and is_assertion(yes) and contradicts(no, yes, rules)
    ]
    if not pairs:
        return None
    affirming = {yes.claim.id: yes for yes, _ in pairs}
    denying = {no.claim.id: no for _, no in pairs}
    return Contradiction(_sorted(affirming.values()), _sorted(denying.values()))


def contradicts(no: Witness, yes: Witness, rules: EvidenceRules) -> bool:
    """Whether `no` says that what `yes` affirms is not so. Both are claims about one transfer."""
    if yes.place is None or _of_one_mouth(no, yes):
        return False
    if is_denial(no):
        return _denies_stage(no, yes.place, rules) and _speaks_of_that_time(no, yes, rules)
    return no.claim.answer is not Answer.RESTATES_POLICY and _rules_out(no, yes, rules)


def could_answer(answer: Witness, yes: Witness, rules: EvidenceRules) -> bool:
    """Whether an answer that is neither yes nor no can be one to what `yes` affirms. Both are about one transfer."""
    if yes.place is None or _of_one_mouth(answer, yes) or _of_one_speaker(answer, yes):
        return False
    if answer.claim.stage is Stage.REFUSAL and answer.affirmed:
        return _rules_out(answer, yes, rules)
    return _denies_stage(answer, yes.place, rules) and _speaks_of_that_time(answer, yes, rules)


def still_denying(
    contradiction: Contradiction, members: Sequence[Witness], rules: EvidenceRules
) -> tuple[Witness, ...]:
    """The denials that their own speakers have not taken back by acknowledging it later."""
    parties = find_parties(members, rules)
    return tuple(no for no in contradiction.denying if not acknowledged_after(no, members, parties, rules))


def acknowledged_after(
    no: Witness, members: Sequence[Witness], parties: frozenset[str], rules: EvidenceRules
) -> tuple[Witness, ...]:
    """The claims by which who denied something, or left it open, has acknowledged it since."""
    return tuple(later for later in _acknowledging(no, members, parties, rules) if _comes_after(later, no))


def has_acknowledged(
    answer: Witness, members: Sequence[Witness], parties: frozenset[str], rules: EvidenceRules
) -> bool:
    """Whether who leaves something open acknowledges it elsewhere, and not only since."""
    return any(not _comes_after(other, answer) for other in _acknowledging(answer, members, parties, rules))


def _acknowledging(
    no: Witness, members: Sequence[Witness], parties: frozenset[str], rules: EvidenceRules
) -> Iterator[Witness]:
    """The claims by which the speaker of `no` acknowledges what it denied or left open."""
    who = speaker(no)
    for member in members:
        if who is None or speaker(member) != who or member.place is None:
            continue
        if _denies_stage(no, member.place, rules) and is_acknowledged(member, parties, rules):
            yield member


def _comes_after(later: Witness, no: Witness) -> bool:
    """Whether something was said after a denial: one article may tell of both, and of the day of the denial."""
    if later.published is None or no.published is None or no.as_of is None:
        return False
    return later.published > min(no.published, no.as_of)


def _denies_stage(no: Witness, place: int, rules: EvidenceRules) -> bool:
    """Whether a denial reaches the step at a place on the line of progress."""
    return PROGRESS[place] in rules.standing.denial_reaches[no.claim.stage].stages


def _of_one_mouth(no: Witness, yes: Witness) -> bool:
    """One article on one word: it tells of a change ("after months of refusing, it agreed"), it does not argue."""
    return no.claim.document == yes.claim.document and no.claim.attribution == yes.claim.attribution


def _of_one_speaker(one: Witness, other: Witness) -> bool:
    """One article on the word of one person, whatever it calls them: who says it does not decline to say it."""
    mine, theirs = one.claim.attribution[-1:], other.claim.attribution[-1:]
    if one.claim.document != other.claim.document or not mine or not theirs:
        return False
    return mine[0].source == theirs[0].source


def _speaks_of_that_time(no: Witness, yes: Witness, rules: EvidenceRules) -> bool:
    """A denial holds for what had happened when it was made: what came later is a change, not a contradiction."""
    if no.as_of is None or yes.time is None:
        return True
    # A promise carries the date of what is promised; it was made by the day of the report.
    known = yes.published or yes.time.end
    started, ended = min(yes.time.start, known), min(yes.time.end, known)
    return started <= no.as_of and (ended - no.as_of).days <= rules.days.undated.value


def _rules_out(no: Witness, yes: Witness, rules: EvidenceRules) -> bool:
    """A refusal on somebody's word contradicts what is told, shortly before it, from a promise to a delivery."""
    claim = no.claim
    if claim.stage is not Stage.REFUSAL or claim.polarity is not Polarity.AFFIRMED or not claim.attribution:
        return False
    if yes.claim.stage not in rules.standing.refusal_rules_out.stages or yes.time is None or no.as_of is None:
        return False
    told = yes.time.start if yes.dated else yes.time.end
    return 0 <= (no.as_of - told).days <= rules.days.policy_denial.value


def _sorted(witnesses: Iterable[Witness]) -> tuple[Witness, ...]:
    return tuple(sorted(witnesses, key=lambda witness: witness.order))
