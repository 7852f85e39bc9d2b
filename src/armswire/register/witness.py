"""A claim with what its article adds to it: when it was published, when the event can have been, whose report it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Claim, Polarity, Stage
from armswire.model.ranges import DateRange, Quantity
from armswire.register.facts import ArticleFacts

# The stages that a transfer goes through, from first word to last; refusals and halts stand beside this line.
PROGRESS = (Stage.REQUEST, Stage.CONSIDERATION, Stage.PLEDGE, Stage.AGREEMENT, Stage.APPROVAL, Stage.DELIVERY)
PROMISED = PROGRESS.index(Stage.PLEDGE)
_PLACE = {stage: place for place, stage in enumerate(PROGRESS)}


@dataclass(frozen=True, slots=True, eq=False)
class Witness:
    """A claim made ready for comparing; what many comparisons need is worked out once.

    `time` is when the event can have been, `dated` whether the claim itself says so. `families` are the kinds of item
    that it names, `generic` its categories that name no kind (ARMS), `covered` the families that those can stand for,
    `models` the designations by category, `amounts` the quantities by category. `place` is where on the line of
    progress its stage stands, None beside it. `affirmed` says that the source says so, `is_comment` that the claim
    speaks of something that was told before it (answers, denials, end use). `order` sorts witnesses by
    publication and id, the same in every run.
    """

    claim: Claim
    outlet: str | None
    published: date | None
    time: DateRange | None
    dated: bool
    requester: frozenset[str]
    supplier: frozenset[str]
    recipient: frozenset[str]
    intermediary: frozenset[str]
    families: frozenset[str]
    generic: frozenset[str]
    covered: frozenset[str]
    models: Mapping[str, frozenset[str]]
    amounts: tuple[tuple[str, Quantity], ...]
    place: int | None
    affirmed: bool
    is_comment: bool
    order: tuple[str, str]

    @property
    def as_of(self) -> date | None:
        """The last day for which the statement can be meant."""
        return self.claim.date.end if self.claim.date is not None else self.published


def call_witness(claim: Claim, facts: ArticleFacts, rules: EvidenceRules) -> Witness:
    """The claim of an article as a witness."""
    affirmed = claim.polarity is Polarity.AFFIRMED
    categories = {item.ml for item in claim.items}
    generic = frozenset(ml for ml in categories if rules.family_of(ml) is None)
    return Witness(
        claim=claim,
        outlet=facts.outlet,
        published=facts.published,
        time=_event_time(claim, facts, rules),
        dated=claim.date is not None,
        requester=frozenset(claim.requester),
        supplier=frozenset(claim.supplier),
        recipient=frozenset(claim.recipient),
        intermediary=frozenset(claim.intermediary),
        families=frozenset(family for ml in categories if (family := rules.family_of(ml)) is not None),
        generic=generic,
        covered=frozenset(family for ml, families in rules.covers.items() if ml in generic for family in families),
        models=_designations(claim),
        amounts=tuple((item.ml, item.quantity) for item in claim.items if item.quantity is not None),
        place=_PLACE.get(claim.stage),
        affirmed=affirmed,
        is_comment=claim.stage is Stage.END_USE or claim.answer is not None or not affirmed,
        order=("9999-12-31" if facts.published is None else facts.published.isoformat(), claim.id),
    )


def days_between(one: DateRange, other: DateRange) -> int:
    """Days from the end of the earlier range to the start of the later one; 0 where they touch or overlap."""
    return max(0, (other.start - one.end).days, (one.start - other.end).days)


def _event_time(claim: Claim, facts: ArticleFacts, rules: EvidenceRules) -> DateRange | None:
    if claim.date is not None or facts.published is None:
        return claim.date
    days = timedelta(days=rules.days.undated.value)
    return DateRange(max(date.min + days, facts.published) - days, facts.published)


def _designations(claim: Claim) -> dict[str, frozenset[str]]:
    return {
        ml: frozenset(item.designation for item in claim.items if item.ml == ml and item.designation is not None)
        for ml in sorted({item.ml for item in claim.items if item.designation is not None})
    }
