"""An archive of the web (WARC, CC-NEWS), plain or gzip → the articles of what was archived in it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from armswire.articles.media_types import charset_of, suffix_of_type
from armswire.articles.picking import read_incoming
from armswire.articles.reader import MAX_ARTICLE_BYTES, Fetched, Incoming, Outcome, Reader
from armswire.articles.sources import open_fetched, suffix_of
from armswire.articles.warc.answer import read_answer
from armswire.articles.warc.records import MAX_RECORD_BYTES, Damage, Passed, Record, read_records
from armswire.errors import ArticleError
from armswire.model.article import KEPT, RETRIEVED

_GZIP = b"\x1f\x8b"


class Warc:
    """Each page or PDF answered with status 200, and each file kept as it was; damaged records are named.

    Other records are passed over. `readers` read what is in it.
    """

    name = "WARC"
    suffixes = (".warc",)
    is_binary = True

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._readers = readers

    def recognises(self, start: bytes) -> bool:
        """The version that opens a record; of a packed one `sources.py` has looked inside."""
        return start.startswith((b"WARC/", _GZIP))

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """The articles in the order of the file, and what is damaged with its byte."""
        if not self.recognises(incoming.stream.peek(5)):
            yield ArticleError("not a WARC", place=incoming.place, remedy="Give one as it was downloaded")
            return
        seen = read = 0
        for found in read_records(incoming.stream):
            seen += 1
            for outcome in self._outcomes(found, incoming.place):
                read += 1
                yield outcome
        if not read:
            yield ArticleError(
                f"no page among its {seen} records",
                place=incoming.place,
                remedy="Give an archive with answers of servers",
            )

    def _outcomes(self, found: Record | Passed | Damage, place: str) -> Iterator[Outcome]:
        """None for what is counted out: other kinds of records, answers that are no pages."""
        if isinstance(found, Passed):
            return
        here = f"{place}, byte {found.offset}"
        if isinstance(found, Damage):
            yield _damaged(found, here)
            return
        try:
            inner = _open_resource(found, here) if found.is_resource else _open_answer(found, here)
        except OSError as error:
            problem = f"a broken answer: {str(error)[:80]}"
            yield ArticleError(problem, place=here, value=found.url, remedy="Leave it out")
            return
        except ArticleError as error:
            yield error
            return
        if inner is not None:
            yield from self._read_inner(inner, found, place)

    def _read_inner(self, inner: Incoming, record: Record, place: str) -> Iterator[Outcome]:
        kept = {KEPT: {"file": PurePosixPath(place).name, "record": record.id}}
        # Of a file the record tells when it was kept, not when it was fetched.
        retrieved = {RETRIEVED: record.retrieved} if inner.fetched is not None and record.retrieved else {}
        # Who named a file by hand may have named one without a telling ending.
        for outcome in read_incoming(inner, self._readers, sniff=record.is_resource or not inner.suffix):
            if isinstance(outcome, ArticleError):
                value = record.url if outcome.value is None else outcome.value
                yield ArticleError(outcome.problem, place=outcome.place, value=value, remedy=outcome.remedy)
            else:
                yield replace(outcome, extra={**retrieved, **outcome.extra, **kept})


def _open_answer(record: Record, place: str) -> Incoming | None:
    """What a server answered; None where that is no page. Raises OSError for a broken answer, ArticleError."""
    answer = read_answer(record.block)
    if answer is None:
        return None
    _check_size(record, len(answer.body), place)
    fetched = Fetched(record.url or "", record.retrieved or "", answer.charset)
    return open_fetched(io.BytesIO(answer.body), place, suffix_of_type(answer.media_type) or "", fetched)


def _open_resource(record: Record, place: str) -> Incoming:
    """A file by the name that it had, anything else by what it is called. Raises ArticleError."""
    _check_size(record, 0, place)
    parts = urlsplit(record.url or "")
    charset = charset_of(record.media_type)
    fetched = None if parts.scheme == "file" else Fetched(record.url or "", record.retrieved or "", charset)
    suffix = suffix_of_type(record.media_type) or suffix_of(unquote(parts.path))
    return open_fetched(io.BytesIO(record.block), place, suffix, fetched)


def _check_size(record: Record, size: int, place: str) -> None:
    if not record.is_whole or size > MAX_ARTICLE_BYTES:
        limit = MAX_ARTICLE_BYTES if record.is_whole else MAX_RECORD_BYTES
        raise ArticleError(
            f"larger than {limit / 1e6:g} MB", place=place, value=record.url, remedy="No article is so long"
        )


def _damaged(found: Damage, place: str) -> ArticleError:
    went_on = "nothing after it could be read" if found.resumed is None else f"read again from byte {found.resumed}"
    return ArticleError(f"damaged: {found.why}; {went_on}", place=place, remedy="Fetch the archive again")
