"""Bytes → text: by what is declared where the bytes bear it out, otherwise by the likeliest table; told which."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from armswire.articles.likeliest_table import LikeliestTable
from armswire.errors import ArticleError
from armswire.lexicon.code_tables import UTF_8, decode_whole, table_named
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
_WIDE = frozenset({"utf-16-le", "utf-16-be"})
_SHIFTED = frozenset({"iso2022_kr", "iso2022_jp"})
DECODED_AS, DECLARED_AS = "decoded_as", "declared_as"
"""Keys of `Article.extra`: by which table an article was read, and which were declared, by whom ("server", "page").

Kept where it is not plain UTF-8 that is declared as such, or as nothing."""

_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile("[^\x00-\x7f\ufffd]")
# Bytes that are no part of UTF-8, of which the sense is sure: Western quotation marks and dashes, and letters between
# letters of ASCII.
_WESTERN = re.compile(rb"[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]|(?<=[A-Za-z])[\xc0-\xff](?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text`, by which `table` it was read, and what was `declared`, by whom.

    `guess` is the table where it is neither UTF-8 nor declared.
    """

    text: str
    table: str
    declared: Mapping[str, str] = field(default_factory=dict)

    @property
    def guess(self) -> str | None:
        """The table where it was guessed; None for UTF-8 and for what is as declared."""
        return _guess(self.table, self.declared)

    @property
    def kept(self) -> dict[str, object]:
        """What `Article.extra` keeps of it."""
        plain = self.table == UTF_8
        contradicted = any(table_named(label) != self.table for label in self.declared.values())
        kept: dict[str, object] = {} if plain and not contradicted else {DECODED_AS: self.table}
        return {**kept, DECLARED_AS: dict(self.declared)} if self.declared and kept else kept


def guessed_encoding(article: Article) -> str | None:
    """By which table an article was read that neither is UTF-8 nor was declared; None for one that is or was."""
    table, declared = article.extra.get(DECODED_AS), article.extra.get(DECLARED_AS)
    if not isinstance(table, str) or not article.place:
        return None
    return _guess(table, declared if isinstance(declared, Mapping) else {})


def _guess(table: str, declared: Mapping[str, object]) -> str | None:
    if table == UTF_8 or any(table_named(str(label)) == table for label in declared.values()):
        return None
    return table


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


def decode(data: bytes, place: str, declared: Mapping[str, str] | None = None) -> Decoded:
    """The text of a whole file or page. `declared` has the names of tables, by who declares them, the weightiest first.

    A byte order mark decides; bytes that are UTF-8 are, whatever is declared (no other text is by chance); what is
    declared is believed unless another table reads far less surprising words (`LikeliestTable`), which decides where
    nothing is declared. Raises ArticleError where no table fits.
    """
    told = dict(declared or {})
    if data.startswith(_WIDE_MARKS):
        table = "utf-32" if data.startswith(_WIDE_MARKS[:2]) else "utf-16"
        return Decoded(_decode_wide(data, table, place), table, told)
    named = [known for label in told.values() if (known := table_named(label)) is not None]
    for table in named:
        seen = (table in _WIDE and b"\x00" in data) or (table in _SHIFTED and b"\x1b" in data)
        if seen and (whole := decode_whole(table, data)) is not None and "\x00" not in whole:
            return Decoded(whole, table, told)
    try:
        return Decoded(data.decode("utf-8-sig"), UTF_8, told)
    except UnicodeDecodeError:
        pass
    found = _decode_damaged(data) or LikeliestTable(data).read([one for one in named if one not in _WIDE | _SHIFTED])
    table, text = found or _decode_guessed(data, place)
    return Decoded(text, table, told)


def _decode_wide(data: bytes, table: str, place: str) -> str:
    try:
        return data.decode(table)
    except UnicodeDecodeError as error:
        raise _undecodable(place, f"{table} breaks off at byte {error.start}") from error


def _decode_damaged(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few broken bytes (a cut in mid-character), told by many more whole characters than broken ones.

    Broken bytes that are Western signs for sure become what they were, the others U+FFFD.
    """
    whole = data.decode("utf-8-sig", "replace")
    broken = whole.count("\ufffd")
    if len(_MULTIBYTE.findall(whole)) < 3 * broken:
        return None
    text = data.decode("utf-8-sig", _MEND_WESTERN)
    left = text.count("\ufffd")
    western = "" if left == broken else f" with {broken - left} bytes of cp1252"
    replaced = f" with {left} broken bytes replaced" if left else ""
    return UTF_8 + western + (" and" if western and replaced else "") + replaced, text


def _mend_western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    found = _WESTERN.match(error.object, error.start)
    if found is not None:
        return found.group().decode("cp1252"), error.start + 1
    return "\ufffd", error.end


_MEND_WESTERN = "armswire.western"
codecs.register_error(_MEND_WESTERN, _mend_western)


def _decode_guessed(data: bytes, place: str) -> tuple[str, str]:
    """Languages whose signs we know little of are left to a library that knows more of them."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise _undecodable(place, "no known encoding fits")
    return best.encoding, str(best)


def _undecodable(place: str, why: str) -> ArticleError:
    return ArticleError(
        f"the text cannot be decoded: {why}",
        place=place,
        remedy="Save the file as UTF-8",
    )
