"""When it happened or is to happen."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.claims.scene import Scene
from armswire.claims.slots.belonging import Place, nearness
from armswire.model.annotation import DateMention
from armswire.model.claim import Step
from armswire.model.ranges import DateRange, describe_dates


@dataclass(frozen=True, slots=True)
class Dated:
    """The words that date a claim; `ahead` where they are read as of something still to come."""

    mention: DateMention
    ahead: bool = False

    @property
    def date(self) -> DateRange:
        """The day or period that they mean."""
        return self.mention.ahead if self.ahead and self.mention.ahead is not None else self.mention.date

    def step(self, scene: Scene) -> Step:
        """Which words they are, and how they are read: "last month" of an article of May is April."""
        published = scene.annotated.document.article.published
        read_on = "" if published is None else f" in an article of {published.isoformat()}"
        what = ", of something still to come," if self.ahead else ""
        words = self.mention.span.of(scene.annotated.document.text)
        note = f"“{words}”{what}{read_on} is {describe_dates(self.date)}"
        return scene.step_at("date", f"date:{self.mention.rule}", note, self.mention.span)


def claim_date(scene: Scene, place: Place, *, future: bool) -> Dated | None:
    """What dates the claim at `place`: the date of its own clause first, else of its sentence."""
    scored = []
    for mention in scene.in_sentence(scene.annotated.dates, place.anchor):
        near = nearness(scene, mention.span, place)
        if near is not None:
            distance = abs(mention.span.start - scene.annotated.tokens[place.anchor].span.start)
            ahead = future and near.to_come and mention.ahead is not None
            scored.append((near.rank, distance, Dated(mention, ahead)))
    return min(scored, key=lambda s: (s[0], s[1]))[2] if scored else None
