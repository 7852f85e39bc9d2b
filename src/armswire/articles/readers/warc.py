"""An archive of the web (WARC, CC-NEWS), plain or gzip → an article for each page in it."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.articles.page_article import article_from_page
from armswire.articles.reader import MAX_ARTICLE_BYTES, Incoming, Outcome
from armswire.articles.warc.answer import read_page
from armswire.articles.warc.records import Damage, Passed, Record, read_records
from armswire.errors import ArticleError

_GZIP = b"\x1f\x8b"


class Warc:
    """Each page answered with status 200 is an article; other records are passed over, damaged ones are named."""

    name = "WARC"
    suffixes = (".warc",)
    is_binary = True

    def recognises(self, start: bytes) -> bool:
        """The version that opens a record; of a packed one `sources.py` has looked inside."""
        return start.startswith((b"WARC/", _GZIP))

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """Each page's article in the order of the file, and what is damaged with its byte."""
        if not self.recognises(incoming.stream.peek(5)):
            yield ArticleError("not a WARC", place=incoming.place, remedy="Give one as it was downloaded")
            return
        seen = pages = 0
        for found in read_records(incoming.stream):
            outcome = _outcome(found, incoming.place)
            seen += 1
            if outcome is not None:
                pages += 1
                yield outcome
        if not pages:
            yield ArticleError(
                f"no page among its {seen} records",
                place=incoming.place,
                remedy="Give an archive with answers of servers",
            )


def _outcome(found: Record | Passed | Damage, place: str) -> Outcome | None:
    """The article, the error, or None for what is counted out: other kinds of records, answers that are no pages."""
    if isinstance(found, Passed):
        return None
    here = f"{place}, byte {found.offset}"
    if isinstance(found, Damage):
        went_on = "nothing after it could be read" if found.resumed is None else f"read again from byte {found.resumed}"
        return ArticleError(f"damaged: {found.why}; {went_on}", place=here, remedy="Fetch the archive again")
    try:
        return _article(found, here)
    except OSError as error:
        return ArticleError(f"a broken answer: {str(error)[:80]}", place=here, value=found.url, remedy="Leave it out")
    except ArticleError as error:
        return ArticleError(error.problem, place=here, value=found.url, remedy=error.remedy)


def _article(record: Record, place: str) -> Outcome | None:
    page = read_page(record.answer)
    if page is None:
        return None
    if not record.is_whole or len(page.body) > MAX_ARTICLE_BYTES:
        raise ArticleError(f"larger than {MAX_ARTICLE_BYTES / 1e6:g} MB", place=place, remedy="No article is so long")
    return article_from_page(page.body, place, url=record.url, charset=page.charset, retrieved=record.retrieved)
