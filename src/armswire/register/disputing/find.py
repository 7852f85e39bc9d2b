"""The disputes of one transfer: what the finders of this room see, as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.dispute import Dispute, DisputeSide, DisputeState, OpenAnswer
from armswire.model.identity import content_key
from armswire.register.denials import is_assertion
from armswire.register.disputing.amounts import find_models, find_quantities
from armswire.register.disputing.days import DATED_ONCE, find_dates
from armswire.register.disputing.denied import find_denials
from armswire.register.disputing.discrepancy import Discrepancy
from armswire.register.disputing.end_users import find_end_users
from armswire.register.disputing.kinds import find_purposes, find_slips
from armswire.register.disputing.progress import find_drift, find_how_far
from armswire.register.disputing.reasons import GIVEN_REASONS, find_reasons
from armswire.register.disputing.words import hear
from armswire.register.origins import Origins
from armswire.register.witness import Witness


def find_disputes(
    transfer: str, members: Sequence[Witness], origins: Origins, rules: EvidenceRules
) -> tuple[Dispute, ...]:
    """The disputes among the claims of a transfer, sorted by id."""
    found = (_as_dispute(transfer, discrepancy) for discrepancy in find_discrepancies(members, origins, rules))
    return tuple(sorted(found, key=lambda dispute: dispute.id))


def find_discrepancies(members: Sequence[Witness], origins: Origins, rules: EvidenceRules) -> Iterator[Discrepancy]:
    """All questions that the claims of a transfer answer differently, in a fixed order.

    But for denials and end users, only claims of different articles or on different words are held against each other.
    """
    yield from find_denials(members, rules)
    yield from find_end_users(members)
    asserted = [witness for witness in members if is_assertion(witness)]
    for stage in Stage:
        same = [witness for witness in asserted if witness.claim.stage is stage]
        yield from find_quantities(same, rules)
        yield from find_models(same, rules)
        yield from find_slips(same, rules)
        yield from find_purposes(same, rules)
        if stage in DATED_ONCE:
            yield from find_dates(same, rules)
        if stage in GIVEN_REASONS:
            given = [witness for witness in members if witness.affirmed and witness.claim.stage is stage]
            yield from find_reasons(given, rules)
    yield from find_drift(asserted, origins, rules)
    for how_far in rules.how_far:
        yield from find_how_far(asserted, origins, rules, how_far)


def _as_dispute(transfer: str, found: Discrepancy) -> Dispute:
    # The earliest claim of each side makes the id: it stays while reports are added to the sides.
    earliest = [side[0] for _, side in found.sides]
    if len(found.sides) == 1:
        earliest.append(found.open_answers[0])
    is_open = found.settled is None
    return Dispute(
        id=content_key("dispute", transfer, found.type.value, *(witness.claim.id for witness in earliest)),
        type=found.type,
        question=found.question,
        sides=tuple(
            DisputeSide(says, hear(side), tuple(witness.claim.id for witness in side)) for says, side in found.sides
        ),
        state=DisputeState.OPEN if is_open else DisputeState.SETTLED,
        state_reason=found.settled or found.left_open or "neither side has given way",
        transfer=transfer,
        answers=tuple(_answers(found.open_answers)),
    )


def _answers(witnesses: Iterable[Witness]) -> Iterator[OpenAnswer]:
    """Each answer of each speaker once, the first told first."""
    told = list(witnesses)
    for answer in dict.fromkeys(witness.claim.answer for witness in told):
        for word in hear(witness for witness in told if witness.claim.answer is answer):
            yield OpenAnswer(answer, word)
