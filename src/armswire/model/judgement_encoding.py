"""Judgements to and from JSON, and their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from armswire.model.dispute import DisputeType
from armswire.model.encoding import Json, decode_claim, encode_claim
from armswire.model.identity import content_key
from armswire.model.judgement import Judgement, JudgementRecord, Subject, Verdict


def encode_judgement(judgement: Judgement) -> Json:
    """The judgement with all its keys; what does not apply is null or empty."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "subject": judgement.subject.value,
        "by": judgement.by,
        "on": judgement.on.isoformat(),
        "because": judgement.because,
        "claims": [[encode_claim(claim) for claim in group] for group in judgement.claims],
        "slots": dict(sorted(judgement.slots.items())),
        "dispute_type": None if judgement.dispute_type is None else judgement.dispute_type.value,
        "question": judgement.question,
        "side": judgement.side,
        "target": judgement.target,
    }


def decode_judgement(value: Mapping[str, Any]) -> Judgement:
    """The inverse of `encode_judgement`. Raises KeyError, TypeError or ValueError where it is not one."""
    kind = value["dispute_type"]
    return Judgement(
        id=value["id"],
        verdict=Verdict(value["verdict"]),
        subject=Subject(value["subject"]),
        by=value["by"],
        on=date.fromisoformat(value["on"]),
        because=value["because"],
        claims=tuple(tuple(decode_claim(claim) for claim in group) for group in value["claims"]),
        slots=dict(value["slots"]),
        dispute_type=None if kind is None else DisputeType(kind),
        question=value["question"],
        side=value["side"],
        target=value["target"],
    )


def with_id(judgement: Judgement) -> Judgement:
    """The judgement with the id that follows from all the rest of it."""
    return replace(judgement, id=judgement_id(judgement))


def judgement_id(judgement: Judgement) -> str:
    """The id, from everything but the id."""
    return content_key("judgement", {**encode_judgement(judgement), "id": ""})


def encode_judgement_record(record: JudgementRecord) -> Json:
    """The judgement with what became of it in this register."""
    return {
        **encode_judgement(record.judgement),
        "force": record.force.value,
        "reason": record.reason,
        "found": [list(group) for group in record.found],
        "against": list(record.against),
    }
