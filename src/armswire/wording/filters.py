"""What lists of transfers are narrowed by, in short words."""

from __future__ import annotations

from collections.abc import Mapping

from armswire.lexicon.evidence import load_evidence
from armswire.register.arrival import read_moment
from armswire.register.listing.facet_rows import NONE, THE_ARTICLE
from armswire.register.phrasing import actor_name
from armswire.wording.moments import say_moment

# Filters of transfers by their names in an address.
LABELS = {
    "supplier": "Supplier",
    "recipient": "Recipient",
    "intermediary": "By way of",
    "actor": "In any part",
    "stage": "Furthest stage",
    "standing": "Standing",
    "item": "Kind of arms",
    "speaker": "Whose word",
    "dispute": "Dispute",
    "since": "Since",
    "until": "Until",
    "min_origins": "Origins, at least",
    "overdue": "Delivery overdue on",
    "told_since": "In the news since",
    "arrived_since": "Came in since",
    "words": "Words",
    "document": "Article",
}

ACTOR_FILTERS = frozenset({"supplier", "recipient", "intermediary", "actor"})

# Values whose own word does not say what they mean.
_MEANINGS = {
    ("stage", NONE): "nothing affirmed",
    ("dispute", NONE): "none",
    ("speaker", THE_ARTICLE): "the article itself",
    ("item", "ARMS"): "arms, kind not told",
    ("item", "NONLETHAL"): "not lethal, kind not told",
}
_NOBODY = {"intermediary": "nobody between"}


def say_filter(name: str, value: str, names: Mapping[str, str]) -> str:
    """A filter that is set: "Supplier: Norway". `names` are those of actors."""
    return f"{LABELS.get(name, name)}: {say_value(name, value, names)}"


def say_value(name: str, value: str, names: Mapping[str, str]) -> str:
    """A value of a filter: an actor's name, a family of arms, a stage."""
    if name in ACTOR_FILTERS:
        return _NOBODY.get(name, "not told") if value == NONE else actor_name(value, names)
    if (name, value) in _MEANINGS:
        return _MEANINGS[name, value]
    if name == "item":
        family = load_evidence().family_of(value)
        return value.replace("_", " ") if family is None else f"{value} ({family.replace('_', ' ')})"
    if name == "arrived_since":
        return say_moment(read_moment(value))
    # What somebody typed stays as it was typed.
    return value if name in ("words", "document") else value.replace("_", " ")
