"""What a server answered, as it was archived → the page or document in it."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.articles.reader import MAX_ARTICLE_BYTES

# Feeds and plain texts (robots.txt) stand in crawls as well, and are no articles.
ANSWERS = frozenset({"text/html", "application/xhtml+xml", "application/pdf"})


@dataclass(frozen=True, slots=True)
class ArchivedAnswer:
    """What a server sent, unpacked, what it called that, and the encoding that it named."""

    body: bytes
    media_type: str
    charset: str | None


def read_answer(answer: bytes) -> ArchivedAnswer | None:
    """The page or PDF of an answer as RFC 9112 writes it; None for an error, a redirect or anything else.

    At most `MAX_ARTICLE_BYTES` + 1 are unpacked. Raises OSError for a broken answer.
    """
    from fastwarc.warc import WarcRecord

    # A record of its own: one that fails would take the iterator that gave it down with it.
    head = f"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    record = WarcRecord.from_bytes(head.encode() + answer)
    record.parse_http(auto_decode="all")
    status = record.http_headers.status_code
    media_type = (record.http_content_type or "").lower()
    if status != 200 or media_type not in ANSWERS:
        return None
    body = b""
    while len(body) <= MAX_ARTICLE_BYTES and (piece := record.reader.read(MAX_ARTICLE_BYTES + 1 - len(body))):
        body += piece
    return ArchivedAnswer(body, media_type, record.http_charset)
