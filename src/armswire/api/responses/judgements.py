"""What people judged, as it is sent and as it is shown."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - fields are called date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from armswire.api.responses.common import Shown
from armswire.model.dispute import DisputeType
from armswire.model.judgement import Force, Subject, Verdict


class NewJudgement(BaseModel):
    """What somebody judges: which records, how, and why. Nothing is overwritten by it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"verdict": "accept", "records": ["claim-3fa2c1"], "by": "A. Reader", "because": "it says so"},
                {
                    "verdict": "correct",
                    "records": ["claim-3fa2c1"],
                    "slots": {"supplier": ["KOR"]},
                    "by": "A. Reader",
                    "because": "the next line says so",
                },
            ]
        },
    )

    verdict: Verdict
    records: list[str] = Field(min_length=1, max_length=100, description="Ids, or beginnings of ids.")
    by: str = Field(min_length=1, max_length=200, description="Who judges.")
    because: str = Field(default="", max_length=4000, description="Why; to accept or to withdraw needs no reason.")
    slots: dict[str, Any] = Field(default_factory=dict, description="To correct: slots, with the values of a claim's.")
    side: str | None = Field(default=None, max_length=1000, description="To settle a dispute: its words or number.")


class Judgement(Shown):
    """A judgement with what became of it."""

    id: str
    verdict: Verdict
    subject: Subject
    by: str
    on: Day
    because: str
    claims: list[list[dict[str, Any]]]
    slots: dict[str, Any]
    dispute_type: DisputeType | None
    question: str | None
    side: int | None
    target: str | None
    force: Force
    reason: str
    found: list[list[str]]
    against: list[str]
