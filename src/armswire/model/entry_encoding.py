"""Entries of a transfer to and from JSON; `shown` is the text with its brackets, worked out and not read back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from armswire.model.encoding import Json
from armswire.model.entry import Doubt, Entry, EntryField


def encode_entry(entry: Entry) -> Json:
    """The entry; `place` is null for what belongs to the whole transfer."""
    return {
        "field": entry.field.value,
        "place": entry.place,
        "text": entry.text,
        "shown": entry.shown,
        "claims": list(entry.claims),
        "doubts": [{"rule": doubt.rule, "words": doubt.words, "claims": list(doubt.claims)} for doubt in entry.doubts],
    }


def decode_entry(value: Mapping[str, Any]) -> Entry:
    """The inverse of `encode_entry`."""
    return Entry(
        field=EntryField(value["field"]),
        place=value["place"],
        text=value["text"],
        claims=tuple(value["claims"]),
        doubts=tuple(Doubt(doubt["rule"], doubt["words"], tuple(doubt["claims"])) for doubt in value["doubts"]),
    )
