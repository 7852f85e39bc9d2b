"""How much it is worth: the sum stated with the transfer; never a running total."""

from __future__ import annotations

from armswire.claims.scene import Scene
from armswire.claims.slots.belonging import Place, nearness
from armswire.model.annotation import MoneyMention
from armswire.model.claim import Step
from armswire.model.ranges import describe_range

# How far around a sum, in code points, the words of a running total stand, and how many words behind it.
TOTAL_REACH = 40
TOTAL_FOLLOWERS = 4


def claim_value(scene: Scene, place: Place) -> MoneyMention | None:
    """The sum in the sentence of the claim at `place` that is no total and no other's, the nearest to its word."""
    start = scene.annotated.tokens[place.anchor].span.start
    scored = [
        (near.rank, abs(mention.span.start - start), mention)
        for mention in scene.in_sentence(scene.annotated.money, place.anchor)
        if not _is_total(scene, mention) and (near := nearness(scene, mention.span, place)) is not None
    ]
    return min(scored, key=lambda s: (s[0], s[1]))[2] if scored else None


def value_step(scene: Scene, mention: MoneyMention) -> Step:
    """Which words give the value, and what they come to."""
    sum_ = mention.money
    amount = describe_range(sum_.min, sum_.max, approximate=sum_.approximate)
    note = f"“{mention.span.of(scene.annotated.document.text)}” is {amount} {sum_.currency}"
    return scene.step_at("value", f"value:{mention.rule}", note, mention.span)


def _is_total(scene: Scene, mention: MoneyMention) -> bool:
    """ "bringing the sum to $2 billion", "$2 billion since 2022", "$2 billion so far"; not "a total of $2 billion"."""
    text, language = scene.annotated.document.text, scene.language
    before = text[max(0, mention.span.start - TOTAL_REACH) : mention.span.start].lower()
    after = text[mention.span.end : mention.span.end + TOTAL_REACH].lower().split()
    words = before.replace(",", " ").split()
    if any(" ".join(words).endswith(phrase) for phrase in language.single_total_phrases):
        return False
    return (
        bool(set(language.total_words) & set(words))
        or bool(set(language.total_followers) & set(after[:TOTAL_FOLLOWERS]))
        or any(after[: len(phrase.split())] == phrase.split() for phrase in language.total_phrases)
    )
