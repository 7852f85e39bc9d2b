"""Articles and what is read in them → the register: what is known is not read again, texts of one page are versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from armswire.articles.decoding import guessed_encoding
from armswire.documents.build import build
from armswire.documents.outline import outline
from armswire.errors import ArticleError
from armswire.model.article import Article
from armswire.model.version import Outline
from armswire.pipeline import BATCH_SIZE, Reader, Reading, read_safely

if TYPE_CHECKING:
    from armswire.register.store import Register


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article that came in: `outcome` is "added", "reread", "unchanged" or "failed".

    `guessed` is the encoding by which a text was read that is not UTF-8, `foreign` the language (ISO 639) of one that
    is kept and not read. `versions` is how many other texts of its address the register had when it came in; `is_same`
    says that its cleaned text is that of one of them.
    """

    place: str
    outcome: str
    id: str | None = None
    claims: int = 0
    relevant: bool = False
    error: ArticleError | None = None
    guessed: str | None = None
    foreign: str | None = None
    versions: int = 0
    is_same: bool = False


@dataclass(frozen=True, slots=True)
class _Fresh:
    """An article that is new, or is to be read again.

    `outlines` are its own and those of the other `versions` of its page that had none yet. `is_same`: one of these says
    the same, and was read.
    """

    article: Article
    versions: int
    outlines: Mapping[str, Outline]
    is_same: bool


def add_articles(register: Register, reader: Reader, incoming: Iterable[Article | ArticleError]) -> Iterator[Added]:
    """Read what came in into the register, one report for each, in order.

    Articles that the register already has are not read again. Raises RegisterError where it cannot be written.
    """
    for batch in _batches_of_pages(incoming):
        results = [_look_up(register, reader, one) for one in batch]
        fresh = [one.article for one in results if isinstance(one, _Fresh) and not one.is_same]
        readings = iter(read_safely(reader, fresh))
        for result in results:
            if isinstance(result, Added):
                yield result
            else:
                yield _record(register, reader, result, Reading() if result.is_same else next(readings))


def _look_up(register: Register, reader: Reader, incoming: Article | ArticleError) -> _Fresh | Added:
    from armswire.register.record import is_recorded
    from armswire.register.versions.naming import name_version

    if isinstance(incoming, ArticleError):
        return Added(incoming.place, "failed", error=incoming)
    article = name_version(register, incoming)
    try:
        known = is_recorded(register, article, reader=reader.version)
    except ArticleError as error:
        return Added(article.place, "failed", article.id, error=error)
    return Added(article.place, "unchanged", article.id) if known else _find_versions(register, article)


def _find_versions(register: Register, article: Article) -> _Fresh:
    """What of an article and of the other texts of its page is the article, so that they can be held against it."""
    from armswire.register.versions.siblings import find_siblings, load_siblings

    siblings = find_siblings(register, article)
    if not siblings:
        return _Fresh(article, 0, {}, is_same=False)
    without = [sibling for sibling in siblings if sibling.digest is None]
    outlines = {one.id: outline(build(one)) for one in (article, *load_siblings(register, without))}
    digests = {sibling.id: sibling.digest for sibling in siblings}
    digests |= {name: found.digest for name, found in outlines.items()}
    same = {digests[sibling.id] for sibling in siblings if sibling.was_read}
    return _Fresh(article, len(siblings), outlines, is_same=digests[article.id] in same)


def _record(register: Register, reader: Reader, fresh: _Fresh, reading: Reading | ArticleError) -> Added:
    from armswire.register.record import ReadState, record

    article = fresh.article
    if isinstance(reading, ArticleError):
        return Added(article.place, "failed", article.id, error=reading)
    state = ReadState.READ if reading.relevant else ReadState.FOREIGN if reading.foreign else ReadState.IRRELEVANT
    if fresh.is_same:
        state = ReadState.SAME
    told = (reading.claims, reading.rejections, reading.sourcing)
    try:
        outcome = record(
            register,
            article,
            *told,
            reader=reader.version,
            state=state,
            written_in=reading.language,
            left_out=reading.left_out,
            outlines=fresh.outlines,
        )
    except ArticleError as error:
        return Added(article.place, "failed", article.id, error=error)
    return Added(
        article.place,
        outcome.value,
        article.id,
        len(reading.claims),
        reading.relevant,
        guessed=guessed_encoding(article),
        versions=fresh.versions,
        is_same=fresh.is_same,
        foreign=reading.language if reading.foreign else None,
    )


def _batches_of_pages(incoming: Iterable[Article | ArticleError]) -> Iterator[list[Article | ArticleError]]:
    """Batches without two texts of one page or one id: each is to be held against those before it."""
    from armswire.register.versions.page import page_of

    batch: list[Article | ArticleError] = []
    seen: set[str] = set()
    for one in incoming:
        names = set[str]()
        if isinstance(one, Article):
            names = {f"id {one.id}", f"page {page_of(one.url, one.extra) or one.id}"}
        if len(batch) == BATCH_SIZE or names & seen:
            yield batch
            batch, seen = [], set()
        batch.append(one)
        seen |= names
    if batch:
        yield batch
