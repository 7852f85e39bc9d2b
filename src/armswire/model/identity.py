"""Ids, always derived from content: never random, never a counter."""

from __future__ import annotations

import hashlib
import json

from armswire.model.claim import Claim


def content_key(prefix: str, *parts: object) -> str:
    """`prefix-` and 16 hexadecimal digits of the SHA-256 of the parts as canonical JSON.

    Parts must be JSON values (str, int, float, bool, None, lists and dicts of them). 64 bits: among ten million
    records the chance of any collision is about 3 in a million.
    """
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(canonical.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def claim_id(claim: Claim) -> str:
    """The id of a claim, from what it says and where it says it; the one it has, and its trace, take no part."""
    return content_key(
        "claim", claim.document, claim.stage.value, claim.polarity.value, list(claim.requester), list(claim.supplier),
        list(claim.recipient), list(claim.intermediary), [[i.text, i.ml] for i in claim.items],
        [[s.source, s.source_class.value] for s in claim.attribution], claim.evidence.start, claim.evidence.end,
    )  # fmt: skip


def text_digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
