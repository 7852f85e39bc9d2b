"""How much it is worth: the sum stated with the transfer; never a running total."""

from __future__ import annotations

from armswire.claims.scene import Scene
from armswire.model.annotation import MoneyMention
from armswire.model.ranges import Money

TOTAL_WORDS = frozenset({"total", "since", "cumulative", "overall", "altogether", "bringing", "far", "date"})
TOTAL_REACH = 40


def claim_value(scene: Scene, anchor: int, top: int) -> Money | None:
    """The sum in the clause of the claim: the nearest to its anchor in the sentence that is no total."""
    tokens = scene.annotated.tokens
    sentence = scene.annotated.document.sentences[tokens[anchor].sentence].span
    inside = [m for m in scene.annotated.money if sentence.covers(m.span) and not _is_total(scene, m)]
    if not inside:
        return None
    return min(inside, key=lambda m: abs(m.span.start - tokens[anchor].span.start)).money


def _is_total(scene: Scene, mention: MoneyMention) -> bool:
    text = scene.annotated.document.text
    before = text[max(0, mention.span.start - TOTAL_REACH) : mention.span.start].lower()
    after = text[mention.span.end : mention.span.end + TOTAL_REACH].lower().split()
    words = before.replace(",", " ").split()
    if "total" in words and words[-2:] == ["total", "of"] and "a" in words:
        return False
    return (
        bool({"bringing", "cumulative", "totaling", "totalling"} & set(words))
        or "since" in after[:4]
        or after[:2] == ["so", "far"]
    )
