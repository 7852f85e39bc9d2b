"""The arcs of a parse: which tokens hang on which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from armswire.model.annotation import Token


class Arcs:
    """The tokens of one document with their arcs; indexes are those of the tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                self.children[token.head].append(token.index)

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of `i` by one of these labels, in the order of the text."""
        return [c for c in self.children[i] if self.tokens[c].dep in deps]

    def subtree(self, i: int) -> Iterator[int]:
        """`i` and all below it."""
        stack = [i]
        while stack:
            at = stack.pop()
            yield at
            stack.extend(self.children[at])
