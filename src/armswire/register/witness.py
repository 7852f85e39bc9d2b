"""A claim with what its article adds to it: when it was published, when the event can have been, whose report it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Claim, Polarity, Stage
from armswire.model.ranges import DateRange
from armswire.register.facts import ArticleFacts

# The stages that a transfer goes through, from first word to last; refusals and halts stand beside this line.
PROGRESS = (Stage.REQUEST, Stage.CONSIDERATION, Stage.PLEDGE, Stage.AGREEMENT, Stage.APPROVAL, Stage.DELIVERY)
_PLACE = {stage: place for place, stage in enumerate(PROGRESS)}


@dataclass(frozen=True, slots=True)
class Witness:
    """A claim made ready for comparing. `time` is when the event can have been, `dated` whether the claim says so.

    `kinds` are the categories of its items that name a kind, `generic` those that do not (ARMS), `models` the
    designations by category. `order` sorts witnesses by publication and id, the same in every run.
    """

    claim: Claim
    outlet: str | None
    published: date | None
    time: DateRange | None
    dated: bool
    kinds: frozenset[str]
    generic: frozenset[str]
    models: Mapping[str, frozenset[str]]
    order: tuple[str, str]

    @property
    def affirmed(self) -> bool:
        """Whether the source says that it is so."""
        return self.claim.polarity is Polarity.AFFIRMED

    @property
    def place(self) -> int | None:
        """Where on the line of progress the claim's stage stands; None for one beside it."""
        return _PLACE.get(self.claim.stage)

    @property
    def as_of(self) -> date | None:
        """The last day for which the statement can be meant."""
        return self.claim.date.end if self.claim.date is not None else self.published


def call_witness(claim: Claim, facts: ArticleFacts, rules: EvidenceRules) -> Witness:
    """The claim of an article as a witness."""
    time = claim.date
    if time is None and facts.published is not None:
        days = timedelta(days=rules.days.undated.value)
        time = DateRange(max(date.min + days, facts.published) - days, facts.published)
    kinds = {item.ml for item in claim.items}
    generic = frozenset(ml for ml in kinds if rules.family_of(ml) is None)
    return Witness(
        claim=claim,
        outlet=facts.outlet,
        published=facts.published,
        time=time,
        dated=claim.date is not None,
        kinds=frozenset(kinds - generic),
        generic=generic,
        models={
            ml: frozenset(item.designation for item in claim.items if item.ml == ml and item.designation is not None)
            for ml in sorted(kinds)
        },
        order=("9999-12-31" if facts.published is None else facts.published.isoformat(), claim.id),
    )


def days_between(one: DateRange, other: DateRange) -> int:
    """Days from the end of the earlier range to the start of the later one; 0 where they touch or overlap."""
    return max(0, (other.start - one.end).days, (one.start - other.end).days)
