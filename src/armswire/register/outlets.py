"""Outlets as chains of sources name them."""

from __future__ import annotations

from armswire.model.attribution import SourceClass

MEDIA = frozenset({SourceClass.MEDIA, SourceClass.STATE_MEDIA})


def outlet_name(words: str) -> str:
    """The name of an outlet without what explains it: "Harbour Courier, a daily in Norland" is the Harbour Courier."""
    return words.partition(",")[0].strip() or words
