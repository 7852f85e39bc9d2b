"""Transfers, with their route, thread, origins and entries."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - fields are called date

from pydantic import Field

from armswire.api.responses.common import Dates, Item, Money, Shown, StageRecord
from armswire.model.claim import Certainty, Stage
from armswire.model.entry import EntryField
from armswire.model.origin import NodeKind, Sign
from armswire.model.route import BackfillSide, Part
from armswire.model.standing import Standing


class SupportedActor(Shown):
    """An actor and the claims that name it."""

    actor: str
    claims: list[str]


class SupportedItem(Item):
    """An item, the claims that name it, and those that say how many."""

    claims: list[str]
    quantity_claims: list[str]


class SupportedValue(Money):
    """A sum and the claims that state it."""

    claims: list[str]


class Origin(Shown):
    """Where word of it first came from, and the claims that echo it."""

    origin: str
    claims: list[str]


class OriginNode(Shown):
    """An article, a report that was never collected, or a speaker."""

    id: str
    kind: NodeKind
    name: str
    actor: str | None
    document: str | None
    public: bool
    own: list[str]


class OriginLink(Shown):
    """`teller` has it from `source`."""

    teller: str
    source: str
    sign: Sign
    claims: list[str]


class Provenance(Shown):
    """Who has it from whom."""

    nodes: list[OriginNode]
    links: list[OriginLink]


class Doubt(Shown):
    """A reason for brackets."""

    rule: str
    words: str
    claims: list[str]


class Entry(Shown):
    """A value as trade registers print it: `shown` has brackets where there are doubts."""

    field: EntryField
    place: int | None
    text: str
    shown: str
    claims: list[str]
    doubts: list[Doubt]


class Leg(Shown):
    """One stretch of the way."""

    sender: list[str] = Field(alias="from")
    receiver: list[str] = Field(alias="to")
    stages: list[StageRecord]
    standing: Standing
    standing_reason: str
    standing_claims: list[str]
    claims: list[str]


class GoBetween(Shown):
    """What somebody on the way does with the goods."""

    actor: str
    part: Part
    reason: str
    claims: list[str]


class EndUser(Shown):
    """Who gets it in the end, as one side states it."""

    actor: str
    on_whose_word: list[str]
    terms: list[str]
    claims: list[str]


class ThreadStep(Shown):
    """A step of the thread: when it was, when it is due, when it was told."""

    stage: Stage
    denied: bool
    certainty: Certainty
    date: Dates | None
    due: Dates | None
    told: Day | None
    claims: list[str]


class Thread(Shown):
    """The story in one line, and what is missing in it by the day until which it is known."""

    says: str
    gap: str | None
    known_until: Day | None
    steps: list[ThreadStep]


class Backfill(Shown):
    """A transfer that fills the gaps of another."""

    side: BackfillSide
    giver: list[str]
    other: str | None
    claims: list[str]


class Transfer(Shown):
    """Claims about the same transfer as one record; every value says which claims it comes from."""

    id: str
    supplier: list[SupportedActor]
    recipient: list[SupportedActor]
    intermediary: list[SupportedActor]
    items: list[SupportedItem]
    value: list[SupportedValue]
    stage: Stage | None = Field(description="The furthest affirmed one.")
    stages: list[StageRecord]
    standing: Standing
    standing_rule: str
    standing_reason: str
    standing_claims: list[str]
    origins: int = Field(description="The number of independent ones.")
    origin_claims: list[Origin]
    provenance: Provenance
    claims: list[str]
    edited_away: list[str] = Field(
        description="Those of its claims that the newest version of their article does not tell; they count only where "
        "there are no others."
    )
    disputes: list[str]
    judgements: list[str]
    entries: list[Entry]
    legs: list[Leg]
    parts: list[GoBetween]
    end_users: list[EndUser]
    thread: Thread
    backfills: list[Backfill]


class FacetCount(Shown):
    """A value that a filter can have, and how many transfers a list would have with it."""

    value: str
    count: int


class Facets(Shown):
    """By filter the values that are left to choose, the most frequent first; `total` is how many transfers fit now."""

    total: int
    facets: dict[str, list[FacetCount]]
