"""An article without some of its words, every offset as before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from armswire.model.article import Article
from armswire.model.span import Span

# Stand for each letter of a blanked word, small or capital, and for its figures. A word that nobody knows, written as
# the one in its place, leaves the rest of the sentence as it is read: on the bundled dispatches, of 341 blankings of
# one slot 231 leave the claim where it was; 214 do with small letters alone, 226 with underscores.
SMALL, CAPITAL = "x", "X"


def blank(article: Article, spans: Iterable[Span]) -> Article:
    """The article with neutral characters in place of the letters and figures of `spans`; blanks between them stay."""
    text = article.text
    parts: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        start, end = max(span.start, at), max(span.end, at)
        parts += [text[at:start], "".join(map(_neutral, text[start:end]))]
        at = max(at, end)
    return replace(article, text="".join(parts) + text[at:])


def _neutral(letter: str) -> str:
    if not letter.isalnum():
        return letter
    return CAPITAL if letter.isupper() else SMALL
