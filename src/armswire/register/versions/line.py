"""The texts of one address → versions in their order, how each differs from the one before, and what came of claims.

A pure function of the texts: the order in which they came in does not matter, but where nothing else tells theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from armswire.lexicon.corrections import notice_kind
from armswire.model.claim import Claim
from armswire.model.version import Change, ClaimChange, Notice, Version
from armswire.register.versions.repeating import still_tells, tells_already
from armswire.register.versions.text import VersionText, added_lines, shared

# Longer lines are no notice of a change, and of a notice so much is kept.
LONGEST_NOTICE = 600


@dataclass(frozen=True, slots=True, order=True)
class ClaimEdit:
    """What a version did to a claim of `document`; `version` is that in which it came in, or is gone, since `seen`."""

    claim: str
    change: ClaimChange
    document: str
    version: str
    seen: str


@dataclass(frozen=True, slots=True)
class Line:
    """The versions of an address; `runs` are those that were made of one another, `edits` what became of claims."""

    versions: tuple[Version, ...]
    runs: tuple[tuple[str, ...], ...]
    edits: tuple[ClaimEdit, ...]


def line_up(texts: Iterable[VersionText], least: float) -> Line:
    """`least` is the share of words from which on a text was made of the one before (`shared`)."""
    ordered = sorted(texts, key=lambda text: text.order)
    versions: list[Version] = []
    runs: list[list[VersionText]] = []
    before: VersionText | None = None
    for number, text in enumerate(ordered, 1):
        change = Change.FIRST if before is None else _compare(before, text, least)
        notice = _find_notice(before, text) if before is not None and change is Change.EDITED else None
        previous = None if before is None else before.article.id
        versions.append(Version(text.article.id, number, text.seen, change, previous, notice))
        if change in (Change.FIRST, Change.REPLACED):
            runs.append([])
        runs[-1].append(text)
        before = text
    return Line(
        tuple(versions),
        tuple(tuple(text.article.id for text in run) for run in runs),
        tuple(sorted(edit for run in runs for edit in _find_edits(run))),
    )


def _compare(before: VersionText, text: VersionText, least: float) -> Change:
    if text.digest == before.digest or text.article.sha256 == before.article.sha256:
        return Change.UNCHANGED
    return Change.EDITED if shared(before, text) >= least else Change.REPLACED


def _find_notice(before: VersionText, text: VersionText) -> Notice | None:
    for line in added_lines(before, text):
        kind = notice_kind(line) if len(line) <= LONGEST_NOTICE else None
        if kind is not None:
            return Notice(kind, line)
    return None


def _find_edits(run: Sequence[VersionText]) -> Iterator[ClaimEdit]:
    for before, text in pairwise(run):
        for claim in _own(text):
            if not tells_already(before, claim):
                yield ClaimEdit(claim.id, ClaimChange.CAME_IN, text.article.id, text.article.id, text.seen)
    for place, text in enumerate(run):
        later = run[place + 1 :]
        for claim in _own(text):
            gone = _first_without(later, claim)
            if gone is not None:
                yield ClaimEdit(claim.id, ClaimChange.EDITED_AWAY, text.article.id, gone.article.id, gone.seen)


def _own(text: VersionText) -> Iterator[Claim]:
    """The claims that stand under the article itself, not under another of the same words."""
    return (claim for claim in text.claims if claim.document == text.article.id)


def _first_without(later: Sequence[VersionText], claim: Claim) -> VersionText | None:
    """From which of the later texts on none tells it any more; None where the newest does."""
    gone: VersionText | None = None
    for text in reversed(later):
        if still_tells(text, claim):
            break
        gone = text
    return gone
