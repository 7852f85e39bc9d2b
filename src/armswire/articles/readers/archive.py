"""A ZIP or tar archive → the articles of all files in it, each by the reader for its kind."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from armswire.articles.archives import tarred, zipped
from armswire.articles.archives.limits import DEFAULT_LIMITS, ArchiveLimits
from armswire.articles.archives.member import ARCHIVE_SUFFIXES, Member, refuse_nested
from armswire.articles.picking import read_incoming
from armswire.articles.reader import Incoming, Outcome, Reader
from armswire.articles.sources import open_stream, suffix_of
from armswire.articles.whole_file import read_whole
from armswire.errors import ArticleError

MAX_HELD_ZIP_BYTES = 500_000_000
"""Largest ZIP that is read from standard input or packed once more: its table of contents stands at its end."""
_ZIP, _TAR = b"PK\x03\x04", b"ustar"
_TAR_AT = 257
_OFFICE = (b"[Content_Types].xml", b"mimetype")


class Zip:
    """Files by their suffixes, as in a folder; hidden ones are left out, an archive within it is not opened."""

    name = "ZIP"
    suffixes = (".zip",)
    is_binary = True

    def __init__(self, readers: Sequence[Reader], limits: ArchiveLimits = DEFAULT_LIMITS) -> None:
        self._readers, self._limits = readers, limits

    def recognises(self, start: bytes) -> bool:
        """The signature of a ZIP, unless an office document opens with its own table of contents."""
        return start.startswith(_ZIP) and not start[30:60].startswith(_OFFICE)

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """The articles of each file, and what is refused."""
        try:
            stream: Any = incoming.stream
            if not stream.seekable():
                stream = io.BytesIO(read_whole(incoming, MAX_HELD_ZIP_BYTES, remedy="Unpack it and give the folder"))
            yield from _read_members(zipped.open_members(stream, incoming.place, self._limits), incoming, self._readers)
        except ArticleError as error:
            yield error


class Tar:
    """As ZIP, from front to back; packed with gzip, bzip2 or xz, or not."""

    name = "tar"
    suffixes = (".tar", ".tgz", ".tbz2", ".txz")
    is_binary = True

    def __init__(self, readers: Sequence[Reader], limits: ArchiveLimits = DEFAULT_LIMITS) -> None:
        self._readers, self._limits = readers, limits

    def recognises(self, start: bytes) -> bool:
        """The signature of POSIX and GNU tar, which stands behind the name of the first member."""
        return start[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """The articles of each file, and what is refused."""
        try:
            members = tarred.open_members(incoming.stream, incoming.place, self._limits)
            yield from _read_members(members, incoming, self._readers)
        except ArticleError as error:
            yield error


def _read_members(
    members: Iterator[Member | ArticleError], incoming: Incoming, readers: Sequence[Reader]
) -> Iterator[Outcome]:
    found = False
    for member in members:
        found = True
        if isinstance(member, ArticleError):
            yield member
        else:
            yield from _read_member(member, f"{incoming.place}, {member.name}", readers)
    if not found:
        yield ArticleError("no file in it", place=incoming.place, remedy="Put articles into the archive")


def _read_member(member: Member, place: str, readers: Sequence[Reader]) -> Iterator[Outcome]:
    suffix = suffix_of(member.name)
    if suffix in ARCHIVE_SUFFIXES:
        yield refuse_nested(place)
        return
    try:
        incoming = open_stream(member.stream, place, member.name)
    except ArticleError as error:
        yield error
        return
    yield from read_incoming(incoming, readers, sniff=not suffix)
