"""The claims of a transfer as they count in a total, and how they count if one side of a dispute is right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Certainty, Item, Stage
from armswire.model.dispute import Dispute, DisputeState, DisputeType
from armswire.model.ranges import DateRange
from armswire.register.denials import is_assertion, is_denial
from armswire.register.separation import quantities_meet, same_unit
from armswire.register.witness import PROGRESS, PROMISED, Witness

_HOLDING_BACK = frozenset({Stage.REFUSAL, Stage.HALT})


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim that a step was taken. `place` is the step's, and `time`, `items` and `recipients` may be those of the
    side that is taken to be right. Words on the end use alone (`is_aside`) tell of the goods and of no step."""

    witness: Witness
    place: int
    items: tuple[Item, ...]
    time: DateRange | None
    recipients: frozenset[str]
    is_aside: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether its source is sure."""
        return self.witness.claim.certainty is Certainty.CERTAIN


def tell(witnesses: Iterable[Witness]) -> tuple[Telling, ...]:
    """What the claims of a transfer affirm, in their order; what they ask, refuse, deny or leave open tells nothing."""
    told = []
    for witness in sorted(witnesses, key=lambda witness: witness.order):
        claim = witness.claim
        aside = claim.stage is Stage.END_USE and witness.affirmed and not is_denial(witness)
        if aside or is_assertion(witness):
            place = PROMISED if witness.place is None else witness.place
            told.append(Telling(witness, place, claim.items, witness.time, witness.recipient, aside))
    return tuple(told)


def has_scenarios(dispute: Dispute) -> bool:
    """Whether it makes a difference to a total who is right. Who is right is known where the dispute is settled."""
    return dispute.state is DisputeState.OPEN and dispute.type is not DisputeType.REASON and len(dispute.sides) > 1


def answering_sides(dispute: Dispute, witnesses: Mapping[str, Witness]) -> tuple[int, ...]:
    """The sides that say something: "no comment" is nobody's being right."""
    return tuple(
        number
        for number, side in enumerate(dispute.sides)
        if any(_answers(witnesses[claim]) for claim in side.claims if claim in witnesses)
    )


def take_side(tellings: Sequence[Telling], dispute: Dispute, right: int, rules: EvidenceRules) -> tuple[Telling, ...]:
    """How the tellings count if side number `right` of an open dispute is right. The other sides' claims then

    - were made of nothing, where they affirm what is denied (denial);
    - lose the numbers that cannot be the side's (quantity), the models and kinds that it does not name (item), their
      dates (date), their recipients (end_user), the step that was only promised (stage).
    """
    chosen = set(dispute.sides[right].claims)
    others = {claim for side in dispute.sides for claim in side.claims} - chosen
    mine = [telling for telling in tellings if telling.witness.claim.id in chosen]
    theirs = [telling for telling in tellings if telling.witness.claim.id in others]
    if dispute.type is DisputeType.DENIAL and not mine:
        return tuple(telling for telling in tellings if telling.witness.claim.id not in others)
    changed = {telling.witness.claim.id: _correct(telling, mine, dispute.type, rules) for telling in theirs}
    return tuple(changed.get(telling.witness.claim.id, telling) for telling in tellings)


def _answers(witness: Witness) -> bool:
    affirms = is_assertion(witness) or (witness.affirmed and witness.claim.stage is Stage.END_USE)
    return affirms or is_denial(witness) or witness.claim.stage in _HOLDING_BACK


def _correct(telling: Telling, right: Sequence[Telling], about: DisputeType, rules: EvidenceRules) -> Telling:
    """A telling of the wrong side as it would be if it told what the right side does."""
    if not right:
        return telling
    if about is DisputeType.QUANTITY:
        return replace(telling, items=tuple(_renumber(item, right, rules) for item in telling.items))
    if about is DisputeType.ITEM:
        kept = tuple(item for item in telling.items if not _is_other_item(item, telling, right))
        return replace(telling, items=kept)
    if about is DisputeType.DATE:
        times = [other.time for other in right if other.time is not None]
        hull = DateRange(min(t.start for t in times), max(t.end for t in times)) if times else None
        return replace(telling, time=hull)
    if about is DisputeType.END_USER:
        return replace(telling, recipients=frozenset(actor for other in right for actor in other.recipients))
    if about is DisputeType.STAGE:
        return replace(telling, place=min(telling.place, max(other.place for other in right)))
    return telling


def _renumber(item: Item, right: Sequence[Telling], rules: EvidenceRules) -> Item:
    """An item without its number where the right side tells another number of the same."""
    if item.quantity is None:
        return item
    theirs = [
        other.quantity
        for telling in right
        for other in telling.items
        if other.ml == item.ml and other.quantity is not None and same_unit(other.quantity, item.quantity)
        and (other.designation is None or item.designation is None or other.designation == item.designation)
    ]  # fmt: skip
    wrong = bool(theirs) and not any(quantities_meet(item.quantity, number, rules) for number in theirs)
    return replace(item, quantity=None) if wrong else item


def _is_other_item(item: Item, telling: Telling, right: Sequence[Telling]) -> bool:
    """Whether the right side names another model of the category, or other kinds altogether."""
    models = {other.designation for one in right for other in one.items if other.ml == item.ml}
    if models:
        return item.designation is not None and item.designation not in models and models != {None}
    kinds = {family for one in right for family in one.witness.families}
    return bool(kinds) and kinds.isdisjoint(telling.witness.families)


def step_name(place: int) -> str:
    """The word for a step."""
    return PROGRESS[place].value
