"""How the tests of changes talk: a story told over weeks, and what was known after each part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.model.claim import Claim
from armswire.register.changes.change import Change, Known
from armswire.register.changes.find import find_changes
from armswire.register.changes.words import name_change
from armswire.register.facts import ArticleFacts
from armswire.register.positions.deeds import find_deeds
from armswire.register.positions.line import draw_line
from armswire.register.positions.sayings import find_sayings
from armswire.register.witness import call_witnesses
from tests.register.cases import RULES, article, run

NAMES = {"KOR": "South Korea", "UKR": "Ukraine", "USA": "the United States", "POL": "Poland"}


def known(claims: Sequence[Claim], *articles: ArticleFacts, read: Sequence[str] = ()) -> Known:
    """What follows from some claims; `read` are articles without any."""
    found = run(claims, *articles)
    return Known(
        transfers=found.transfers,
        disputes=found.disputes,
        claims={claim.id: claim for claim in claims},
        documents=frozenset({*read, *(claim.document for claim in claims), *(facts.id for facts in articles)}),
    )


def known_with_lines(claims: Sequence[Claim], *articles: ArticleFacts) -> Known:
    """What follows from some claims, and what actors say beside what they are reported to do."""
    facts = {one.id: one for one in articles}
    for claim in claims:
        facts.setdefault(claim.document, article(claim.document))
    witnesses = {one.claim.id: one for one in call_witnesses(claims, facts, RULES)}
    state = known(claims, *facts.values())
    said, done = list(find_sayings(witnesses.values())), list(find_deeds(state.transfers, witnesses, RULES))
    lines = [
        draw_line(
            actor,
            toward or None,
            [one.saying for one in said if (one.actor, one.toward) == (actor, toward)],
            [one.deed for one in done if (one.actor, one.toward) == (actor, toward)],
            RULES,
        )
        for actor, toward in sorted({(one.actor, one.toward) for one in said})
    ]
    return replace(state, lines=tuple(lines))


def told(before: Known, after: Known) -> list[tuple[str, str, str]]:
    """Changes as kind, about what, and in words."""
    return [(change.kind.value, change.about, change.says) for change in changes(before, after)]


def changes(before: Known, after: Known) -> list[Change]:
    return [name_change(change, NAMES) for change in find_changes(before, after)]


def week(name: str, day: str, outlet: str | None = None) -> ArticleFacts:
    return article(name, day, outlet)
