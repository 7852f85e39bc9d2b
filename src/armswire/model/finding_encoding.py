"""What the support test found, to and from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from armswire.model.claim import Evidence
from armswire.model.encoding import Json, decode_step, encode_step
from armswire.model.finding import Finding, Support


def encode_finding(finding: Finding) -> Json:
    """{slot, value, support, flagged, finding, words, steps, instead}, without whose finding it is."""
    return {
        "slot": finding.slot or None,
        "value": finding.value,
        "support": finding.support.value,
        "flagged": finding.flagged,
        "finding": finding.told,
        "words": [asdict(one) for one in finding.words],
        "steps": [encode_step(step) for step in finding.steps],
        "instead": [encode_step(step) for step in finding.instead],
    }


def decode_finding(claim: str, document: str, value: Mapping[str, Any]) -> Finding:
    """The inverse of `encode_finding`, of a claim that could be tested: why one could not be is in words alone."""
    return Finding(
        claim=claim,
        document=document,
        support=Support(value["support"]),
        slot=value["slot"] or "",
        value=value["value"],
        words=tuple(Evidence(one["start"], one["end"], one["text"]) for one in value["words"]),
        steps=tuple(map(decode_step, value["steps"])),
        instead=tuple(map(decode_step, value["instead"])),
    )
