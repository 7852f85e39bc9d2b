"""Versions to JSON; keys are those of the contract."""

from __future__ import annotations

from armswire.model.encoding import Json
from armswire.model.version import Difference, EditedAway, PassageKind, Piece, Version


def encode_version(version: Version) -> Json:
    """A version: `silent` says that the text was changed and the outlet does not say so."""
    notice = version.notice
    return {
        "article": version.document,
        "number": version.number,
        "seen": version.seen,
        "change": version.change.value,
        "previous": version.previous,
        "silent": version.is_silent,
        "notice": None if notice is None else {"kind": notice.kind.value, "text": notice.text},
    }


def encode_edited_away(gone: EditedAway | None) -> Json | None:
    """The version in which a claim is gone, and when that was seen."""
    return None if gone is None else {"version": gone.version, "seen": gone.seen}


def encode_difference(difference: Difference) -> Json:
    """What became of the headline and of each passage; those that are the same are left out."""
    return {
        "headline": _encode_pieces(difference.headline),
        "passages": [
            {"kind": passage.kind.value, "pieces": _encode_pieces(passage.pieces)}
            for passage in difference.passages
            if passage.kind is not PassageKind.SAME
        ],
        "cut": difference.is_cut,
    }


def _encode_pieces(pieces: tuple[Piece, ...]) -> list[Json]:
    return [{"kind": piece.kind.value, "text": piece.text} for piece in pieces]
