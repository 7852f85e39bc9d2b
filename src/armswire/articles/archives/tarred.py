"""tar → its files, by tarfile, read from front to back."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from typing import Any, Self

from armswire.articles.archives.broken import BROKEN, tell_broken
from armswire.articles.archives.limits import ArchiveLimits, Budget, Metered
from armswire.articles.archives.member import Member, check_name, is_left_out, refuse_link
from armswire.errors import ArticleError

_BUFFER = 1 << 16
_NO_HEADER = (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError)  # type: ignore[attr-defined]  # not in typeshed


class _Headers(tarfile.TarInfo):
    """As those of the library, which takes a broken header for the end of the archive; here it is an error."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(tarfile_)
        except _NO_HEADER as error:
            raise tarfile.ReadError(str(error)) from error


class _Guarded:
    """The packed or bare archive as tarfile reads it; headers, which it holds as a whole, have their limit."""

    def __init__(self, stream: Any, place: str, limit: int) -> None:
        self._stream, self._place, self._limit = stream, place, limit
        self.left: int | None = limit

    def in_header(self) -> None:
        self.left = self._limit

    def in_member(self) -> None:
        self.left = None

    def read(self, size: int) -> bytes:
        piece: bytes = self._stream.read(size)
        if self.left is not None:
            self.left -= len(piece)
            if self.left < 0:
                raise ArticleError(
                    f"a header of more than {self._limit / 1e6:g} MB", place=self._place, remedy="Pack it again"
                )
        return piece


def open_members(stream: Any, place: str, limits: ArchiveLimits) -> Iterator[Member | ArticleError]:
    """Each file of a tar in its order, to be read before the next; else why it is not read.

    Raises ArticleError for what is no tar, is broken from here on, or is over the limits.
    """
    guarded, budget = _Guarded(stream, place, limits.header), Budget(place, limits)
    try:
        with tarfile.open(fileobj=guarded, mode="r|", tarinfo=_Headers, bufsize=_BUFFER) as archive:  # type: ignore[call-overload]
            while True:
                guarded.in_header()
                info = archive.next()
                guarded.in_member()
                if info is None:
                    return
                budget.take_member()
                yield from _open(archive, info, place, budget)
                # The library keeps all headers that it has read.
                archive.members.clear()
    except BROKEN as error:
        raise tell_broken(place, error) from error


def _open(
    archive: tarfile.TarFile, info: tarfile.TarInfo, place: str, budget: Budget
) -> Iterator[Member | ArticleError]:
    if info.isdir() or is_left_out(info.name):
        return
    try:
        check_name(info.name, place)
    except ArticleError as error:
        yield error
        return
    opened = archive.extractfile(info) if info.isreg() and not info.issparse() else None
    if opened is None:
        yield refuse_link(info.name, place)
        return
    yield Member(info.name, io.BufferedReader(Metered(opened, budget, f"{place}, {info.name}", None), _BUFFER))
    while opened.read(_BUFFER):
        pass
