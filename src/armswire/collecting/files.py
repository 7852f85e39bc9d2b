"""A file that is read → the same bytes in the archive."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from armswire.articles.sources import place_of
from armswire.errors import ArticleError
from armswire.fetching.keeping import Archive
from armswire.model.article import KEPT

MAX_KEPT_BYTES = 31_000_000
"""Largest file that is kept: the reader of WARC takes no longer records (`articles/warc/records.py`)."""
_ARCHIVES = (".warc", ".warc.gz")
_TYPES = {".jsonl": "application/x-ndjson", ".eml": "message/rfc822", ".md": "text/plain"}


def keeper(archive: Archive) -> Callable[[Path], Mapping[str, object]]:
    """What keeps a file whole in the archive and tells, for `extra` of its articles, where.

    A WARC is an archive already and is not kept once more, nor is a pipe, which can be read once. What is given raises
    ArticleError for a file too large to be kept, OSError for one that cannot be read, and OutputError where the archive
    cannot be written.
    """

    def keep(path: Path) -> Mapping[str, object]:
        if not path.is_file() or path.name.lower().endswith(_ARCHIVES):
            return {}
        if path.stat().st_size > MAX_KEPT_BYTES:
            raise ArticleError(
                f"larger than {MAX_KEPT_BYTES / 1e6:g} MB: too large to be kept",
                place=place_of(path),
                remedy="Read it without --keep, and keep the file itself",
            )
        media_type = _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        kept = archive.keep_thing(path.read_bytes(), path.resolve().as_uri(), media_type, datetime.now(UTC))
        return {KEPT: {"file": kept.file, "record": kept.record}}

    return keep
