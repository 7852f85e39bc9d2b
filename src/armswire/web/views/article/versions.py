"""The versions of an article as its page shows them: which there are, and what this one changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from armswire.model.version import Change, Difference, PassageKind, Piece
from armswire.register.rows import ClaimRecord
from armswire.register.versions.history import History
from armswire.serving.addresses import article_address
from armswire.wording.claims import say_claim
from armswire.wording.versions import say_change, say_difference, say_place

# Sentences that stayed are folded away from so many on; of those that are shown, the eye needs the next ones.
FOLDED_FROM = 3
# What is said before sentences of each kind.
LABELS = {
    PassageKind.REMOVED: "Removed",
    PassageKind.ADDED: "Added",
    PassageKind.CHANGED: "Changed",
    PassageKind.SAME: "Unchanged",
}


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version; `address` is None for the one whose page it is."""

    number: int
    day: str
    words: str
    is_silent: bool
    address: str | None


@dataclass(frozen=True, slots=True)
class PassageView:
    """Sentences of which the same became. `is_folded`: they stayed, and are too many to be shown at once."""

    kind: str
    label: str
    sentences: int
    pieces: tuple[Piece, ...]
    is_folded: bool


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """A claim in one line, and where it stands."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class VersionsView:
    """The versions of an article's address. `summary` is empty where there is nothing to hold against each other."""

    place: str
    newest: str | None
    lines: tuple[VersionLine, ...]
    summary: str
    headline: tuple[Piece, ...]
    passages: tuple[PassageView, ...]
    is_cut: bool
    gone: tuple[ClaimLink, ...]
    came_in: tuple[ClaimLink, ...]


def view_versions(history: History | None, claims: Mapping[str, ClaimRecord]) -> VersionsView | None:
    """What is shown of them; `claims` are those of the article, by id."""
    if history is None:
        return None
    difference = history.difference if history.this.change is Change.EDITED else None
    return VersionsView(
        place=say_place(history.this, history.versions),
        newest=None if history.is_newest else f"{article_address(history.newest.document)}#versions",
        lines=tuple(
            VersionLine(
                one.number,
                one.day or "day not known",
                say_change(one),
                one.is_silent,
                None if one == history.this else f"{article_address(one.document)}#versions",
            )
            for one in history.versions
        ),
        summary="" if difference is None else say_difference(difference),
        headline=() if difference is None else difference.headline,
        passages=() if difference is None else tuple(_passages(difference)),
        is_cut=difference is not None and difference.is_cut,
        gone=tuple(map(_link, history.gone)),
        came_in=tuple(_link(claims[name]) for name in claims if name in history.came_in),
    )


def _passages(difference: Difference) -> Iterator[PassageView]:
    for passage in difference.passages:
        is_folded = passage.kind is PassageKind.SAME and passage.sentences >= FOLDED_FROM
        yield PassageView(passage.kind.value, LABELS[passage.kind], passage.sentences, passage.pieces, is_folded)


def _link(record: ClaimRecord) -> ClaimLink:
    claim = record.claim
    return ClaimLink(say_claim(claim), f"{article_address(claim.document)}#{claim.id}")
