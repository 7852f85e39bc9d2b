"""The type and the name of a part of a letter → what is to be done with it."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """`passed_over` never holds an article (pictures, signatures, calendars); `unread` may, and is named."""

    HTML = "html"
    PLAIN = "plain"
    PDF = "pdf"
    PASSED_OVER = "passed_over"
    UNREAD = "unread"


_BY_TYPE = {"text/html": Kind.HTML, "text/plain": Kind.PLAIN, "application/pdf": Kind.PDF}
_BY_ENDING = {".pdf": Kind.PDF, ".html": Kind.HTML, ".htm": Kind.HTML, ".txt": Kind.PLAIN}
_NEVER_ARTICLES = (
    "image/", "audio/", "video/", "font/", "message/", "text/calendar", "text/css", "text/vcard", "text/x-vcard",
    "text/directory", "text/rfc822-headers", "application/pgp-", "application/pkcs7-signature",
    "application/x-pkcs7-signature", "application/ics", "application/ms-tnef",
)  # fmt: skip


def kind_of(content_type: str, name: str) -> Kind:
    """By the type that the part declares; by the ending of its name where that says nothing ("octet-stream")."""
    if content_type in _BY_TYPE:
        return _BY_TYPE[content_type]
    if content_type.startswith(_NEVER_ARTICLES):
        return Kind.PASSED_OVER
    ending = "." + name.lower().rpartition(".")[2]
    return _BY_ENDING.get(ending, Kind.UNREAD)
