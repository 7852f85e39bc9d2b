"""What, with its own quantity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from armswire.claims.scene import Scene
from armswire.model.annotation import ItemMention, QuantityMention
from armswire.model.claim import Item, Step
from armswire.model.ranges import Quantity, describe_range
from armswire.model.span import Span

# Categories of what is counted by the piece, so that a bare singular in a headline is one.
HARDWARE = frozenset({"ML2", "ML4", "ML5", "ML6", "ML9", "ML10"})
# How many words may stand between a number and its item ("12 of the oldest Swedish-made howitzers").
COUNT_REACH = 6


@dataclass(frozen=True, slots=True)
class Count:
    """How many, and the words that say so."""

    quantity: Quantity
    span: Span


def claim_items(scene: Scene, mentions: Sequence[ItemMention]) -> tuple[Item, ...]:
    """The items of a claim; a general word is left out where a kind is named ("weapons such as tanks")."""
    return tuple(
        Item(
            text=mention.span.of(scene.annotated.document.text),
            ml=mention.ml,
            designation=mention.designation,
            lethal=mention.lethal,
            quantity=None if count is None else count.quantity,
        )
        for mention, count in _counted(scene, mentions)
    )


def item_steps(scene: Scene, mentions: Sequence[ItemMention]) -> Iterator[Step]:
    """Which words name each item of a claim, what they stand for, and which give its number."""
    text = scene.annotated.document.text
    for mention, count in _counted(scene, mentions):
        words = mention.span.of(text)
        yield scene.step_at("items", "item", f"“{words}” is {mention.ml}", mention.span, mention.entry)
        for standing, meant in pairwise(_meant(scene, mention)):
            note = f"“{standing.span.of(text)}” stands for “{meant.span.of(text)}”"
            yield scene.step_at("items", "stands for", note, meant.span, meant.entry)
        if count is not None:
            number = count.quantity
            amount = describe_range(number.min, number.max, approximate=number.approximate)
            unit = f" {number.unit}" if number.unit else ""
            note = f"“{count.span.of(text)}” says how many: {amount}{unit}"
            yield scene.step_at("items", "count", note, count.span)


def _meant(scene: Scene, mention: ItemMention) -> Iterator[ItemMention]:
    """The words, those that they stand for, and so on up to the name of the goods."""
    yield mention
    while mention in scene.antecedents:
        mention = scene.antecedents[mention]
        yield mention


def _counted(scene: Scene, mentions: Sequence[ItemMention]) -> Iterator[tuple[ItemMention, Count | None]]:
    """The words of each item of a claim, with its number."""
    kept = _specific(mentions)
    taken_up_by = {scene.antecedents[m]: m for m in kept if m in scene.antecedents}
    for mention in kept:
        if scene.antecedents.get(mention) not in kept:
            # "helicopters, eight in number": the count may stand in a word that takes them up.
            yield mention, count_of(scene, mention) or count_of(scene, taken_up_by.get(mention, mention))


def _specific(mentions: Sequence[ItemMention]) -> list[ItemMention]:
    kinds = {m.ml for m in mentions}
    general = {"ARMS"} if kinds - {"ARMS", "AID", "NONLETHAL", "MED"} else set()
    if kinds - {"NONLETHAL"} and "NONLETHAL" in kinds:
        general.add("NONLETHAL")
    return [m for m in mentions if m.ml not in general]


def count_of(scene: Scene, mention: ItemMention) -> Count | None:
    """The number that stands before the item in its phrase, or two phrases up ("100,000 rounds of ... shells")."""
    tokens = scene.annotated.tokens
    part = _part(scene, mention)
    if part is not None:
        return Count(part.quantity, part.span)
    start = tokens[mention.first].span.start
    best: QuantityMention | None = None
    for found in scene.in_sentence(scene.annotated.quantities, mention.first):
        if found.span.start >= tokens[mention.last].span.end:
            break
        if found.span.overlaps(mention.span) or _leads_to(scene, found, mention, start):
            best = found
    return Count(best.quantity, best.span) if best is not None else _share(scene, mention) or _single(scene, mention)


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


def _share(scene: Scene, mention: ItemMention) -> Count | None:
    """ "half of them": the share of what was counted before."""
    part = scene.language.shares.get(scene.grammar.tokens[mention.head].lemma)
    antecedent = scene.antecedents.get(mention)
    whole = count_of(scene, antecedent) if antecedent is not None else None
    if (
        part is None
        or whole is None
        or not list(scene.grammar.behind(mention.head, scene.language.prepositions.counted))
    ):
        return None
    of_all = whole.quantity
    share = replace(of_all, min=of_all.min // part, max=of_all.max // part)
    return Count(share, scene.grammar.tokens[mention.head].span)


def _single(scene: Scene, mention: ItemMention) -> Count | None:
    """ "a corvette", "a second battery": one."""
    tokens, determiners = scene.grammar.tokens, scene.language.determiners
    head = tokens[mention.last]
    if mention in scene.antecedents and head.text.lower() in determiners.one:
        return Count(Quantity(1, 1), head.span)
    if head.tag not in {"NN", "NNP"} or head.text.endswith("s") or head.lemma in scene.language.mass_nouns:
        return None
    before = {
        tokens[c].text.lower(): c
        for c in scene.grammar.kids(mention.head, "det", "amod", "nummod")
        if c < mention.first
    }
    one = next((c for w, c in before.items() if w in {*determiners.one, *determiners.ordinals}), None)
    if one is not None:
        return Count(Quantity(1, 1), tokens[one].span)
    # Headlines leave the article out: "Serbia gets Chinese air-defence system".
    bare = (
        scene.is_headline(mention.head)
        and mention.ml in HARDWARE
        and not before
        and head.dep not in {"compound", "amod", "nmod"}
    )
    return Count(Quantity(1, 1), head.span) if bare else None


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
