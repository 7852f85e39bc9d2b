"""ZIP → its files, by zipfile."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from typing import Any

from armswire.articles.archives.broken import BROKEN, tell_broken
from armswire.articles.archives.limits import ArchiveLimits, Budget, Metered
from armswire.articles.archives.member import Member, check_name, is_left_out, refuse_link
from armswire.errors import ArticleError

_BUFFER = 1 << 16
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_FURTHEST_END = 65_557
"""Bytes of the end record with the longest comment (APPNOTE 4.3.16)."""


def open_members(stream: Any, place: str, limits: ArchiveLimits) -> Iterator[Member | ArticleError]:
    """Each file of a ZIP in the order of its table of contents, to be read before the next; else why it is not read.

    `stream` can be sought in. Raises ArticleError for what is no ZIP, an office document, or over the limits.
    """
    _check_contents(stream, place, limits)
    try:
        with zipfile.ZipFile(stream) as archive:
            infos = archive.infolist()
            if any(info.filename in ("[Content_Types].xml", "mimetype") for info in infos):
                raise ArticleError("an office document, not text", place=place, remedy="Save it as plain text or PDF")
            budget = Budget(place, limits)
            for info in infos:
                if not info.is_dir() and not is_left_out(info.filename):
                    budget.take_member()
                    yield _open(archive, info, place, budget)
    except BROKEN as error:
        raise tell_broken(place, error) from error


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: str, budget: Budget) -> Member | ArticleError:
    try:
        check_name(info.filename, place)
        here = f"{place}, {info.filename}"
        if stat.S_ISLNK(info.external_attr >> 16):
            return refuse_link(info.filename, place)
        if info.flag_bits & 0x1:
            return ArticleError("a member locked with a password", place=here, remedy="Pack it without one")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return ArticleError(
                "a member packed in a rare way", place=here, value=info.compress_type, remedy='Pack it with "deflate"'
            )
        opened = archive.open(info)
    except ArticleError as error:
        return error
    except BROKEN as error:
        return tell_broken(f"{place}, {info.filename}", error)
    return Member(info.filename, io.BufferedReader(Metered(opened, budget, here, info.compress_size), _BUFFER))


def _check_contents(stream: Any, place: str, limits: ArchiveLimits) -> None:
    """The table of contents is read as a whole: its size, at the end of the file, says first whether it may be."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _FURTHEST_END))
    tail = stream.read()
    stream.seek(0)
    at, at_64 = tail.rfind(_END), tail.rfind(_END_64)
    told = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if told == 0xFFFFFFFF and at_64 >= 0:
        told = int.from_bytes(tail[at_64 + 40 : at_64 + 48], "little")
    if told > limits.contents:
        raise ArticleError(
            f"a table of contents of more than {limits.contents / 1e6:g} MB", place=place, remedy="Split the archive"
        )
