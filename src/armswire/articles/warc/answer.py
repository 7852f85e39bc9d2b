"""What a server answered, as it was archived → the page in it."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.articles.reader import MAX_ARTICLE_BYTES

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A page as its server sent it, unpacked, and the encoding that the server named."""

    body: bytes
    charset: str | None


def read_page(answer: bytes) -> ArchivedPage | None:
    """The page of an answer as RFC 9112 writes it; None for an error, a redirect or something else than a page.

    At most `MAX_ARTICLE_BYTES` + 1 are unpacked. Raises OSError for a broken answer.
    """
    from fastwarc.warc import WarcRecord

    # A record of its own: one that fails would take the iterator that gave it down with it.
    head = f"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    record = WarcRecord.from_bytes(head.encode() + answer)
    record.parse_http(auto_decode="all")
    status = record.http_headers.status_code
    if status != 200 or (record.http_content_type or "").lower() not in _PAGES:
        return None
    body = b""
    while len(body) <= MAX_ARTICLE_BYTES and (piece := record.reader.read(MAX_ARTICLE_BYTES + 1 - len(body))):
        body += piece
    return ArchivedPage(body, record.http_charset)
