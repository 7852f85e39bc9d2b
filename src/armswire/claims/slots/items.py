"""What, with its own quantity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.scene import Scene
from armswire.model.annotation import ItemMention, QuantityMention
from armswire.model.claim import Item
from armswire.model.ranges import Quantity

# Categories of what is counted by the piece, so that a bare singular in a headline is one.
HARDWARE = frozenset({"ML2", "ML4", "ML5", "ML6", "ML9", "ML10"})
# How many words may stand between a number and its item ("12 of the oldest Swedish-made howitzers").
COUNT_REACH = 6


def claim_items(scene: Scene, mentions: Sequence[ItemMention]) -> tuple[Item, ...]:
    """The items of a claim; a general word is left out where a kind is named ("weapons such as tanks")."""
    kept = _specific(mentions)
    counted = {scene.antecedents[m]: m for m in kept if m in scene.antecedents}
    kept = [m for m in kept if scene.antecedents.get(m) not in kept]
    return tuple(
        Item(
            text=mention.span.of(scene.annotated.document.text),
            ml=mention.ml,
            designation=mention.designation,
            lethal=mention.lethal,
            # "helicopters, eight in number": the count may stand in a word that takes them up.
            quantity=quantity_of(scene, mention) or quantity_of(scene, counted.get(mention, mention)),
        )
        for mention in kept
    )


def _specific(mentions: Sequence[ItemMention]) -> list[ItemMention]:
    kinds = {m.ml for m in mentions}
    general = {"ARMS"} if kinds - {"ARMS", "AID", "NONLETHAL", "MED"} else set()
    if kinds - {"NONLETHAL"} and "NONLETHAL" in kinds:
        general.add("NONLETHAL")
    return [m for m in mentions if m.ml not in general]


def quantity_of(scene: Scene, mention: ItemMention) -> Quantity | None:
    """The number that stands before the item in its phrase, or two phrases up ("100,000 rounds of ... shells")."""
    tokens = scene.annotated.tokens
    part = _part(scene, mention)
    if part is not None:
        return part.quantity
    start = tokens[mention.first].span.start
    best: QuantityMention | None = None
    for found in scene.in_sentence(scene.annotated.quantities, mention.first):
        if found.span.start >= tokens[mention.last].span.end:
            break
        if found.span.overlaps(mention.span) or _leads_to(scene, found, mention, start):
            best = found
    return best.quantity if best is not None else _share(scene, mention) or _single(scene, mention)


def _part(scene: Scene, mention: ItemMention) -> QuantityMention | None:
    """ "six of the ten ploughs": six."""
    tokens = scene.grammar.tokens
    preposition = tokens[mention.head].head
    if (
        tokens[mention.head].dep != "pobj"
        or tokens[preposition].text.lower() not in scene.language.prepositions.counted
    ):
        return None
    number = tokens[tokens[preposition].head]
    if number.pos != "NUM":
        return None
    inside = scene.in_sentence(scene.annotated.quantities, number.index)
    return next((q for q in inside if q.span.overlaps(number.span)), None)


def _share(scene: Scene, mention: ItemMention) -> Quantity | None:
    """ "half of them": the share of what was counted before."""
    part = scene.language.shares.get(scene.grammar.tokens[mention.head].lemma)
    antecedent = scene.antecedents.get(mention)
    whole = quantity_of(scene, antecedent) if antecedent is not None else None
    if (
        part is None
        or whole is None
        or not list(scene.grammar.behind(mention.head, scene.language.prepositions.counted))
    ):
        return None
    return replace(whole, min=whole.min // part, max=whole.max // part)


def _single(scene: Scene, mention: ItemMention) -> Quantity | None:
    """ "a corvette", "a second battery": one."""
    tokens = scene.grammar.tokens
    head = tokens[mention.last]
    if mention in scene.antecedents and head.text.lower() in scene.language.determiners.one:
        return Quantity(1, 1)
    if head.tag not in {"NN", "NNP"} or head.text.endswith("s") or head.lemma in scene.language.mass_nouns:
        return None
    before = {
        tokens[c].text.lower() for c in scene.grammar.kids(mention.head, "det", "amod", "nummod") if c < mention.first
    }
    if before & {*scene.language.determiners.one, *scene.language.determiners.ordinals}:
        return Quantity(1, 1)
    # Headlines leave the article out: "Serbia gets Chinese air-defence system".
    bare = (
        scene.is_headline(mention.head)
        and mention.ml in HARDWARE
        and not before
        and head.dep not in {"compound", "amod", "nmod"}
    )
    return Quantity(1, 1) if bare else None


def _leads_to(scene: Scene, found: QuantityMention, mention: ItemMention, start: int) -> bool:
    """True where only words of the item's own phrase stand between the number and the item."""
    tokens = scene.annotated.tokens
    near = tokens[max(0, mention.first - COUNT_REACH - 1) : mention.first]
    between = [t for t in near if found.span.end <= t.span.start and t.span.end <= start]
    if len(between) > COUNT_REACH or (not between and found.span.end > start):
        return False
    if between and between[0].sentence != tokens[mention.first].sentence:
        return False
    if any(scene.item_at.get(t.index) not in {None, mention} for t in between):
        return False
    return all(
        t.pos in {"ADJ", "NOUN", "PROPN", "NUM", "DET"}
        or t.text.lower() in scene.language.count_fillers
        or t.tag in {"VBN", "VBG"}
        for t in between
    )
