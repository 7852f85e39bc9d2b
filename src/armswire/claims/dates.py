"""When it happened or is to happen."""

from __future__ import annotations

from armswire.claims.scene import Scene
from armswire.model.ranges import DateRange


def claim_date(scene: Scene, anchor: int, top: int, *, future: bool) -> DateRange | None:
    """The date that belongs to the claim: below its own words first, else the only one of its sentence."""
    grammar, tokens = scene.grammar, scene.annotated.tokens
    inside = scene.in_sentence(scene.annotated.dates, anchor)
    if not inside:
        return None
    words = scene.sentence_tokens(anchor)
    own = set(grammar.subtree(anchor)) | set(grammar.kids(top, "npadvmod", "prep", "advmod"))
    clause = set(grammar.subtree(top))
    scored = []
    for mention in inside:
        at = [t.index for t in words if mention.span.start <= t.span.start < mention.span.end]
        if not at:
            continue
        closeness = 0 if set(at) & own else 1 if set(at) & clause else 2
        scored.append((closeness, abs(mention.span.start - tokens[anchor].span.start), mention))
    if not scored:
        return None
    closeness, _, mention = min(scored, key=lambda s: (s[0], s[1]))
    ahead = mention.ahead if future and closeness == 0 else None
    return ahead or mention.date
