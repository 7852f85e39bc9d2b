"""What may stand in an address: the filters of lists, described. What they mean is told by `register`."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from armswire.register.listing.paging import MOST
from armswire.register.review.items import Hide, Need
from armswire.serving.reviewer import LONGEST

_A_DAY = "a year, a month or a day (2023, 2023-03, 2023-03-14)"
_A_MOMENT = f"{_A_DAY}, or a moment in UTC (2023-03-14T15:30)"
_ACTOR = "codes or names; none where nobody says"


class Asked(BaseModel):
    """Parameters of a query; others are refused."""

    model_config = ConfigDict(extra="forbid")

    def filters(self) -> Mapping[str, list[str]]:
        """The filters that are set, with their values in words."""
        given = self.model_dump(exclude_none=True, exclude={"cursor", "limit", "sort"})
        return {name: list(value) if isinstance(value, list) else [str(value)] for name, value in given.items()}


class AskedPage(Asked):
    """A list is read a page at a time."""

    cursor: str | None = Field(None, max_length=2000, description="Where the page begins.")
    limit: int = Field(50, ge=1, le=MOST, description="Records on the page, at most.")


class TransferQuestion(Asked):
    """Which transfers; several values of one filter let any of them through."""

    supplier: list[str] | None = Field(None, description=f"Who gives: {_ACTOR}.")
    recipient: list[str] | None = Field(None, description=f"Who gets it: {_ACTOR}.")
    intermediary: list[str] | None = Field(None, description=f"Who passes it on: {_ACTOR}.")
    actor: list[str] | None = Field(None, description="A party in any role.")
    stage: list[str] | None = Field(None, description="The furthest stage that is affirmed, or none.")
    standing: list[str] | None = None
    item: list[str] | None = Field(None, description="A family (ammunition) or a category of the munitions list (ML3).")
    speaker: list[str] | None = Field(None, description="The class of somebody whose word it is, or article.")
    dispute: list[str] | None = Field(None, description="open, settled or none.")
    since: str | None = Field(None, description=f"What happened from then on: {_A_DAY}.")
    until: str | None = Field(None, description=f"What happened by then: {_A_DAY}.")
    min_origins: int | None = Field(None, ge=0, le=999_999)
    overdue: str | None = Field(None, description="A promised delivery was not reported then: now, or a day.")
    told_since: str | None = Field(
        None, description=f"An article tells of it that was published from then on: {_A_DAY}."
    )
    arrived_since: str | None = Field(
        None, description=f"An article tells of it that came into the register from then on: {_A_MOMENT}."
    )
    words: str | None = Field(None, max_length=1000, description='Words of the evidence: shells "end user" -missiles')
    document: str | None = Field(None, description="The id of an article that tells of it.")


class TransferPageQuestion(TransferQuestion, AskedPage):
    """A page of transfers."""

    sort: str = Field("usual", description="usual, supplier, recipient, item, first, last, origins; -last for down.")


class ClaimPageQuestion(AskedPage):
    """A page of claims."""

    actor: str | None = Field(None, description="Anybody with a part in it, or whose word it is.")
    stage: str | None = None
    polarity: str | None = None
    document: str | None = Field(None, description="The id of an article.")
    transfer: str | None = Field(None, description="The whole id of a transfer.")
    min_depth: int | None = Field(None, ge=0, le=999_999, description="The least number of sources in the chain.")
    words: str | None = Field(None, max_length=1000)


class ArticlePageQuestion(AskedPage):
    """A page of articles."""

    state: str | None = Field(
        None,
        description="read, irrelevant (no word of arms), foreign (in a language not read), same (as another version).",
    )
    outlet: str | None = None
    retells: str | None = Field(None, description="The whole id of an article that it retells or copies.")
    since: str | None = Field(None, description=f"Published from then on: {_A_DAY}.")
    until: str | None = Field(None, description=f"Published by then: {_A_DAY}.")
    arrived_since: str | None = Field(None, description=f"Came into the register from then on: {_A_MOMENT}.")
    words: str | None = Field(None, max_length=1000)


class DisputePageQuestion(AskedPage):
    """A page of disputes."""

    actor: str | None = Field(None, description="A party to the transfer.")
    type: str | None = None
    state: str | None = None
    transfer: str | None = None
    document: str | None = None
    told_since: str | None = Field(None, description=f"An article tells of its transfer, published from: {_A_DAY}.")
    arrived_since: str | None = Field(
        None, description=f"An article tells of its transfer that came in from then on: {_A_MOMENT}."
    )


class QueueQuestion(TransferQuestion, AskedPage):
    """A page of what waits for a person; the filters narrow it to claims of transfers that fit."""

    need: Need = Field(description="Why a person should look.")
    by: str | None = Field(None, max_length=LONGEST, description="Who reviews.")
    hide: Hide = Field(Hide.MINE, description="Left out is what `by` has judged, what anybody has judged, or nothing.")


class MatterQuestion(Asked):
    """An item as somebody takes it in hand."""

    by: str | None = Field(None, max_length=LONGEST, description="Who reviews.")
    claim: str | None = Field(None, description="The claim to take in hand; else the first that `by` has not judged.")


class PositionQuestion(Asked):
    """Which positions."""

    actor: str | None = None
    toward: str | None = None
    stage: str | None = None


class JudgementQuestion(Asked):
    """Which judgements."""

    by: str | None = None
    verdict: str | None = None
    state: str | None = Field(None, description="The force that a judgement has: in_force, withdrawn, ...")
    document: str | None = None
