"""A WARC, plain or packed record by record → what was archived, by fastwarc; a damaged record costs no other.

The format: ISO 28500 (WARC 1.1). fastwarc reads from the beginning and stops at the first byte that it does not
understand. Here it is started again at the next mark of a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BufferedReader
from typing import TYPE_CHECKING, Any, cast

from armswire.articles.warc.window import Window

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

MAX_RECORD_BYTES = 32_000_000
"""The longest record that is read; crawlers cut pages at 1 to 10 MB, what is longer is a film or a data set."""
MAX_SKIPPED_BYTES = 2_000_000_000
"""The longest record that is read past; what says to be longer is damaged, or a bomb."""
HEAD_BYTES = 1 << 16
"""What is read of a record over the limit: enough for the headers of its answer."""
MAX_TRIES = 1000
"""Marks that are tried in vain before the rest is given up: any file may be full of them."""

_BETWEEN = "bytes before it that are no record"
_PLAIN = re.compile(rb"WARC/[01]\.\d\r?\n")
# RFC 1952, section 2.3: deflate, no reserved flags, any time, a speed and a system that exist.
_GZIP = re.compile(rb"\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Record:
    """A response, or a resource (a thing as it is, no server's answer around it).

    `offset` is where it begins, `url` and `retrieved` what was fetched when, `block` its content (the head, if not
    `is_whole`), `media_type` what a resource is; `id` is the WARC-Record-ID.
    """

    offset: int
    id: str | None
    url: str | None
    retrieved: str | None
    block: bytes
    is_whole: bool
    is_resource: bool
    media_type: str | None


@dataclass(frozen=True, slots=True)
class Passed:
    """A record of another kind (a request, a header of the file): where it begins."""

    offset: int


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes that are no record: from which on, why, and where reading went on (None: nowhere)."""

    offset: int
    why: str
    resumed: int | None = None


def read_records(stream: BufferedReader[Any]) -> Iterator[Record | Passed | Damage]:
    """Each record and each damage, in order; at most `WINDOW_BYTES` and one record are held."""
    window = Window(stream)
    mark = _GZIP if stream.peek(2).startswith(b"\x1f\x8b") else _PLAIN
    tries, damage, after = 0, None, 0
    while tries < MAX_TRIES:
        start, found = window.at, None
        try:
            for found, after in _read_from(window, packed=mark is _GZIP):
                if damage is not None:
                    yield replace(damage, resumed=start)
                    damage, tries = None, 0
                yield found
                window.forget(after)
            if found is None and window.tell() > start:
                raise OSError("no record")
            # The library ends without a word at some kinds of damage.
            if not window.seek_mark(mark, after):
                break
        except OSError as error:
            tries += 1
            if found is None:
                # What fails begins here. Of several failures in a row the first is told.
                damage = damage if damage is not None and damage.why != _BETWEEN else Damage(start, _tell(error))
            if not window.seek_mark(mark, start + 1 if found is None else after):
                damage = damage or Damage(after, _tell(error))
                break
            damage = damage or Damage(window.at, _BETWEEN)
    if damage is not None:
        yield damage


def _read_from(window: Window, *, packed: bool) -> Iterator[tuple[Record | Passed, int]]:
    """Every record from an offset on, with a byte after which the next begins. Raises OSError at what is damaged."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    # A window reads and tells where it is, which is all that the library asks of it.
    stream = cast(Any, window)
    for record in ArchiveIterator(stream, WarcRecordType.any_type, parse_http=False, fsspec_args=False):
        offset = record.stream_pos
        if record.content_length > MAX_SKIPPED_BYTES:
            raise OSError(f"says that it has {record.content_length} bytes")
        after = offset + (1 if packed else record.content_length + _header_length(record))
        if record.record_type in (WarcRecordType.response, WarcRecordType.resource):
            yield _record(record, offset, is_resource=record.record_type == WarcRecordType.resource), after
        else:
            yield Passed(offset), after


def _header_length(record: WarcRecord) -> int:
    """At most what the record's headers take up: its version, and they without the blanks that may stand in them."""
    return len("WARC/1.0\n") + sum(len(name) + len(value) + 3 for name, value in record.headers.items_bytes())


def _record(record: WarcRecord, offset: int, *, is_resource: bool) -> Record:
    """Raises OSError where some of its content is missing or is not what was archived."""
    is_whole = record.content_length <= MAX_RECORD_BYTES
    length = record.content_length
    if is_whole:
        record.freeze()
        if record.content_length != length:
            raise OSError("breaks off")
        if record.headers.contains_key("WARC-Block-Digest") and not record.verify_block_digest():
            raise OSError("its content is not what was archived: it has another digest")
    return Record(
        offset=offset,
        id=record.headers.get("WARC-Record-ID"),
        url=record.headers.get("WARC-Target-URI"),
        retrieved=record.headers.get("WARC-Date"),
        block=record.reader.read(length if is_whole else HEAD_BYTES),
        is_whole=is_whole,
        is_resource=is_resource,
        media_type=record.headers.get("Content-Type"),
    )


def _tell(error: OSError) -> str:
    return str(error)[:80] or "cannot be read"
