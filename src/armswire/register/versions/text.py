"""One text of an address, made ready for being held against another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.identity import text_digest
from armswire.model.version import Outline

# Runs of four words: two articles of one outlet about one event share a few names, hardly a run of them.
RUN = 4
# As many words are looked at: the longest reports have a tenth of it, and a text of a hundred megabytes costs no more.
MOST_WORDS = 20_000


@dataclass(frozen=True)
class VersionText:
    """An article as one of the texts of its address; `seen` and `arrived` give its place among them.

    `claims` are what was read in it, or in another article of the same cleaned text. `outline` is None where nobody
    noted what of the text is the article: then every line of it is.
    """

    article: Article
    seen: str
    arrived: str
    outline: Outline | None = None
    claims: tuple[Claim, ...] = field(default=(), repr=False)

    @property
    def order(self) -> tuple[str, str, str]:
        """By which the texts of an address are sorted."""
        return self.seen, self.arrived, self.article.id

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences as they stand there, without what stands round the article."""
        text = self.article.text
        if self.outline is None:
            return tuple(filter(None, map(str.strip, text.splitlines())))
        return tuple(filter(None, (span.of(text).strip() for span in self.outline.sentences)))

    @cached_property
    def digest(self) -> str:
        """The same for two texts that differ in furniture alone."""
        return text_digest(self.article.text) if self.outline is None else self.outline.digest

    @cached_property
    def body(self) -> str:
        """All its words in a row, by which words are found that stand in it."""
        return fold_words([self.article.title or "", *self.sentences])

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The runs of words that it has; one shorter than a run is a run itself."""
        words = fold_words(self.sentences).split(" ", MOST_WORDS)[:MOST_WORDS]
        return frozenset(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def fold_words(parts: Iterable[str]) -> str:
    """Words without case and with one space between them."""
    return " ".join(" ".join(parts).casefold().split())


def shared(one: VersionText, other: VersionText) -> float:
    """The share of the shorter text's runs of words that the other has too, 0 to 1."""
    fewer = min(len(one.runs), len(other.runs))
    return len(one.runs & other.runs) / fewer


def added_lines(older: VersionText, newer: VersionText) -> Sequence[str]:
    """The headline and the lines that the newer text has and the older has not, furniture included, in their order.

    Outlets write a correction as often beside the article as in it.
    """
    known = {*_lines(older)}
    return [line for line in dict.fromkeys(_lines(newer)) if line not in known]


def _lines(version: VersionText) -> Iterable[str]:
    article = version.article
    if article.title:
        yield article.title.strip()
    yield from version.sentences
    yield from filter(None, map(str.strip, article.text.splitlines()))
