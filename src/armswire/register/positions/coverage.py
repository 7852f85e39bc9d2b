"""Of which things a word speaks: who refuses "weapons" refuses shells, and not helmets."""

from __future__ import annotations

from collections.abc import Iterable

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Item

# What is meant where nothing is named: who refuses without a word on what refuses arms.
ARMS = "ARMS"


def kinds_of(items: Iterable[Item], rules: EvidenceRules) -> frozenset[str]:
    """The families that are named, and the categories that name none."""
    return frozenset(rules.family_of(item.ml) or item.ml for item in items) or frozenset({ARMS})


def meet(one: str, other: str, rules: EvidenceRules) -> bool:
    """Whether two kinds can be the same things."""
    return not _families(one, rules).isdisjoint(_families(other, rules))


def find_covered(about: str, items: Iterable[Item], rules: EvidenceRules) -> tuple[Item, ...]:
    """Those of the items of which a word about a kind speaks for certain.

    A word for arms of any kind does not speak of things that do not kill, nor of "support", which may be those.
    """
    families = _families(about, rules)
    return tuple(
        item
        for item in items
        if (rules.family_of(item.ml) in families and not (about == ARMS and item.lethal is False))
        or (item.ml == about and (about != ARMS or item.lethal is True))
    )


def _families(about: str, rules: EvidenceRules) -> frozenset[str]:
    if about in rules.families:
        return frozenset({about})
    return next((frozenset(families) for ml, families in rules.covers.items() if ml == about), frozenset())
