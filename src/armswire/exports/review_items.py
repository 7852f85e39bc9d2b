"""What waits for a person, for machines: no export, since a queue is another one for everybody who reviews."""

from __future__ import annotations

from collections.abc import Mapping

from armswire.model.encoding import Json
from armswire.model.finding_encoding import encode_finding
from armswire.register.review.waiting import Waiting
from armswire.register.support_tests import SupportRecord
from armswire.wording.review import say_waiting, say_why


def encode_waiting(waiting: Waiting, names: Mapping[str, str]) -> Json:
    """{need, id, what, why, transfer, claims, judgements} of an item. `names` are those of actors."""
    item = waiting.item
    return {
        "need": item.need.value,
        "id": item.id,
        "what": say_waiting(waiting),
        "why": say_why(waiting, names),
        "transfer": item.transfer,
        "claims": list(item.claims),
        "judgements": list(item.judgements),
    }


def encode_support(record: SupportRecord) -> Json:
    """{claim, document, reader, tested_by, flagged, findings} of what the support test found of a claim."""
    return {
        "claim": record.claim,
        "document": record.document,
        "reader": record.reader,
        "tested_by": record.tested_by,
        "flagged": record.flagged,
        "findings": [encode_finding(finding) for finding in record.findings],
    }
