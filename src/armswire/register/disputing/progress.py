"""How far it has come: two tellings of one step of which one has it further than the other can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from armswire.lexicon.evidence import EvidenceRules, HowFar, Telling
from armswire.model.claim import Certainty, Claim, Stage, Step
from armswire.model.dispute import DisputeType
from armswire.register.denials import speaker
from armswire.register.disputing.discrepancy import Discrepancy, Pair, all_of, gather, of_two_mouths
from armswire.register.origins import Origins
from armswire.register.separation import items_apart, same_amount
from armswire.register.witness import Witness, tell_one_report

# The rules of reading by which a word stands above the word of transfer; "said" tells whose word it is, not how far
# anything has come.
OPERATOR, SAYING, SOUNDING = "operator:", "operator:say:", "sounding"


def find_drift(members: Sequence[Witness], origins: Origins, rules: EvidenceRules) -> Iterator[Discrepancy]:
    """Done or only to come, where two articles retell one report: one of them must have changed it."""
    told = [
        witness
        for witness in members
        if witness.claim.stage in (Stage.PLEDGE, Stage.DELIVERY) and witness.claim.certainty is Certainty.CERTAIN
    ]
    against = [
        pair
        for pair in combinations(told, 2)
        if pair[0].claim.stage is not pair[1].claim.stage
        and is_retold(*pair, origins, rules)
        and not _tells_both(pair, told)
    ]
    held = all_of(against)
    if held:
        words = {Stage.PLEDGE: "still to come", Stage.DELIVERY: "done or under way"}
        sides = gather((words[witness.claim.stage], witness) for witness in held)
        yield Discrepancy(DisputeType.STAGE, "Is the delivery done, or still to come?", sides)


def find_how_far(
    members: Sequence[Witness], origins: Origins, rules: EvidenceRules, how_far: HowFar
) -> Iterator[Discrepancy]:
    """How far one step had come, where one telling has it further than the other leaves it, and both cannot be right.

    Another day may find it further: of two articles only those are held against each other that retell one report, and
    who tells less of the same number after the day on which it was done, as another has it.
    """
    told = [(witness, telling) for witness in members if (telling := _telling(witness.claim, how_far)) is not None]
    held = {
        witness.claim.id
        for (less, low), (further, high) in permutations(told, 2)
        if how_far.tellings.index(low) < how_far.tellings.index(high)
        and (
            _clash_in_one_article(less, further, rules)
            if how_far.in_one_article
            else _clash(less, further, origins, rules)
        )
        for witness in (less, further)
    }
    if held:
        sides = gather((telling.says, witness) for witness, telling in told if witness.claim.id in held)
        yield Discrepancy(DisputeType.STAGE, how_far.asks, sides)


def _clash(less: Witness, further: Witness, origins: Origins, rules: EvidenceRules) -> bool:
    """Whether two articles cannot both be right: of one report, or one tells less after the day it had come further."""
    if not (less.claim.certainty is further.claim.certainty is Certainty.CERTAIN):
        return False
    if is_retold(less, further, origins, rules):
        return True
    if further.claim.date is None or less.published is None or less.claim.document == further.claim.document:
        return False
    return less.published > further.claim.date.end and same_amount(less, further, rules) is True


def _clash_in_one_article(less: Witness, further: Witness, rules: EvidenceRules) -> bool:
    """Whether one article tells the same of the same parties at the same time on two words.

    Who says itself that it asks has asked.
    """
    return (
        less.claim.document == further.claim.document
        and speaker(further) not in further.requester
        and of_two_mouths(less, further)
        and bool(less.supplier & further.supplier and less.recipient & further.recipient)
        and not (items_apart(less, further, rules) or less.dated or further.dated)
    )


def _telling(claim: Claim, how_far: HowFar) -> Telling | None:
    """How a claim tells its step, by the words that its reading rests on; None where they say nothing of it."""
    above = [_word(step, claim) for step in claim.trace if _stands_above(step)]
    frames = [_word(step, claim) for step in claim.trace if step.slot == "frame"]
    for telling in how_far.tellings:
        if claim.stage is not telling.stage:
            continue
        if telling.operators.intersection(above) or (not above and telling.frames.intersection(frames)):
            return telling
    return None


def _stands_above(step: Step) -> bool:
    """Whether a step of the reading tells of a word above the word of transfer."""
    return step.rule == SOUNDING or (step.rule.startswith(OPERATOR) and not step.rule.startswith(SAYING))


def _word(step: Step, claim: Claim) -> str:
    """The word that a step of the reading rests on; nothing where it stands in another sentence than the claim."""
    if step.start is None or step.end is None or step.start < claim.evidence.start:
        return ""
    return claim.evidence.text[step.start - claim.evidence.start : step.end - claim.evidence.start].casefold()


def is_retold(one: Witness, other: Witness, origins: Origins, rules: EvidenceRules) -> bool:
    """Whether two articles tell the same report or pass on the same word."""
    if one.claim.document == other.claim.document:
        return False
    return tell_one_report(one, other, rules) or _have_one_origin(one, other, origins, rules)


def _have_one_origin(one: Witness, other: Witness, origins: Origins, rules: EvidenceRules) -> bool:
    """Whether both pass on the same word, said within the days in which a report is retold."""
    if not one.claim.attribution or not other.claim.attribution or origins.key(one) != origins.key(other):
        return False
    return _published_within(one, other, days=rules.days.echo_drift.value)


def _tells_both(pair: Pair, told: Sequence[Witness]) -> bool:
    """Whether one of the two articles tells of a promise and of a delivery too: then it knows the difference."""
    stages = [{other.claim.stage for other in told if other.claim.document == one.claim.document} for one in pair]
    return any(len(found) > 1 for found in stages)


def _published_within(one: Witness, other: Witness, *, days: float) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) <= days
