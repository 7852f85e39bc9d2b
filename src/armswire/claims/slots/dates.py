"""When it happened or is to happen."""

from __future__ import annotations

from armswire.claims.scene import Scene
from armswire.claims.slots.belonging import Place, nearness
from armswire.model.ranges import DateRange


def claim_date(scene: Scene, place: Place, *, future: bool) -> DateRange | None:
    """The date that belongs to the claim at `place`: that of its own clause first, else of its sentence."""
    scored = []
    for mention in scene.in_sentence(scene.annotated.dates, place.anchor):
        near = nearness(scene, mention.span, place)
        if near is not None:
            distance = abs(mention.span.start - scene.annotated.tokens[place.anchor].span.start)
            scored.append((near.rank, distance, mention.ahead if future and near.to_come else None, mention))
    if not scored:
        return None
    _, _, ahead, mention = min(scored, key=lambda s: (s[0], s[1]))
    return ahead or mention.date
