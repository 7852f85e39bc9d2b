"""How much it is worth: the sum stated with the transfer; never a running total."""

from __future__ import annotations

from armswire.claims.scene import Scene
from armswire.model.annotation import MoneyMention
from armswire.model.ranges import Money

# How far around a sum, in code points, the words of a running total stand, and how many words behind it.
TOTAL_REACH = 40
TOTAL_FOLLOWERS = 4


def claim_value(scene: Scene, anchor: int) -> Money | None:
    """The sum in the sentence of the claim that is nearest to its anchor and no total."""
    tokens = scene.annotated.tokens
    inside = [m for m in scene.in_sentence(scene.annotated.money, anchor) if not _is_total(scene, m)]
    if not inside:
        return None
    return min(inside, key=lambda m: abs(m.span.start - tokens[anchor].span.start)).money


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
