"""Ids as people read and type them."""

from __future__ import annotations


def short_id(identifier: str) -> str:
    """Ids of ours shortened to what `show` needs to find them; ids that came in stay as they are."""
    kind, _, digest = identifier.rpartition("-")
    ours = kind in ("claim", "transfer", "dispute", "judgement") and len(digest) == len("0123456789abcdef")
    return f"{kind}-{digest[:6]}" if ours else identifier
