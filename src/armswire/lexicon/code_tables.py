"""Names of tables of characters → tables, as browsers read them: a byte that a table lacks is a control character."""

from __future__ import annotations

import codecs
from functools import lru_cache

from armswire.lexicon.letters import bundled_letters_file

UTF_8 = "utf-8"
# Thai leaves out most among the tables of single bytes, 31; of tables of several bytes one alone is no sign.
_MOST_MISSING = 40
_STRICT = frozenset({UTF_8, "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "iso2022_kr", "iso2022_jp"})


def table_named(label: str) -> str | None:
    """Python's name of the table that a server or page declares by `label`; None for one that is not known.

    As browsers do, "iso-8859-1" is taken for Windows-1252, which has the same letters and more.
    """
    name = label.strip().lower()
    known = _labels().get(name)
    if known is not None:
        return known
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return _labels().get(codec) or (codec if codec in _STRICT else None)


def decode_by(table: str, data: bytes) -> str:
    """The text of `data` by a table, with U+FFFD for bytes that are none of it."""
    if table in _single():
        return data.decode("latin-1").translate(_single()[table])
    return data.decode(table, "replace")


def decode_whole(table: str, data: bytes) -> str | None:
    """The text of `data` by a table; None where a byte is none of it."""
    try:
        return decode_by(table, data) if table in _single() else data.decode(table)
    except UnicodeError:
        return None


def bytes_shown(table: str, text: str) -> bytes | None:
    """The bytes that a table shows as `text`; None where it has no such sign."""
    if table not in _single():
        try:
            return text.encode(table)
        except UnicodeError:
            return None
    back = _back(table)
    try:
        return bytes([back[sign] for sign in text])
    except KeyError:
        return None


def signs_of(table: str) -> str | None:
    """All signs but those of ASCII that a table of single bytes shows; None for a table of several bytes."""
    if table not in _single():
        return None
    return "".join(sign for sign in _back(table) if not sign.isascii())


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    names: dict[str, str] = {"utf8": UTF_8, "unicode-1-1-utf-8": UTF_8, "x-unicode20utf8": UTF_8, "utf-16": "utf-16-le"}
    for table in bundled_letters_file().tables:
        for name in (table.codec, codecs.lookup(table.codec).name, *table.labels):
            names.setdefault(name, table.codec)
    return names


@lru_cache(maxsize=1)
def _single() -> dict[str, dict[int, str]]:
    """For each table of single bytes which sign stands for which byte."""
    found: dict[str, dict[int, str]] = {}
    for table in bundled_letters_file().tables:
        signs = [bytes([byte]).decode(table.codec, "replace") for byte in range(128, 256)]
        if signs.count("\ufffd") < _MOST_MISSING:
            found[table.codec] = {
                byte: chr(byte) if sign == "\ufffd" else sign for byte, sign in enumerate(signs, start=128)
            }
    return found


@lru_cache(maxsize=8)
def _back(table: str) -> dict[str, int]:
    """Which byte a sign stands for: in Latin-1 or, where the table has another sign there, in the table."""
    ascii_signs = {chr(byte): byte for byte in range(128)}
    controls = {chr(byte): byte for byte in range(128, 160)}
    return {**ascii_signs, **controls, **{sign: byte for byte, sign in _single()[table].items()}}
