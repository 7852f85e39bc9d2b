"""The order of the rooms, on one screen: articles → documents → annotations → claims → register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING, TypeVar

from armswire import __version__
from armswire.documents.build import build
from armswire.documents.languages import READ, identify_article, is_read
from armswire.documents.relevance import Relevance
from armswire.errors import ArmswireError, ArticleError
from armswire.lexicon.digest import digest_of
from armswire.lexicon.inflection import bundled_irregular_forms
from armswire.lexicon.language import LanguageFile, load_language
from armswire.lexicon.loader import Lexicon, load_lexicon
from armswire.lexicon.numbers import load_numbers
from armswire.lexicon.relevance_forms import arms_forms, transfer_forms
from armswire.model.annotation import AnnotatedDocument
from armswire.model.article import Article
from armswire.model.attribution import Attribution
from armswire.model.claim import Claim
from armswire.model.document import Document
from armswire.model.rejection import Rejection
from armswire.model.sourcing import QuotedWords, Sourcing
from armswire.model.span import Span
from armswire.wording.languages import say_language

if TYPE_CHECKING:
    from armswire.annotations.annotate import Annotator
    from armswire.attributions.attribute import Attributor
    from armswire.claims.extract import ClaimReader

T = TypeVar("T")

# As many as the analyser parses at once.
BATCH_SIZE = 16

# Where it is decided what an article says: any change there may change a reading.
READING_ROOMS = ("annotations", "attributions", "claims", "documents", "lexicon", "model")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in an article; without `document` where no word of arms and transfer stands in its text.

    `language` is what it is written in, an ISO 639 code; of one in a language that is not read nothing else is told.
    """

    document: Document | None = None
    annotated: AnnotatedDocument | None = None
    claims: tuple[Claim, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    quotations: tuple[QuotedWords, ...] = ()
    language: str = READ

    @property
    def sourcing(self) -> Sourcing:
        """What it tells of where it has its news from."""
        if self.document is None:
            return Sourcing(quotations=self.quotations)
        return Sourcing(self.document.credits, self.quotations, self.document.translation)

    @property
    def left_out(self) -> tuple[Span, ...]:
        """What of its text is not its own words; nothing where it was not cleaned."""
        return () if self.document is None else tuple(furniture.span for furniture in self.document.furniture)

    @property
    def relevant(self) -> bool:
        """Whether the article passed the cheap test of its words."""
        return self.annotated is not None

    @property
    def foreign(self) -> bool:
        """Whether it is in a language that is not read."""
        return not is_read(self.language)


class Reader:
    """Reads articles; lexicon and analyser are loaded once, when the first article needs them."""

    def __init__(self, *, matrices: str = "openblas", attributions: str = "network") -> None:
        """`matrices` and `attributions` as in the settings."""
        self._matrices = matrices
        self._method = attributions

    @cached_property
    def version(self) -> str:
        """Tells the reading of one version of the program, its knowledge and its code from that of another."""
        rooms = resources.files("armswire")
        digest = digest_of(rooms.joinpath(name) for name in READING_ROOMS)
        return f"{__version__}+{digest}" if self._method == "network" else f"{__version__}+{digest}.{self._method}"

    @cached_property
    def lexicon(self) -> Lexicon:
        """The knowledge files."""
        return load_lexicon()

    @cached_property
    def language(self) -> LanguageFile:
        """The words of the one language that is read, English."""
        return load_language()

    @cached_property
    def relevance(self) -> Relevance:
        """The cheap test of words that comes before any cleaning and parsing."""
        irregular = bundled_irregular_forms()
        return Relevance(arms_forms(self.lexicon, self.language, irregular), transfer_forms(self.language, irregular))

    @cached_property
    def _annotator(self) -> Annotator:
        from armswire.annotations.analyzers.spacy_english import MatrixLibrary
        from armswire.annotations.annotate import Annotator

        return Annotator(self.lexicon, load_numbers(), self.language, matrices=MatrixLibrary(self._matrices))

    @cached_property
    def _attributor(self) -> Attributor:
        from armswire.attributions.attribute import Attributor, Method

        return Attributor(self.language, Method(self._method))

    @cached_property
    def _claim_reader(self) -> ClaimReader:
        from armswire.claims.extract import ClaimReader

        return ClaimReader(self.language)

    def read_article(self, article: Article) -> Reading:
        """One article's claims."""
        return next(self.read_articles([article]))

    def read_articles(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The claims of each article, in order; a batch of articles is in memory at a time."""
        for batch in _batches(articles):
            languages = [identify_article(article) for article in batch]
            documents = [
                build(article) if is_read(language) and self.relevance.passes(article.text) else None
                for article, language in zip(batch, languages, strict=True)
            ]
            annotated = iter(self._annotate([document for document in documents if document is not None]))
            for document, language in zip(documents, languages, strict=True):
                yield Reading(language=language) if document is None else self._extract(document, next(annotated))

    def attribute(self, article: Article) -> tuple[Attribution, ...]:
        """Who says what in one article, whatever it is about; spans count in its text as it came in.

        Raises ArticleError for one in a language that is not read.
        """
        from armswire.attributions.attribute import in_source

        document = build(article)
        if not is_read(document.language):
            raise ArticleError(
                f"it is in {say_language(document.language)}, which is not read yet",
                place=article.place or article.id,
                remedy="Give articles in English",
            )
        parsed = next(iter(self._annotate([document]))) if self._attributor.needs_parse else None
        return tuple(in_source(document, one) for one in self._attributor.attribute(document, parsed))

    def _annotate(self, documents: Sequence[Document]) -> Iterable[AnnotatedDocument]:
        return self._annotator.annotate(documents) if documents else ()

    def _extract(self, document: Document, annotated: AnnotatedDocument) -> Reading:
        annotated = replace(annotated, attributions=self._attributor.attribute(document, annotated))
        extraction = self._claim_reader.extract(annotated)
        told = (extraction.claims, extraction.rejections, extraction.quotations)
        return Reading(document, annotated, *told, language=document.language)


@dataclass(frozen=True, slots=True)
class Attributed:
    """Who says what in one article that came in; `error` says why it could not be read."""

    id: str | None
    attributions: tuple[Attribution, ...] = ()
    error: ArticleError | None = None


def attribute_articles(reader: Reader, incoming: Iterable[Article | ArticleError]) -> Iterator[Attributed]:
    """The attributions of each article that came in, in order; a fault in one does not cost the others."""
    for one in incoming:
        if isinstance(one, ArticleError):
            yield Attributed(None, error=one)
            continue
        try:
            yield Attributed(one.id, reader.attribute(one))
        except ArmswireError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a hostile text provokes, the run goes on
            yield Attributed(one.id, error=_name_fault(one, error))


def read_safely(reader: Reader, articles: Iterable[Article]) -> Iterator[Reading | ArticleError]:
    """The reading of each article, in order; a fault in one is its error and does not cost the others."""
    for batch in _batches(articles):
        yield from _read_safely(reader, batch)


def _read_safely(reader: Reader, articles: list[Article]) -> list[Reading | ArticleError]:
    """A fault in one article must not cost the others of its batch: read again one by one, the fault is named."""
    try:
        return list(reader.read_articles(articles))
    except ArticleError as error:
        fault = error
    except ArmswireError:
        raise  # the knowledge or the settings are broken, not the article
    except Exception as error:  # noqa: BLE001 - whatever a hostile text provokes, the run goes on
        fault = _name_fault(articles[0], error)
    if len(articles) > 1:
        return [reading for article in articles for reading in _read_safely(reader, [article])]
    return [fault]


def _name_fault(article: Article, error: Exception) -> ArticleError:
    return ArticleError(
        f"reading it failed: {type(error).__name__}: {str(error)[:200]}",
        place=article.place or article.id,
        remedy="This is a fault of armswire; please report it with the article",
    )


def _batches(things: Iterable[T]) -> Iterator[list[T]]:
    batch: list[T] = []
    for thing in things:
        batch.append(thing)
        if len(batch) == BATCH_SIZE:
            yield batch
            batch = []
    if batch:
        yield batch
