"""Outlets by name: which one a claim cites, and when two names are one."""

from __future__ import annotations

import unicodedata
from itertools import takewhile

from armswire.model.attribution import SourceClass
from armswire.model.claim import Claim

MEDIA = frozenset({SourceClass.MEDIA, SourceClass.STATE_MEDIA})


def cited_outlet(claim: Claim, own: str | None) -> str | None:
    """The other outlet whose report the claim retells; None for the article's own report.

    `own` is the outlet of the article.
    """
    passing = _passing(claim, own)
    return passing[0] if passing else None


def reporting_outlet(claim: Claim, own: str | None) -> str | None:
    """The outlet that has it from whoever told it: of those that pass each other's report on the last, or `own`."""
    passing = _passing(claim, own)
    return passing[-1] if passing else own


def _passing(claim: Claim, own: str | None) -> list[str]:
    names = [
        outlet_name(source.source)
        for source in takewhile(lambda source: source.source_class in MEDIA, claim.attribution)
    ]
    return [] if names and own is not None and fold_name(own) == fold_name(names[0]) else names


def outlet_name(words: str) -> str:
    """The name of an outlet without what explains it: "Harbour Courier, a daily in Norland" is the Harbour Courier."""
    return words.partition(",")[0].strip() or words


def fold_name(name: str) -> str:
    """A name made comparable: without case, accents, punctuation and a leading "the"."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return " ".join(letters.split()).removeprefix("the ") or name
