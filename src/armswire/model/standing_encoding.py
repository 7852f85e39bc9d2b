"""Stages and their dates to and from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from armswire.model.claim import Certainty, Stage
from armswire.model.encoding import Json, decode_dates, encode_dates
from armswire.model.standing import StageRecord


def encode_stage(record: StageRecord) -> Json:
    """A stage with its dates and claims."""
    return {
        "stage": record.stage.value,
        "date": encode_dates(record.date),
        "certainty": record.certainty.value,
        "claims": list(record.claims),
    }


def decode_stage(value: Mapping[str, Any]) -> StageRecord:
    """The inverse of `encode_stage`."""
    return StageRecord(
        stage=Stage(value["stage"]),
        date=decode_dates(value["date"]),
        certainty=Certainty(value["certainty"]),
        claims=tuple(value["claims"]),
    )
