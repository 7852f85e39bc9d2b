"""Bytes → text: UTF-8 where they are, otherwise the best guess, which is recorded."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from armswire.errors import ArticleError
from armswire.model.article import Article

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
)
_WIDE_MARKS = (
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
)
DECODED_AS = "decoded_as"
"""The key of `Article.extra` under which a guessed encoding is kept."""

_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile("[^\x00-\x7f\ufffd]")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
MAX_WESTERN_SHARE = 0.06
"""Share of bytes that are not ASCII, up to which Windows-1252 is taken for granted: English news has below 2 %."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text`, and by which encoding it was guessed; None where the bytes are plain UTF-8."""

    text: str
    guess: str | None


def guessed_encoding(article: Article) -> str | None:
    """By which encoding an article was read that came in as bytes other than UTF-8; None for UTF-8."""
    guess = article.extra.get(DECODED_AS)
    return guess if isinstance(guess, str) and article.place else None


def binary_kind(start: bytes) -> str | None:
    """What the opening bytes of a file are when they are no text ("a PDF", "binary data"); None for text."""
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return kind
    if start.startswith(_WIDE_MARKS):
        return None
    # A thirtieth of control characters: no text comes near it, compressed bytes have about a tenth.
    if b"\x00" in start or len(_CONTROLS.findall(start)) * 30 > len(start):
        return "binary data"
    return None


def decode(data: bytes, place: str) -> Decoded:
    """The text of a whole file. Raises ArticleError where no encoding fits."""
    if data.startswith(_WIDE_MARKS):
        return _decode_wide(data, place)
    try:
        return Decoded(data.decode("utf-8-sig"), None)
    except UnicodeDecodeError:
        return _decode_damaged(data) or _decode_western(data) or _decode_guessed(data, place)


def _decode_wide(data: bytes, place: str) -> Decoded:
    encoding = "utf-32" if data.startswith(_WIDE_MARKS[:2]) else "utf-16"
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(place, f"{encoding} breaks off at byte {error.start}") from error


def _decode_damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes (a cut in mid-character), told by many more whole characters than broken ones."""
    text = data.decode("utf-8-sig", "replace")
    broken = text.count("\ufffd")
    if len(_MULTIBYTE.findall(text)) < 3 * broken:
        return None
    return Decoded(text, f"utf-8 with {broken} broken bytes replaced")


def _decode_western(data: bytes) -> Decoded | None:
    """English with a few curly quotation marks and accents, of which a statistical guess has too little to go by."""
    if len(_HIGH_BYTE.findall(data)) > MAX_WESTERN_SHARE * len(data):
        return None
    try:
        return Decoded(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        return None


def _decode_guessed(data: bytes, place: str) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise _undecodable(place, "no known encoding fits")
    return Decoded(str(best), best.encoding)


def _undecodable(place: str, why: str) -> ArticleError:
    return ArticleError(
        f"the text cannot be decoded: {why}",
        place=place,
        remedy="Save the file as UTF-8",
    )
