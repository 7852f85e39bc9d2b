"""Two readings that are one way: "takes the weapons from its allies and sends them to Ukraine"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.candidate import Candidate
from armswire.claims.item_phrases import ItemPhrases
from armswire.claims.meaning import Meaning
from armswire.claims.scene import Scene


def join_ways(scene: Scene, items: ItemPhrases, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each way of arms over one who takes and sends them as one, by way of who does."""
    out = list(candidates)
    for first in candidates:
        for second in candidates:
            one, two = first.meaning, second.meaning
            if _is_one_way(scene, items, one, two) and first in out and second in out:
                out.remove(first)
                way = replace(two, supplier=one.supplier, intermediary=two.intermediary or one.recipient)
                out[out.index(second)] = replace(second, meaning=way)
    return out


def _is_one_way(scene: Scene, items: ItemPhrases, one: Meaning, two: Meaning) -> bool:
    """True where who gets the arms in the first reading gives them, as "them", to another in the second."""
    if one.anchor >= two.anchor or scene.sentence_of(one.anchor) != scene.sentence_of(two.anchor):
        return False
    if one.supplier is None or one.recipient is None or two.supplier is None or two.recipient is None:
        return False
    through = set(one.recipient.actors) == set(two.supplier.actors)
    onward = set(one.supplier.actors) != set(two.recipient.actors)
    same_items = bool(set(one.items) & set(two.items))
    return through and onward and same_items and any(items.is_pronoun(k) for k in scene.grammar.subtree(two.anchor))
