"""Claims, articles and what was dropped."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - fields are called date
from datetime import datetime
from typing import Any

from pydantic import Field

from armswire.api.responses.common import Dates, Item, Money, Shown
from armswire.model.attribution import Naming, SourceClass
from armswire.model.claim import Answer, Certainty, Hedger, Polarity, Stage
from armswire.model.origin import Precedence
from armswire.model.origin import Sign as SignOf
from armswire.model.version import Change, NoticeKind


class Evidence(Shown):
    """The words of the article, and where they stand in it: code points of its text."""

    start: int
    end: int
    text: str


class Source(Shown):
    """One link of the chain of speakers, from the article inwards."""

    source: str
    source_class: SourceClass = Field(alias="class")
    actor: str | None
    naming: Naming | None
    terms: str | None


class Hedge(Shown):
    """A word by which somebody keeps a distance to what is said."""

    text: str
    by: Hedger


class EditedAway(Shown):
    """The version of its article in which a claim is gone."""

    version: str = Field(description="The id of the article.")
    seen: str = Field(description="When that stood at the address: a moment in UTC or a day.")


class Claim(Shown):
    """What one article says on somebody's word: who asked, weighed, promised, delivered, refused what, to whom."""

    id: str
    document: str = Field(description="The article's id.")
    stage: Stage
    polarity: Polarity
    certainty: Certainty
    requester: list[str]
    supplier: list[str]
    recipient: list[str]
    intermediary: list[str]
    items: list[Item]
    value: Money | None
    date: Dates | None
    conditions: list[str]
    reason: str | None
    answer: Answer | None
    attribution: list[Source]
    hedges: list[Hedge]
    evidence: Evidence
    depth: int = Field(description="How many sources the word has gone through.")
    transfer: str | None
    edited_away: EditedAway | None = Field(description="Null where the newest version of its article tells it.")


class Step(Shown):
    """One step of how a claim was read: the slot, the rule, and the words of the article that it rests on."""

    slot: str
    rule: str
    note: str
    start: int | None
    end: int | None
    entry: str | None


class ReadClaim(Claim):
    """A claim with the steps of its reading."""

    trace: list[Step]


class Sign(Shown):
    """A report that an article depends on, and by what that is known."""

    report: str
    sign: SignOf


class Notice(Shown):
    """What an outlet says of a change."""

    kind: NoticeKind
    text: str


class Version(Shown):
    """One text of an address that has shown several."""

    article: str
    number: int
    seen: str = Field(description="When it stood there: a moment in UTC or a day.")
    change: Change
    previous: str | None
    silent: bool = Field(description="Whether it was changed and the outlet does not say so.")
    notice: Notice | None


class Likeness(Shown):
    """How like its original a copy is, and by what it is known that the original came first."""

    share: float = Field(description="The share of the shorter text that stands in the longer one, 0 to 1.")
    length: float = Field(description="How long the copy is by its original.")
    first_by: Precedence


class Translation(Shown):
    """That an article says it is translated, and where in its text; `language` is what from, where it is named."""

    language: str | None
    by_machine: bool
    rule: str
    start: int
    end: int


class Article(Shown):
    """An article as it came in, without what was read in it."""

    id: str
    url: str | None
    outlet: str | None
    title: str | None
    published: Day | None
    published_by: str = Field(description="How the day of publication is known.")
    language: str | None = Field(description="What somebody said that it is in.")
    written_in: str | None = Field(description="What its words are in, an ISO 639 code; null where nobody looked.")
    translation: Translation | None = Field(description="What it says of its being translated.")
    text: str
    copy_of: str | None
    retells: list[str]
    first_hand: bool
    signs: list[Sign]
    likeness: Likeness | None = Field(description="Of a copy alone.")
    sha256: str
    state: str
    version: Version | None = Field(description="Null where its address has shown no other text.")
    extra: dict[str, Any]
    arrived: datetime | None = Field(description="When it came into this register; null where nobody noted it.")


class Rejection(Shown):
    """Words that were looked at and dropped, with the rule that dropped them."""

    document: str
    room: str
    rule: str
    note: str
    evidence: Evidence
