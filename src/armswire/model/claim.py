"""The claim and its slots, named as in the claim scheme."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from armswire.model.attribution import Source
from armswire.model.ranges import DateRange, Money, Quantity


class Stage(StrEnum):
    """Where in the life of a transfer a statement stands, from first word to last."""

    REQUEST = "request"
    CONSIDERATION = "consideration"
    PLEDGE = "pledge"
    AGREEMENT = "agreement"
    APPROVAL = "approval"
    DELIVERY = "delivery"
    REFUSAL = "refusal"
    HALT = "halt"
    REVERSAL = "reversal"
    END_USE = "end_use"


class Polarity(StrEnum):
    """Whether the source says that it is so, that it is not, or neither (FactBank's +, -, u)."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    UNCOMMITTED = "uncommitted"


class Certainty(StrEnum):
    """How sure the source is (FactBank's CT, PR, PS)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Answer(StrEnum):
    """How a party answers a report."""

    CONFIRMS = "confirms"
    CONFIRMS_PART = "confirms_part"
    DENIES = "denies"
    DENIES_PART = "denies_part"
    NON_DENIAL = "non_denial"
    DECLINES = "declines"
    RESTATES_POLICY = "restates_policy"


class Hedger(StrEnum):
    """Who holds a claim at a distance."""

    ARTICLE = "article"  # "reportedly", "so-called", scare quotes
    SPEAKER = "speaker"  # "may", "probably", "I believe"


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that hold a claim at a distance, as written, and whose they are."""

    text: str
    by: Hedger


@dataclass(frozen=True, slots=True)
class Item:
    """What is transferred: `text` as written, `ml` category of the military list, `designation` (K9, 155mm)."""

    text: str
    ml: str
    designation: str | None = None
    lethal: bool | None = None
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a claim rests on: code points of the article's text as it came in."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reading: which `rule` set which `slot`, on which words (`start`, `end` in the article's text),
    found by which lexicon `entry`, in a sentence for people (`note`)."""

    slot: str
    rule: str
    note: str
    start: int | None = None
    end: int | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one article. Actors are ISO 3166-1 alpha-3 codes, NATO, EU, UN, `org:...`, `grp:west`.

    `id` is derived from the content (`identity.claim_id`); `trace` is the derivation and takes no part in it.
    """

    id: str
    document: str
    stage: Stage
    polarity: Polarity
    certainty: Certainty
    evidence: Evidence
    requester: tuple[str, ...] = ()
    supplier: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    intermediary: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    value: Money | None = None
    date: DateRange | None = None
    conditions: tuple[str, ...] = ()
    reason: str | None = None
    answer: Answer | None = None
    attribution: tuple[Source, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    trace: tuple[Step, ...] = ()

    @property
    def depth(self) -> int:
        """At how many removes it is told: 0 in the article's own voice, 1 second hand, 2 third hand."""
        return len(self.attribution)
