"""The versions of an article on its card: which there are, what this one changed, which claims came and went."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from armswire.cli.labels import label_row, label_rows
from armswire.model.version import PassageKind, Piece, PieceKind
from armswire.register.versions.history import find_history
from armswire.wording.claims import say_claim
from armswire.wording.ids import short_id
from armswire.wording.versions import say_difference, say_place, say_version

if TYPE_CHECKING:
    from armswire.model.version import Difference
    from armswire.register.store import Register

# Signs that a terminal without colours shows, too.
_SIGNS = {PieceKind.SAME: "{}", PieceKind.REMOVED: "[-{}-]", PieceKind.ADDED: "{{+{}+}}"}
_STYLES = {PieceKind.SAME: "", PieceKind.REMOVED: "red", PieceKind.ADDED: "green"}


def version_lines(register: Register, document: str) -> list[RenderableType]:
    """Nothing where the address of the article has shown no other text."""
    history = find_history(register, document)
    if history is None:
        return []
    lines = [label_row("version", say_place(history.this, history.versions))]
    lines += label_rows("versions", [f"{say_version(one)} [{one.document}]" for one in history.versions])
    if history.difference is not None:
        lines.append(label_row("difference", say_difference(history.difference)))
        lines += _difference_lines(history.difference)
    lines += label_rows("edited away", [f"{say_claim(one.claim)} ({short_id(one.claim.id)})" for one in history.gone])
    lines += label_rows("came in", [short_id(claim) for claim in sorted(history.came_in)])
    return lines


def _difference_lines(difference: Difference) -> Iterator[RenderableType]:
    if difference.headline:
        yield _line(difference.headline)
    for passage in difference.passages:
        if passage.kind is not PassageKind.SAME:
            yield _line(passage.pieces)


def _line(pieces: tuple[Piece, ...]) -> Text:
    line = Text("    ")
    for number, piece in enumerate(pieces):
        line.append(" " if number else "")
        line.append(_SIGNS[piece.kind].format(piece.text), style=_STYLES[piece.kind])
    return line
