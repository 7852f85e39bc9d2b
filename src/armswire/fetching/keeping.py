"""What was fetched, kept as it was: WARC 1.1 (ISO 28500:2017), so that every quotation can be shown years later."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

from armswire.errors import OutputError
from armswire.fetching.fetcher import Answer

# Bytes after which another file is begun, as crawlers do.
LARGEST = 1 << 30
# They speak of the answer as it was sent, which was packed and cut; what is kept is whole.
_OF_SENDING = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive"})
# A line of its own in a header would be another header.
_BREAKS = str.maketrans({"\r": " ", "\n": " ", "\0": " "})


@dataclass(frozen=True, slots=True)
class Kept:
    """Where an answer is kept: the file's name in the archive, and the record's WARC-Record-ID."""

    file: str
    record: str


class Archive:
    """A folder of WARC files, each record a gzip member of its own, so that a file that breaks off is read up to there.

    Thread-safe. Raises OutputError where the folder cannot be made.
    """

    def __init__(self, folder: Path, *, largest: int = LARGEST) -> None:
        self._folder, self._largest = folder, largest
        self._file: Path | None = None
        self._lock = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _refuse(folder, error) from error

    def keep(self, answer: Answer, at: datetime) -> Kept:
        """An answer that came at a moment, safe on the disk when this returns. Raises OutputError."""
        return self._append("response", answer.url, "application/http; msgtype=response", _http(answer), at)

    def keep_thing(self, data: bytes, url: str, media_type: str, at: datetime) -> Kept:
        """What no server answered by itself: a file, an entry of a feed; safe on the disk when this returns.

        Raises OutputError.
        """
        return self._append("resource", url, media_type, data, at)

    def _append(self, kind: str, url: str, media_type: str, block: bytes, at: datetime) -> Kept:
        name = f"<urn:uuid:{uuid4()}>"
        told = BytesIO()
        _record(kind, url, media_type, block, at, name).write(told, checksum_data=True)
        with self._lock:
            path = self._current()
            try:
                with path.open("ab") as file:
                    file.write(_pack(told.getvalue()))
                    file.flush()
                    os.fsync(file.fileno())
            except OSError as error:
                raise _refuse(path, error) from error
        return Kept(path.name, name)

    def _current(self) -> Path:
        if self._file is None or (self._file.exists() and self._file.stat().st_size >= self._largest):
            moment = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
            # No two runs, however close, write to one file.
            self._file = self._folder / f"armswire-{moment}-{uuid4().hex[:8]}.warc.gz"
        return self._file


def _record(kind: str, url: str, media_type: str, block: bytes, at: datetime, name: str) -> Any:
    from fastwarc.warc import WarcRecord, WarcRecordType

    record = WarcRecord()
    record.init_headers(
        record_type=getattr(WarcRecordType, kind), record_urn=name.strip("<>").removeprefix("urn:").encode()
    )  # fmt: skip
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Date"] = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    record.headers["Content-Type"] = media_type
    record.set_bytes_content(block)
    return record


def _http(answer: Answer) -> bytes:
    lines = [f"HTTP/1.1 {answer.status} "]
    lines += [
        f"{name}: {value.translate(_BREAKS)}" for name, value in answer.headers.items() if name not in _OF_SENDING
    ]
    lines.append(f"content-length: {len(answer.body)}")
    return "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + answer.body


def _pack(told: bytes) -> bytes:
    import gzip

    return gzip.compress(told, mtime=0)


def _refuse(place: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot be written: {error.strerror or error}", place=str(place), remedy="Make room, or name another folder"
    )
