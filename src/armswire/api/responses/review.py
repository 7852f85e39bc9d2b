"""What waits for a person, and everything that an item rests on."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field

from armswire.api.responses.claims import Claim, Evidence, ReadClaim, Step
from armswire.api.responses.common import Shown
from armswire.api.responses.disputes import Dispute
from armswire.api.responses.judgements import Judgement
from armswire.api.responses.transfers import Transfer
from armswire.model.finding import Support
from armswire.register.review.items import Need


class QueueItem(Shown):
    """Something to look at: a dispute, a transfer, a claim, or a pair of contrary judgements."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "need": "uncertain",
                    "id": "claim-3fa2c1d04b7e9a15",
                    "what": "pledge, probable: KOR → POL: 20 tanks [ML6]",
                    "why": "it is read as probable, by the words “is likely to”",
                    "transfer": "transfer-8c01d2e3f4a5b697",
                    "claims": ["claim-3fa2c1d04b7e9a15"],
                    "judgements": [],
                }
            ]
        },
    )

    need: Need
    id: str = Field(description="That of the dispute, transfer or claim; of two judgements both, with ~ between.")
    what: str = Field(description="The item in words.")
    why: str = Field(description="Why it is in the queue, in words.")
    transfer: str | None
    claims: list[str] = Field(description="Those that it is about.")
    judgements: list[str] = Field(description="The pair, where two judgements are contrary.")


class QueuePage(Shown):
    """Some items in their order; what is judged already is passed over, so a page can be short, or empty."""

    records: list[QueueItem]
    next: str | None = Field(description="Where the queue goes on, also after a short page; null at its end.")


class Queue(Shown):
    """A need, and how many transfers, pairs or claims it has, judged or not; null where nobody counts."""

    need: Need
    name: str
    what: str
    number: int | None


class Finding(Shown):
    """What the support test found of one slot; without `slot` of the claim as a whole."""

    slot: str | None
    value: Any
    support: Support
    flagged: bool
    finding: str
    words: list[Evidence]
    steps: list[Step]
    instead: list[Step]


class SupportTest(Shown):
    """What the support test found of a claim as `reader` read it, when `tested_by` read its article again."""

    claim: str
    document: str
    reader: str
    tested_by: str
    flagged: bool
    findings: list[Finding]


class Matter(Shown):
    """An item with the claim in hand and what stands round it."""

    item: QueueItem
    claim: ReadClaim = Field(description="The claim in hand, with how it was read.")
    corrected: Claim = Field(description="The same, as judgements in force correct it.")
    claims: list[str] = Field(description="Those that can be taken in hand.")
    transfer: Transfer | None
    disputes: list[Dispute]
    judgements: list[Judgement] = Field(description="On any of the claims, by whomever: not for a blind review.")
    judged_by_me: list[str] = Field(description="The claims that `by` has judged.")
    others: list[str] = Field(description="Transfers that could be the same one, the likeliest first.")
    support: SupportTest | None
