"""The way of goods that are told of more than once: passed on, in transit, and back.

"Takes the weapons from its allies and sends them to Ukraine" is one way; "the shipment left Durban" names a port of one
told before, and "half of them have come back" goes the other way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.frames.item_phrases import ItemPhrases
from armswire.claims.meaning import Meaning, share
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.model.annotation import ItemMention
from armswire.model.claim import Stage

# Stages of a supply that has not come about.
AHEAD = frozenset({Stage.PLEDGE, Stage.CONSIDERATION})


def join_ways(scene: Scene, items: ItemPhrases, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each way of arms over one who takes and sends them as one, by way of who does."""
    out = list(candidates)
    for first in candidates:
        for second in candidates:
            one, two = first.meaning, second.meaning
            if _is_one_way(scene, items, one, two) and first in out and second in out:
                if one.stage is Stage.AGREEMENT and two.stage in AHEAD:
                    # "was sold to a dealer who means to send them on to Kyiv": sold already, and not yet there.
                    sold = replace(one, recipient=two.recipient, intermediary=one.intermediary or one.recipient)
                    out[out.index(first)] = replace(first, meaning=sold)
                    continue
                if one.stage is two.stage or scene.sentence_of(one.anchor) == scene.sentence_of(two.anchor):
                    out.remove(first)
                goods = one.items if any(item in scene.antecedents for item in two.items) else two.items
                way = replace(two, supplier=one.supplier, intermediary=two.intermediary or one.recipient, items=goods)
                out[out.index(second)] = replace(second, meaning=way)
    return out


def _is_one_way(scene: Scene, items: ItemPhrases, one: Meaning, two: Meaning) -> bool:
    """True where who gets the arms in the first reading gives "them" or "the guns" to another in the second."""
    sentences = scene.sentence_of(two.anchor) - scene.sentence_of(one.anchor)
    if one.anchor >= two.anchor or sentences > 1 or one.direction != two.direction:
        return False
    if one.supplier is None or one.recipient is None or two.supplier is None or two.recipient is None:
        return False
    through = set(one.recipient.actors) == set(two.supplier.actors)
    onward = set(one.supplier.actors) != set(two.recipient.actors)
    return through and onward and not _is_replaced(scene, two.anchor) and _takes_up(scene, items, one, two)


def _is_replaced(scene: Scene, i: int) -> bool:
    """ "bought tanks to replace those it gave away": what was given is not what was bought."""
    tokens = scene.grammar.tokens
    noun = tokens[tokens[i].head]
    above = tokens[noun.head].lemma
    clause = tokens[i].dep in {"relcl", "acl"} and noun.dep in {"dobj", "nsubjpass"}
    return clause and any(frame.replaces and above in frame.verbs for frame in scene.language.frames)


def _takes_up(scene: Scene, items: ItemPhrases, one: Meaning, two: Meaning) -> bool:
    """True where the items of the second reading stand for those of the first."""
    pronoun = any(items.is_pronoun(k) for k in scene.grammar.subtree(two.anchor))
    same = bool(set(one.items) & set(two.items)) and pronoun
    stands_in = any(item in scene.antecedents and _is_pointed_at(scene, item) for item in two.items)
    return same or (stands_in and scene.same_goods(one.items, two.items))


def _is_pointed_at(scene: Scene, item: ItemMention) -> bool:
    """ "the shipment", "these guns": all of them, while "eleven of its older ones" are others."""
    return scene.grammar.has_determiner(item.head, scene.language.determiners.pointing)


def follow_ways(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in the order of the text, with the parties of goods that were told of before them."""
    out: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: c.meaning.anchor):
        before = [c.meaning for c in reversed(out)]
        candidate = _after_crossing(scene, candidate, out[::-1])
        out.append(_sent_back(scene, _without_ports(scene, candidate, before), before))
    return out


def _after_crossing(scene: Scene, candidate: Candidate, before: Sequence[Candidate]) -> Candidate:
    """ "rifles from Albania crossed Italy before they were shipped on": they went from the one by way of the other."""
    m = candidate.meaning
    if m.supplier is not None or m.recipient is None or m.base is not Stage.DELIVERY:
        return candidate
    for other in before:
        o = other.meaning
        moved = other.instance.frame.mere_motion and o.supplier is not None and not share(o.supplier, m.recipient)
        near = scene.sentence_of(m.anchor) - scene.sentence_of(o.anchor) <= 1
        if moved and near and o.recipient is None and scene.same_goods(m.items, o.items):
            way = replace(m, supplier=o.supplier, intermediary=m.intermediary or o.intermediary)
            return replace(candidate, meaning=way)
    return candidate


def _sent_back(scene: Scene, candidate: Candidate, before: Sequence[Meaning]) -> Candidate:
    """ "half of them have come back": from whoever got them to whoever gave them."""
    m = candidate.meaning
    if not candidate.instance.frame.sends_back or m.recipient is not None:
        return candidate
    told = _told_before(scene, m, before)
    if told is None or (m.supplier is not None and not share(told.recipient, m.supplier)):
        return candidate
    return replace(candidate, meaning=replace(m, supplier=told.recipient, recipient=told.supplier))


def _without_ports(scene: Scene, candidate: Candidate, before: Sequence[Meaning]) -> Candidate:
    """ "The shipment left Durban", "the vehicles came to Mogadishu from Nairobi": of goods told before, ports only."""
    m = candidate.meaning
    if not candidate.instance.frame.in_transit or not all(item in scene.antecedents for item in m.items):
        return candidate
    told = _told_before(scene, m, before)
    if told is None or share(told.recipient, m.recipient):
        return candidate
    between = m.supplier is not None and not share(told.supplier, m.supplier)
    if m.recipient is not None and not between and not candidate.instance.frame.mere_motion:
        return candidate
    return replace(candidate, meaning=replace(m, supplier=told.supplier, recipient=told.recipient))


def _told_before(scene: Scene, m: Meaning, before: Sequence[Meaning]) -> Meaning | None:
    """The last reading about the same goods that says who gets them."""
    return next((o for o in before if scene.same_goods(m.items, o.items) and o.recipient is not None), None)
