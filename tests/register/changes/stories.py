"""How the tests of changes talk: a story told over weeks, and what was known after each part of it."""

from __future__ import annotations

from collections.abc import Sequence

from armswire.model.claim import Claim
from armswire.register.changes.change import Change, Known
from armswire.register.changes.find import find_changes
from armswire.register.changes.words import name_change
from armswire.register.facts import ArticleFacts
from tests.register.cases import article, run

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


def told(before: Known, after: Known) -> list[tuple[str, str, str]]:
    """Changes as kind, about what, and in words."""
    return [(change.kind.value, change.about, change.says) for change in changes(before, after)]


def changes(before: Known, after: Known) -> list[Change]:
    return [name_change(change, NAMES) for change in find_changes(before, after)]


def week(name: str, day: str, outlet: str | None = None) -> ArticleFacts:
    return article(name, day, outlet)
