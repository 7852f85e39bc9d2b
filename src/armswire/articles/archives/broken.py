"""What the libraries raise on broken archives → ArticleError."""

from __future__ import annotations

import lzma
import struct
import tarfile
import zipfile
import zlib

from armswire.errors import ArticleError

BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error,
    EOFError, OSError, ValueError, LookupError, OverflowError, RuntimeError,
)  # fmt: skip
"""zipfile documents BadZipFile, tarfile ReadError; the others were seen on archives with changed bytes."""


def tell_broken(place: str, error: Exception) -> ArticleError:
    """The ArticleError for an archive, or a member of one, that cannot be read on."""
    why = str(error)[:80] or type(error).__name__
    return ArticleError(f"broken archive: {why}", place=place, remedy="Fetch or pack it again")
