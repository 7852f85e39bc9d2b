"""Arcs that lead up to a root from every token of a sentence, whatever was mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from armswire.model.annotation import Token

ROOT = "ROOT"


def take_back_circles(out: list[Token], before: Sequence[Token]) -> None:
    """Puts back the sentences of `before` of which a mend left no tree: arcs in a circle or into another sentence."""
    changed = {token.sentence for token, was in zip(out, before, strict=True) if token is not was}
    if not changed:
        return
    for number, group in groupby(before, key=lambda token: token.sentence):
        own = [token.index for token in group]
        if number in changed and not _is_tree(out, own):
            out[own[0] : own[-1] + 1] = before[own[0] : own[-1] + 1]


def upwards(out: Sequence[Token], token: Token) -> Iterator[Token]:
    """The token, what it hangs on, and so on up to the root; each once, also while arcs are being moved."""
    seen: set[int] = set()
    while token.index not in seen:
        yield token
        seen.add(token.index)
        token = out[token.head]


def _is_tree(out: Sequence[Token], own: Sequence[int]) -> bool:
    """True where each token of a sentence, given by their indexes, leads up to a token that is labelled a root."""
    inside = range(own[0], own[-1] + 1)
    grounded: set[int] = set()
    for i in own:
        path: set[int] = set()
        while i not in grounded:
            token = out[i]
            if token.head == i and token.dep == ROOT:
                grounded.add(i)
            elif token.head == i or token.head not in inside or i in path:
                return False
            path.add(i)
            i = token.head
        grounded |= path
    return True
