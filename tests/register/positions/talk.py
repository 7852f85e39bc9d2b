"""How the tests of positions talk: claims of dated articles in, the line of an actor toward a recipient out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from armswire.lexicon.evidence import load_evidence
from armswire.model.claim import Claim
from armswire.model.position import PositionLine
from armswire.register.facts import ArticleFacts
from armswire.register.positions.deeds import find_deeds
from armswire.register.positions.line import draw_line
from armswire.register.positions.sayings import find_sayings
from armswire.register.witness import call_witnesses
from tests.factories import make_source
from tests.register.cases import article, run

RULES = load_evidence()
SEOUL = (make_source("the ministry", "KOR"),)
OFFICIAL = (make_source("an official", "KOR", "anonymous_official"),)
WASHINGTON = (make_source("the White House", "USA"),)
PAPER = (make_source("Gulf Wire", None, "media"),)


def on(days: Mapping[str, str]) -> list[ArticleFacts]:
    """Articles by name with the day on which each was published."""
    return [article(name, day) for name, day in days.items()]


def line(
    claims: Sequence[Claim], articles: Sequence[ArticleFacts] = (), actor: str = "KOR", toward: str = "UKR"
) -> PositionLine:
    known = {facts.id: facts for facts in articles}
    for claim in claims:
        known.setdefault(claim.document, article(claim.document))
    witnesses = {one.claim.id: one for one in call_witnesses(claims, known, RULES)}
    said = [one.saying for one in find_sayings(witnesses.values()) if (one.actor, one.toward) == (actor, toward)]
    done = [
        one.deed
        for one in find_deeds(run(claims, *known.values()).transfers, witnesses, RULES)
        if (one.actor, one.toward) == (actor, toward)
    ]
    return draw_line(actor, toward or None, said, done, RULES)


def stances(found: PositionLine) -> list[tuple[str, str, str, str]]:
    """What is said about what, from when to when."""
    return [(one.says.value, one.about, one.first.isoformat(), one.last.isoformat()) for one in found.stances]


def tensions(found: PositionLine) -> list[tuple[str, str, str]]:
    return [(one.type.value, one.start.isoformat(), one.end.isoformat()) for one in found.tensions]
