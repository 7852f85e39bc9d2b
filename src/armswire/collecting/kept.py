"""What is read → the same bytes in the archive, and what an article's `extra` says of that.

What is kept must be read again: answers that the reader of WARC looks for are kept as answers, all else for itself.
"""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from armswire.articles.feeds.feed import Entry
from armswire.articles.feeds.json_feed import write_entry
from armswire.articles.media_types import media_type
from armswire.articles.sources import place_of
from armswire.articles.warc.answer import ANSWERS
from armswire.errors import ArticleError
from armswire.fetching.fetcher import Answer
from armswire.fetching.keeping import Archive, Kept
from armswire.model.article import KEPT

MAX_KEPT_BYTES = 31_000_000
"""Largest file that is kept: the reader of WARC takes no longer records (`articles/warc/records.py`)."""
_ARCHIVES = (".warc", ".warc.gz")
_UNKNOWN = "application/octet-stream"
_TYPES = {".jsonl": "application/x-ndjson", ".eml": "message/rfc822", ".md": "text/plain"}


def keep_answer(archive: Archive | None, answer: Answer, at: datetime) -> Mapping[str, object]:
    """Keeps what a server answered at a moment; nothing without an archive. Raises OutputError."""
    if archive is None:
        return {}
    told = answer.headers.get("content-type", _UNKNOWN)
    if media_type(told) in ANSWERS:
        return _tell(archive.keep(answer, at))
    return _tell(archive.keep_thing(answer.body, answer.url, told, at))


def keep_entry(archive: Archive | None, entry: Entry, feed: str, at: datetime) -> Mapping[str, object]:
    """Keeps an entry of the feed at an address, as a JSON Feed of its own; nothing without an archive.

    Raises OutputError.
    """
    if archive is None:
        return {}
    told = json.dumps(write_entry(entry, feed), ensure_ascii=False).encode()
    return _tell(archive.keep_thing(told, entry.url or feed, "application/feed+json", at))


def file_keeper(archive: Archive) -> Callable[[Path], Mapping[str, object]]:
    """What keeps a file whole.

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
        told = _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or _UNKNOWN
        return _tell(archive.keep_thing(path.read_bytes(), path.resolve().as_uri(), told, datetime.now(UTC)))

    return keep


def _tell(kept: Kept) -> Mapping[str, object]:
    return {KEPT: {"file": kept.file, "record": kept.record}}
