"""A file in an archive: its name, and what is refused before it is opened."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from armswire.errors import ArticleError

ARCHIVE_SUFFIXES = frozenset({".zip", ".tar", ".tgz", ".tbz2", ".txz", ".7z", ".rar"})
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive, opened, with its name there."""

    name: str
    stream: io.BufferedReader[Any]


def is_left_out(name: str) -> bool:
    """Whether a member is one that a folder would hide: dot files, and what macOS puts beside files."""
    return any(part.startswith(".") and part not in (".", "..") for part in _parts(name)) or "__MACOSX" in _parts(name)


def check_name(name: str, place: str) -> None:
    """Raises ArticleError for a name that leads out of the archive, or that nobody can type.

    Nothing is written, so such a name could do no harm here; but an archive that has one was made to do some.
    """
    if name.startswith(("/", "\\")) or _DRIVE.match(name) or ".." in _parts(name):
        raise ArticleError(
            "a member whose name leads out of the archive", place=place, value=name, remedy="Do not trust this archive"
        )
    if not name.isprintable():
        raise ArticleError(
            "a member whose name has characters that cannot be shown", place=place, value=name, remedy="Rename it"
        )


def refuse_link(name: str, place: str) -> ArticleError:
    """The ArticleError for a member that is a link or a device."""
    return ArticleError(
        "a member that is no file but a link or a device", place=place, value=name, remedy="Archive the file itself"
    )


def refuse_nested(place: str) -> ArticleError:
    """The ArticleError for an archive within an archive."""
    return ArticleError(
        "an archive within an archive is not opened", place=place, remedy="Unpack it and give what is in it"
    )


def _parts(name: str) -> list[str]:
    return re.split(r"[/\\]", name)
