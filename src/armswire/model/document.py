"""An article made ready for reading: cleaned text that knows where each part came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from armswire.model.article import Article
from armswire.model.span import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """`length` code points of the cleaned text from `clean`, which came from `source_length` code points at `source`.

    Where the two lengths are equal, characters correspond one to one; where they differ (a repaired line), only
    the whole segment does.
    """

    clean: int
    length: int
    source: int
    source_length: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the cleaned text; `headline` marks headlines and subheads, `paragraph` counts from 0."""

    index: int
    span: Span
    paragraph: int
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, the marks included; `closed` is False where the end is only inferred."""

    span: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the article's own text that was left out, and the name of the rule that did it.

    `language` is that of words in another one than the article's, an ISO 639 code.
    """

    span: Span
    rule: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """Other outlets that the article credits: their names as written, and where they stand in its own text.

    `rule` is the one that found it; `taken` says that the article is from there, not only helped by them. `owners` has
    for each outlet the state whose own word it is, None for the free press. `above` says that only what stands above
    it in the article is from there ("This was reported by Reuters.").
    """

    outlets: tuple[str, ...]
    span: Span
    rule: str
    taken: bool
    owners: tuple[str | None, ...]
    above: bool = False


@dataclass(frozen=True, slots=True)
class Translation:
    """That the article says it is translated, and where in its own text; `rule` is the one that found it.

    `language` is the one it was translated from, an ISO 639 code, None where the note names none.
    """

    span: Span
    language: str | None
    by_machine: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """The cleaned text of an article, its sentences and quotations.

    `language` is what most of it is written in, an ISO 639 code; "en" where enough is to be read, "und" without words.
    Spans of sentences and quotations count in `text`; `source_span` turns them into spans of `article.text`.
    """

    article: Article
    text: str
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    credits: tuple[Credit, ...] = ()
    language: str = "en"
    translation: Translation | None = None
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(s.clean for s in self.segments))

    def source_span(self, span: Span) -> Span:
        """The stretch of `article.text` that `span` of the cleaned text came from.

        Joints between segments (paragraph breaks that cleaning wrote) belong to no segment; a span that starts
        or ends in one is drawn in to the nearest text, and a span without words is empty. Raises ValueError for a
        document without segments.
        """
        if not self.segments:
            raise ValueError("a document without segments has no source")
        start = self._source_start(span.start)
        if not span.of(self.text).strip():
            return Span(start, start)
        return Span(start, max(start, self._source_end(span.end - 1)))

    def _source_start(self, offset: int) -> int:
        i = max(0, bisect_right(self._starts, offset) - 1)
        segment = self.segments[i]
        inside = offset - segment.clean
        if inside >= segment.length and i + 1 < len(self.segments):
            return self.segments[i + 1].source
        if segment.length != segment.source_length:
            return segment.source
        return segment.source + max(0, min(inside, segment.length))

    def _source_end(self, offset: int) -> int:
        segment = self.segments[max(0, bisect_right(self._starts, offset) - 1)]
        inside = offset - segment.clean
        if segment.length != segment.source_length:
            return segment.source + segment.source_length
        return segment.source + max(0, min(inside + 1, segment.length))
